import { textOf, type Unit } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import { block, element, type Markup } from '../xml/write.ts';
import type { Mark } from './inline.ts';
import { legible } from './plain-text.ts';

/** The terms of one segment as they are marked in its text. */
export type SegmentMarks = { readonly source: readonly Mark[]; readonly target: readonly Mark[] };

/** A term of one XLIFF unit: what stands in the source, and what the house says for it where the termbase knows. */
export type MarkedTerm = { readonly mark: string; readonly term: string; readonly translation?: string };

/** The terms of the segments that make one XLIFF unit. */
export type UnitTerms = {
  readonly marks: ReadonlyMap<string, SegmentMarks>;
  readonly terms: readonly MarkedTerm[];
};

/**
 * Chooses the terms to mark and gives them ids, `m1` onwards. Marks cannot overlap: of two terms that do, the one that begins first is
 * marked, and of two that begin together the longer one. The target is marked only for terms that are marked in the source.
 */
export function markTerms(units: readonly Unit[]): UnitTerms {
  const marks = new Map<string, SegmentMarks>();
  const terms: MarkedTerm[] = [];
  for (const { segment, target, terms: hits } of units) {
    const words = textOf(target) ?? '';
    const source = disjoint(hits, (hit) => hit.source, segment.text.length).map((hit) => {
      const mark = `m${terms.length + 1}`;
      const translation = hit.preferred ?? (hit.target && words.slice(hit.target.start, hit.target.end));
      const term = segment.text.slice(hit.source.start, hit.source.end);
      terms.push({ mark, term, ...(translation && { translation }) });
      return { id: mark, span: hit.source, hit };
    });
    const rendered = source.flatMap(({ id, hit }) => (hit.target ? [{ id, span: hit.target }] : []));
    const inTarget = disjoint(rendered, (mark) => mark.span, words.length);
    marks.set(segment.id, { source: source.map(({ id, span }) => ({ id, span })), target: inTarget });
  }
  return { marks, terms };
}

/**
 * The glossary module of a unit; the standard wants a translation in each entry, so terms without one are only marked.
 *
 * @param marked whether the terms are marked in the text, so that entries can point at their marks
 */
export function glossary(terms: readonly MarkedTerm[], marked = true): Markup | undefined {
  const entries = terms.flatMap(({ mark, term, translation }, index) =>
    translation === undefined
      ? []
      : [
          element('gls:glossEntry', { id: `g${index + 1}`, ref: marked ? `#${mark}` : undefined }, [
            element('gls:term', {}, legible(term)),
            element('gls:translation', {}, legible(translation)),
          ]),
        ],
  );
  return entries.length === 0 ? undefined : block('gls:glossary', {}, entries);
}

/** Those whose spans are inside the text and do not overlap one chosen before, in the order of the text. */
function disjoint<T>(items: readonly T[], spanOf: (item: T) => Span, length: number): T[] {
  const inside = items.filter((item) => {
    const { start, end } = spanOf(item);
    return 0 <= start && start < end && end <= length;
  });
  inside.sort((left, right) => {
    const [a, b] = [spanOf(left), spanOf(right)];
    return a.start - b.start || b.end - a.end;
  });
  let end = 0;
  return inside.filter((item) => {
    const span = spanOf(item);
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
