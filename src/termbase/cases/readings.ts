import { baseLabel, formsOf, isFamilyForm, type Term } from '../concept.ts';
import type { TermMatch } from '../match.ts';

export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'pre';

export const allCases: readonly Case[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'pre'];

/** What a form may be: several where cases are spelled alike. */
export type Reading = { readonly case: Case; readonly plural: boolean };

/** The texts of each case of a term in one number, by family name or in full. */
export type Forms = ReadonlyMap<Case, readonly string[]>;

/** The cases of a term, and which of them the form that was found may be. */
export type Declension = {
  readonly readings: readonly Reading[];
  readonly singular: Forms;
  readonly plural: Forms;
};

/**
 * How a match is declined, as far as the glossary or a paradigm tells. A case of the singular without a form of its own is spelled like
 * the term itself; a plural is what is listed of it.
 *
 * @returns undefined for a name without a genitive of its own, which does not decline, or of which nobody knows how, and for a form
 *   that has a label besides cases and number
 */
export function declensionOf({ term, form }: TermMatch): Declension | undefined {
  const isFamily = isFamilyForm(form);
  const prefix = isFamily ? 'family-' : '';
  const base = labelled(term, isFamily ? 'family' : baseLabel);
  const singular = new Map(
    allCases.map((one): [Case, readonly string[]] => {
      const own = one === 'nom' ? base : labelled(term, prefix + one);
      return [one, own.length > 0 ? own : base];
    }),
  );
  const plural = new Map(
    allCases.map((one): [Case, readonly string[]] => [
      one,
      one === 'nom' ? labelled(term, 'pl') : [...labelled(term, `${one}-pl`), ...labelled(term, `pl-${one}`)],
    ]),
  );
  if (singular.get('gen') === base) return undefined;
  const readings = [
    ...casesOf(singular, form.text).map((one) => ({ case: one, plural: false })),
    ...(isFamily ? [] : casesOf(plural, form.text).map((one) => ({ case: one, plural: true }))),
  ];
  return readings.length === 0 ? undefined : { readings, singular, plural };
}

function casesOf(forms: Forms, text: string): Case[] {
  return allCases.filter((one) => forms.get(one)?.includes(text));
}

function labelled(term: Term, label: string): readonly string[] {
  return formsOf(term)
    .filter((form) => form.label === label)
    .map(({ text }) => text);
}
