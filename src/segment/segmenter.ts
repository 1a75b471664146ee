import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { compileRules } from './compile-rules.ts';
import { heedQuotations, type QuotationPolicy, quotationExceptions } from './quotes.ts';
import { rulesFor, type SrxDocument } from './srx.ts';

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
  /** Every place at which some rule would cut, and what came of it, in order; places with nothing but blanks before or behind are left out. */
  explain(text: string): Verdict[];
};

/** A place at which a rule cuts or would cut. */
export type Verdict = {
  /** The place, in UTF-16 units of the text. */
  readonly at: number;
  /** The rule that cuts there, or would. */
  readonly rule: string;
  /** What held it, so that the text is not cut there: a rule, or {@link QuotationException}. */
  readonly exception?: string;
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
  const rules = compileRules(rulesFor(srx, locale));
  const policy = options.quotations ?? 'split';
  return {
    origin: 'srx',
    cut(text) {
      const squeezed = squeezeBlanks(text);
      const breaks = Array.from(rules.decisions(squeezed.text))
        .filter(({ rule }) => rule.breaks)
        .map(({ at, rule }) => ({ at, rule: rule.id }));
      return sentencesBetween(squeezed.text, heedQuotations(squeezed.text, breaks, policy)).map(
        (sentence) => ({
          ...sentence,
          start: squeezed.original(sentence.start),
          end: squeezed.original(sentence.end),
        }),
      );
    },
    explain(text) {
      const squeezed = squeezeBlanks(text);
      const decisions = Array.from(rules.decisions(squeezed.text));
      const objection = quotationExceptions(squeezed.text, policy);
      const verdicts = decisions.map(({ at, rule }): Verdict => {
        const exception = rule.breaks ? objection(at) : rule.id;
        const cutting = rule.breaks ? rule : rules.cuttingAt(squeezed.text, at);
        return { at, rule: cutting?.id ?? rule.id, ...(exception !== undefined && { exception }) };
      });
      return visibleOnes(squeezed.text, verdicts).map((verdict) => ({
        ...verdict,
        at: squeezed.original(verdict.at),
      }));
    },
  };
}

/**
 * The verdicts that tell something: one for each blank, the first that cuts or else the first; none where nothing but blanks stands
 * before or behind.
 */
export function visibleOnes(text: string, verdicts: readonly Verdict[]): Verdict[] {
  const seen = new Map<number, Verdict>();
  const end = text.trimEnd().length;
  const start = text.length - text.trimStart().length;
  let from = 0;
  let visible = 0;
  for (const verdict of verdicts) {
    visible += text.slice(from, verdict.at).replace(/\s+/gu, '').length;
    from = verdict.at;
    if (verdict.at <= start || verdict.at >= end) continue;
    const known = seen.get(visible);
    if (known === undefined || (known.exception !== undefined && verdict.exception === undefined)) {
      seen.set(visible, verdict);
    }
  }
  return [...seen.values()];
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
