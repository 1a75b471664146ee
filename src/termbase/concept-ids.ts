import { isConceptId } from './notation.ts';

/** Gives concepts of others ids of ours; no two of them the same. */
export type ConceptIds = {
  /** @param wishes what the id may be made of, best first: the id in the file, a term in some language */
  take(wishes: readonly string[]): string;
};

/**
 * @param reserved ids that the file has as we write them: whoever else would get one of these gets a number behind it
 */
export function conceptIds(reserved: readonly string[]): ConceptIds {
  const waiting = new Set(reserved.filter(isConceptId));
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return {
    take(wishes) {
      const [wish] = wishes;
      if (wish !== undefined && waiting.delete(wish) && !taken.has(wish)) {
        taken.add(wish);
        return wish;
      }
      const base = wishes.map(slugOf).find((slug) => slug !== '') ?? 'concept';
      for (let count = counts.get(base) ?? 1; ; count += 1) {
        const id = count === 1 ? base : `${base}-${count}`;
        if (taken.has(id) || waiting.has(id)) continue;
        counts.set(base, count + 1);
        taken.add(id);
        return id;
      }
    },
  };
}

/** A number of up to ten digits still finds room behind it. */
const longestSlug = 89;

/** The letters a-z, the digits and hyphens of a text; empty where it has none. */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/gu, '');
}
