/**
 * The milliseconds a `Retry-After` header asks to wait, in both its forms: seconds, and a date (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since 1970, to measure a date against
 * @returns undefined for anything that is neither
 */
export function parseRetryAfter(value: string, now: number): number | undefined {
  const text = value.trim();
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000;
  // A date that HTTP allows begins with the name of a day; Date.parse would take a bare number for a year.
  const date = /^[A-Z][a-z]{2}/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
