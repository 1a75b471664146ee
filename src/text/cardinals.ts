import { type Locale, languageOf } from '../model/locale.ts';

/**
 * The numbers from two to twenty as a language says them, and how far its newspapers write them out.
 *
 * Only languages in which the word is the same whatever is counted; where one is not (Portuguese `dois`, `duas`), it is read and never
 * written. One is left out everywhere: it is an article as well.
 */
type Cardinals = { readonly words: readonly string[]; readonly upTo: number; readonly gendered?: string };

const cardinals: ReadonlyMap<string, Cardinals> = new Map([
  [
    'fr',
    cardinalsOf('deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 10),
  ],
  [
    'en',
    cardinalsOf(
      'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
      10,
    ),
  ],
  ['de', cardinalsOf('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf', 12)],
  ['es', cardinalsOf('dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince', 15)],
  ['pt', cardinalsOf('dois três quatro cinco seis sete oito nove dez onze doze', 12, 'duas')],
]);

function cardinalsOf(words: string, upTo: number, gendered?: string): Cardinals {
  return { words: words.split(' '), upTo, ...(gendered !== undefined && { gendered }) };
}

/** The value of a word that is a number and nothing else: `huit` is 8. */
export function cardinalValue(word: string, locale: Locale): number | undefined {
  const known = cardinals.get(languageOf(locale));
  const lower = word.toLocaleLowerCase(locale);
  if (!known) return undefined;
  if (lower === known.gendered) return 2;
  const place = known.words.indexOf(lower);
  return place < 0 ? undefined : place + 2;
}

/**
 * A number in words, as far as newspapers write it so; `beyond` where digits cannot stand, at the beginning of a sentence.
 *
 * @returns undefined for a number that digits say, or whose word depends on what is counted
 */
export function cardinalWord(value: number, locale: Locale, beyond = false): string | undefined {
  const known = cardinals.get(languageOf(locale));
  if (!known || (value > known.upTo && !beyond) || (value === 2 && known.gendered !== undefined))
    return undefined;
  return known.words[value - 2];
}
