import { type Draft, mapUnits } from '../model/draft.ts';

/**
 * Passes what a machine proposes beside stale work through the rules of the house, as if it stood alone: its names are put right like those
 * of any draft. The work of people is not touched.
 *
 * @param rule what the house does to machines' words; units may not be added or taken out
 */
export function repairProposals(draft: Draft, rule: (draft: Draft) => Draft): Draft {
  const proposals = new Map(
    draft.units.flatMap(({ segment, target }) =>
      target.state === 'stale' && target.proposed ? [[segment.id, target.proposed] as const] : [],
    ),
  );
  if (proposals.size === 0) return draft;
  const alone = mapUnits(draft, (unit) => {
    const proposed = proposals.get(unit.segment.id);
    return proposed
      ? { ...unit, target: { state: 'drafted', text: proposed.text, provenance: proposed.provenance } }
      : unit;
  });
  const ruled = new Map(rule(alone).units.map(({ segment, target }) => [segment.id, target]));
  return mapUnits(draft, (unit) => {
    const { target } = unit;
    const own = ruled.get(unit.segment.id);
    if (target.state !== 'stale' || !target.proposed || own?.state !== 'drafted') return unit;
    const { text, provenance } = own;
    return { ...unit, target: { ...target, proposed: { ...target.proposed, text, provenance } } };
  });
}
