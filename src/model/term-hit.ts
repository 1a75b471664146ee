import type { Span } from './span.ts';

/** What a concept is. The first four are names, which stay the same all through a story; titles and common nouns may vary. */
export type ConceptType = 'person' | 'place' | 'organisation' | 'event' | 'title' | 'common';

/** A concept of the termbase found in the source of a unit, and how its target renders it. */
export type TermHit = {
  readonly concept: string;
  readonly type: ConceptType;
  /** Where it stands in the text of the segment. */
  readonly source: Span;
  /** Where a rendering stands in the text of the target, one that is out of use too; none: it is missing. */
  readonly target?: Span;
  /** The rendering the house prefers in the target language, where the termbase has one. */
  readonly preferred?: string;
};
