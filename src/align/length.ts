import { type Model, sum } from './model.ts';

/** What the lengths of two runs tell of whether one translates the other: the logarithm of a ratio of likelihoods. */
export type LengthEvidence = (sourceLength: number, targetLength: number, targetSentences: number) => number;

/** Lengths alone prove and disprove no more than this. */
const strongest = { for: 3, against: -15 };

/**
 * Compares two explanations of a target's length: it translates the source, and so is spread around what that leads to expect (Gale
 * and Church 1993); or it is so many sentences of this text, of whatever length such have.
 *
 * @param targetLengths of all sentences of the target
 */
export function lengthEvidence({ ratio, variance }: Model, targetLengths: Float64Array): LengthEvidence {
  const count = Math.max(1, targetLengths.length);
  const mean = sum(targetLengths) / count;
  const spread = sum(targetLengths.map((length) => (length - mean) ** 2)) / count;
  const usual = Math.max(spread, (mean / 3) ** 2, 25);
  return (from, into, sentences) => {
    const expected = from * ratio;
    const translated = logNormal(into - expected, variance * Math.max(10, (expected + into) / 2));
    const unrelated = logNormal(into - sentences * mean, sentences * usual);
    return Math.min(strongest.for, Math.max(strongest.against, translated - unrelated));
  };
}

function logNormal(deviation: number, variance: number): number {
  return -0.5 * (deviation ** 2 / variance + Math.log(2 * Math.PI * variance));
}
