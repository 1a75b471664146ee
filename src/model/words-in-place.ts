import type { Provenance } from './provenance.ts';

/** The step that says what words a machine put where a term of the source was marked, and which no glossary knows. */
export function wordsInPlace(concept: string, words: string): string {
  return `tag:${concept}=${words.slice(0, longest)}`;
}

/** The words that {@link wordsInPlace} tells of a concept. */
export function readWordsInPlace({ steps }: Provenance, concept: string): string[] {
  const start = wordsInPlace(concept, '');
  return steps.flatMap(({ by }) => (by.startsWith(start) ? [by.slice(start.length)] : []));
}

/** In UTF-16 units: more than a name has. */
const longest = 80;
