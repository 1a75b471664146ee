import { withoutAccents } from '../../text/fold.ts';
import { isAllCapitals } from '../spelling.ts';

/** Abbreviations in capitals that are read as words. */
const readAsWords = new Set('nato nasa mercosur hamas fifa lot'.split(' '));

/**
 * The English indefinite article before a word, by how it is said: `a European`, `an hour`, `an FBI agent`, `a UN envoy`. Undefined where
 * the spelling does not tell, as of an abbreviation that may be spelled out or read as a word.
 */
export function indefiniteArticle(word: string): 'a' | 'an' | undefined {
  const letters = withoutAccents(word).toLowerCase();
  if (!/^[a-z]/u.test(letters)) return undefined;
  if (isAllCapitals(word) && !readAsWords.has(letters)) return beforeLetters(letters);
  if (/^(?:hour|honest|honou?r|heir)/u.test(letters)) return 'an';
  if (/^(?:eu|ew|once|one$|uni(?:[cotv]|$)|ukr|ugan|urug|ural|uran|utop|us[aeiu])/u.test(letters)) return 'a';
  if (/^u[rty]/u.test(letters)) return undefined;
  return /^[aeiou]/u.test(letters) ? 'an' : 'a';
}

/** An abbreviation goes by the name of its first letter: `an MP`, `a US`; where it has vowels it may be a word: `a NASA`. */
function beforeLetters(letters: string): 'a' | 'an' | undefined {
  if (/^[fhlmnrsx]/u.test(letters)) return /[aeiou]/u.test(letters) ? undefined : 'an';
  return /^[aeio]/u.test(letters) ? 'an' : 'a';
}
