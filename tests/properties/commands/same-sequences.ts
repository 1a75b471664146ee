/**
 * The parameters that give the same sequences in each run, so that a run says something of the change alone: the quick run lives through
 * the first of those of the proof. `DEPECHE_SEED=random` asks for others, a whole number for those of that seed.
 */
export function sameSequences(): { readonly seed?: number } {
  const seed = Number(process.env.DEPECHE_SEED ?? 20_261_125);
  return Number.isInteger(seed) ? { seed } : {};
}
