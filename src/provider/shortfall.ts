import { moneyText } from './money.ts';
import { excess, type Need, type Till } from './till.ts';

/** A limit that a provider is under. */
export type Limit = {
  readonly till: Till;
  readonly span: 'run' | 'month';
  /** Whether all providers of the run are under it together: `--max-cost`. */
  readonly shared?: boolean;
};

/** What a request was refused for; `isOne`: it had one text alone. */
export type Refused = Need & { readonly isOne: boolean };

/**
 * Which limit does not allow a request, what it has left and what to do, in words for people.
 *
 * @param limits the one that is told of where several do not comes first
 * @param currency its label in the configuration
 */
export function shortfallText(
  provider: string,
  limits: readonly [Limit, ...Limit[]],
  need: Refused,
  currency: string | undefined,
): string {
  const { till, span, shared } = limits.find((limit) => limit.till.lacks(need)) ?? limits[0];
  const left = till.left();
  const isMoney = till.lacks(need) === 'cost';
  const limit = isMoney ? moneyText(till.limit.cost, currency) : `${till.limit.characters} characters`;
  const rest = isMoney
    ? `${moneyText(Math.max(0, left.cost), currency)} left of it, and the next request may cost up to ${moneyText(need.most.cost, currency)}`
    : `${Math.max(0, left.characters)} left of it`;
  const again = span === 'month' ? 'run again in the next one' : 'run again to go on';
  const isInVain = need.isOne && excess(need.most, till.limit) !== undefined;
  const advice = (raise: string) =>
    isInVain ? `one text alone may take more: ${raise}` : `${again}, or ${raise}`;
  return shared
    ? `--max-cost, ${limit} for this run, does not allow more (${rest}): ${advice('allow more')}`
    : `the budget of ${provider}, ${limit} a ${span}, does not allow more (${rest}): ${advice(`raise “budget.${provider}” in the configuration`)}`;
}

/** Of a server that bills more than its request allowed: costs are in millionths. */
export function brokenLimitText(
  provider: string,
  { billed, most }: { readonly billed: number; readonly most: number },
  currency: string | undefined,
): string {
  const [had, allowed] = [moneyText(billed, currency), moneyText(most, currency)];
  return `${provider} counted ${had} for a request that allowed ${allowed} at most, so no budget in money can be kept with it: see its price and its limit of tokens in the configuration`;
}
