import { type Locale, languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { articleBefore } from '../termbase/articles/article-before.ts';
import { mendBefore } from '../termbase/articles/mend.ts';
import { baseLabel, isName } from '../termbase/concept.ts';
import { preferredLike } from '../termbase/consistency.ts';
import { findTerms, type TermMatch } from '../termbase/match.ts';
import type { Languages } from '../termbase/reading.ts';
import { replacementFor } from '../termbase/replacement.ts';
import type { Termbase } from '../termbase/termbase.ts';

/** A text with placeholders in place of its names, as it is sent, and what is to stand where they come back. */
export type Shielded = {
  readonly text: string;
  /** In the order of the numbers, which count from 1. */
  readonly names: readonly { readonly concept: string; readonly text: string }[];
};

/**
 * Languages in which a name is the same in every place of a sentence. In others, where it has cases or grows together with particles, a
 * name that is put back would be in the wrong form.
 */
const uninflecting = new Set('en fr es pt it ca oc gl nl sv da nb nn no id ms vi zh ja ko th'.split(' '));

/** Whether a name is the same in every place of a sentence of a language, so that a rule may put it there. */
export function leavesNames(target: Locale): boolean {
  return uninflecting.has(languageOf(target));
}

/** What a placeholder, or what is left of one, has in it; a text that has it by itself is sent as it is. */
const remains = /[{}｛｝]|&(?:#0*12[35]|#x0*7[bd]|[lr](?:brace|cub));|name[\s_-]{0,3}\p{Nd}/iu;

/**
 * Puts `{{name1}}` in place of each name that has a preferred rendering. A name behind an article is left to the engine, for its article
 * goes by the name, and so is a name in another form than its own.
 *
 * @param unlisted names that the termbase has not
 * @param besides a term to hide besides, whatever it is: it gets the last number, and nothing is put in its place
 * @returns undefined where there is nothing to shield; `last` is the placeholder with the last number
 */
export function shield(
  text: string,
  termbase: Termbase,
  { source, target }: Languages,
  { unlisted, besides }: { readonly unlisted?: Termbase | undefined; readonly besides?: TermMatch } = {},
): (Shielded & { readonly last: string }) | undefined {
  if (!leavesNames(target) || remains.test(text)) return undefined;
  const names: { concept: string; text: string }[] = [];
  const hidden: (Span & { readonly placeholder?: string })[] = [];
  for (const match of namesIn(text, source, termbase, unlisted)) {
    const { start, end } = match;
    if (start === besides?.start) {
      hidden.push({ start, end });
      continue;
    }
    const rendering = renderingOf(match, text, target);
    if (rendering === undefined || articleBefore(text, start, languageOf(source))) continue;
    names.push({ concept: match.concept.id, text: rendering });
    hidden.push({ start, end, placeholder: `{{name${names.length}}}` });
  }
  if (hidden.length === 0) return undefined;
  const last = `{{name${besides ? names.length + 1 : names.length}}}`;
  let sent = '';
  let at = 0;
  for (const { start, end, placeholder = last } of hidden) {
    sent += text.slice(at, start) + placeholder;
    at = end;
  }
  return { text: sent + text.slice(at), names, last };
}

/** The terms of the house, and the unlisted names between them, in the order of the text. */
function namesIn(
  text: string,
  source: Locale,
  termbase: Termbase,
  unlisted: Termbase | undefined,
): readonly TermMatch[] {
  const own = findTerms(termbase, text, source);
  const others = unlisted ? findTerms(unlisted, text, source) : [];
  const free = others.filter(({ start, end }) => own.every((one) => one.end <= start || one.start >= end));
  return free.length === 0 ? own : [...own, ...free].toSorted((left, right) => left.start - right.start);
}

/** How a name is put into a target: the preferred term in the form of the match, in full or in short as it is there; undefined where it is no name, or there is no such term. */
export function renderingOf(match: TermMatch, text: string, target: Locale): string | undefined {
  const { concept, form } = match;
  const goal = preferredLike(match.term, concept, target);
  if (!goal || !isName(concept.type) || (form.label !== baseLabel && form.label !== 'family'))
    return undefined;
  return replacementFor(match, goal, text, target)?.text;
}

/**
 * Puts the names back into an answer. Placeholders may have moved, and may be spaced, in other capitals, with one brace or wide ones, escaped as
 * entities, with digits of another script or with their word translated.
 *
 * @returns undefined where one is missing, doubled, not ours, or behind an article that may be wrong for its name: nothing of such an answer
 * can be trusted
 */
export function unshield(answer: string, { names }: Shielded, target: Locale): string | undefined {
  const plain = answer.replace(entity, (_, code: string) =>
    /^(?:#0*123|#x0*7b|l)/iu.test(code) ? '{' : '}',
  );
  const found = [...plain.matchAll(placeholder)].map(({ 0: { length }, 1: digits = '', index }) => ({
    start: index,
    end: index + length,
    number: numberOf(digits),
  }));
  const numbers = new Set(found.map(({ number }) => number));
  if (found.length !== names.length || names.some((_, index) => !numbers.has(index + 1))) return undefined;
  let text = plain;
  for (const { start, end, number } of found.toReversed()) {
    const right = names[number - 1]?.text ?? '';
    const mended = mendBefore(text, { start, found: text.slice(start, end), right }, target);
    if (mended && !mended.sure) return undefined;
    text = text.slice(0, mended?.start ?? start) + (mended?.text ?? '') + right + text.slice(end);
  }
  return remains.test(text) ? undefined : text;
}

const entity = /&(#0*12[35]|#x0*7[bd]|[lr](?:brace|cub));/giu;
const placeholder =
  /[{｛]\s{0,3}[{｛]?\s{0,3}[\p{L}\p{M}]{0,20}[\s_-]{0,3}(\p{Nd}{1,3})\s{0,3}[}｝](?:\s{0,3}[}｝])?/gu;

/** Decimal digits of any script stand in rows of ten that begin with their zero. */
function numberOf(digits: string): number {
  let value = 0;
  for (const digit of digits) {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
    value = value * 10 + point - zero;
  }
  return value;
}
