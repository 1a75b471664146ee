import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import type { DayHalf } from './day-halves.ts';
import { matchesOf } from './matches.ts';
import type { Measure } from './measures.ts';
import { withContext } from './number-context.ts';
import { asValue, digitPattern, pairOf, type Reading, readDigits, withAsciiDigits } from './number-forms.ts';
import { type Atom, type Phrase, phraseFrom } from './number-phrase.ts';
import { type NumberLexicon, type NumberWord, numberLexicon } from './number-words.ts';

/**
 * A number in a text and all it can mean. `30.000` in French copy is 30000; `14h30` is a clock time, or 14 and 30.
 *
 * Values are compared as strings: numbers as JavaScript writes them, `2:30` for clock times, `m10` for months, and `=30.000` for signs
 * that were copied as they are.
 */
export type NumberMention = Span & {
  readonly text: string;
  readonly readings: readonly Reading[];
  /** Values in it that answer for numbers of the other side, but not for itself. */
  readonly parts: readonly string[];
  /**
   * `digits` must come back in a translation; `words` (two, twentieth, XVIe) and digits that are part of a `name` (G20, CO2,
   * Covid-19, quarter-finals) may be said in another way.
   */
  readonly kind: 'digits' | 'words' | 'name';
  /** Whether a word is nothing but a number, so that a translation has to say it: not `second` or `once`, and not 0 and 1. */
  readonly asked: boolean;
  /**
   * What other numbers it may be mistaken for: two names that begin alike (A320, A330), two rounds of a cup, two weekdays. A name may
   * be said in another way, but not with the number of its rival.
   */
  readonly rival?: string;
  /** What it counts, where that is part of its value. */
  readonly measure?: Measure;
  /** Whether a measure that stands with its neighbour may be meant for it: `10 bis 12 Prozent`. */
  readonly sharesMeasure: boolean;
  readonly half?: DayHalf;
  /** `-5`, `moins 5 degrés`, `5 degrees below zero`. */
  readonly negative: boolean;
  /** The hour, where it may be a clock time. */
  readonly hour?: number;
  /** The last scale word that belongs to it: 1000000 for `30 Mio.`, 1 for none. */
  readonly scale: number;
};

/** The numbers of a text in reading order, in digits and, where the house has a table for the language, in words. */
export function readNumbers(text: string, locale: Locale): NumberMention[] {
  const ascii = withAsciiDigits(text);
  const lexicon = numberLexicon(locale);
  const mentions = compose(ascii, atomsOf(ascii, locale, lexicon), lexicon);
  return withContext(withPairs(withRanges(mentions, ascii, lexicon), ascii), ascii, locale);
}

/** Every value that these numbers have in some reading, and every pair that stands close together: `3 to 1` is `1&3`. */
export function valuesOf(mentions: readonly NumberMention[]): ReadonlySet<string> {
  const values = new Set<string>();
  for (const [index, mention] of mentions.entries()) {
    for (const reading of mention.readings) for (const value of reading) values.add(value);
    for (const part of mention.parts) values.add(part);
    const next = mentions[index + 1];
    if (next && next.start - mention.end <= closeBy)
      values.add(pairOf(quantityOf(mention), quantityOf(next)));
  }
  return values;
}

/** `2 Stunden und 41 Minuten`: as many units may stand between two numbers that are meant together. */
const closeBy = 16;

/** Whether a number can be said with these values: all values of one of its readings are among them. */
export function isExpressed(mention: NumberMention, values: ReadonlySet<string>): boolean {
  return mention.readings.some((reading) => reading.every((value) => values.has(value)));
}

/** Scale words that may mean something else: 30 m are metres, `mi` is a pronoun. */
const abbreviations = new Set(['b', 'k', 'm', 'mi', 'bi', 'tri']);

const pattern = new RegExp(`${digitPattern}|\\p{L}[\\p{L}\\p{M}]*`, 'gu');

function atomsOf(text: string, locale: Locale, lexicon: NumberLexicon | undefined): Atom[] {
  const atoms: Atom[] = [];
  for (const { 0: found, index: start } of matchesOf(text, pattern)) {
    const span = { start, end: start + found.length };
    const first = found.charCodeAt(0);
    if (first >= 48 && first <= 57) {
      const before = text.slice(Math.max(0, start - 20), start);
      const after = text.slice(span.end, span.end + 12);
      atoms.push({ ...span, is: 'digits', ...readDigits(found, before, after, locale) });
      continue;
    }
    const roman = first <= upperX ? romanValue(found) : undefined;
    const senses = roman ? [roman] : lexicon?.find(found);
    if (!senses || senses.length === 0 || isPercent(found, text.slice(Math.max(0, start - 6), start)))
      continue;
    atoms.push({ ...span, is: 'word', senses, abbreviated: abbreviations.has(found.toLowerCase()) });
  }
  return atoms;
}

/** No Roman number begins with a character behind `X`. */
const upperX = 88;

/** The hundred of `pour cent`, `por ciento`, `per cento` counts nothing. */
function isPercent(word: string, before: string): boolean {
  return /^(?:cent|c[ei]e?nto)$/iu.test(word) && /\bp(?:our|or|er)\s$/iu.test(before);
}

/** `XVIe`, `XX`, `II`: the numbers of centuries and sovereigns. One letter alone is too often none. */
function romanValue(word: string): NumberWord | undefined {
  if (!/^[IVXL]/u.test(word)) return undefined;
  const [, letters = ''] =
    /^([IVXL]{2,})(?:e|es|ème|er|º)?$/u.exec(word) ?? /^([IVX])(?:e|er|re|ème)$/u.exec(word) ?? [];
  if (letters === '' || !/^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(letters)) return undefined;
  let value = 0;
  for (const [index, letter] of [...letters].entries()) {
    const worth = romanLetters.get(letter) ?? 0;
    value += worth < (romanLetters.get(letters[index + 1] ?? '') ?? 0) ? -worth : worth;
  }
  return { kind: 'value', value, asked: 'always' };
}

