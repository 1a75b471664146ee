/**
 * The parameters that give the same sequences in each run, so that a run says something of the change alone. `DEPECHE_SEED=random` asks
 * for others, a whole number for those of that seed.
 */
export function sameSequences(usual = 20_261_125): { readonly seed?: number } {
  const seed = Number(process.env.DEPECHE_SEED ?? usual);
  return Number.isInteger(seed) ? { seed } : {};
}
