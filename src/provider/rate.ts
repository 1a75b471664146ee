/** At most so many requests (a whole number) start in any stretch of `interval` milliseconds. */
export type Rate = { readonly requests: number; readonly interval: number };

/**
 * The rate of a number of requests in a second or a minute, which a provider that counts their arrival sees kept too: on the road some
 * come closer together than they left, so the interval is a fiftieth of a second longer than it need be.
 *
 * @param count a fraction is spread evenly: 0.5 is one in two intervals
 * @param interval milliseconds
 */
export function rateOf(count: number, interval: number): Rate {
  const requests = Number.isInteger(count) ? count : 1;
  return { requests, interval: (requests * interval) / count + margin };
}

/** Milliseconds. */
const margin = 20;
