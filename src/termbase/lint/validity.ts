import type { Concept, Term } from '../concept.ts';
import { beginOf, endOf } from '../validity.ts';
import { defineLintRule } from './rule.ts';

/** The preferred terms of each language of a concept, by their first day. */
function preferredByLanguage({ terms }: Concept): readonly (readonly Term[])[] {
  const preferred = terms.filter(({ status }) => status === 'preferred');
  return [...Map.groupBy(preferred, ({ lang }) => lang).values()].map((group) =>
    group.toSorted((one, other) => (beginOf(one) < beginOf(other) ? -1 : 1)),
  );
}

export const overlappingTerms = defineLintRule({
  id: 'overlapping-validity',
  severity: 'error',
  describe: 'Two terms are preferred in a language on the same day.',
  find: (concepts) =>
    concepts.flatMap((concept) =>
      preferredByLanguage(concept).flatMap((terms) =>
        terms.slice(1).flatMap((term, index) => {
          const before = terms[index];
          if (!before || endOf(before) < beginOf(term)) return [];
          const message = `“${before.text}” and “${term.text}” are preferred at the same time: end the one before the other begins`;
          return [{ concept: concept.id, lang: term.lang, term, message }];
        }),
      ),
    ),
});

export const expiredTerm = defineLintRule({
  id: 'expired-validity',
  severity: 'warning',
  describe: 'A language has no preferred term any more, or none between two of them.',
  find: (concepts, { today }) =>
    concepts.flatMap((concept) =>
      preferredByLanguage(concept).flatMap((terms) => {
        const last = terms.at(-1);
        const gaps = terms.slice(1).flatMap((term, index) => {
          const before = terms[index];
          if (!before || endOf(before) >= beginOf(term) || dayAfter(endOf(before)) === beginOf(term))
            return [];
          const message = `nothing is preferred between ${endOf(before)} and ${beginOf(term)}: let “${term.text}” begin the day after “${before.text}” ends`;
          return [{ concept: concept.id, lang: term.lang, term, message }];
        });
        if (!last || endOf(last) >= today) return gaps;
        const message = `“${last.text}” was right until ${endOf(last)}, and nothing is preferred since: add what it is called now`;
        return [...gaps, { concept: concept.id, lang: last.lang, term: last, message }];
      }),
    ),
});

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
