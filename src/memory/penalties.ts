import { type Locale, languageOf } from '../model/locale.ts';
import { tokenize } from '../text/tokens.ts';
import { placeablesIn } from './tmx-placeable.ts';

/** What a match loses, in points, beside what its words cost it. */
export const penalties = {
  /** Not the same numbers: the words may be right, the fact is another. */
  numbersDiffer: 2,
  /** Not the same names. */
  namesDiffer: 2,
  /** Not the same tags, placeholders or addresses. */
  tagsDiffer: 2,
  /** The memory translates the same source otherwise, too. */
  rivalTranslation: 1,
} as const;

/** Tells what a wording loses because it has other facts in it than `query`. What the query has is worked out once, when it is first asked for. */
export function factPenalty(query: string, locale: Locale): (found: string) => number {
  let own: Facts | undefined;
  return (found) => {
    own ??= factsOf(query, locale);
    const other = factsOf(found, locale);
    return (
      (own.numbers === other.numbers ? 0 : penalties.numbersDiffer) +
      (own.names === other.names ? 0 : penalties.namesDiffer) +
      (own.tags === other.tags ? 0 : penalties.tagsDiffer)
    );
  };
}

/** The facts of a wording, in any order: a translator cares which they are, not where they stand. */
type Facts = { readonly numbers: string; readonly names: string; readonly tags: string };

function factsOf(wording: string, locale: Locale): Facts {
  return {
    numbers: (wording.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? []).sort().join(' '),
    names: capitalsTellNames(locale) ? namesIn(wording).sort().join(' ') : '',
    tags: placeablesIn(wording).sort().join(' '),
  };
}

/**
 * The memory knows no termbase: words with a capital that does not come from the beginning of a sentence are names to it. Words in
 * capitals throughout may be a headline, and count only where the sentence has small letters.
 */
function namesIn(wording: string): string[] {
  if (wording === wording.toUpperCase()) return [];
  const names: string[] = [];
  let begins = true;
  for (const { text, kind } of tokenize(wording)) {
    if (kind === 'word' && !begins && /^\p{Lu}/u.test(text)) names.push(text);
    if (kind !== 'mark') begins = false;
    else if (/^[.!?:…«»“”„"]$/u.test(text)) begins = true;
  }
  return names;
}

/** In German every noun has a capital. */
function capitalsTellNames(locale: Locale): boolean {
  return languageOf(locale) !== 'de';
}
