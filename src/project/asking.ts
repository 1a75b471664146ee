import type { Draft } from '../model/draft.ts';
import type { Progress } from '../provider/desk.ts';
import { inCurrency } from '../provider/money.ts';
import { translateByRoute } from '../provider/route.ts';
import { priceIn } from './config.ts';
import { copyPolicy } from './copy-policy.ts';
import { openLegs } from './legs.ts';
import type { Project } from './project.ts';
import type { Environment } from './providers.ts';
import type { Routes } from './routes.ts';

/** The providers of a run at work: one queue for each, one journal and one ledger for all of its drafts. */
export type Asking = {
  ask(draft: Draft): Promise<Draft>;
  /** Why units were not asked for that nobody else has translated; undefined while all is well. */
  stopped(): Error | undefined;
  /** Why units were not asked for that others on their route have translated, all of them: what `stopped` says is not among it. */
  handedOn(): readonly Error[];
  /** What it has cost so far, of each provider whose price is known. */
  costs(): readonly RunCost[];
  close(): Promise<void>;
};

/** In the currency of the configuration. */
export type RunCost = {
  readonly provider: string;
  /** All that may have been billed. */
  readonly cost: number;
  /** What is known of it from answers. */
  readonly paid: number;
};

/** What a run wants of its providers, and who is told of what they do. */
export type AskingOptions = {
  readonly redo: boolean;
  /** Aborts when no more may be taken up. */
  readonly stop: AbortSignal;
  /** Aborts when what is under way is to be called off. */
  readonly cancel: AbortSignal;
  /** What all providers together may cost, in the currency of the configuration. */
  readonly maxCost?: number | undefined;
  readonly onProgress: (progress: Progress, provider: string) => void;
  /** Told of what a person should know and the run does not end for: no glossary at DeepL. */
  readonly onNotice?: (message: string) => void;
};

/**
 * Opens the providers of all routes.
 *
 * @throws DepecheError `usage` or `config` for a provider that cannot be used, `invalid` or `unwritable` for the journal and the ledger
 */
export async function openAsking(
  project: Project,
  routes: Routes,
  environment: Environment,
  { onNotice = () => {}, stop, cancel, maxCost, ...options }: AskingOptions,
): Promise<Asking> {
  const { legsOf, purses, close } = await openLegs(project, routes, {
    environment,
    stop,
    cancel,
    onNotice,
    maxCost,
  });
  const tools = { ...options, policy: copyPolicy(project) };
  let left: Error | undefined;
  const handedOn = new Set<Error>();
  return {
    async ask(draft) {
      const routed = await translateByRoute(draft, legsOf(draft.locale), tools);
      left ??= routed.stopped;
      for (const why of routed.handedOn) handedOn.add(why);
      return routed.draft;
    },
    stopped: () => left,
    handedOn: () => [...handedOn].filter((why) => why !== left),
    costs: () =>
      [...purses].flatMap(([provider, purse]) => {
        if (!priceIn(project.config.providers, provider)) return [];
        const { cost, paid } = purse.spent();
        return [{ provider, cost: inCurrency(cost), paid: inCurrency(paid) }];
      }),
    close,
  };
}
