/**
 * Who wrote a target first. `rule` is a deterministic rule of depeche, such as the house table of datelines; `gist`: the provider says of its
 * own words that they tell what a text is about and are no translation to publish.
 */
export type Origin =
  | { readonly kind: 'machine'; readonly provider: string; readonly model?: string; readonly gist?: true }
  | { readonly kind: 'memory' }
  | { readonly kind: 'human'; readonly by: string }
  | { readonly kind: 'rule'; readonly rule: string };

/** What can happen to a target after it was first written. `marked`: a person asked for more work on it. */
export const deeds = ['recalled', 'repaired', 'edited', 'accepted', 'marked'] as const;

/** What happened to a target after it was first written. */
export type Step = {
  readonly did: (typeof deeds)[number];
  /** The person, the memory file, or the rule that did it. */
  readonly by: string;
  /** ISO 8601; only for what people did: no machine step carries a clock. */
  readonly at?: string;
};

/** The chain from a target's origin to its present words. The origin is never forgotten: not through review, memory or TMX. */
export type Provenance = { readonly origin: Origin; readonly steps: readonly Step[] };

/** The same provenance with one more step at its end; a step that repeats the last one is not written twice. */
export function withStep(provenance: Provenance, step: Step): Provenance {
  const last = provenance.steps.at(-1);
  if (last?.did === step.did && last.by === step.by && last.at === step.at) return provenance;
  return { origin: provenance.origin, steps: [...provenance.steps, step] };
}

/** Who asked for more work on a target, where nobody has taken it up since; what a machine repaired takes nothing up. */
export function markOf({ steps }: Provenance): Step | undefined {
  const last = steps.findLast(({ did }) => did !== 'repaired' && did !== 'recalled');
  return last?.did === 'marked' ? last : undefined;
}

/** The provider whose text only looks like a translation. */
export const pseudoProvider = 'pseudo';

/** Whether words are pseudo text still: what a person has written over it is theirs. */
export function isPseudo({ origin, steps }: Provenance): boolean {
  if (origin.kind !== 'machine' || origin.provider !== pseudoProvider) return false;
  return !steps.some(({ did }) => did === 'edited');
}

/** Whether words are a machine's gist still: nobody has edited or accepted them. */
export function isGist({ origin, steps }: Provenance): boolean {
  if (origin.kind !== 'machine' || origin.gist !== true) return false;
  return !steps.some(({ did }) => did === 'edited' || did === 'accepted');
}
