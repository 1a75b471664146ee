import { type Draft, isInHand } from '../model/draft.ts';

/**
 * Gives every sign-off (`clv-mh/bdl`) its own words as target, by rule: it names a desk, not news, and is the same in every language.
 * One that a person has taken in hand is left alone.
 */
export function keepSignOffs(draft: Draft): Draft {
  const signOffs = new Set(
    draft.dispatch.paragraphs
      .filter((paragraph) => paragraph.kind === 'signoff')
      .flatMap((paragraph) => paragraph.segments.map((segment) => segment.id)),
  );
  if (signOffs.size === 0) return draft;
  const units = draft.units.map((unit) => {
    if (!signOffs.has(unit.segment.id) || isInHand(unit.target)) return unit;
    const provenance = { origin: { kind: 'rule', rule: 'sign-off' }, steps: [] } as const;
    return { ...unit, target: { state: 'drafted', text: unit.segment.text, provenance } as const };
  });
  return { ...draft, units };
}
