import type { Span } from '../model/span.ts';

/**
 * What happens to a quotation of several sentences that its attribution follows: `« J'ai pleuré. Oui, pleuré ! », a-t-il dit.`
 *
 * `split`: each of its sentences stands for itself, the attribution goes with the last one. `keep`: it stays whole.
 */
export type QuotationPolicy = 'split' | 'keep';

/** A quotation mark, and whether it opens, as far as the characters beside it tell. */
type Mark = { readonly at: number; readonly opens: boolean };

/**
 * Takes out the breaks that a look at the quotation marks of the whole text shows to be wrong: before a mark that closes, behind one
 * that opens, and with the policy `keep` inside a quotation whose attribution follows.
 *
 * @param breaks in order; the unit behind the break is at `at`
 */
export function heedQuotations<Break extends { readonly at: number }>(
  text: string,
  breaks: readonly Break[],
  policy: QuotationPolicy,
): readonly Break[] {
  if (breaks.length === 0) return breaks;
  const marks = marksIn(text);
  if (marks.length === 0) return breaks;
  const opens = new Map(marks.map((mark) => [mark.at, mark.opens]));
  const kept = breaks.filter(
    ({ at }) => opens.get(visibleFrom(text, at)) !== false && opens.get(visibleBefore(text, at)) !== true,
  );
  if (policy === 'split') return kept;
  const quotations = attributed(text, marks);
  let next = 0;
  return kept.filter(({ at }) => {
    while (next < quotations.length && (quotations[next]?.end ?? 0) < at) next += 1;
    return at <= (quotations[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}

/**
 * The quotation marks of a text. Which way one faces is told by the side a word touches it on (`»so«` and `« ainsi »` both exist); one
 * that is touched on neither or on both faces as it is drawn, and a straight one by turns.
 */
function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  let straightOpen = false;
  for (const { 0: mark, index: at } of text.matchAll(/[«»“”„"]/gu)) {
    const touchedBefore = /[^\s'’([{–—-]/u.test(text.charAt(at - 1));
    const touchedBehind = /[^\s,;:.!?…)\]}–—-]/u.test(text.charAt(at + 1));
    const straight = mark === '"';
    const drawn: boolean = straight ? !straightOpen : '«“„'.includes(mark);
    const opens: boolean = touchedBefore === touchedBehind ? drawn : touchedBehind;
    if (straight) straightOpen = opens;
    marks.push({ at, opens });
  }
  return marks;
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
