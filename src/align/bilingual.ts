import { belongsInMemory, type MemoryEntry } from '../memory/entry.ts';
import { type Dispatch, type Segment, segmentsOf } from '../model/dispatch.ts';
import { type AlignOptions, align } from './align.ts';
import type { Translation } from './translation.ts';

/** Sentences of a dispatch and those that translate them. One side is empty where the other has something of its own. */
export type BilingualSegment = {
  readonly segments: readonly Segment[];
  readonly texts: readonly string[];
  /** 0 to 1: see `Bead`. */
  readonly confidence: number;
};

/** Finds for the sentences of a dispatch their translation: all sentences of both, in order. */
export function alignDispatch(
  dispatch: Dispatch,
  translation: Translation,
  options: AlignOptions = {},
): BilingualSegment[] {
  const segments = segmentsOf(dispatch);
  const source = { locale: dispatch.locale, sentences: segments.map(({ text }) => text) };
  return align(source, translation, options).map((bead) => ({
    segments: segments.slice(bead.source.start, bead.source.end),
    texts: translation.sentences.slice(bead.target.start, bead.target.end),
    confidence: bead.confidence,
  }));
}

/** Whether both sides have something, and it is likely enough that they belong together. */
export function isUsable({ segments, texts, confidence }: BilingualSegment, minConfidence: number): boolean {
  return segments.length > 0 && texts.length > 0 && confidence >= minConfidence;
}

/** Whose translation it is, and when (ISO 8601) it was taken over. */
export type Translator = { readonly by: string; readonly at?: string };

/**
 * What an alignment gives to a memory: a person's words, each pair with the source texts beside it.
 *
 * @param from the file of the translation
 */
export function entriesOfAlignment(
  aligned: readonly BilingualSegment[],
  about: { readonly dispatch: Dispatch; readonly translation: Translation; readonly from: string },
  { by, at, minConfidence }: Translator & { readonly minConfidence: number },
): MemoryEntry[] {
  const segments = segmentsOf(about.dispatch);
  let place = 0;
  return aligned.flatMap((pair): MemoryEntry[] => {
    const previous = segments[place - 1]?.text;
    place += pair.segments.length;
    const next = segments[place]?.text;
    if (!isUsable(pair, minConfidence)) return [];
    const entry: MemoryEntry = {
      source: about.dispatch.locale,
      target: about.translation.locale,
      sourceText: pair.segments.map(({ text }) => text).join(' '),
      targetText: pair.texts.join(' '),
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
      provenance: { origin: { kind: 'human', by }, steps: [] },
      by,
      ...(at !== undefined && { at }),
      from: about.from,
    };
    return belongsInMemory(entry) ? [entry] : [];
  });
}
