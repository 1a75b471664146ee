import { segmentsOf } from '../model/dispatch.ts';
import type { Draft } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import type { Term } from '../termbase/concept.ts';
import { newNameConcepts } from '../termbase/new-name-concepts.ts';
import { capitalRanks, ranks, titles } from '../termbase/new-names/vocabulary.ts';
import { type NewName, newNames } from '../termbase/new-names.ts';
import { createTermbase, type Termbase } from '../termbase/termbase.ts';

/**
 * The persons whom a dispatch names and the house has no term for, each called the same in the target: an engine of rules takes their
 * names for words (`Tardieu-Blanco`). Only those who are called by a title somewhere (`M.`, `ministre`) or whose age is told, for two words with
 * capitals may be a city. Undefined where there are none.
 */
export function unlistedPersons(draft: Draft, house: Termbase): Termbase | undefined {
  const source = draft.dispatch.locale;
  const copy = segmentsOf(draft.dispatch)
    .map(({ text }) => text)
    .join('\n');
  const persons = newNames([draft], house).filter((name) => isPerson(name, copy));
  if (persons.length === 0) return undefined;
  const concepts = newNameConcepts(persons, { source, taken: [] });
  const inTarget = (term: Term, lang: Locale): Term => ({ ...term, lang, status: 'preferred' });
  return createTermbase(
    concepts.map((concept) => ({
      ...concept,
      terms: concept.terms.flatMap((term) => [term, inTarget(term, draft.locale)]),
    })),
  );
}

function isPerson({ type, name, family = name }: NewName, copy: string): boolean {
  if (type !== 'person') return false;
  return [name, family].some((one) =>
    copy.split(one).some((before, at, parts) => {
      const after = parts[at + 1];
      const [, word = ''] = wordBefore.exec(before.slice(-longestTitle)) ?? [];
      return after !== undefined && (isTitle(word) || aged.test(after));
    }),
  );
}

function isTitle(word: string): boolean {
  return titles.has(word) || capitalRanks.has(word) || ranks.has(word);
}

const wordBefore = /(\p{L}+(?:-\p{L}+)*)\.?,?[ \u00a0]$/u;
const longestTitle = 30;
const aged = /^, \d{1,3} ans/u;
