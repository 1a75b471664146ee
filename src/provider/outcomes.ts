import { type Draft, needsProvider, type Unit } from '../model/draft.ts';
import { type Origin, type Provenance, withStep } from '../model/provenance.ts';
import type { Provider } from './provider.ts';
import type { Wanted } from './units-to-send.ts';

/** What came of a text that was asked for; `by`: the rules that had a hand in the answer. */
export type Outcome =
  | { readonly kind: 'translated'; readonly text: string; readonly by?: readonly string[] }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** What came of asking one provider. */
export type Asked = {
  readonly draft: Draft;
  /** The units that wanted an answer and were not asked for, because the scheduler stopped. */
  readonly unasked: readonly Unit[];
};

/** A draft with what came of its texts in the units that say them; what nothing came of was not asked for. */
export function withOutcomes(
  draft: Draft,
  provider: Provider,
  outcomes: ReadonlyMap<Wanted, Outcome | undefined>,
): Asked {
  const origin = originOf(provider, draft);
  const byId = new Map<string, { readonly source: string; readonly outcome: Outcome }>();
  const unasked: Unit[] = [];
  for (const [{ units, text: source }, outcome] of outcomes) {
    if (!outcome) unasked.push(...units);
    else for (const { segment } of units) byId.set(segment.id, { source, outcome });
  }
  const units = draft.units.map((unit) => {
    const own = byId.get(unit.segment.id);
    return own ? withOutcome(unit, own, origin) : unit;
  });
  return { draft: { ...draft, units }, unasked };
}

type MachineOrigin = Extract<Origin, { kind: 'machine' }>;

/** Whose work the answers for a draft are. */
function originOf(provider: Provider, { dispatch, locale }: Draft): MachineOrigin {
  const model = provider.modelFor?.(dispatch.locale, locale) ?? provider.model;
  return {
    kind: 'machine',
    provider: provider.name,
    ...(model !== undefined && { model }),
    ...(provider.capabilities.gist === true && { gist: true }),
  };
}

function withOutcome(
  unit: Unit,
  { source, outcome }: { readonly source: string; readonly outcome: Outcome },
  origin: MachineOrigin,
): Unit {
  switch (outcome.kind) {
    case 'translated': {
      const provenance = (outcome.by ?? []).reduce<Provenance>(
        (known, by) => withStep(known, { did: 'repaired', by }),
        { origin, steps: [] },
      );
      const { text } = outcome;
      if (unit.target.state === 'stale')
        return { ...unit, target: { ...unit.target, proposed: { source, text, provenance } } };
      return { ...unit, target: { state: 'drafted', text, provenance } };
    }
    case 'failed': {
      if (unit.target.state === 'stale' || !needsProvider(unit, origin.provider)) return unit;
      const { code, message } = outcome;
      return { ...unit, target: { state: 'failed', code, message } };
    }
    default:
      return outcome satisfies never;
  }
}
