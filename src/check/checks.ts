import type { Check } from './check.ts';
import { pending, sameAsSource } from './completeness.ts';
import { lengthRatio } from './length.ts';
import { markedForWork } from './marked-for-work.ts';
import { numberExtra, numberMissing } from './numbers.ts';
import { placeableChanged } from './placeables.ts';
import { quoteStyle, unpairedQuote } from './quotes.ts';
import { termForbidden, termMissing } from './terms.ts';

/** Every check of the house by its family, in the order in which a unit's issues are listed. */
export const checks: readonly Check[] = [
  pending,
  markedForWork,
  sameAsSource,
  termMissing,
  termForbidden,
  numberMissing,
  numberExtra,
  quoteStyle,
  unpairedQuote,
  lengthRatio,
  placeableChanged,
];
