import type { Span } from '../model/span.ts';

/**
 * What happens to a quotation of several sentences that its attribution follows: `« J'ai pleuré. Oui, pleuré ! », a-t-il dit.`
 *
 * `split`: each of its sentences stands for itself, the attribution goes with the last one. `keep`: it stays whole.
 */
export type QuotationPolicy = 'split' | 'keep';

/** A quotation mark, and whether it opens a quotation. */
type Mark = { readonly at: number; readonly opens: boolean };

/**
 * Why a place is no place to cut, whatever the rules say: a mark closes behind it or opens before it (`quotation-mark`), or it lies in a
 * quotation whose attribution follows, and such are to be kept (`quotation-kept`).
 */
export type QuotationException = 'quotation-mark' | 'quotation-kept';

/** The breaks that a look at the quotation marks of the whole text leaves standing; they come in order. */
export function heedQuotations<Break extends { readonly at: number }>(
  text: string,
  breaks: readonly Break[],
  policy: QuotationPolicy,
): readonly Break[] {
  if (breaks.length === 0) return breaks;
  const exception = quotationExceptions(text, policy);
  return breaks.filter(({ at }) => exception(at) === undefined);
}

/** What the quotation marks of a text have against a cut behind the unit at `at - 1`. Places have to be asked for in rising order. */
export function quotationExceptions(
  text: string,
  policy: QuotationPolicy,
): (at: number) => QuotationException | undefined {
  const marks = marksIn(text);
  if (marks.length === 0) return () => undefined;
  const opens = new Map(marks.map((mark) => [mark.at, mark.opens]));
  const quotations = policy === 'keep' ? attributed(text, marks) : [];
  let next = 0;
  return (at) => {
    if (opens.get(visibleFrom(text, at)) === false) return 'quotation-mark';
    if (opens.get(visibleBefore(text, at)) === true) return 'quotation-mark';
    while (next < quotations.length && (quotations[next]?.end ?? 0) < at) next += 1;
    return at > (quotations[next]?.start ?? Number.POSITIVE_INFINITY) ? 'quotation-kept' : undefined;
  };
}

/** The quotation marks of a text. Drawn ones face one way all through it; a straight one opens or closes by the side a word touches it on. */
function marksIn(text: string): Mark[] {
  const inward = /(?<![^\s(])»[\p{L}\p{N}]/u.test(text);
  const low = text.includes('„');
  let straightOpen = false;
  return Array.from(text.matchAll(/[«»“”„"]/gu), ({ 0: mark, index: at }) => {
    if (mark === '"') straightOpen = straightOpens(text, at, straightOpen);
    return { at, opens: mark === '"' ? straightOpen : drawnOpens(mark, inward, low) };
  });
}

/** @param inward whether guillemets point »inward« @param low whether the text has „low“ marks */
function drawnOpens(mark: string, inward: boolean, low: boolean): boolean {
  if (mark === '«') return !inward;
  if (mark === '»') return inward;
  return mark === '„' || (mark === '“' && !low);
}

/**
 * A straight mark that words touch on both sides or on neither opens and closes by turns; but none opens where the next one opens too,
 * or where there is no next one.
 */
function straightOpens(text: string, at: number, open: boolean): boolean {
  const looks = looksOf(text, at);
  if (looks !== 'either') return looks === 'opens';
  const next = text.indexOf('"', at + 1);
  return !open && next >= 0 && looksOf(text, next) !== 'opens';
}

/** What the side says on which a word touches a straight mark. */
function looksOf(text: string, at: number): 'opens' | 'closes' | 'either' {
  const touchedBefore = /[^\s'’([{–—-]/u.test(text.charAt(at - 1));
  const touchedBehind = /[^\s,;:.!?…)\]}–—-]/u.test(text.charAt(at + 1));
  if (touchedBefore === touchedBehind) return 'either';
  return touchedBehind ? 'opens' : 'closes';
}

/** The quotations, outermost ones only, behind which the sentence goes on: `», a-t-il dit`, `» a répondu le ministre`. */
function attributed(text: string, marks: readonly Mark[]): Span[] {
  const open: number[] = [];
  const found: Span[] = [];
  const attribution = /[,\s]*\p{Ll}/uy;
  for (const { at, opens } of marks) {
    if (opens) {
      open.push(at);
      continue;
    }
    const start = open.pop();
    attribution.lastIndex = at + 1;
    if (start === undefined || !attribution.test(text)) continue;
    while ((found.at(-1)?.start ?? -1) > start) found.pop();
    found.push({ start, end: at });
  }
  return found;
}

function visibleFrom(text: string, at: number): number {
  let index = at;
  while (index < text.length && /\s/u.test(text.charAt(index))) index += 1;
  return index;
}

function visibleBefore(text: string, at: number): number {
  let index = at - 1;
  while (index >= 0 && /\s/u.test(text.charAt(index))) index -= 1;
  return index;
}
