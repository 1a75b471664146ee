import type { Copy } from '../model/copy.ts';
import type { ParagraphKind } from '../model/dispatch.ts';
import type { LineBreak } from '../model/line-break.ts';
import { viewOf } from '../text/reading.ts';
import { isWhole } from './segment-copy.ts';
import type { Segmenter, Verdict } from './segmenter.ts';

/** A place in a paragraph at which some rule would cut, and what came of it. */
export type ExplainedPlace = Verdict & {
  /** The same place in UTF-16 units of the raw text: behind the last visible character before it. */
  readonly offset: number;
};

/** A paragraph, its lines joined, and every place in it at which some rule would cut. */
export type ExplainedBlock = {
  readonly kind: ParagraphKind;
  readonly text: string;
  /** In order; none in a headline or a table, which are not cut by rules. */
  readonly places: readonly ExplainedPlace[];
  /** Why the paragraph ends, where that was recovered from lines. */
  readonly ending?: LineBreak;
};

/** Why wire copy is cut where it is, paragraph by paragraph: the same decisions as those of `segmentCopy`, with the exceptions that held. */
export function explainCopy(copy: Copy, segmenter: Segmenter): ExplainedBlock[] {
  return copy.blocks.map((block) => {
    const { kind, ending } = block;
    const view = viewOf(copy.raw, block);
    const verdicts = isWhole(kind) ? [] : segmenter.explain(view.text);
    const places = verdicts.map((verdict): ExplainedPlace => {
      const before = view.text.slice(0, verdict.at).trimEnd().length;
      const [last] = view.spansAt(before - 1, before);
      return { ...verdict, offset: last?.end ?? 0 };
    });
    return { kind, text: view.text, places, ...(ending && { ending }) };
  });
}
