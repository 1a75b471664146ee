import { withoutAccents } from '../text/fold.ts';
import { wordingOf } from '../text/wording.ts';

/**
 * The words of a text as an index of words keeps them, with blanks between them: in small letters, without accents, digits apart from
 * the letters behind them, as tokens are, and other numbers (`½`, `²`) by themselves.
 */
export function indexedWords(text: string): string {
  return quickly(text) ?? thoroughly(text);
}

/** In small letters and without accents: how words are compared when they are looked up. */
export function foldedWord(text: string): string {
  return withoutAccents(wordingOf(text)).toLowerCase();
}

function thoroughly(text: string): string {
  return foldedWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Nd})(?=\p{L})/gu, ' ')
    .replace(/[\p{Nl}\p{No}]/gu, ' $& ')
    .replace(/ +/gu, ' ')
    .trim();
}

/** What becomes of one UTF-16 unit, whatever stands beside it. */
type Fate =
  | { readonly kind: 'letter' | 'digit' | 'number'; readonly unit: number }
  | { readonly kind: 'blank' | 'mark' | 'unclear' };

/** Fates by numbers, for the table of them: this is the innermost loop of an import. */
const codes = { unknown: 0, unclear: 1, mark: 2, blank: 3, letter: 4, digit: 5, number: 6 } as const;
const tableSize = 0x20d0;
const codeOf = new Uint8Array(tableSize);
const unitOf = new Uint16Array(tableSize);
const blank = 0x20;

/**
 * The same, unit by unit, in a fraction of the time. Undefined for a text in which that would not do, for what becomes of a unit depends
 * on those beside it.
 */
function quickly(text: string): string | undefined {
  const units: number[] = [];
  let before: number = codes.blank;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= tableSize) return undefined;
    const code = codeOf[unit] || learn(unit);
    if (code === codes.unclear) return undefined;
    if (code === codes.mark) continue;
    const isApart =
      code === codes.blank ||
      code === codes.number ||
      before === codes.number ||
      (before === codes.digit && code === codes.letter);
    if (isApart && before !== codes.blank) units.push(blank);
    if (code !== codes.blank) units.push(unitOf[unit] ?? 0);
    before = code;
  }
  if (before === codes.blank) units.pop();
  let words = '';
  for (let from = 0; from < units.length; from += mostAtOnce) {
    words += String.fromCharCode(...units.slice(from, from + mostAtOnce));
  }
  return words;
}

/** A call takes only so many arguments. */
const mostAtOnce = 8192;

function learn(unit: number): number {
  const fate = fateOf(unit);
  codeOf[unit] = codes[fate.kind];
  if ('unit' in fate) unitOf[unit] = fate.unit;
  return codes[fate.kind];
}

/**
 * Latin, Greek, Cyrillic, Hebrew and Arabic, and marks of punctuation. Elsewhere a letter may be two units, or grow together with the next.
 * What a capital sigma becomes depends on what follows.
 */
function fateOf(unit: number): Fate {
  const isAlone = unit < 0x700 || (unit >= 0x1e00 && unit < 0x1f00) || unit >= 0x2000;
  if (!isAlone || unit === 0x3a3) return { kind: 'unclear' };
  const character = String.fromCharCode(unit);
  if (/\p{Mn}/u.test(character)) return { kind: 'mark' };
  const folded = foldedWord(character);
  if (!/[\p{L}\p{N}]/u.test(folded)) return { kind: 'blank' };
  if (folded.length > 1) return { kind: 'unclear' };
  const kind = /\p{L}/u.test(folded) ? 'letter' : /\p{Nd}/u.test(folded) ? 'digit' : 'number';
  return { kind, unit: folded.charCodeAt(0) };
}
