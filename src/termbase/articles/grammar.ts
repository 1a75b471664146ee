/** What an article goes by. `plural` has one article for both genders in no language but Italian, Spanish and Portuguese. */
export type Kind = { readonly gender: 'masculine' | 'feminine'; readonly number: 'singular' | 'plural' };

/** What an article does before a word: `impure` is Italian before s and a consonant, z, gn, ps. */
export type Sound = 'vowel' | 'consonant' | 'impure';

/** What stands in front of an article and may grow together with it, the article included: `du` is `de` and a definite article. */
export type Frame = {
  /** As it is written by itself; empty where there is none. */
  readonly preposition: string;
  readonly article: 'definite' | 'indefinite' | 'none';
};

/** How one language writes what stands before a name. */
export type Grammar = {
  /** The prepositions and conjunctions that change with what follows. */
  readonly prepositions: readonly string[];
  /** What is written for a frame, with the blank behind it where there is one; undefined where the language has no such thing. */
  readonly write: (frame: Frame, kind: Kind, sound: Sound) => string | undefined;
  /** How a word begins for the ear; undefined where no rule is sure. */
  readonly soundOf: (word: string) => Sound | undefined;
  /** Whether what is written is as good as what would be written: Italian need not elide `di`. */
  readonly mayStand?: (written: string, output: string) => boolean;
  /** Gender and number of a name by its first word, where that is beyond doubt. */
  readonly kindOf: (words: readonly string[]) => Kind | undefined;
};

export const masculine: Kind = { gender: 'masculine', number: 'singular' };
export const feminine: Kind = { gender: 'feminine', number: 'singular' };
export const masculinePlural: Kind = { gender: 'masculine', number: 'plural' };
export const femininePlural: Kind = { gender: 'feminine', number: 'plural' };
export const kinds: readonly Kind[] = [masculine, feminine, masculinePlural, femininePlural];

/** A table from words, in lower case and parted by blanks, to a kind each. */
export function kindTable(
  rows: readonly (readonly [kind: Kind, words: string])[],
): ReadonlyMap<string, Kind> {
  return new Map(rows.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)));
}

/** The word that a table has under a kind: masculine, feminine, and the two plurals. */
export function byKind(kind: Kind, words: readonly [string, string, string, string]): string {
  return words[kinds.findIndex((one) => one.gender === kind.gender && one.number === kind.number)] ?? '';
}
