import { type Locale, languageOf } from '../model/locale.ts';
import { functionWordsAlien } from '../text/function-words.ts';
import { wordsOf } from '../text/words.ts';

/** Languages that have a list of the words that hold their sentences together. */
const listed = ['fr', 'en', 'de', 'es', 'pt', 'it'];

/** Fewer words tell too little: a name, a score, a headline. */
const fewestWords = 5;

/** The least share of words that only the other language has; running text has about 0.2 to 0.4. */
const leastShare = 0.15;

/** The same where the expected language has no list, so that words the two share (`de` and `en` in Dutch, `la` in Catalan) count too. */
const leastShareUnlisted = 0.4;

/** How many times more of them there must be than words that only the expected language has. */
const timesMore = 3;

/**
 * The language a text is in, where it is plainly another one than it should be; undefined for all else, and for a text too short to tell.
 * It goes by the words that hold sentences together, those of one language that the other one lacks, so it knows six languages.
 */
export function otherLanguageOf(text: string, expected: Locale): string | undefined {
  // Letters that stand alone are signs in many texts: `[y]es`, `%u`.
  const words = wordsOf(text)
    .map((word) => word.text.toLowerCase())
    .filter((word) => word.length > 1);
  if (words.length < fewestWords) return undefined;
  const right = languageOf(expected);
  const shareOf = (language: string, not: string): number => {
    const own = functionWordsAlien(language, not);
    return words.filter((word) => own.has(word)).length / words.length;
  };
  const [best] = listed
    .filter((language) => language !== right)
    .map((language) => ({ language, share: shareOf(language, right) }))
    .sort((a, b) => b.share - a.share);
  if (!best || best.share < (listed.includes(right) ? leastShare : leastShareUnlisted)) return undefined;
  return best.share > timesMore * shareOf(right, best.language) ? best.language : undefined;
}
