import { measureWords } from './measure-words.ts';

/** What a number counts, as far as a wrong one would be another value: 20 % are no 20 points, 12 km no 12 miles. */
export type Measure = {
  /** The same in every language: `percent`, `euro`, `km`. */
  readonly name: string;
  /** Whether a number that has it must have it in a translation too; `34 ans` may be `34`, but 3 million euros are no 3 million. */
  readonly kept: boolean;
};

/**
 * The measure that is written behind a number (`12 km`, `3 millions d'euros`, `34-jährig`) or before it (`$3`).
 *
 * @param before up to the number, some characters of it
 * @param after from its end on
 */
export function measureAt(before: string, after: string): Measure | undefined {
  const behind = measureBehind(after.toLowerCase());
  if (behind !== undefined) return behind;
  const sign = /[$€£¥rdpf]\s?$/iu.test(before) ? signBefore.exec(before)?.[1] : undefined;
  const name = sign === undefined ? undefined : signs.get(sign.toLowerCase());
  return name === undefined ? undefined : { name, kept: true };
}

/** What as many of one measure are in another; conversions that every reader makes in the head. */
export function convert(quantity: number, name: string): readonly { value: number; name: string }[] {
  if (name === 'day' && quantity === 15) return [{ value: 2, name: 'week' }];
  if (name === 'day' && quantity === 8) return [{ value: 1, name: 'week' }];
  if (name === 'degree')
    return [quantity, -quantity].map((value) => ({ value: toFahrenheit(value), name: 'fahrenheit' }));
  return conversions
    .flatMap(([small, large, factor]) => {
      if (name === small) return [{ value: quantity / factor, name: large }];
      return name === large ? [{ value: quantity * factor, name: small }] : [];
    })
    .filter(({ value }) => value >= 0.5 && Number.isInteger(value * 1000));
}

/** As a desk writes it: whole degrees, without their sign, as the values of numbers are. */
function toFahrenheit(celsius: number): number {
  return Math.abs(Math.round(celsius * 1.8 + 32));
}

const conversions: readonly (readonly [small: string, large: string, factor: number])[] = [
  ['hour', 'day', 24],
  ['minute', 'hour', 60],
  ['day', 'week', 7],
  ['month', 'year', 12],
  ['year', 'decade', 10],
  ['cm', 'm', 100],
  ['m', 'km', 1000],
  ['mm', 'cm', 10],
  ['millilitre', 'litre', 1000],
  ['centilitre', 'litre', 100],
  ['litre', 'hectolitre', 100],
  ['kg', 'tonne', 1000],
  ['mg', 'g', 1000],
  ['g', 'kg', 1000],
  ['kilowatt', 'megawatt', 1000],
  ['megawatt', 'gigawatt', 1000],
  ['kilowatt-hour', 'megawatt-hour', 1000],
  ['megawatt-hour', 'gigawatt-hour', 1000],
  ['gigawatt-hour', 'terawatt-hour', 1000],
  ['second', 'minute', 60],
  ['hectare', 'km2', 100],
];

/** The letters of the languages of the house: V8 takes a hundred times as long to make an expression of all letters there are, whatever their case. */
export const letter = '[a-z\\u00aa-\\u024f\\u0300-\\u036f\\u0400-\\u052f]';
/** A pattern in which `\\p{L}` stands for one of those letters. */
export const spelled = (pattern: string): string => pattern.replaceAll('\\p{L}', letter);

/**
 * The measure that a text in lower case begins with, a blank or a hyphen and the word for `of` aside. Words are compared, not matched:
 * V8 takes longer to make expressions of this table than to do all the rest of a check, and a run asks for a few numbers only.
 */
function measureBehind(text: string): Measure | undefined {
  let start = 0;
  while (start < 2 && blankOrHyphen.test(text.charAt(start))) start += 1;
  start += of.find((word) => text.startsWith(word, start))?.length ?? 0;
  formsByInitial ??= readForms();
  return formsByInitial.get(text.charAt(start))?.find((form) => isFormAt(form, text, start))?.measure;
}

const blankOrHyphen = /[\s\u2010\u2011-]/u;
const of = ["d'", 'd’', 'de ', 'di ', 'du ', 'of ', 'des '];

/** A form cut where letters of any kind may stand: `процентн`, as many letters, ` пункт`, as many letters. */
type Form = {
  readonly parts: readonly FormPart[];
  /** What may not follow. */
  readonly not: string;
  readonly measure: Measure;
};
type FormPart = { readonly text: string; readonly least: number; readonly most: number };

let formsByInitial: ReadonlyMap<string, readonly Form[]> | undefined;

function readForms(): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>();
  for (const [name, words] of measureWords) {
    const measure = { name, kept: kept.has(name) };
    for (const spelling of words.split('|').flatMap(spellingsOf)) {
      const [text = '', not = ''] = spelling.split('!');
      const form = { parts: partsOf(text), not, measure };
      const initial = spelling.charAt(0);
      const known = forms.get(initial);
      if (known) known.push(form);
      else forms.set(initial, [form]);
    }
  }
  return forms;
}

/** `grad(e)(n)`: with what may be left out, and without it. */
function spellingsOf(form: string): string[] {
  const open = form.indexOf('(');
  if (open < 0) return [form];
  const close = form.indexOf(')', open);
  const rest = form.slice(close + 1);
  return [form.slice(open + 1, close), ''].flatMap((part) => spellingsOf(form.slice(0, open) + part + rest));
}

function partsOf(spelling: string): FormPart[] {
  const [first = '', ...others] = spelling.split('{');
  const parts: FormPart[] = [];
  let text = first;
  for (const other of others) {
    const [count = '', behind = ''] = other.split('}');
    const [least, most] = count.split(',').map(Number);
    parts.push({ text, least: least ?? 0, most: most ?? 0 });
    text = behind;
  }
  return text === '' ? parts : [...parts, { text, least: 0, most: 0 }];
}

/** Whether a form stands at a place and ends there: `12 km`, but not `12 kmh`, and not the metre of `12 m²`. */
function isFormAt({ parts, not }: Form, text: string, start: number): boolean {
  let at = start;
  for (const { text: written, least, most } of parts) {
    if (!text.startsWith(written, at)) return false;
    at += written.length;
    if (most === 0) continue;
    const from = at;
    while (isLetter(text.charCodeAt(at))) at += 1;
    if (at - from < least || at - from > most) return false;
  }
  const next = text.charAt(at);
  if (next !== '' && (not.includes(next) || '²³'.includes(next))) return false;
  return !isLetter(text.charCodeAt(at - 1)) || !isLetter(text.charCodeAt(at));
}

/** The letters of the languages of the table, in lower case; Cyrillic has no `\b`, so every word is bounded by hand. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xaa && code <= 0x24f) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x400 && code <= 0x52f)
  );
}

const signBefore = /(us\$|r\$|[$€£¥]|\b(?:eur|usd|gbp|chf))\s?$/iu;
const signs = new Map([
  ['$', 'dollar'],
  ['us$', 'dollar'],
  ['usd', 'dollar'],
  ['r$', 'real'],
  ['€', 'euro'],
  ['eur', 'euro'],
  ['£', 'pound'],
  ['gbp', 'pound'],
  ['¥', 'yen'],
  ['chf', 'franc'],
]);

const kept = new Set([
  'percent',
  'euro',
  'dollar',
  'pound',
  'franc',
  'yen',
  'rouble',
  'yuan',
  'peso',
  'real',
]);
