import type { Target, Unit } from './draft.ts';
import type { Match } from './match.ts';
import type { Provenance } from './provenance.ts';

/** What a machine's words for a sentence count for among its proposals, 0 to 100: as much as the least of the memory's by default. */
const machineScore = 75;

/**
 * What is proposed beside a target, best first: the person's own words with the facts of today, then what a machine says for the source of
 * today, then what the memory knows.
 */
export function proposalsOf({
  segment,
  target,
  matches,
}: Pick<Unit, 'segment' | 'target' | 'matches'>): readonly Match[] {
  const proposed = target.state === 'stale' ? target.proposed : undefined;
  if (!proposed) return matches;
  const machine: Match = {
    kind: 'machine',
    score: machineScore,
    source: proposed.source,
    target: proposed.text,
    provenance: proposed.provenance,
    from: `#${segment.id}`,
  };
  return [...matches.filter(isOwnAdapted), machine, ...matches.filter((match) => !isOwnAdapted(match))];
}

/** Where words come from that are a machine's proposal to the letter: a person who takes them over does not make them their own. */
export function originOfProposed(target: Target, text: string): Provenance | undefined {
  const proposed = target.state === 'stale' ? target.proposed : undefined;
  return proposed?.text.trim() === text.trim() ? proposed.provenance : undefined;
}

/** Whether a match is the words of the sentence itself with the facts of today in them: see `revise/adapt-matches.ts`. */
export function isOwnAdapted({ adapted, from }: Match): boolean {
  return adapted !== undefined && from.startsWith('#');
}
