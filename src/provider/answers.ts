import { isXmlText } from '../xml/write.ts';
import type { Refusal, RequestSegment, TranslationAnswer } from './provider.ts';

/** Why one segment has no usable answer; the code goes into the state `failed`. */
export type AnswerFault = {
  readonly code:
    | 'answer-missing'
    | 'answer-duplicated'
    | 'answer-empty'
    | 'answer-unwritable'
    | 'answer-refused';
  readonly message: string;
};

export type MatchedAnswer = {
  /** By segment id; without blanks at the ends. */
  readonly texts: ReadonlyMap<string, string>;
  readonly faults: ReadonlyMap<string, AnswerFault>;
  /** Segments whose answer the provider refused for the first time: worth asking once more. */
  readonly again: ReadonlyMap<string, Omit<Refusal, 'id'>>;
};

/**
 * Matches what a provider sent back to what it was asked: by id, never by position. An answer that nobody asked for is passed
 * over; a segment with none, several, an empty one, one that XML cannot hold, or one refused twice gets a fault instead of a text.
 */
export function matchAnswers(
  segments: readonly RequestSegment[],
  { translations, refused = [] }: TranslationAnswer,
): MatchedAnswer {
  const byId = new Map<string, string[]>();
  for (const { id, text } of translations) {
    const known = byId.get(id);
    if (known) known.push(text);
    else byId.set(id, [text]);
  }
  const texts = new Map<string, string>();
  const faults = new Map<string, AnswerFault>();
  const again = new Map<string, Omit<Refusal, 'id'>>();
  const refusals = new Map(refused.map(({ id, ...refusal }) => [id, refusal]));
  for (const { id, refused: before } of segments) {
    const refusal = refusals.get(id);
    if (refusal) {
      if (before) faults.set(id, refusedTwice(refusal));
      else again.set(id, refusal);
      continue;
    }
    const [first, ...more] = byId.get(id) ?? [];
    const fault = faultOf(first, more.length);
    if (fault) faults.set(id, fault);
    else if (first !== undefined) texts.set(id, first.trim());
  }
  return { texts, faults, again };
}

function refusedTwice({ reasons }: Omit<Refusal, 'id'>): AnswerFault {
  return {
    code: 'answer-refused',
    message: `its answer was no translation, and the second one neither: ${reasons.join('; ')}`,
  };
}

function faultOf(text: string | undefined, more: number): AnswerFault | undefined {
  if (text === undefined) {
    return { code: 'answer-missing', message: 'it left this segment out of its answer' };
  }
  if (more > 0) {
    return {
      code: 'answer-duplicated',
      message: `it answered this segment ${more + 1} times; none was taken`,
    };
  }
  if (text.trim() === '') {
    return { code: 'answer-empty', message: 'it answered this segment with an empty text' };
  }
  if (!isXmlText(text)) {
    return { code: 'answer-unwritable', message: 'its answer has control characters that XLIFF cannot hold' };
  }
  return undefined;
}
