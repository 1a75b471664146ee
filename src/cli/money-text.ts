import type { RunCost } from '../project/asking.ts';
import type { ProviderEstimate, RouteEstimate, RunEstimate } from '../project/estimating.ts';
import { inMillionths, moneyText } from '../provider/money.ts';
import { counted, table } from './terminal.ts';

/** What a run has cost, as a line; nothing where no price is known, or nothing was sent. */
export function costsText(costs: readonly RunCost[], currency: string | undefined): string {
  const sumOf = (count: 'cost' | 'paid') => costs.reduce((sum, one) => sum + one[count], 0);
  const [cost, paid] = [sumOf('cost'), sumOf('paid')];
  if (cost === 0) return '';
  const money = (sum: number) => moneyText(inMillionths(sum), currency);
  const each = costs.map((one) => `${one.provider} ${money(one.cost)}`).join(', ');
  const open =
    cost > paid
      ? `, of which ${money(cost - paid)} is the most that requests without a bill can have cost`
      : '';
  return `This run cost ${money(cost)}${costs.length > 1 ? ` (${each})` : ''}${open}.\n`;
}

/** What a dry run tells: each provider, each route where there are several, and what would be left. */
export function estimateText({ providers, routes, stopped, currency }: RunEstimate): string {
  const lines = providers.map((one) => {
    const { provider, segments, characters, known, staysHere } = one;
    const size = staysHere
      ? `${counted(characters, 'character')}, on this machine`
      : counted(characters, 'billed character');
    const before = known === 0 ? '' : ` (${known} more are ${staysHere ? 'known' : 'paid for'} already)`;
    return `${provider} would be sent ${counted(segments, 'sentence')} with ${size}${before}${costOf(one, currency)}.`;
  });
  const estimated = providers.some(({ tokens }) => tokens !== undefined)
    ? [
        'Tokens are an estimate: four bytes to each, 12 more for a sentence that is answered. “At most” is without repairs and retries.',
      ]
    : [];
  const left = stopped === undefined ? [] : [`Not all of it would be sent: ${stopped}.`];
  const text = [...lines, ...estimated, ...left, 'Nothing was sent or written.'].join('\n');
  return `Dry run: ${text}\n${routes.length > 1 ? `\n${routesText(routes, currency)}` : ''}`;
}

function costOf({ tokens, cost }: ProviderEstimate, currency: string | undefined): string {
  const about = tokens ? `, about ${tokens.input} tokens to read and ${tokens.output} to write` : '';
  if (!cost) return about;
  const [expected, most] = [cost.expected, cost.most].map((sum) => moneyText(inMillionths(sum), currency));
  return `${about}: ${tokens ? `about ${expected}, at most ${most}` : expected}`;
}

function expectedText(
  isEstimate: boolean,
  cost: ProviderEstimate['cost'],
  currency: string | undefined,
): string {
  if (!cost) return '';
  return `${isEstimate ? 'about ' : ''}${moneyText(inMillionths(cost.expected), currency)}`;
}

function routesText(routes: readonly RouteEstimate[], currency: string | undefined): string {
  const hasCosts = routes.some(({ providers }) => providers.some(({ cost }) => cost !== undefined));
  const rows = routes.flatMap(({ locale, providers }) =>
    providers.map(({ provider, segments, characters, tokens, cost }) => [
      locale,
      provider,
      segments,
      characters,
      ...(hasCosts ? [expectedText(tokens !== undefined, cost, currency)] : []),
    ]),
  );
  return table([['to', 'provider', 'sentences', 'characters', ...(hasCosts ? ['cost'] : [])], ...rows]);
}
