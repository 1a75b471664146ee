import type { Provenance } from './provenance.ts';

/**
 * A translation the memory knows for a source that is equal or close.
 *
 * `ice` is exact between the same two neighbours, `context` beside one of them, `exact` beside neither; `repetition` comes from
 * the same dispatch. `machine` is no match of a memory: a machine's words for the sentence, where a person's were made for an earlier one.
 */
export type Match = {
  readonly kind: 'ice' | 'context' | 'exact' | 'fuzzy' | 'repetition' | 'machine';
  /** 0 to 100: token-level similarity less the penalties; the kinds that are exact start from 100. */
  readonly score: number;
  readonly source: string;
  readonly target: string;
  readonly provenance: Provenance;
  /** Where it was found: a TMX file or a master, as a path in the project; of a repetition, of a machine's words and of
   * the sentence's own earlier ones `#` and the id of the segment. */
  readonly from: string;
  /** What was put in place of other numbers, dates and names in the target that the memory has; left out where nothing was. */
  readonly adapted?: readonly Adaptation[];
};

/** Words of a target, what they were before, and what they tell. */
export type Adaptation = {
  readonly kind: 'number' | 'date' | 'time' | 'name';
  readonly was: string;
  readonly is: string;
};
