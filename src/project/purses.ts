import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Ledger } from '../provider/ledger.ts';
import { inMillionths } from '../provider/money.ts';
import { openPurse } from '../provider/open-purse.ts';
import type { Provider } from '../provider/provider.ts';
import { type Budget, freePurse, type Purse } from '../provider/purse.ts';
import { tariffOf } from '../provider/tariff.ts';
import { createTill, type Till } from '../provider/till.ts';
import { priceIn } from './config.ts';
import type { Project } from './project.ts';
import type { Routes } from './routes.ts';

/** Whose characters are counted: whoever sends copy out may bill it, and a price or a budget is there to be kept. */
export function isCounted(project: Project, { name, capabilities }: Provider): boolean {
  const { providers } = project.config;
  return (
    capabilities.leavesMachine ||
    budgetOf(project, name) !== undefined ||
    priceIn(providers, name) !== undefined
  );
}

/** Whether what a request costs at most must be known before it goes out. */
export function isLimitedInMoney(project: Project, provider: string, maxCost: number | undefined): boolean {
  const { costPerRun, costPerMonth } = budgetOf(project, provider) ?? {};
  return (costPerRun ?? costPerMonth ?? maxCost) !== undefined;
}

export type PurseTools = {
  readonly routes: Routes;
  readonly ledger: Ledger;
  /** When the run began, ISO 8601. */
  readonly run: string;
  /** What the run may cost, all providers together, in the currency. */
  readonly maxCost?: number | undefined;
};

/**
 * The purses of a run.
 *
 * @throws DepecheError `usage` where `maxCost` is to be kept by a provider whose price is not known, else as {@link openPurse}
 */
export async function openPurses(
  project: Project,
  providers: readonly Provider[],
  tools: PurseTools,
): Promise<ReadonlyMap<string, Purse>> {
  const { maxCost } = tools;
  const shared =
    maxCost === undefined
      ? undefined
      : createTill({ characters: Number.POSITIVE_INFINITY, cost: inMillionths(maxCost) });
  const purses = new Map<string, Purse>();
  for (const provider of providers) {
    if (shared && provider.capabilities.leavesMachine && !priceIn(project.config.providers, provider.name)) {
      throw new DepecheError(
        'usage',
        `--max-cost cannot be kept: “providers.${provider.name}.price” is not in the configuration`,
      );
    }
    purses.set(provider.name, await purseOf(project, provider, { ...tools, shared }));
  }
  return purses;
}

async function purseOf(
  project: Project,
  provider: Provider,
  { routes, ledger, run, shared }: PurseTools & { readonly shared: Till | undefined },
): Promise<Purse> {
  if (!isCounted(project, provider)) return freePurse;
  const { source, currency, providers } = project.config;
  return openPurse({
    ledger,
    provider: provider.name,
    run,
    now: () => new Date().toISOString(),
    budget: budgetOf(project, provider.name),
    tariff: tariffOf(provider, priceIn(providers, provider.name), source, targetsOf(routes, provider.name)),
    currency,
    shared,
  });
}

function targetsOf(routes: Routes, provider: string): readonly Locale[] {
  return [...routes].flatMap(([locale, names]) => (names.includes(provider) ? [locale] : []));
}

function budgetOf({ config }: Project, provider: string): Budget | undefined {
  return new Map<string, Budget>(Object.entries(config.budget)).get(provider);
}
