import type { Locale } from '../model/locale.ts';
import { withoutAccents } from '../text/fold.ts';

/** Whether two languages are written in different scripts, so that a name has no letter in common with itself. */
export function areInDifferentScripts(left: Locale, right: Locale): boolean {
  return scriptOf(left) !== scriptOf(right);
}

function scriptOf(locale: Locale): string | undefined {
  return new Intl.Locale(locale).maximize().script;
}

/**
 * The consonants of a word as transcription keeps them, in Latin, Cyrillic or Arabic: `Ferhat` and `فرحات` are both `frt`. What one
 * script does not tell apart (p and b, s and z) is one sound, and vowels, h and w are none.
 *
 * @returns none for words of fewer than three consonants, which sound like too many others
 */
export function soundOf(word: string): string | undefined {
  const letters = withoutAccents(word.toLowerCase())
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/[cs]?ch|sh/gu, 's');
  const sounds = Array.from(letters, (letter) => sounding.get(letter) ?? '').join('');
  const squeezed = sounds.replace(/(.)\1+/gu, '$1');
  return squeezed.length < 3 ? undefined : squeezed.slice(0, 5);
}

const sounding = new Map(
  Object.entries({
    b: 'bpبپбп',
    d: 'dдدذض',
    f: 'fvфвفڤ',
    g: 'gjгжجغگ',
    k: 'kcqхкخقك',
    ks: 'x',
    l: 'lлل',
    m: 'mмم',
    n: 'nнن',
    r: 'rрر',
    s: 'szсзшчщزسشصثظ',
    t: 'tтتطة',
    ts: 'ц',
  }).flatMap(([sound, letters]) => Array.from(letters, (letter) => [letter, sound] as const)),
);
