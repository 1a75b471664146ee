import type { AcceptedFinding } from './accepted-finding.ts';
import { type Dispatch, datelineId, type Segment } from './dispatch.ts';
import type { Issue } from './issue.ts';
import type { KnownQuotation } from './known-quotation.ts';
import type { Locale } from './locale.ts';
import type { Match } from './match.ts';
import { isOwnAdapted } from './proposals.ts';
import { isPseudo, markOf, type Origin, type Provenance, pseudoProvider } from './provenance.ts';
import type { TermHit } from './term-hit.ts';

/** The translation of one segment, and how far people have taken it. */
export type Target =
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly code: string; readonly message: string }
  /** From the memory: only ice, context, or a unique exact match. */
  | {
      readonly state: 'recalled';
      readonly text: string;
      readonly match: 'ice' | 'context' | 'exact';
      readonly provenance: Provenance;
    }
  /** By a machine or a rule. */
  | { readonly state: 'drafted'; readonly text: string; readonly provenance: Provenance }
  /** By a person: written, revised by a second look, signed off. */
  | {
      readonly state: 'translated' | 'reviewed' | 'final';
      readonly text: string;
      readonly by: string;
      /** ISO 8601, where it is known. */
      readonly at?: string;
      readonly provenance: Provenance;
      /** The segments behind this one that these words render as well; left out where there are none. */
      readonly covers?: readonly string[];
    }
  /** A person's work whose source has changed since. */
  | {
      readonly state: 'stale';
      readonly text: string;
      readonly was: 'translated' | 'reviewed' | 'final';
      /** What it was made for; of a target that covers several segments, all of their texts. */
      readonly previousSource: string;
      readonly by: string;
      readonly at?: string;
      readonly provenance: Provenance;
      readonly covers?: readonly string[];
      /** What a machine says for the source of today: a proposal beside the person's words, which stay. */
      readonly proposed?: Proposed;
    }
  /** Rendered by the target of another segment, which covers this one: a translator has joined the sentences. */
  | { readonly state: 'absorbed'; readonly into: string };

/** A machine's words for a sentence whose translation is a person's: for `source`, and for no other. */
export type Proposed = { readonly source: string; readonly text: string; readonly provenance: Provenance };

/** How far a target is: see {@link Target}. */
export type TargetState = Target['state'];

/** A target that has words. */
export type FilledTarget = Extract<Target, { readonly text: string }>;

/** One segment and its translation, with all that is known of both. */
export type Unit = {
  readonly segment: Segment;
  readonly target: Target;
  /** Proposals beside the target, best first. */
  readonly matches: readonly Match[];
  readonly terms: readonly TermHit[];
  readonly issues: readonly Issue[];
  /** Quotations that people have rendered elsewhere, found by `keepQuotations`; left out where there are none. */
  readonly quotations?: readonly KnownQuotation[];
  /** Findings that people have accepted; left out where there are none. */
  readonly accepted?: readonly AcceptedFinding[];
};

/** One dispatch in one target locale: a unit for each segment, in the order of the dispatch. */
export type Draft = {
  readonly dispatch: Dispatch;
  readonly locale: Locale;
  readonly dateline?: Unit;
  readonly units: readonly Unit[];
  /** People's work whose sentence has left the story: kept, never published. */
  readonly removed: readonly Kept[];
  /** What went out to tools, oldest first; left out where nothing did. */
  readonly exports?: readonly Export[];
  /** Left out where every paragraph is read in the order of the source. */
  readonly order?: SentenceOrder;
};

/** By the id of a paragraph, all its segments as they are read in a locale; only paragraphs that the source orders otherwise. */
export type SentenceOrder = ReadonlyMap<string, readonly string[]>;

/** The shapes in which a draft goes out to a tool: XLIFF of one version, or a project folder of OmegaT. */
export const profiles = ['2.1', '2.0', '1.2', 'omegat'] as const;
/** The format of a file that goes out to a tool: a version of XLIFF, or a project of OmegaT. */
export type Profile = (typeof profiles)[number];

