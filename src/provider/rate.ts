/** At most so many requests (a whole number) start in any stretch of `interval` milliseconds. */
export type Rate = { readonly requests: number; readonly interval: number };

/**
 * What keeps a number of requests in a second. It is a hundredth slower than it might be, so that a provider which counts arrivals sees it
 * kept; and a second's requests leave in ten portions, twice as fast as they need to, since what leaves all at once would meet
 * the next second's on the way.
 *
 * @param count a fraction is one request in a longer time: 0.5 is one in two seconds
 */
export function ratesOfSecond(count: number): readonly Rate[] {
  if (!Number.isInteger(count)) return [{ requests: 1, interval: 1010 / count }];
  if (count === 1) return [{ requests: 1, interval: 1010 }];
  const portion = Math.ceil(count / 10);
  return [
    { requests: count, interval: 1010 },
    { requests: portion, interval: (500 * portion) / count },
  ];
}

/** So many requests in a minute, whenever in it; a hundredth slower than it might be. */
export function rateOfMinute(count: number): Rate {
  return { requests: count, interval: 60_600 };
}
