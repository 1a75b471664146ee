/** Money is counted in whole millionths of a currency: prices are for a million characters or tokens, so one of them costs its price in millionths. */
const millionths = 1_000_000;

/** A sum in the currency, such as a limit in the configuration, in whole millionths: never more than it says. */
export function inMillionths(sum: number): number {
  // What a limit of 0.29 lacks as a binary fraction is no part of it.
  return Math.floor(sum * millionths + 1e-6);
}

/** What so many cost at a price for a million, in whole millionths: never less than it is. */
export function costAt(count: number, price: number): number {
  return Math.ceil(count * price - 1e-9);
}

/** Whole millionths as a sum in the currency. */
export function inCurrency(cost: number): number {
  return cost / millionths;
}

/**
 * A cost as people read it: `0.0246 EUR`, with so many digits that little is not nothing.
 *
 * @param cost in millionths
 * @param currency the label of the configuration
 */
export function moneyText(cost: number, currency: string | undefined): string {
  const sum = inCurrency(cost);
  const digits = Math.abs(sum) >= 100 ? 2 : cost !== 0 && Math.abs(sum) < 0.001 ? 6 : 4;
  const text = sum.toFixed(digits).replace(/(\.\d\d\d*?)0+$/u, '$1');
  return currency === undefined ? text : `${text} ${currency}`;
}
