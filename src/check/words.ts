import { isDateline } from '../model/draft.ts';
import { languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { functionWords, functionWordsAlien } from '../text/function-words.ts';
import { type Word, wordsOf } from '../text/words.ts';
import { defineTextCheck, type Finding, type Sides } from './check.ts';

export const untranslatedWords = defineTextCheck({
  id: 'untranslated-words',
  family: 'completeness',
  severity: 'warning',
  describe:
    'Words of the source language are left in the target: a word such as `dans`, or three of the source in a row.',
  example: {
    locale: 'en',
    source: 'Les secours cherchent encore dans la vallée.',
    target: 'Rescuers are still searching dans the valley.',
    note: '“dans” is no English word',
  },
  find(sides) {
    const { source, text, from, to, unit } = sides;
    if (languageOf(from) === languageOf(to) || isDateline(unit) || source === text) return [];
    if (!/\p{Ll}{2}/u.test(text)) return [];
    const words = wordsOf(text);
    const inSource = new Set(wordsOf(source).map((word) => word.text));
    const alien = functionWordsAlien(languageOf(from), languageOf(to));
    const ordinary = writtenWithout.has(languageOf(to)) ? isOrdinary : () => false;
    const findings: Finding[] = [];
    let run = 0;
    for (const [index, word] of words.entries()) {
      if (findings.length === 5) break;
      const same = inSource.has(word.text);
      run = same && word.text.length > 1 && follows(words[index - 1], word, text) ? run + 1 : same ? 1 : 0;
      const left = same && word.text.length >= 2 && (alien.has(word.text) || ordinary(word.text));
      const tripled = run === 3 && isCopied(words.slice(index - 2, index + 1), sides);
      if ((!left && !tripled) || isInName(words, index, text, inSource)) continue;
      const at = { start: (tripled ? words[index - 2] : word)?.start ?? word.start, end: word.end };
      if (isQuoted(at, sides)) continue;
      findings.push({
        message: `“${text.slice(at.start, at.end)}” is left in the language of the source`,
        target: at,
      });
    }
    return findings;
  },
});

/** Languages of another script than Latin: a word in small Latin letters is none of theirs. */
const writtenWithout = new Set(['ar', 'ru', 'uk', 'bg', 'el', 'he', 'fa', 'zh', 'ja', 'ko']);

function isOrdinary(word: string): boolean {
  return word.length >= 4 && /^\p{Script=Latin}+$/u.test(word) && /^\p{Ll}+$/u.test(word);
}

function follows(before: Word | undefined, word: Word, text: string): boolean {
  return before !== undefined && /^[ '’\u00a0]$/u.test(text.slice(before.end, word.start));
}

/**
 * Three words in small letters, one of them long, that stand so in the source. `la variante de` is said so in French and in Spanish: two
 * of them must be more than what holds sentences of the target together.
 */
function isCopied(words: readonly Word[], { source, text, to }: Sides): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || !source.includes(text.slice(first.start, last.end))) return false;
  const usual = functionWords(languageOf(to));
  return (
    words.every((word) => /^\p{Ll}/u.test(word.text)) &&
    words.some((word) => word.text.length >= 6) &&
    words.filter((word) => !usual.has(word.text)).length >= 2
  );
}

/** `Tour des Volcans`, `Place de la République`: beside a word with a capital that the source has as well, over other small words. */
function isInName(
  words: readonly Word[],
  index: number,
  text: string,
  inSource: ReadonlySet<string>,
): boolean {
  const isCapital = (step: number): boolean => {
    for (let away = 1; away <= 3; away += 1) {
      const [word, near] = [words[index + step * away], words[index + step * (away - 1)]];
      if (!word || !near) return false;
      const between = step > 0 ? text.slice(near.end, word.start) : text.slice(word.end, near.start);
      if (!/^[\s'’-]{1,2}$/u.test(between)) return false;
      if (/^\p{Lu}/u.test(word.text)) return inSource.has(word.text);
    }
    return false;
  };
  return isCapital(1) || isCapital(-1);
}

/** Within quotation marks, brackets or an address: a title, a motto, a name of something. */
function isQuoted({ start, end }: Span, { text }: Sides): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 80);
  if (/[/@._-]$/u.test(before) || /^(?:[/@_]|:\/|[.-][\p{L}\d])/u.test(after)) return true;
  return /[«“„"‘‚(][^»”“"’)]*$/u.test(before) && /^[^«„"‘(]*[»”“"’)]/u.test(after);
}

export const doubledWord = defineTextCheck({
  id: 'doubled-word',
  family: 'punctuation',
  severity: 'warning',
  describe: 'A word stands twice in a row in the target, and the source has none that does.',
  example: {
    locale: 'en',
    source: 'Il est dans la ville.',
    target: 'He is in the the city.',
    note: '“the” twice',
  },
  find({ source, text, to }) {
    const places = doubledWords(text);
    if (places.length === 0 || doubledWords(source).length > 0) return [];
    const usual = mayDouble.get(languageOf(to)) ?? none;
    return places
      .filter(({ text: word }) => !usual.has(word.toLowerCase()))
      .slice(0, 5)
      .map(({ text: word, start, end }): Finding => ({ message: `“${word}” twice`, target: { start, end } }));
  },
});

/** Pairs with one blank between them, in the same letters; not two names (`Bora Bora`), nor what stands three times in a row. */
function doubledWords(text: string): Word[] {
  const words = wordsOf(text);
  return words.flatMap((word, index): Word[] => {
    const before = words[index - 1];
    if (!before || word.text.length < 2) return [];
    if (before.text !== word.text && before.text.toLowerCase() !== word.text) return [];
    if (/^\p{Lu}/u.test(word.text)) return [];
    if (words[index - 2]?.text === word.text || words[index + 1]?.text === word.text) return [];
    if (!/^[ \u00a0]$/u.test(text.slice(before.end, word.start))) return [];
    // `s'il vous vous`, `rue-rue`: part of a compound or an elision
    if (/['’-]/u.test((text[before.start - 1] ?? '') + (text[word.end] ?? ''))) return [];
    return [{ text: word.text, start: before.start, end: word.end }];
  });
}

const none: ReadonlySet<string> = new Set();

/** Words that grammar may set twice: `nous nous`, `had had`, `die die`, `via via`. */
const mayDouble = new Map<string, ReadonlySet<string>>([
  ['fr', new Set(['nous', 'vous', 'en', 'très', 'plus', 'bien', 'non', 'oui', 'bla', 'pas'])],
  [
    'en',
    new Set(['had', 'that', 'is', 'very', 'no', 'so', 'bye', 'ha', 'blah', 'in', 'on', 'long', 'do', 'who']),
  ],
  ['de', new Set(['die', 'der', 'das', 'sie', 'dem', 'den', 'ihr', 'es', 'sehr', 'nein', 'ja', 'war', 'so'])],
  ['es', new Set(['que', 'muy', 'no', 'sí', 'ja', 'casi'])],
  ['pt', new Set(['se', 'que', 'muito', 'não', 'sim', 'quase', 'logo', 'já'])],
  ['it', new Set(['via', 'piano', 'così', 'molto', 'no', 'sì', 'appena', 'mano', 'quasi'])],
  ['ru', new Set(['да', 'нет', 'очень', 'вот', 'еле', 'чуть', 'что', 'как'])],
  ['ar', new Set(['لا', 'جدا', 'من', 'رويدا', 'يوما', 'حجرا', 'بابا', 'بيتا', 'ما', 'شيئا', 'واحدا', 'كلا'])],
]);