const romanLetters = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
]);

function compose(text: string, atoms: readonly Atom[], lexicon: NumberLexicon | undefined): NumberMention[] {
  const mentions: NumberMention[] = [];
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at];
    if (!atom) break;
    const run = lexicon
      ? phraseFrom(text, atoms, at, lexicon)
      : { next: at + 1, scale: 1, extra: 0, sure: false };
    const end = atoms[run.next - 1]?.end ?? atom.end;
    const span = { start: atom.start, end, text: text.slice(atom.start, end) };
    if (atom.is === 'digits') {
      const scaled = run.scale !== 1;
      const quantities = atom.quantities.map((quantity) => [asValue(quantity * run.scale + run.extra)]);
      const plain =
        scaled && run.sure
          ? []
          : [...atom.quantities.map((quantity) => [asValue(quantity)]), ...atom.readings];
      const kind = isPartOfName(text, span) ? 'name' : 'digits';
      mentions.push({
        ...span,
        readings: scaled ? [...quantities, ...plain] : plain,
        parts: atom.parts ?? [],
        kind,
        scale: run.scale,
        ...(atom.hour !== undefined && { hour: atom.hour }),
        ...bare,
      });
    } else {
      const others = atom.senses.flatMap((sense) => (sense.kind === 'other' ? sense.values : []));
      const last = atoms[run.next - 1];
      // `a dozen` is as loose as `dozens`
      const whole = run.next === at + 1 || run.value === run.scale;
      const alone = whole && last?.is === 'word' ? last.senses.flatMap(valuesOfSense) : [];
      const values = [...(run.value === undefined ? alone : [asValue(run.value), ...alone]), ...others];
      const readings = values.map((value) => [value]);
      const asked = isAsked(atom.senses, run, at, text.slice(end, end + 12), lexicon);
      mentions.push({ ...span, readings, parts: [], kind: 'words', scale: run.scale, ...bare, asked });
    }
    at = run.next;
  }
  return mentions;
}

const bare = { asked: true, sharesMeasure: false, negative: false } as const;

/** Of several words, at least one is nothing but a number; of one, it depends on the word. */
function isAsked(
  senses: readonly NumberWord[],
  { next, value }: Phrase,
  at: number,
  after: string,
  lexicon: NumberLexicon | undefined,
): boolean {
  if (value !== undefined && value < 2 && Number.isInteger(value)) return false;
  if (next > at + 1) return true;
  if (value === undefined && senses.every(({ kind }) => kind === 'scale')) return false;
  const asked = new Set(senses.map((sense) => sense.asked));
  return asked.has('always') || (asked.has('of') && lexicon?.of.test(after) === true);
}

function valuesOfSense(sense: NumberWord): string[] {
  return 'value' in sense ? [asValue(sense.value)] : [];
}

/** Digits written onto a word with a capital (G20, A320, Covid-19) and the fractions of a knock-out round (1/4 de finale). */
function isPartOfName(text: string, { start, text: written }: Span & { readonly text: string }): boolean {
  if (/^[1-3]\/(?:2|3|4|8|16|32)$/u.test(written)) return true;
  if (/[\s(]/u.test(text[start - 1] ?? ' ')) return false;
  return /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]{0,20}[-\u2010\u2011]?$/u.test(
    text.slice(Math.max(0, start - 23), start),
  );
}

/** In `2 à 3 millions` the first number may be meant in millions too. */
function withRanges(
  mentions: readonly NumberMention[],
  text: string,
  lexicon: NumberLexicon | undefined,
): NumberMention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    if (!lexicon || !next || next.scale === 1 || mention.scale !== 1) return mention;
    if (!lexicon.ranges.test(text.slice(mention.end, next.start))) return mention;
    const low = quantityOf(mention);
    return { ...mention, readings: [...mention.readings, [asValue(low * next.scale)]] };
  });
}

/**
 * Two numbers of up to three digits with a dash between them (`3-1`, `11-12 ans`) are looked for together; those that only stand
 * close together may be found so: `1 min 15 s` as `1:15`.
 */
function withPairs(mentions: readonly NumberMention[], text: string): NumberMention[] {
  const pairs = mentions.map((a, index) => {
    const b = mentions[index + 1];
    if (!b || b.start - a.end > closeBy || (a.kind !== 'digits' && b.kind !== 'digits')) return undefined;
    if (!isShort(a) || !isShort(b)) return undefined;
    const dashed = a.kind === b.kind && /^[-\u2010-\u2015]$/u.test(text.slice(a.end, b.start));
    return { reading: [pairOf(quantityOf(a), quantityOf(b))], dashed };
  });
  return mentions.map((mention, index) => {
    const own = [pairs[index - 1], pairs[index]].filter((pair) => pair !== undefined);
    if (own.length === 0) return mention;
    const dashed = own.filter((pair) => pair.dashed).map(({ reading }) => reading);
    const readings = dashed.length > 0 ? dashed : [...mention.readings, ...own.map(({ reading }) => reading)];
    if (dashed.length === 0) return { ...mention, readings };
    return { ...mention, readings, parts: [...mention.parts, asValue(quantityOf(mention))] };
  });
}

function isShort({ kind, text, readings }: NumberMention): boolean {
  return kind === 'digits'
    ? /^\d{1,3}$/u.test(text)
    : kind === 'words' && /^\d{1,3}$/u.test(readings[0]?.[0] ?? '');
}

function quantityOf(mention: NumberMention): number {
  return Number(mention.readings[0]?.[0]);
}
