import type { Locale } from '../model/locale.ts';
import { matchesOf } from './matches.ts';
import { remembered } from './remembered.ts';
import { typographyOf } from './typography.ts';

/** A double quotation mark, or a single guillemet, and what it does where it stands. Apostrophes and ‘ ’ are never taken for one. */
export type QuotationMark = {
  readonly at: number;
  readonly mark: string;
  readonly role: 'open' | 'close';
  /** Whether its partner stands in the same text. */
  readonly paired: boolean;
};

/**
 * The quotation marks of a text, each paired with its partner. A straight mark behind a digit with no quotation open is the sign for inches or
 * seconds and is left out.
 */
export function quotationMarks(text: string, locale: Locale): readonly QuotationMark[] {
  const ofLocale = kept.get(locale) ?? new Map<string, readonly QuotationMark[]>();
  kept.set(locale, ofLocale);
  return remembered(ofLocale, text, () => marksIn(text, locale));
}

const kept = new Map<Locale, Map<string, readonly QuotationMark[]>>();

const doubleMarks = /["“”„‟«»‹›]/gu;

function marksIn(text: string, locale: Locale): QuotationMark[] {
  const marks: { at: number; mark: string; role: 'open' | 'close'; paired: boolean }[] = [];
  const openers = openersOf(locale);
  const waiting: number[] = [];
  for (const { 0: mark, index: at } of matchesOf(text, doubleMarks)) {
    const partner = waiting.findLastIndex((index) => mayClose(marks[index]?.mark, mark));
    const before = text[at - 1] ?? '';
    const opens = partner === -1 ? mayOpen(text, at, mark, openers) : false;
    if (partner === -1 && mark === '"' && /\d/u.test(before)) continue;
    const opener = marks[waiting[partner] ?? -1];
    marks.push({ at, mark, role: opens ? 'open' : 'close', paired: opener !== undefined });
    if (opener) {
      opener.paired = true;
      waiting.length = partner;
    } else if (opens) {
      waiting.push(marks.length - 1);
      if (waiting.length > deepest) waiting.shift();
    }
  }
  return marks;
}

/** Quotations are not nested deeper in any copy; it keeps the search for a partner short in hostile text. */
const deepest = 8;

const closers = new Map([
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['“', '”“'],
  ['”', '“”'],
  ['„', '“”"'],
  ['‟', '”'],
  ['"', '"'],
]);

function mayClose(opener: string | undefined, mark: string): boolean {
  return opener !== undefined && (closers.get(opener)?.includes(mark) ?? false);
}

/** A mark that opens in no text of the locale opens all the same where it leans on the word behind it: “so” in German. */
function mayOpen(text: string, at: number, mark: string, openers: ReadonlySet<string>): boolean {
  if (openers.has(mark)) return true;
  const leansForward = /[\p{L}\p{N}«“„‘¿¡([…]/u.test(text[at + 1] ?? '');
  return leansForward && !/[\p{L}\p{N}.,!?…)\]]/u.test(text[at - 1] ?? '');
}

/** Marks that can open in a locale; where the house has no table, those that do so in most languages. */
function openersOf(locale: Locale): ReadonlySet<string> {
  const known = openers.get(locale);
  if (known) return known;
  const typography = typographyOf(locale);
  const pairs = typography ? [typography.quotes, typography.nested, ...typography.admitted] : [];
  const closing = new Set(pairs.map((pair) => pair.close));
  const usual = ['«', '‹', '“', '„', '‟'].filter((mark) => !closing.has(mark));
  const found = new Set([...pairs.map((pair) => pair.open), ...usual]);
  openers.set(locale, found);
  return found;
}

const openers = new Map<Locale, ReadonlySet<string>>();
