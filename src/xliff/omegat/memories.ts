import { allUnits, type FilledTarget, isFilled, type Unit } from '../../model/draft.ts';
import { proposalsOf } from '../../model/proposals.ts';
import { describeProvenance, kindOf, percent } from '../matches.ts';
import { isSayable, type OmegatEntry } from './tmx.ts';

/** What a project of OmegaT is told of one dispatch, by the folder it is told in. */
export type Memories = {
  /** `tm/auto/`: what people finished. OmegaT fills it in. */
  readonly finished: readonly OmegatEntry[];
  /** `tm/mt/`: words nobody has accepted. OmegaT only proposes them. */
  readonly drafts: readonly OmegatEntry[];
  /** `tm/`: matches of the memory, and stale work under the source it was made for. */
  readonly proposals: readonly OmegatEntry[];
};

/**
 * Sorts the targets of a dispatch into OmegaT's memories.
 *
 * OmegaT fills from `tm/auto/` every segment that has the same source, whichever it is. So a person's work goes there only where `isSafe`
 * says that nothing else would be filled by it, and is a proposal elsewhere.
 */
export function memoriesOf(
  units: readonly Unit[],
  exportId: string,
  isSafe: (source: string) => boolean,
): Memories {
  const finished: OmegatEntry[] = [];
  const drafts: OmegatEntry[] = [];
  const proposals: OmegatEntry[] = [];
  for (const unit of units) {
    const { segment, target } = unit;
    const facts = (more: readonly (readonly [string, string])[]) =>
      new Map([['export', exportId], ['segment', segment.id], ...more]);
    if (isFilled(target)) {
      const entry = {
        source: segment.text,
        target: target.text,
        facts: facts([
          ['state', target.state],
          ['origin', describeProvenance(target.provenance)],
        ]),
        ...authorOf(target),
      };
      if (target.state === 'stale') proposals.push({ ...entry, source: target.previousSource });
      else if (isFinished(unit) && isSafe(segment.text)) finished.push(entry);
      else drafts.push(entry);
    }
    for (const match of proposalsOf(unit)) {
      (match.kind === 'machine' ? drafts : proposals).push({
        source: match.source,
        target: match.target,
        facts: facts([
          ['match', `${kindOf(match)} ${percent(match.score)}`],
          ['from', match.from],
          ['origin', describeProvenance(match.provenance)],
        ]),
      });
    }
  }
  return { finished, drafts, proposals };
}

/**
 * Which sources OmegaT may fill: those whose every segment in the project is finished, in the same words.
 *
 * @param drafts all that share the project
 */
export function safeSources(drafts: readonly Parameters<typeof allUnits>[0][]): (source: string) => boolean {
  const words = new Map<string, string | undefined>();
  for (const unit of drafts.flatMap(allUnits)) {
    const key = sourceKey(unit.segment.text);
    const text = isFinished(unit) && isSayable(unit.target.text) ? unit.target.text : undefined;
    words.set(key, words.has(key) && words.get(key) !== text ? undefined : text);
  }
  return (source) => words.get(sourceKey(source)) !== undefined;
}

/** OmegaT cuts blanks off the ends of a segment. */
function sourceKey(source: string): string {
  return source.replace(/\s+/gu, ' ').trim();
}

type Finished = Extract<FilledTarget, { readonly state: 'translated' | 'reviewed' | 'final' }>;

function isFinished(unit: Unit): unit is Unit & { readonly target: Finished } {
  const { state } = unit.target;
  return state === 'translated' || state === 'reviewed' || state === 'final';
}

function authorOf(target: FilledTarget): { by?: string; at?: string } {
  if (!('by' in target)) return {};
  return { by: target.by, ...(target.at !== undefined && { at: target.at }) };
}
