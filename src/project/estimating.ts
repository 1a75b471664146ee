import type { Draft } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import type { Progress } from '../provider/desk.ts';
import { type Estimate, nothing, withProgress } from '../provider/estimate.ts';
import { inCurrency } from '../provider/money.ts';
import type { Provider, Tokens, TranslationRequest } from '../provider/provider.ts';
import { asRehearsed } from '../provider/rehearsal.ts';
import { translateByRoute } from '../provider/route.ts';
import { type Quote, tariffOf } from '../provider/tariff.ts';
import { priceIn } from './config.ts';
import { copyPolicy } from './copy-policy.ts';
import { rehearseLegs } from './legs.ts';
import type { Project } from './project.ts';
import type { Routes } from './routes.ts';

/** What would be asked of one provider. */
export type ProviderEstimate = Estimate & {
  readonly provider: string;
  /** No copy leaves the machine for it. */
  readonly staysHere?: true;
  /** As may be expected: an estimate. Only of providers that are paid by the token. */
  readonly tokens?: Tokens;
  /** In the currency of the configuration, where the price is known, without repairs and retries. The same where no tokens have to be estimated. */
  readonly cost?: Quote;
};

/** What would be asked of the providers of one locale, in the order of its route. */
export type RouteEstimate = { readonly locale: Locale; readonly providers: readonly ProviderEstimate[] };

/** What a run would ask of its providers: the sum, each of them, and each route. */
export type RunEstimate = Estimate & {
  readonly providers: readonly ProviderEstimate[];
  readonly routes: readonly RouteEstimate[];
  readonly currency?: string;
  /** Why some of it would be left, as far as it can be told beforehand: the budget. */
  readonly stopped?: string;
};

/** A run rehearsed, without a network and without a key. */
export type Estimating = { ask(draft: Draft): Promise<Draft>; total(): RunEstimate; close(): Promise<void> };

/** Costs are in millionths. */
type Sum = Estimate & { readonly tokens?: Tokens; readonly cost?: Quote };

/**
 * Opens a rehearsal of a run. Answers that are paid for already count nothing, and what the month has left is looked up; nothing is written.
 *
 * @param maxCost what the run may cost, in the currency of the configuration
 * @throws DepecheError as `openAsking`
 */
export async function openEstimating(
  project: Project,
  routes: Routes,
  { redo, maxCost }: { readonly redo: boolean; readonly maxCost?: number | undefined },
): Promise<Estimating> {
  const { source, providers: settings, currency } = project.config;
  const sums = new Map<Locale, Map<string, Sum>>();
  const here = new Set<string>();
  const add = (locale: Locale, provider: string, more: (sum: Sum) => Sum): void => {
    const ofLocale = sums.get(locale) ?? new Map<string, Sum>();
    sums.set(locale, ofLocale.set(provider, more(ofLocale.get(provider) ?? nothing)));
  };
  const onRequest = (provider: Provider, request: TranslationRequest): void => {
    const price = priceIn(settings, provider.name);
    const cost = price && tariffOf(provider, price, source, [request.target]).quote(request.segments);
    const tokens = provider.tokens?.(request).expected;
    add(request.target, provider.name, (sum) => withQuote(sum, tokens, cost));
  };
  const { legsOf, close } = await rehearseLegs(project, routes, { maxCost, onRequest });
  const policy = copyPolicy(project);
  let left: Error | undefined;
  return {
    async ask(draft) {
      const legs = legsOf(draft.locale);
      const onProgress = (progress: Progress, provider: string): void =>
        add(draft.locale, provider, (sum) => ({ ...sum, ...withProgress(sum, progress) }));
      for (const { provider } of legs.map(({ scheduler }) => scheduler)) {
        onProgress(noProgress, provider.name);
        if (!provider.capabilities.leavesMachine) here.add(provider.name);
      }
      const { draft: rehearsed, stopped } = await translateByRoute(draft, legs, { redo, policy, onProgress });
      left ??= stopped;
      return asRehearsed(draft, rehearsed);
    },
    total() {
      const byRoute = [...sums].map(([locale, ofLocale]) => ({ locale, providers: [...ofLocale] }));
      const byProvider = new Map<string, Sum>();
      for (const [provider, sum] of byRoute.flatMap(({ providers }) => providers)) {
        byProvider.set(provider, joined(byProvider.get(provider) ?? nothing, sum));
      }
      const told = ([provider, sum]: readonly [string, Sum]) => estimateOf(provider, sum, here.has(provider));
      const { segments, characters, known } = [...byProvider.values()].reduce(joined, nothing);
      return {
        segments,
        characters,
        known,
        providers: [...byProvider].map(told),
        routes: byRoute.map(({ locale, providers }) => ({ locale, providers: providers.map(told) })),
        ...(currency !== undefined && { currency }),
        ...(left && { stopped: left.message }),
      };
    },
    close,
  };
}

const noProgress: Progress = { sent: 0, done: 0, failed: 0, characters: 0 };

function withQuote(sum: Sum, tokens: Tokens | undefined, cost: Quote | undefined): Sum {
  return joined(sum, { ...nothing, ...(tokens && { tokens }), ...(cost && { cost }) });
}

function joined(one: Sum, other: Sum): Sum {
  const tokens =
    one.tokens && other.tokens ? sumOfTokens(one.tokens, other.tokens) : (one.tokens ?? other.tokens);
  const cost = one.cost && other.cost ? sumOfQuotes(one.cost, other.cost) : (one.cost ?? other.cost);
  return {
    segments: one.segments + other.segments,
    characters: one.characters + other.characters,
    known: one.known + other.known,
    ...(tokens && { tokens }),
    ...(cost && { cost }),
  };
}

function sumOfTokens(one: Tokens, other: Tokens): Tokens {
  return { input: one.input + other.input, output: one.output + other.output };
}

function sumOfQuotes(one: Quote, other: Quote): Quote {
  return { expected: one.expected + other.expected, most: one.most + other.most };
}

function estimateOf(provider: string, { cost, ...sum }: Sum, staysHere: boolean): ProviderEstimate {
  return {
    provider,
    ...(staysHere && { staysHere }),
    ...sum,
    ...(cost && { cost: { expected: inCurrency(cost.expected), most: inCurrency(cost.most) } }),
  };
}
