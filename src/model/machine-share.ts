import { isFilled, type Unit } from './draft.ts';
import { isGist } from './provenance.ts';

/** How many sentences a machine was the first to write. */
export type MachineShare = {
  readonly provider: string;
  readonly model?: string;
  /** They are gist still: nobody has edited or accepted them. */
  readonly gist?: true;
  readonly segments: number;
};

/** What machines wrote first of all that has words, the memory's included: each with its model, in the order of the sentences. */
export function machineShares(units: readonly Unit[]): readonly MachineShare[] {
  const shares = new Map<string, MachineShare>();
  for (const { target } of units) {
    if (!isFilled(target) || target.provenance.origin.kind !== 'machine') continue;
    const { provider, model } = target.provenance.origin;
    const machine = {
      provider,
      ...(model !== undefined && { model }),
      ...(isGist(target.provenance) && { gist: true as const }),
    };
    const name = machineName(machine);
    shares.set(name, { ...machine, segments: (shares.get(name)?.segments ?? 0) + 1 });
  }
  return [...shares.values()];
}

/** `fxtranslate (fr-en 3.1 tiny + en-de 3.0 tiny)`, `apertium, for gist only`. */
export function machineName({ provider, model, gist }: Omit<MachineShare, 'segments'>): string {
  return `${provider}${model === undefined ? '' : ` (${model})`}${gist ? ', for gist only' : ''}`;
}
