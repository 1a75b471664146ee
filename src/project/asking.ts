import type { Draft } from '../model/draft.ts';
import type { Progress } from '../provider/desk.ts';
import { type Estimate, nothing, withProgress } from '../provider/estimate.ts';
import { asRehearsed } from '../provider/rehearsal.ts';
import { translateByRoute } from '../provider/route.ts';
import { copyPolicy } from './copy-policy.ts';
import { openLegs, rehearseLegs } from './legs.ts';
import type { Project } from './project.ts';
import type { Environment } from './providers.ts';
import type { Routes } from './routes.ts';

/** The providers of a run at work: one queue for each, one journal and one ledger for all of its drafts. */
export type Asking = {
  ask(draft: Draft): Promise<Draft>;
  /** Why units were not asked for that nobody else has translated; undefined while all is well. */
  stopped(): Error | undefined;
  close(): Promise<void>;
};

export type AskingOptions = {
  readonly redo: boolean;
  /** Aborts when no more may be taken up. */
  readonly stop: AbortSignal;
  /** Aborts when what is under way is to be called off. */
  readonly cancel: AbortSignal;
  readonly onProgress: (progress: Progress, provider: string) => void;
  /** Told of what a person should know and the run does not end for: no glossary at DeepL, a provider that others step in for. */
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
  { onNotice = () => {}, stop, cancel, ...options }: AskingOptions,
): Promise<Asking> {
  const { legsOf, close } = await openLegs(project, routes, { environment, stop, cancel, onNotice });
  const tools = { ...options, policy: copyPolicy(project) };
  let left: Error | undefined;
  const told = new Set<Error>();
  return {
    async ask(draft) {
      const { draft: asked, stopped, handedOn } = await translateByRoute(draft, legsOf(draft.locale), tools);
      left ??= stopped;
      for (const why of handedOn) {
        if (!told.has(why)) onNotice(`${why.message} (others on its route have stepped in)`);
        told.add(why);
      }
      return asked;
    },
    stopped: () => left,
    close,
  };
}

/** What would be asked of one provider. */
export type ProviderEstimate = Estimate & { readonly provider: string };

/** What a run would ask of its providers: the sum, and each of them. */
export type RunEstimate = Estimate & {
  readonly providers: readonly ProviderEstimate[];
  /** Why some of it would be left, as far as it can be told beforehand: the budget. */
  readonly stopped?: string;
};

/** A run rehearsed, without a network and without a key. */
export type Estimating = { ask(draft: Draft): Promise<Draft>; total(): RunEstimate; close(): Promise<void> };

/**
 * Opens a rehearsal of a run. Answers that are paid for already count nothing, and what the month has left is looked up; nothing is written.
 *
 * @throws DepecheError as {@link openAsking}
 */
export async function openEstimating(project: Project, routes: Routes, redo: boolean): Promise<Estimating> {
  const { legsOf, close } = await rehearseLegs(project, routes);
  const estimates = new Map<string, Estimate>();
  const estimateOf = (provider: string): Estimate => estimates.get(provider) ?? nothing;
  const onProgress = (progress: Progress, provider: string): void => {
    estimates.set(provider, withProgress(estimateOf(provider), progress));
  };
  const tools = { redo, policy: copyPolicy(project), onProgress };
  let left: Error | undefined;
  return {
    async ask(draft) {
      const legs = legsOf(draft.locale);
      for (const { scheduler } of legs) onProgress(noProgress, scheduler.provider.name);
      const { draft: rehearsed, stopped } = await translateByRoute(draft, legs, tools);
      left ??= stopped;
      return asRehearsed(draft, rehearsed);
    },
    total() {
      const providers = Array.from(estimates, ([provider, estimate]) => ({ provider, ...estimate }));
      const sum = (count: keyof Estimate) => providers.reduce((total, one) => total + one[count], 0);
      return {
        segments: sum('segments'),
        characters: sum('characters'),
        known: sum('known'),
        providers,
        ...(left && { stopped: left.message }),
      };
    },
    close,
  };
}

const noProgress: Progress = { sent: 0, done: 0, failed: 0, characters: 0 };
