import type { MemoryStore } from '../../memory/store.ts';
import { type Draft, textOf, type Unit } from '../../model/draft.ts';

/** How many proposals a unit gets at most. */
const mostProposals = 5;

/**
 * Puts beside each unit what the memory proposes, and fills nothing: a report shows the drafts as they stand. What a person wrote gets
 * no proposals unless it is stale; what the memory filled only other translations of the same sentence.
 */
export async function withProposals(
  draft: Draft,
  store: MemoryStore,
  options: { readonly fuzzyThreshold: number },
): Promise<Draft> {
  const units: Unit[] = [];
  for (const [index, unit] of draft.units.entries()) {
    const threshold = thresholdFor(unit, options.fuzzyThreshold);
    if (threshold === undefined) {
      units.push({ ...unit, matches: [] });
      continue;
    }
    const previous = draft.units[index - 1]?.segment.text;
    const next = draft.units[index + 1]?.segment.text;
    const found = await store.find({
      source: draft.dispatch.locale,
      target: draft.locale,
      text: unit.segment.text,
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
      threshold,
      limit: mostProposals + 1,
    });
    const present = textOf(unit.target);
    const others = found.filter((match) => match.target !== present);
    units.push({ ...unit, matches: others.slice(0, mostProposals) });
  }
  return { ...draft, units };
}

function thresholdFor({ target }: Unit, fuzzyThreshold: number): number | undefined {
  switch (target.state) {
    case 'pending':
    case 'failed':
    case 'drafted':
    case 'stale':
      return fuzzyThreshold;
    case 'recalled':
      return 100;
    case 'translated':
    case 'reviewed':
    case 'final':
    case 'absorbed':
      return undefined;
    default:
      return target satisfies never;
  }
}
