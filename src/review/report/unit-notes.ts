import { type Draft, isFilled, textOf, type Unit } from '../../model/draft.ts';
import type { Issue } from '../../model/issue.ts';
import type { Match } from '../../model/match.ts';
import { isOwnAdapted, proposalsOf } from '../../model/proposals.ts';
import type { TermHit } from '../../model/term-hit.ts';
import { changedText } from './changed-text.ts';
import { quoted } from './copy-text.ts';
import { type Content, element, type Html } from './html.ts';
import { provenanceLine, signature } from './provenance-line.ts';

/** What is to be said of a sentence: its issues, those that people have accepted, where its translation comes from, the terms in it, what the memory proposes. */
export function unitNotes(unit: Unit, issues: readonly Issue[], draft: Draft): Content {
  const { target } = unit;
  return [
    issues.length === 0 ? undefined : element('ol', { class: 'issues' }, issues.map(issueItem)),
    acceptedList(unit.issues),
    isFilled(target) ? provenanceLine(target.provenance, signature(target)) : undefined,
    termList(unit, draft),
    proposals(unit, draft),
  ];
}

function issueItem({ severity, check, message }: Issue): Html {
  return element(
    'li',
    { class: severity },
    element('strong', {}, severity),
    ' ',
    element('code', {}, check),
    ' ',
    withQuotations(message),
  );
}

/** What people have said is no fault. */
function acceptedList(issues: readonly Issue[]): Content {
  const items = issues.flatMap(({ check, message, accepted }) =>
    accepted
      ? element(
          'li',
          {},
          element('code', {}, check),
          ' ',
          withQuotations(message),
          ': accepted by ',
          element('bdi', {}, accepted.by),
          accepted.at === undefined ? '' : ` on ${accepted.at.slice(0, 10)}`,
        )
      : [],
  );
  if (items.length === 0) return undefined;
  const count = items.length === 1 ? '1 accepted finding' : `${items.length} accepted findings`;
  return element('details', { class: 'accepted' }, element('summary', {}, count), element('ul', {}, items));
}

/** Messages are English and quote words of any language: each quotation is isolated, so that none turns the sentence around. */
function withQuotations(message: string): Content {
  return message
    .split(/(?<=“)([^“”]*)(?=”)/u)
    .map((part, index) => (index % 2 === 1 ? element('bdi', {}, part) : part));
}

function termList({ segment, terms, target }: Unit, { dispatch, locale }: Draft): Content {
  if (terms.length === 0) return undefined;
  const text = textOf(target);
  const items = terms.map((term) =>
    element(
      'li',
      {},
      quoted(segment.text.slice(term.source.start, term.source.end), dispatch.locale),
      ' → ',
      rendering(term, text, locale),
    ),
  );
  const count = terms.length === 1 ? '1 term' : `${terms.length} terms`;
  return element('details', { class: 'terms' }, element('summary', {}, count), element('ul', {}, items));
}

function rendering({ target, preferred }: TermHit, text: string | undefined, locale: string): Content {
  const house = preferred === undefined ? undefined : quoted(preferred, locale);
  if (!target || text === undefined) return house ? ['write ', house] : 'no preferred term';
  const words = text.slice(target.start, target.end);
  const found = quoted(words, locale);
  return house && words !== preferred ? [found, ' (preferred: ', house, ')'] : found;
}

function proposals(unit: Unit, { dispatch, locale }: Draft): Content {
  const matches = proposalsOf(unit);
  const [best] = matches;
  if (!best) return undefined;
  const count = matches.length === 1 ? '1 proposal' : `${matches.length} proposals`;
  return element(
    'details',
    { class: 'proposals' },
    element('summary', {}, `${count}, best ${percentOf(best)}`),
    element(
      'ol',
      { role: 'list' },
      matches.map((match) => proposal(match, unit, dispatch.locale, locale)),
    ),
  );
}

function proposal(match: Match, { segment, target }: Unit, source: string, locale: string): Html {
  // The sentence's own words with other facts in them: what is put in is seen in its place.
  const own = isOwnAdapted(match) ? textOf(target) : undefined;
  return element(
    'li',
    {},
    element('strong', {}, nameOf(match)),
    ', from ',
    element('bdi', {}, match.from),
    element('p', {}, changedText(match.source, segment.text, source)),
    element(
      'p',
      {},
      own === undefined ? quoted(match.target, locale) : changedText(own, match.target, locale),
    ),
    adaptations(match, locale),
    provenanceLine(match.provenance),
  );
}

function nameOf(match: Match): string {
  if (isOwnAdapted(match)) return 'these words with the facts of today';
  if (match.kind === 'machine') return 'a machine';
  return `${percentOf(match)} ${match.kind}${match.adapted ? ', adapted' : ''}`;
}

/** What stands in a translation in place of other facts, so that a person looks at just these words. */
function adaptations({ adapted }: Match, locale: string): Content {
  if (!adapted) return undefined;
  const changes = adapted.map(({ kind, was, is }, at) => [
    at === 0 ? '' : ', ',
    `${kind} `,
    quoted(was, locale),
    ' → ',
    quoted(is, locale),
  ]);
  return element('p', {}, 'put in: ', changes);
}

/** Rounded down: what is not quite the same is never 100 %. */
function percentOf({ score }: Match): string {
  return `${Math.floor(score)} %`;
}
