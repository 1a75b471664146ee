import { isDateline } from '../model/draft.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { matchesOf } from '../text/matches.ts';
import { defineTextCheck, type Finding, type Place, placesOf } from './check.ts';

export const numberFormat = defineTextCheck({
  id: 'number-format',
  family: 'numbers',
  severity: 'warning',
  describe: 'A number of the target has the decimal mark or the thousands mark of another language.',
  example: {
    locale: 'en',
    source: 'Une hausse de 3,4 %.',
    target: 'A rise of 3,4%.',
    note: 'English writes 3.4',
  },
  find({ source, text, from, to, unit }) {
    const [own, other] = [marksOf(from), marksOf(to)];
    if (!own || !other || !/\d/u.test(text) || isDateline(unit)) return [];
    const wanted = readings(source, own);
    const right = ({ found, at }: Place) =>
      isNamed(text, at.start, source) ? undefined : rewritten(found, other, wanted);
    return placesOf(text, numbers, (place) => right(place) !== undefined).map(
      (place): Finding => ({
        message: `“${place.found}” is written “${right(place)}” in ${to}`,
        target: place.at,
      }),
    );
  },
});

/** `Windows 8.1`: a number that belongs to a name, written so on both sides. */
function isNamed(text: string, start: number, source: string): boolean {
  const name = /\p{Lu}[\p{L}\d]{1,30}[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 33), start))?.[0];
  return name !== undefined && source.includes(name + text.slice(start, start + 3));
}

type Marks = { readonly decimal: string; readonly groups: string; readonly group: string };

const blanks = ' \u00a0\u202f\u2009';

/** The marks of a language; those of news copy beside those of CLDR. Arabic copy has both ways, so it has no entry. */
const marks = new Map<string, Marks>([
  ['fr', { decimal: ',', groups: `${blanks}.`, group: '\u202f' }],
  ['en', { decimal: '.', groups: ',', group: ',' }],
  ['de', { decimal: ',', groups: `.${blanks}`, group: '.' }],
  ['de-CH', { decimal: '.', groups: `’'${blanks}`, group: '’' }],
  ['es', { decimal: ',', groups: `.${blanks}`, group: '.' }],
  ['es-MX', { decimal: '.', groups: `,${blanks}`, group: ',' }],
  ['es-US', { decimal: '.', groups: `,${blanks}`, group: ',' }],
  ['pt', { decimal: ',', groups: `.${blanks}`, group: '.' }],
  ['it', { decimal: ',', groups: `.${blanks}`, group: '.' }],
  ['ru', { decimal: ',', groups: blanks, group: '\u00a0' }],
]);

function marksOf(locale: Locale): Marks | undefined {
  return marks.get(locale) ?? marks.get(languageOf(locale));
}

/** A number with marks in it; none that goes on as a date, a time, a version or an address. */
const numbers =
  /(?<![\p{L}\d.,:/’'-])\d{1,12}(?:[.,’' \u00a0\u202f\u2009]\d{1,12}){1,6}(?![\p{L}\d:/]|[.,-]\d)/gu;

/** Digits of the source without marks, and what they are: `34` a decimal with one digit behind its mark, `30000` grouped. */
function readings(source: string, own: Marks): ReadonlyMap<string, 'grouped' | 'decimal'> {
  const found = new Map<string, 'grouped' | 'decimal'>();
  for (const [number] of matchesOf(source, numbers)) {
    const kind = kindOf(number, own);
    if (kind !== undefined) found.set(digitsOf(number), kind);
  }
  return found;
}

function kindOf(number: string, { decimal, groups }: Marks): 'grouped' | 'decimal' | undefined {
  const signs = number.replace(/\d/gu, '');
  const parts = number.split(/\D/u);
  const last = signs.slice(-1);
  const before = last === decimal ? signs.slice(0, -1) : signs;
  const grouped = (last === decimal ? parts.slice(1, -1) : parts.slice(1)).every((part) => part.length === 3);
  if (!grouped || [...before].some((sign) => !groups.includes(sign) || sign !== before[0])) return undefined;
  if ((parts[0]?.length ?? 0) > 3 && before !== '') return undefined;
  return last === decimal ? 'decimal' : 'grouped';
}

function digitsOf(number: string): string {
  return number.replace(/\D/gu, '');
}

/**
 * How a number would be written with the right marks; undefined where they are right, or nobody can tell what it is: a mark that is wrong
 * has to do what it does in the source, unless it stands twice.
 */
function rewritten(
  number: string,
  marks: Marks,
  wanted: ReadonlyMap<string, 'grouped' | 'decimal'>,
): string | undefined {
  const signs = number.replace(/\d/gu, '');
  const parts = number.split(/\D/u);
  const kind = wanted.get(digitsOf(number));
  if (kindOf(number, marks) === kind || (kind === undefined && kindOf(number, marks) !== undefined))
    return undefined;
  const thousands = parts.slice(1).every((part) => part.length === 3) && (parts[0]?.length ?? 0) <= 3;
  if (thousands && new Set(signs).size === 1 && (kind === 'grouped' || signs.length > 1)) {
    if (/\s/u.test(signs) && kind !== 'grouped') return undefined;
    return parts.join(marks.group);
  }
  const decimals = parts.length === 2 && /^[.,]$/u.test(signs);
  return decimals && kind === 'decimal' ? parts.join(marks.decimal) : undefined;
}

export const percentFormat = defineTextCheck({
  id: 'percent-format',
  family: 'numbers',
  severity: 'info',
  describe:
    'Before the sign for percent the target has a blank where its language has none, or none where it has one.',
  example: {
    locale: 'en',
    source: 'Une hausse de 3 %.',
    target: 'A rise of 3 %.',
    note: 'no blank in English',
  },
  find({ text, to }) {
    const blank = percentBlank.get(languageOf(to));
    if (blank === undefined || !text.includes('%')) return [];
    return placesOf(text, blank ? /\d%(?![\p{L}\d])/gu : /\d[ \u00a0\u202f]%(?![\p{L}\d])/gu).map(
      ({ at }): Finding => ({
        message: blank ? `a blank belongs before % in ${to}` : `no blank belongs before % in ${to}`,
        target: at,
      }),
    );
  },
});

/** Spanish, Russian and Arabic copy has both ways. */
const percentBlank = new Map([
  ['fr', true],
  ['de', true],
  ['en', false],
  ['pt', false],
  ['it', false],
]);