/** How one segment stood when it went out. */
export type Sent = {
  /** The hash of what its source says: see `wordingHash`. */
  readonly sourceHash: string;
  readonly state: TargetState;
  /** The words of its target; none where it had none. */
  readonly text?: string;
  /** Of stale words, how far people had taken them; left out by versions that did not keep it. */
  readonly was?: 'translated' | 'reviewed' | 'final';
  /** Who wrote them first; left out by versions that did not keep it. */
  readonly origin?: Origin;
};

/** What went out with one export, remembered so that what comes home can be compared with it. */
export type Export = {
  /** Unique in the master, and the same for the same content. */
  readonly id: string;
  readonly profile: Profile;
  /** By the id of the segment, the dateline included. */
  readonly segments: ReadonlyMap<string, Sent>;
  /** The order it went out in, where that was not the order of the source. */
  readonly order?: SentenceOrder;
};

/** What a store of record keeps of one unit: enough to carry people's work over to a later version. */
export type Kept = {
  readonly id: string;
  readonly source: string;
  readonly target: Target;
  /** Findings that people have accepted; left out where there are none. */
  readonly accepted?: readonly AcceptedFinding[];
};

/** A draft as its store of record has it, before it is joined with the dispatch of today. */
export type Master = {
  readonly id: string;
  readonly source: Locale;
  readonly target: Locale;
  readonly version: number;
  /** The agency has taken the dispatch back: all is kept, and the memory has none of it. Left out where it has not. */
  readonly canceled?: true;
  readonly units: readonly Kept[];
  readonly removed: readonly Kept[];
  /** What went out to tools, oldest first; left out where nothing did. */
  readonly exports?: readonly Export[];
  /** Left out where every paragraph is read in the order of the source. */
  readonly order?: SentenceOrder;
};

/** Whether a target has words of its own; they may be a machine's, or stale. */
export function isFilled(target: Target): target is FilledTarget {
  return 'text' in target;
}

/** Whether a segment is rendered: by words of its own, or by those of a segment that covers it. */
export function isRendered(target: Target): boolean {
  return isFilled(target) || target.state === 'absorbed';
}

/** The segments behind its own that a target renders as well. */
export function coveredBy(target: Target): readonly string[] {
  return 'covers' in target ? (target.covers ?? []) : [];
}

/** The words of a target, or undefined where it has none. */
export function textOf(target: Target): string | undefined {
  return isFilled(target) ? target.text : undefined;
}

/** Whether a person wrote, reviewed or signed these words, or put them into those of another segment: no machine may change them. */
export function isPersons(target: Target): boolean {
  switch (target.state) {
    case 'translated':
    case 'reviewed':
    case 'final':
    case 'stale':
    case 'absorbed':
      return true;
    case 'pending':
    case 'failed':
    case 'recalled':
    case 'drafted':
      return false;
    default:
      return target satisfies never;
  }
}

/** Whether a person has taken a target in hand: it is theirs, or they have asked for more work on it. No stage puts other words there. */
export function isInHand(target: Target): boolean {
  return isPersons(target) || (isFilled(target) && markOf(target.provenance) !== undefined);
}

/**
 * Whether `provider` still has to be asked: nothing is there, or a stand-in that only looks like a translation, or work whose source has
 * changed and beside which nothing is proposed.
 */
export function needsProvider(
  { target, matches }: Pick<Unit, 'target' | 'matches'>,
  provider: string,
): boolean {
  if (!isRendered(target)) return true;
  if (target.state === 'stale')
    return provider !== pseudoProvider && !target.proposed && !matches.some(isOwnAdapted);
  return provider !== pseudoProvider && target.state === 'drafted' && isPseudo(target.provenance);
}

/** The units of a draft with its dateline first, where it has one. */
export function allUnits(draft: Draft): readonly Unit[] {
  return draft.dateline ? [draft.dateline, ...draft.units] : draft.units;
}

/** The draft with each unit passed through `change`, its dateline included. */
export function mapUnits(draft: Draft, change: (unit: Unit) => Unit): Draft {
  return {
    ...draft,
    ...(draft.dateline && { dateline: change(draft.dateline) }),
    units: draft.units.map(change),
  };
}

/** Whether a unit is the dateline, which has rules of its own. */
export function isDateline(unit: Unit): boolean {
  return unit.segment.id === datelineId;
}
