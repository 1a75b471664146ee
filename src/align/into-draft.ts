import { type Draft, isPersons, type Target, textOf } from '../model/draft.ts';
import { type BilingualSegment, isUsable, type Translator } from './bilingual.ts';

/**
 * What became of an aligned pair in a draft: its words were `taken`, were there already (`unchanged`), or were not taken since a person
 * has worked on a segment (`kept`) or the pair is not sure enough (`doubtful`). What has one side only is `left-out` of the
 * translation, or `added` to it.
 */
export type Placement = 'taken' | 'unchanged' | 'kept' | 'doubtful' | 'left-out' | 'added';

/**
 * Puts a person's translation into a draft: `translated`, in place of what is pending or a machine's. Where it renders several sentences at
 * once, the first covers the others. Sentences it leaves out stay as they are, and so does all that a person has worked on.
 *
 * @returns the draft, the same one where nothing is taken, and a placement for each pair
 */
export function intoDraft(
  draft: Draft,
  aligned: readonly BilingualSegment[],
  { by, at, minConfidence }: Translator & { readonly minConfidence: number },
): { readonly draft: Draft; readonly placements: readonly Placement[] } {
  const units = new Map(draft.units.map((unit) => [unit.segment.id, unit]));
  const targets = new Map<string, Target>();
  const placements = aligned.map((pair): Placement => {
    const placement = placementOf(pair, minConfidence);
    const [head, ...others] = pair.segments;
    if (placement !== 'taken' || !head) return placement;
    const text = pair.texts.join(' ');
    if (pair.segments.some(({ id }) => isPersons(units.get(id)?.target ?? { state: 'pending' }))) {
      return textOf(units.get(head.id)?.target ?? { state: 'pending' }) === text ? 'unchanged' : 'kept';
    }
    targets.set(head.id, {
      state: 'translated',
      text,
      by,
      ...(at !== undefined && { at }),
      provenance: { origin: { kind: 'human', by }, steps: [] },
      ...(others.length > 0 && { covers: others.map(({ id }) => id) }),
    });
    for (const { id } of others) targets.set(id, { state: 'absorbed', into: head.id });
    return placement;
  });
  if (targets.size === 0) return { draft, placements };
  const changed = draft.units.map((unit) => ({
    ...unit,
    target: targets.get(unit.segment.id) ?? unit.target,
  }));
  return { draft: { ...draft, units: changed }, placements };
}

/** What would become of a pair where nobody has worked yet. */
export function placementOf(pair: BilingualSegment, minConfidence: number): Placement {
  if (pair.texts.length === 0) return 'left-out';
  if (pair.segments.length === 0) return 'added';
  return isUsable(pair, minConfidence) ? 'taken' : 'doubtful';
}
