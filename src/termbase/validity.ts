import type { Term } from './concept.ts';

/** Whether a term is right on a day (ISO 8601). */
export function isValidOn({ validFrom, validUntil }: Term, day: string): boolean {
  return (validFrom ?? day) <= day && day <= (validUntil ?? day);
}

/** Whether there is a day on which both terms are right. */
export function sharesTime(one: Term, other: Term): boolean {
  return beginOf(one) <= endOf(other) && beginOf(other) <= endOf(one);
}

/** The first day of a term, for comparison; it sorts before every day where the term has always been right. */
export function beginOf({ validFrom }: Term): string {
  return validFrom ?? '';
}

/** The last day of a term, for comparison. */
export function endOf({ validUntil }: Term): string {
  return validUntil ?? '9999-12-31';
}
