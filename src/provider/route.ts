import type { Draft, Target, Unit } from '../model/draft.ts';
import type { Termbase } from '../termbase/termbase.ts';
import type { Progress } from './desk.ts';
import type { Journal } from './journal.ts';
import type { Scheduler } from './scheduler.ts';
import { askProvider, type TranslateTools } from './translate.ts';

/** One provider of a route, at work for the whole run. */
export type Leg = {
  readonly scheduler: Scheduler;
  readonly journal: Journal;
  /** The names to shield, where the provider keeps placeholders. */
  readonly termbase?: Termbase;
};

/** Beside the legs: whether machines' drafts are made anew, where copy may go, and who is told how far each provider is. */
export type RouteTools = Pick<TranslateTools, 'redo' | 'policy'> & {
  readonly onProgress?: (progress: Progress, provider: string) => void;
};

/** A draft after the last provider of its route. */
export type Routed = {
  readonly draft: Draft;
  /** Why units were not asked for that nobody else has translated: see {@link Scheduler.stopped}. */
  readonly stopped?: Error;
  /** Why units were not asked for that a provider behind has translated. */
  readonly handedOn: readonly Error[];
};

/**
 * Asks the providers of a route one after the other: each gets what those before it do not take (the pair of languages, copy that must
 * not leave the machine), failed on, or were not asked for because of quota, key or budget. Provenance says whose work a text is.
 *
 * What fails with all of them says so with the code of the first one and the words of each. With `redo` a provider is asked again for its own
 * drafts and for those of providers behind it, never for those of one before it.
 *
 * @param legs in the order of preference
 * @throws DepecheError as `translate` does
 */
export async function translateByRoute(
  draft: Draft,
  legs: readonly Leg[],
  { onProgress, ...tools }: RouteTools,
): Promise<Routed> {
  const left = new Map<string, Error>();
  const handedOn = new Set<Error>();
  const spared = new Set<string>();
  let current = draft;
  for (const leg of legs) {
    const { name } = leg.scheduler.provider;
    const { draft: next, unasked } = await askProvider(current, {
      ...tools,
      ...leg,
      spared,
      ...(onProgress && { onProgress: (progress: Progress) => onProgress(progress, name) }),
    });
    const units = next.units.map((unit, index) =>
      joinedFailure(unit, draft.units[index], current.units[index]),
    );
    units.forEach((unit, index) => {
      const why = left.get(unit.segment.id);
      if (!why || unit === current.units[index] || unit.target.state === 'failed') return;
      left.delete(unit.segment.id);
      handedOn.add(why);
    });
    const stopped = leg.scheduler.stopped();
    for (const { segment } of stopped ? unasked : []) {
      if (stopped && !left.has(segment.id)) left.set(segment.id, stopped);
    }
    current = { ...next, units };
    spared.add(name);
  }
  const [stopped] = left.values();
  return { draft: current, ...(stopped && { stopped }), handedOn: [...handedOn] };
}

/** A unit that a provider failed on after one before it had: both have something to say. */
function joinedFailure(unit: Unit, atFirst: Unit | undefined, before: Unit | undefined): Unit {
  if (!before || before === atFirst || before === unit) return unit;
  const target = failureOf(before.target, unit.target);
  return target ? { ...unit, target } : unit;
}

function failureOf(before: Target, now: Target): Target | undefined {
  if (before.state !== 'failed' || now.state !== 'failed') return undefined;
  return { state: 'failed', code: before.code, message: `${before.message}; ${now.message}` };
}
