import type { Locale } from '../model/locale.ts';
import { baseLabel, type Form, formsOf, isFamilyForm, type Term } from './concept.ts';
import type { TermMatch } from './match.ts';
import { behindProclitic } from './proclitics.ts';
import { isAllCapitals, startsWithCapital } from './spelling.ts';

/**
 * What to write in place of a match so that it says `goal` in the same grammatical form: gen for gen, family for family, else the
 * term itself. Where a term has several forms under one label, the second stands for the second. Capitals of a headline or the
 * beginning of a sentence are kept, and so are Arabic particles.
 *
 * The words around it are left alone, so an article or a contraction may need a person's eye: `der Russischen Föderation` would become
 * `der Russland`; no rule without a grammar can know.
 */
export function replacementFor(match: TermMatch, goal: Term, text: string, locale: Locale): string {
  const right = pairedForm(match.term, match.form, goal).text;
  const found = text.slice(match.start, match.end);
  const cased =
    isAllCapitals(found) && !isAllCapitals(match.form.text)
      ? right.toLocaleUpperCase(locale)
      : startsWithCapital(found) && !startsWithCapital(match.form.text)
        ? capitalised(right, locale)
        : right;
  return behindProclitic(match.proclitic, cased);
}

/** The form of `goal` that stands where `form` stands in `term`. */
function pairedForm(term: Term, form: Form, goal: Term): Form {
  return counterparts(term, form, goal).find((found) => found !== undefined) ?? lastResort(form, goal);
}

/** Whether a form can only be one form of `goal`: `Russischen Föderation`, genitive or dative, may be `Russlands` or `Russland`. */
export function hasOneCounterpart(term: Term, form: Form, goal: Term): boolean {
  const texts = counterparts(term, form, goal).map((found) => (found ?? lastResort(form, goal)).text);
  return new Set(texts).size === 1;
}

/** For each label under which the form is spelled in its term, the form of `goal` with the same label and place. */
function counterparts(term: Term, form: Form, goal: Term): (Form | undefined)[] {
  return formsOf(term)
    .filter((other) => other.text === form.text)
    .map((spelled) => {
      const goals = under(goal, spelled.label);
      const place = under(term, spelled.label).findIndex((other) => other.text === spelled.text);
      return goals[place] ?? goals[0];
    });
}

function lastResort(form: Form, goal: Term): Form {
  return (isFamilyForm(form) ? under(goal, 'family')[0] : undefined) ?? { label: baseLabel, text: goal.text };
}

function under(term: Term, label: string): readonly Form[] {
  return formsOf(term).filter((form) => form.label === label);
}

function capitalised(text: string, locale: Locale): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
