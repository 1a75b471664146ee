import { type Locale, languageOf } from '../model/locale.ts';
import { quotationMarks } from '../text/quotation-marks.ts';
import { type Typography, typographyOf } from '../text/typography.ts';

/**
 * Sets what an engine of rules leaves as the copy has it, in the typography of the target: quotation marks, blanks beside marks, `¿` and `¡`, the
 * apostrophe, the capital at the beginning. Blanks and small words that it doubled, and an opening mark that it left behind the word it
 * opens, are put right in any language.
 *
 * @param source the copy: what stands in it the same way is meant
 */
export function typeset(text: string, source: string, target: Locale): string {
  const plain = withApostrophes(undoubled(text, source), source);
  const typography = typographyOf(target);
  const set = typography ? withoutBlanks(withMarks(plain, target, typography), target, typography) : plain;
  const asked = languageOf(target) === 'es' ? withInvertedMarks(set) : set;
  return startsWithCapital(source) ? capitalised(asked) : asked;
}

function undoubled(text: string, source: string): string {
  // Before the marks move: two words that come to stand together by that are none that were doubled.
  const words = doubledWord.test(source) ? text : text.replace(doubledWord, '$1');
  const marks = words
    .replace(strayGuillemet, '« $1 ')
    .replace(strayMark, (found, word: string, mark: string) =>
      looseMark.test(source) ? found : `${mark}${word} `,
    );
  return /[ \u00a0]{2}/u.test(source) ? marks : marks.replace(/([ \u00a0]){2,}/gu, '$1');
}

/** `consultas «  con`: the blanks of a word that went stand where the mark went. Each word is tried once, from its beginning. */
const strayGuillemet = /(?<![^\s«»])([^\s«»]+)[ \u00a0]«[ \u00a0]{2,}/gu;
const strayMark = /(?<![^\s"“])([^\s"“]+)[ \u00a0](["“])[ \u00a0](?=[\p{L}\p{N}])/gu;
const looseMark = /\s["“]\s/u;
/** `el el día`. */
const doubledWord = /(?<![\p{L}\p{M}'’-])(\p{Ll}{1,3})[ \u00a0]\1(?![\p{L}\p{M}'’-])/u;

/** The apostrophe that the copy has, where it has one. */
function withApostrophes(text: string, source: string): string {
  return source.includes('’') && !source.includes("'")
    ? text.replace(/(?<=\p{L})'(?=[\p{L}\p{N}«“])/gu, '’')
    : text;
}

/** Straight marks become those of the language, and blanks inside of marks go where the language has none. */
function withMarks(text: string, target: Locale, { quotes, nested, quoteBlank }: Typography): string {
  let set = '';
  let at = 0;
  let depth = 0;
  for (const { at: place, mark, role } of quotationMarks(text, target)) {
    if (role === 'close') depth = Math.max(0, depth - 1);
    const pair = depth === 0 ? quotes : nested;
    const right = mark === '"' ? pair[role] : mark;
    if (role === 'open') depth += 1;
    const before = text.slice(at, place);
    set += role === 'close' && quoteBlank === '' ? before.replace(blanksAtEnd, '') : before;
    set += right;
    at = place + 1;
    if (role === 'open' && quoteBlank === '')
      at += /^[ \u00a0\u202f]*/u.exec(text.slice(at))?.[0].length ?? 0;
  }
  return set + text.slice(at);
}

const blanksAtEnd = /(?<![ \u00a0\u202f])[ \u00a0\u202f]+$/u;

/** `3 : 1` keeps its blanks. */
function withoutBlanks(text: string, target: Locale, { blankBefore }: Typography): string {
  if (languageOf(target) === 'fr') return text;
  return text.replace(blankAndMark, (found, mark: string, at: number) => {
    const isRatio =
      mark === ':' && /\d/u.test(text.charAt(at - 1)) && /^ ?\d/u.test(text.slice(at + found.length));
    return blankBefore.has(mark) || isRatio ? found : mark;
  });
}

const blankAndMark = /(?<=[\p{L}\p{N}\p{M}»”%)\]}…’])[ \u00a0\u202f]{1,3}([,.;:!?])(?![.\p{L}\p{N}\-)(/=])/gu;

/** `¿` and `¡` where the question or the cry begins: behind the last mark before it. */
function withInvertedMarks(text: string): string {
  return text
    .replace(/([¿¡])[ \u00a0]+/gu, '$1')
    .replace(asking, (found, blank: string, words: string, mark: string) => {
      if (/[¿¡]/u.test(words) || !/\p{L}/u.test(words)) return found;
      return `${blank}${mark === '?' ? '¿' : '¡'}${words}${mark}`;
    });
}

const asking =
  /(?<=^|[.!?…:;«“"(—])(\s*)((?:[^\s.!?…:;«»“”"()—]|“[^“”.!?]*”)(?:[^.!?…:;«»“”"()—]|“[^“”.!?]*”)*)([?!])/gu;

function startsWithCapital(text: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(text);
}

function capitalised(text: string): string {
  return text.replace(
    /^(\P{L}*)(\p{Ll})/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
