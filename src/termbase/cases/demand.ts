import type { Case } from './readings.ts';

/** A place in a sentence that takes some cases and no others. */
export type Demand = {
  /** As in a case error. */
  readonly construction: string;
  readonly cases: readonly Case[];
  /** It holds whatever the rest of the sentence says. */
  readonly sure: boolean;
  /** Two words contradict each other, and nobody knows which of them is wrong. */
  readonly mutual?: true;
};

/** Looks for one construction around a name; undefined where it is not there, or could be another one. */
export type Rule<Place> = (place: Place) => Demand | undefined;
