import { isXmlText } from '../xml/write.ts';
import type { RequestSegment, TranslationAnswer } from './provider.ts';

/** Why one segment has no usable answer; the code goes into the state `failed`. */
export type AnswerFault = {
  readonly code: 'answer-missing' | 'answer-duplicated' | 'answer-empty' | 'answer-unwritable';
  readonly message: string;
};

export type MatchedAnswer = {
  /** By segment id; without blanks at the ends. */
  readonly texts: ReadonlyMap<string, string>;
  readonly faults: ReadonlyMap<string, AnswerFault>;
};

/**
 * Matches what a provider sent back to what it was asked: by id, never by position. An answer that nobody asked for is passed
 * over; a segment with none, several, an empty one, or one that XML cannot hold gets a fault instead of a text.
 */
export function matchAnswers(
  segments: readonly RequestSegment[],
  { translations }: TranslationAnswer,
): MatchedAnswer {
  const byId = new Map<string, string[]>();
  for (const { id, text } of translations) {
    const known = byId.get(id);
    if (known) known.push(text);
    else byId.set(id, [text]);
  }
  const texts = new Map<string, string>();
  const faults = new Map<string, AnswerFault>();
  for (const { id } of segments) {
    const [first, ...more] = byId.get(id) ?? [];
    const fault = faultOf(first, more.length);
    if (fault) faults.set(id, fault);
    else if (first !== undefined) texts.set(id, first.trim());
  }
  return { texts, faults };
}

function faultOf(text: string | undefined, more: number): AnswerFault | undefined {
  if (text === undefined) {
    return { code: 'answer-missing', message: 'the provider left this segment out of its answer' };
  }
  if (more > 0) {
    return {
      code: 'answer-duplicated',
      message: `the provider answered this segment ${more + 1} times; none was taken`,
    };
  }
  if (text.trim() === '') {
    return { code: 'answer-empty', message: 'the provider answered this segment with an empty text' };
  }
  if (!isXmlText(text)) {
    return { code: 'answer-unwritable', message: 'the answer has control characters that XLIFF cannot hold' };
  }
  return undefined;
}
