import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { heedQuotations, type QuotationPolicy } from './quotes.ts';
import { rulesFor, type SrxDocument, type SrxRule } from './srx.ts';

/** One sentence in a text, without the blanks around it. */
export type Cut = Span & {
  /** The rule that cut behind it; none for the last sentence. */
  readonly rule?: string;
};

/** Cuts one paragraph at a time into sentences. */
export type Segmenter = {
  /** Where its cuts come from: rules that can be read and changed, or the tables of `Intl.Segmenter`. */
  readonly origin: 'srx' | 'intl';
  /** Sentences in order; the blanks between them, and around the text, belong to none. Linear in the length of the text. */
  cut(text: string): Cut[];
};

/** A place at which a rule cuts: behind the unit at `at - 1`. */
export type Break = { readonly at: number; readonly rule: string };

/**
 * A segmenter that follows the rules of an SRX document.
 *
 * At every place at which some rule would cut, the first rule of the document that matches there decides, as SRX has it; then a small
 * pass over the whole text puts right what no rule can know, because SRX cannot count: see {@link heedQuotations}.
 *
 * @param quotations whether a quotation of several sentences is cut where its attribution follows; `split` by default
 * @throws DepecheError `invalid` where the document has no rules for the locale
 */
export function createSegmenter(
  srx: SrxDocument,
  locale: Locale,
  options: { readonly quotations?: QuotationPolicy } = {},
): Segmenter {
  const breaksIn = compile(rulesFor(srx, locale));
  const policy = options.quotations ?? 'split';
  return {
    origin: 'srx',
    cut(text) {
      const squeezed = squeezeBlanks(text);
      const breaks = heedQuotations(squeezed.text, breaksIn(squeezed.text), policy);
      return sentencesBetween(squeezed.text, breaks).map((sentence) => ({
        ...sentence,
        start: squeezed.original(sentence.start),
        end: squeezed.original(sentence.end),
      }));
    },
  };
}

/** The stretches of text between the breaks, trimmed; where two breaks have nothing but blanks between them, the first one counts. */
export function sentencesBetween(text: string, breaks: readonly Break[]): Cut[] {
  const sentences: Cut[] = [];
  let from = 0;
  for (const { at, rule } of breaks) {
    const sentence = trimmed(text, from, at);
    if (sentence) sentences.push({ ...sentence, rule });
    from = at;
  }
  const last = trimmed(text, from, text.length);
  if (last) return [...sentences, last];
  const end = sentences.pop();
  return end ? [...sentences, { start: end.start, end: end.end }] : [];
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  const stretch = text.slice(from, to);
  const start = from + stretch.length - stretch.trimStart().length;
  const end = from + stretch.trimEnd().length;
  return start < end ? { start, end } : undefined;
}

/** More blanks than this in a row are read as this many. */
const longestBlank = 64;
const longBlank = new RegExp(`\\s{${longestBlank + 1},}`, 'gu');

/**
 * The text with its long runs of blanks shortened, so that no rule spends time in them, and the way back from offsets in it, which have
 * to be asked for in rising order.
 */
function squeezeBlanks(text: string): { readonly text: string; original(offset: number): number } {
  const gaps: { readonly behind: number; readonly removed: number }[] = [];
  let removed = 0;
  const squeezed = text.replace(longBlank, (run: string, at: number) => {
    const behind = at - removed + longestBlank;
    removed += run.length - longestBlank;
    gaps.push({ behind, removed });
    return run.slice(-longestBlank);
  });
  let passed = 0;
  return {
    text: squeezed,
    original(offset) {
      while ((gaps[passed]?.behind ?? Number.POSITIVE_INFINITY) <= offset) passed += 1;
      return offset + (gaps[passed - 1]?.removed ?? 0);
    },
  };
}

/** Compiles rules once; what comes back finds the breaks of a text. */
function compile(rules: readonly SrxRule[]): (text: string) => Break[] {
  const breaking = rules.filter((rule) => rule.breaks).map(placeOf);
  const anyBreak = new RegExp(breaking.join('|'), 'gv');
  const ordered = rules.map((rule) => ({ rule, here: new RegExp(placeOf(rule), 'yv') }));
  return (text) => {
    if (breaking.length === 0) return [];
    const breaks: Break[] = [];
    for (const { index } of text.matchAll(anyBreak)) {
      if (index === 0 || index === text.length) continue;
      const decisive = ordered.find(({ here }) => {
        here.lastIndex = index;
        return here.test(text);
      });
      if (decisive?.rule.breaks) breaks.push({ at: index, rule: decisive.rule.id });
    }
    return breaks;
  };
}

/** A place, of no width, that has what a rule wants on both sides. */
function placeOf({ before, after }: SrxRule): string {
  return `${after === '' ? '' : `(?=${after})`}${before === '' ? '' : `(?<=${before})`}`;
}
