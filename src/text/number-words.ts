import { type Locale, languageOf } from '../model/locale.ts';
import { arabicNumbers } from './number-words-arabic.ts';
import { germanNumbers } from './number-words-german.ts';
import { italianNumbers } from './number-words-italian.ts';
import { russianNumbers } from './number-words-russian.ts';
import { tables } from './number-words-tables.ts';
import { remembered } from './remembered.ts';

/**
 * What a word means to somebody who counts.
 *
 * - `value`: so many: `seven`, `seventh`, `a dozen`
 * - `scale`: times so many: `thousand`, `Mio.`
 * - `half`: half of the scale before it: `deux millions et demi`
 * - `other`: a value no number has: a month (`m10`), a weekday (`w1`), noon (`0:00`), a share of a whole
 */
export type NumberWord = { readonly asked: Asked } & (
  | { readonly kind: 'value' | 'scale'; readonly value: number }
  | { readonly kind: 'half' }
  | { readonly kind: 'other'; readonly values: readonly string[] }
);

/**
 * Whether a translation has to say a word again that is a number: `seven`, yes; `second` or `once`, never, for they are other words
 * as well; `tiers` and `quarantaine` only where they say of what.
 */
export type Asked = 'always' | 'of' | 'never';

/** What a language says for numbers. `find` takes a word as it is written. */
export type NumberLexicon = {
  find(word: string): readonly NumberWord[];
  /** Words that may stand between two parts of one number: `vingt et un`. */
  readonly joins: RegExp;
  /** Words between the ends of a range: `2 à 3 millions`. */
  readonly ranges: RegExp;
  /** The word between a number and what it counts, also between two scales: `des centaines de milliers`. */
  readonly of: RegExp;
  /** Whether `soixante-quinze` and `quatre-vingts` are numbers. */
  readonly twenties: boolean;
};

/** The words of a language, and how to look one up. */
export type NumberTable = {
  /**
   * `2 two ?second|3 three third`: a value and the words for it. A word with `?` is never asked for, one with `~` only before
   * {@link NumberTable.of}.
   */
  readonly values: string;
  readonly scales: string;
  readonly halves: string;
  readonly others: string;
  readonly joins: string;
  readonly ranges: string;
  readonly of?: string;
  readonly twenties?: boolean;
  /** The forms to look a word in lower case up by, the likeliest first, where they are more than the word. */
  readonly forms?: (word: string) => readonly string[];
  /** Reads words that no table can list. */
  readonly read?: (word: string) => { readonly value: number; readonly asked: Asked } | undefined;
};

/** The number words of a locale's language, or undefined for a language the house has no table for. */
export function numberLexicon(locale: Locale): NumberLexicon | undefined {
  const known = lexicons.get(locale);
  if (known) return known;
  const language = languageOf(locale);
  const table = everyTable.get(language);
  if (!table) return undefined;
  const lexicon = lexiconOf(table);
  lexicons.set(locale, lexicon);
  return lexicon;
}

const everyTable: ReadonlyMap<string, NumberTable> = new Map([
  ...tables,
  ['ar', arabicNumbers],
  ['de', germanNumbers],
  ['it', italianNumbers],
  ['ru', russianNumbers],
]);

const lexicons = new Map<Locale, NumberLexicon>();

function lexiconOf(table: NumberTable): NumberLexicon {
  const forms = table.forms ?? ((word: string) => [word]);
  const kept = new Map<string, readonly NumberWord[]>();
  const words = new Map<string, NumberWord[]>();
  const add = (line: string, entry: (head: string, asked: Asked) => NumberWord) => {
    for (const item of line.split('|')) {
      const [head = '', ...names] = item.trim().split(/\s+/u);
      for (const name of names) {
        const bare = name.replace(/^[?~]/u, '');
        const key = forms(bare)[0] ?? bare;
        words.set(key, [...(words.get(key) ?? []), entry(head, askedBy(name))]);
      }
    }
  };
  add(table.values, (head, asked) => ({ kind: 'value', value: Number(head), asked }));
  add(table.scales, (head, asked) => ({ kind: 'scale', value: Number(head), asked }));
  add(table.halves, () => ({ kind: 'half', asked: 'never' }));
  add(table.others, (head, asked) => ({ kind: 'other', values: head.split(','), asked }));
  const lookUp = (word: string): readonly NumberWord[] => {
    const exact = words.get(word);
    if (exact) return exact;
    const lower = word.toLowerCase();
    for (const form of forms(lower)) {
      const found = words.get(form);
      if (found) return found;
    }
    const read = table.read?.(lower);
    return read ? [{ kind: 'value', ...read }] : none;
  };
  return {
    find: (word) => remembered(kept, word, () => lookUp(word)),
    joins: new RegExp(`^[\\s\\u2010\\u2011-]*(?:(?:${table.joins})[\\s\\u2010\\u2011-]+)?$`, 'iu'),
    ranges: new RegExp(`^\\s*(?:[-\\u2010-\\u2015/,]|(?:${table.ranges})(?=\\s|$))\\s*$`, 'iu'),
    of: table.of === undefined ? nothing : new RegExp(`^\\s+(?:${table.of})`, 'iu'),
    twenties: table.twenties === true,
  };
}

function askedBy(name: string): Asked {
  if (name.startsWith('?')) return 'never';
  return name.startsWith('~') ? 'of' : 'always';
}

const none: readonly NumberWord[] = [];
const nothing = /(?!)/u;
