import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { quotationMarks } from '../text/quotation-marks.ts';
import { wordingOf } from '../text/wording.ts';
import { findTermsTogether, type TermMatch } from './match.ts';
import type { Termbase } from './termbase.ts';

/** What somebody is quoted with: the words between the marks, without blanks and the marks of the sentence at their end. */
export type Quotation = Span & {
  readonly words: string;
  /** The person of the termbase it is attributed to, where the text tells one and no more. */
  readonly speaker?: string;
};

/** Fewer words than these are a title, a nickname or a word held at arm's length, and no quotation. */
const fewestWords = 3;

/** The quotations of a text by themselves; a quotation inside a quotation is a part of it. */
export function quotationsIn(text: string, locale: Locale): Quotation[] {
  const found: Quotation[] = [];
  const open: number[] = [];
  for (const { at, role, paired } of quotationMarks(text, locale)) {
    if (!paired) continue;
    if (role === 'open') {
      open.push(at);
      continue;
    }
    const start = open.pop();
    if (start === undefined || open.length > 0) continue;
    const quotation = trimmed(text, start + 1, at);
    if (quotation.words.split(/\s+/u).length >= fewestWords) found.push(quotation);
  }
  return found;
}

/** `-`, the marks that belong to the sentence around a quotation as well as to it, and blanks. */
const edge = /[\s.,;:…]/u;

function trimmed(text: string, from: number, to: number): Quotation {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && edge.test(text.charAt(end - 1))) end -= 1;
  return { start, end, words: text.slice(start, end) };
}

/**
 * The quotations of the sentences of a text, and who said them: the one person whom the sentence names outside of its quotations, else the one
 * whom the sentence before names, else the one behind. Where two are named there, nobody is taken.
 *
 * @returns for each sentence its quotations, in the order of the text
 */
export function attributedQuotations(
  sentences: readonly string[],
  locale: Locale,
  termbase: Termbase,
): readonly (readonly Quotation[])[] {
  const quotations = sentences.map((text) => quotationsIn(text, locale));
  if (quotations.every((found) => found.length === 0)) return quotations;
  const people = findTermsTogether(termbase, sentences, locale).map((matches, index) =>
    personsOutside(matches, quotations[index] ?? []),
  );
  return quotations.map((found, index) => {
    const named = [people[index], people[index - 1], people[index + 1]].find((one) => one && one.size > 0);
    const [speaker] = named ?? [];
    return named?.size === 1 && speaker !== undefined ? found.map((one) => ({ ...one, speaker })) : found;
  });
}

function personsOutside(
  matches: readonly TermMatch[],
  quotations: readonly Quotation[],
): ReadonlySet<string> {
  const persons = matches.filter(
    ({ concept, start }) =>
      concept.type === 'person' && !quotations.some((one) => one.start <= start && start < one.end),
  );
  return new Set(persons.map(({ concept }) => concept.id));
}

/** What makes two quotations the same words: case and the typing of marks and blanks aside. */
export function sameQuotation(words: string): string {
  return wordingOf(words).toLowerCase();
}
