import { type Form, formsOf, isAccepted, type Term } from '../concept.ts';
import type { TermMatch } from '../match.ts';
import type { CaseError } from './case-error.ts';

/**
 * The titles of a target that are of more people than those of its source, or of women where those are of men: `ministres` and `ministre` are
 * told by their labels. Only where both sides have a title equally often, and where all of the source is alike; a plural may well become
 * two singulars.
 */
export function unlikeSource(
  mentions: readonly TermMatch[],
  renderings: readonly TermMatch[],
): ReadonlyMap<TermMatch, CaseError> {
  const errors = new Map<TermMatch, CaseError>();
  const titles = mentions.filter(({ concept }) => concept.type === 'title');
  for (const [id, own] of Map.groupBy(titles, ({ concept }) => concept.id)) {
    const found = renderings.filter(({ concept }) => concept.id === id);
    const [mention] = own;
    if (!mention || found.length !== own.length || found.some((match) => !isJudged(match))) continue;
    const isOne = own.every(({ term, form }) => isTold(term, /(?:^|-)pl(?:-|$)/u) && !isMany(form));
    const isMan = own.every(({ term, form }) => isTold(term, womans) && !isWoman(form));
    for (const match of found) {
      const forms = formsOf(match.term).filter(({ text }) => text === match.form.text);
      const said = `for “${mention.form.text}” of the source, which is said of`;
      if (isOne && forms.every(isMany)) errors.set(match, { construction: `${said} one`, sure: false });
      else if (isMan && forms.every(isWoman))
        errors.set(match, { construction: `${said} a man`, sure: false });
    }
  }
  return errors;
}

const womans = /(?:^|-)f(?:em)?(?:-|$)/u;

function isJudged({ term, foreign }: TermMatch): boolean {
  return !foreign && isAccepted(term);
}

/** Whether a term has a form of its own under such a label, so that its other forms say the contrary. */
function isTold(term: Term, label: RegExp): boolean {
  return formsOf(term).some((form) => label.test(form.label) && form.text !== term.text);
}

function isMany({ label }: Form): boolean {
  return /(?:^|-)(?:pl|dual)(?:-|$)/u.test(label);
}

function isWoman({ label }: Form): boolean {
  return womans.test(label);
}
