import { type Locale, languageOf } from '../model/locale.ts';
import { articleBefore } from '../termbase/articles/article-before.ts';
import { mendBefore } from '../termbase/articles/mend.ts';
import { baseLabel, isName } from '../termbase/concept.ts';
import { findTerms, type TermMatch } from '../termbase/match.ts';
import { replacementFor } from '../termbase/replacement.ts';
import { preferredIn, type Termbase } from '../termbase/termbase.ts';

/** A text with placeholders in place of its names, as it is sent, and what is to stand where they come back. */
export type Shielded = {
  readonly text: string;
  /** In the order of the numbers, which count from 1. */
  readonly names: readonly { readonly concept: string; readonly text: string }[];
};

export type Languages = { readonly source: Locale; readonly target: Locale };

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
 * @returns undefined where there is nothing to shield
 */
export function shield(
  text: string,
  termbase: Termbase,
  { source, target }: Languages,
): Shielded | undefined {
  if (!leavesNames(target) || remains.test(text)) return undefined;
  const names: { concept: string; text: string }[] = [];
  let sent = '';
  let at = 0;
  for (const match of findTerms(termbase, text, source)) {
    const rendering = renderingOf(match, text, target);
    if (rendering === undefined || articleBefore(text, match.start, languageOf(source))) continue;
    names.push({ concept: match.concept.id, text: rendering });
    sent += `${text.slice(at, match.start)}{{name${names.length}}}`;
    at = match.end;
  }
  return names.length === 0 ? undefined : { text: sent + text.slice(at), names };
}

/** How a name is put into a target: the preferred term in the form of the match; undefined where it is no name, or there is no such term. */
export function renderingOf(match: TermMatch, text: string, target: Locale): string | undefined {
  const { concept, form } = match;
  const goal = preferredIn(concept, target);
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
