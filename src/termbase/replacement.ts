import type { Locale } from '../model/locale.ts';
import { baseLabel, type Form, formsOf, isFamilyForm, stemLabel, type Term } from './concept.ts';
import type { TermMatch } from './match.ts';
import { behindProclitic } from './proclitics.ts';
import { isAllCapitals, startsWithCapital } from './spelling.ts';

/** The words to write in place of a match, and whether they stand in another grammatical case. */
export type Replacement = { readonly text: string; readonly otherCase: boolean };

/**
 * What to write in place of a match so that it says `goal` in the same grammatical form: gen for gen, family for family, else the
 * nearest form. Where a term has several forms under one label, the second stands for the second. Capitals of a headline or the
 * beginning of a sentence are kept, and so are Arabic particles.
 *
 * What stands before it is {@link mendBefore}'s work.
 *
 * @returns undefined where no form says as much as the one that was found
 */
export function replacementFor(
  match: TermMatch,
  goal: Term,
  text: string,
  locale: Locale,
): Replacement | undefined {
  const form = pairedForm(match.term, match.form, goal);
  if (!form) return undefined;
  const found = text.slice(match.start, match.end);
  return {
    text: behindProclitic(match.proclitic, casedLike(found, match.form.text, form.text, locale)),
    otherCase: caseOf(match.form) !== caseOf(form),
  };
}

/** The case that the label of a form tells, where it tells one. */
function caseOf({ label }: Form): string | undefined {
  return label.split('-').find((part) => cases.has(part));
}

const cases = new Set('gen dat acc ins pre'.split(' '));

/** `right` in the case of `found`, where that differs from what the termbase lists: a headline, the beginning of a sentence. */
export function casedLike(found: string, listed: string, right: string, locale: Locale): string {
  if (isAllCapitals(found) && !isAllCapitals(listed)) return right.toLocaleUpperCase(locale);
  if (startsWithCapital(found) && !startsWithCapital(listed)) return capitalised(right, locale);
  return right;
}

/** The form of `goal` that stands where `form` stands in `term`. */
function pairedForm(term: Term, form: Form, goal: Term): Form | undefined {
  // What was found by its stem may be any form: nothing pairs with it.
  if (form.label === stemLabel) return undefined;
  return counterparts(term, form, goal).find((found) => found !== undefined) ?? nearest(form, goal);
}

/** Whether a form can only be one form of `goal`: `Russischen Föderation`, genitive or dative, may be `Russlands` or `Russland`. */
export function hasOneCounterpart(term: Term, form: Form, goal: Term): boolean {
  const texts = counterparts(term, form, goal).map((found) => (found ?? nearest(form, goal))?.text);
  return new Set(texts).size === 1;
}

/** For each label under which the form is spelled in its term, the form of `goal` with the same label and place. */
function counterparts(term: Term, form: Form, goal: Term): (Form | undefined)[] {
  return formsOf(term)
    .filter((other) => other.text === form.text)
    .map((spelled) => {
      const own = under(term, spelled.label);
      const goals = under(goal, spelled.label);
      const paired = goals[own.findIndex((other) => other.text === spelled.text)];
      return saysMore(spelled) ? paired : (paired ?? goals[0]);
    });
}

/** The form to fall back on where none has the label: the family name for family-gen, the plural for fem-pl, and the term itself in the end. */
function nearest(form: Form, goal: Term): Form | undefined {
  if (saysMore(form)) return undefined;
  const labels = isFamilyForm(form) ? ['family'] : form.label.split('-').toReversed();
  return labels.flatMap((label) => under(goal, label))[0] ?? { label: baseLabel, text: goal.text };
}

/** A form under adj holds a word of its own (`ministère russe`), which any other form would lose or turn into a wrong one. */
function saysMore(form: Form): boolean {
  return form.label.split('-').includes('adj');
}

function under(term: Term, label: string): readonly Form[] {
  return formsOf(term).filter((form) => form.label === label);
}

function capitalised(text: string, locale: Locale): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
