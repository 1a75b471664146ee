import { coveredBy, type Draft, isInHand, isPersons, type Target, type Unit } from '../model/draft.ts';
import type { Match } from '../model/match.ts';
import { isPseudo, withStep } from '../model/provenance.ts';
import { wordingOf } from '../text/wording.ts';
import { repetitionsIn } from './repetitions.ts';
import type { MemoryStore } from './store.ts';

/** How many proposals a unit gets at most. */
const mostProposals = 5;

/**
 * The recall stage: fills units from the memory and puts proposals beside the rest.
 *
 * Ice, context and unique exact matches fill a target; a fuzzy one never does, and neither does an exact one whose source the memory
 * translates in two ways. A machine's draft gives way only to an ice or context match. People's units are left as they are and get
 * no proposals unless their source has changed, but what they wrote is proposed where the same sentence stands again; the dateline has a rule of its own. What was recalled earlier is looked up anew, and stays where nothing fills now.
 * Beside a target that was filled stand only other translations of the same sentence: similar sentences would be noise.
 *
 * @param options.fuzzyThreshold the least score of a proposal that is not exact, 50 to 100; 75 where it is not given
 */
export async function recall(
  draft: Draft,
  store: MemoryStore,
  options: { readonly fuzzyThreshold?: number } = {},
): Promise<Draft> {
  const units: Unit[] = [];
  const repeated = repetitionsIn(draft);
  for (const [index, unit] of draft.units.entries()) {
    if (isPersons(unit.target) && !isStaleAlone(unit.target)) {
      units.push({ ...unit, matches: [] });
      continue;
    }
    const previous = draft.units[index - 1]?.segment.text;
    const next = draft.units[index + 1]?.segment.text;
    const query = {
      source: draft.dispatch.locale,
      target: draft.locale,
      text: unit.segment.text,
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
      limit: mostProposals + 1,
    };
    const exact = await store.find({ ...query, threshold: 100 });
    const filling = isInHand(unit.target) ? undefined : fillingMatch(unit.target, exact);
    if (filling) units.push(filled(unit, filling, exact));
    else {
      const matches = await store.find({ ...query, threshold: options.fuzzyThreshold ?? 75 });
      const all = withRepetitions(matches, repeated(unit.segment.text));
      units.push({ ...unit, matches: all.slice(0, mostProposals) });
    }
  }
  return { ...draft, units };
}

/** People's work that is to be done again; of sentences that were joined, the memory knows none. */
function isStaleAlone(target: Target): boolean {
  return target.state === 'stale' && coveredBy(target).length === 0;
}

/** Behind what is exact in the memory, before what is only similar; what the memory proposes already is not said again. */
function withRepetitions(matches: readonly Match[], repetitions: readonly Match[]): readonly Match[] {
  const proposed = new Set(matches.filter(isExact).map((match) => wordingOf(match.target)));
  const fresh = repetitions.filter((match) => !proposed.has(wordingOf(match.target)));
  return [
    ...matches.filter((match) => match.kind !== 'fuzzy'),
    ...fresh,
    ...matches.filter((match) => match.kind === 'fuzzy'),
  ];
}

function filled(unit: Unit, filling: Filling, exact: readonly Match[]): Unit {
  const target: Target = {
    state: 'recalled',
    text: filling.target,
    match: filling.kind,
    provenance: withStep(filling.provenance, { did: 'recalled', by: filling.from }),
  };
  return { ...unit, target, matches: exact.filter((match) => match !== filling) };
}

type Filling = Match & { readonly kind: 'ice' | 'context' | 'exact' };

function fillingMatch(target: Target, matches: readonly Match[]): Filling | undefined {
  const [best, second] = matches;
  if (!best || !isExact(best)) return undefined;
  if (best.kind !== 'exact') return best;
  if (second?.kind === 'exact') return undefined;
  const machines = target.state === 'drafted' && !isPseudo(target.provenance);
  return machines ? undefined : best;
}

function isExact(match: Match): match is Filling {
  return match.kind === 'ice' || match.kind === 'context' || match.kind === 'exact';
}
