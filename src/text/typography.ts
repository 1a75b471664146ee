import { type Locale, languageOf } from '../model/locale.ts';

/** An opening and a closing mark. */
export type QuotePair = { readonly open: string; readonly close: string };

/** How a language sets its quotation marks and the blanks beside marks. */
export type Typography = {
  /** What the house writes first. */
  readonly quotes: QuotePair;
  /** Quotations inside quotations. */
  readonly nested: QuotePair;
  /** What is right as well, at either level. */
  readonly admitted: readonly QuotePair[];
  /** The blank just inside the outer marks: none but in French. */
  readonly quoteBlank: '' | '\u00a0';
  /** Marks that have a blank before them that does not break. */
  readonly blankBefore: ReadonlySet<string>;
};

/** The typography of a locale: its own, or that of its language; undefined for a language the house has no table for. */
export function typographyOf(locale: Locale): Typography | undefined {
  return tables.get(locale) ?? tables.get(languageOf(locale));
}

const guillemets: QuotePair = { open: '«', close: '»' };
const singleGuillemets: QuotePair = { open: '‹', close: '›' };
const inwardGuillemets: QuotePair = { open: '»', close: '«' };
const inwardSingleGuillemets: QuotePair = { open: '›', close: '‹' };
const curly: QuotePair = { open: '“', close: '”' };
const singleCurly: QuotePair = { open: '‘', close: '’' };
const low: QuotePair = { open: '„', close: '“' };
const singleLow: QuotePair = { open: '‚', close: '‘' };

const plain = { quoteBlank: '', blankBefore: new Set<string>() } as const;

const tables = new Map<Locale, Typography>([
  [
    'fr',
    {
      quotes: guillemets,
      nested: curly,
      admitted: [],
      quoteBlank: '\u00a0',
      blankBefore: new Set([';', ':', '!', '?', '»', '%']),
    },
  ],
  [
    'fr-CA',
    {
      quotes: guillemets,
      nested: curly,
      admitted: [],
      quoteBlank: '\u00a0',
      blankBefore: new Set([':', '»', '%']),
    },
  ],
  ['fr-CH', { ...plain, quotes: guillemets, nested: singleGuillemets, admitted: [curly] }],
  ['en', { ...plain, quotes: curly, nested: singleCurly, admitted: [] }],
  [
    'de',
    {
      ...plain,
      quotes: low,
      nested: singleLow,
      admitted: [inwardGuillemets, inwardSingleGuillemets],
    },
  ],
  ['de-CH', { ...plain, quotes: guillemets, nested: singleGuillemets, admitted: [low, singleLow] }],
  ['es', { ...plain, quotes: guillemets, nested: curly, admitted: [singleCurly] }],
  ['ca', { ...plain, quotes: guillemets, nested: curly, admitted: [singleCurly] }],
  ['pt', { ...plain, quotes: guillemets, nested: curly, admitted: [singleCurly] }],
  ['pt-BR', { ...plain, quotes: curly, nested: singleCurly, admitted: [guillemets] }],
  ['it', { ...plain, quotes: guillemets, nested: curly, admitted: [] }],
  [
    'ar',
    { ...plain, quotes: guillemets, nested: curly, admitted: [singleGuillemets, { open: '”', close: '“' }] },
  ],
]);
