/**
 * How a word of a text and a word of a term are compared. A word has a `key`, the loosest reading under which they may meet, and
 * is then held against the rules of {@link sameSpelling}.
 */
export type Spelling = {
  readonly key: string;
  /** The word in NFC, without Arabic vowel signs and tatweel. */
  readonly word: string;
};

const ascii = /^[\u0020-\u007e]*$/u;
const arabicSigns = /[\u064b-\u0652\u0670\u0640]/gu;
const latinAccents = /(\p{Script=Latin})\p{Mn}+/gu;

/** The spelling of one token. The hamza stays: it tells Arabic letters apart that only a termbase may declare equal. */
export function spellingOf(token: string): Spelling {
  const known = memo.get(token);
  if (known) return known;
  const spelling = spell(token);
  if (memo.size >= memoSize) memo.clear();
  memo.set(token, spelling);
  return spelling;
}

/** Normalising is most of the cost of matching, and a language says most things in a few thousand words. */
const memo = new Map<string, Spelling>();
const memoSize = 20_000;

function spell(token: string): Spelling {
  if (ascii.test(token)) return { key: token.toLowerCase(), word: token };
  const word = token.normalize('NFC').replace(arabicSigns, '');
  return { key: withoutLatinAccents(word.toLowerCase()).replaceAll('ß', 'ss').replaceAll('ё', 'е'), word };
}

/**
 * Whether a word of a text is spelled as the house accepts for a word of a term; their keys are known to be equal.
 *
 * Capitals may lack their accents (`Etats-Unis`, `GENEVE`), but have none that the term lacks: `QUÉBEC` is not `Quebec`. A word all
 * in capitals matches in any case; an abbreviation (`OSCE`) matches only in capitals. Otherwise case counts for the first letter of
 * a name or a German noun alone (`exactCase`), and there only a capital is insisted on: a term in lower case may begin a sentence. Russian copy may
 * write `е` for the `ё` of a term, not the other way round.
 */
export function sameSpelling(text: string, term: string, exactCase: boolean): boolean {
  if (text === term) return true;
  if (isAllCapitals(text)) return sameLetters(text, term.toUpperCase());
  if (isAllCapitals(term)) return false;
  if (exactCase && startsWithCapital(term) && !startsWithCapital(text)) return false;
  return sameLetters(text, term);
}

/** Whether two words are the same in any case, but for accents that capitals of the first one lack. */
function sameLetters(text: string, term: string): boolean {
  const written = lettersOf(text);
  const wanted = lettersOf(term);
  return (
    written.length === wanted.length &&
    written.every((letter, index) => {
      const full = wanted[index]?.toLowerCase() ?? '';
      return (
        letter.toLowerCase() === full ||
        ((isBareCapital.test(letter) || full === dotted) && letter.toLowerCase() === full[0])
      );
    })
  );
}

/** The Russian letter ё in NFD. */
const dotted = 'е\u0308';
const isBareCapital = /^\p{Lu}$/u;

/** The letters of a word, each with the accents that belong to it. */
function lettersOf(word: string): readonly string[] {
  return word.normalize('NFD').match(/.\p{Mn}*/gsu) ?? [];
}

/** Whether a text has two letters or more and all of them are capitals. */
export function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}.*\p{Lu}/su.test(text);
}

export function startsWithCapital(text: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(text);
}

function withoutLatinAccents(word: string): string {
  return word.normalize('NFD').replace(latinAccents, '$1').normalize('NFC');
}
