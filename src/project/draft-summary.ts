import { type Disclosure, disclosureOf } from '../bundle/disclosure.ts';
import type { Header } from '../model/dispatch.ts';
import { allUnits, type Draft, isFilled, isRendered, type TargetState, type Unit } from '../model/draft.ts';
import { isOpen, type Severity } from '../model/issue.ts';
import type { Locale } from '../model/locale.ts';
import { type MachineShare, machineShares } from '../model/machine-share.ts';

/** A segment that still needs a provider or a person. */
export type Unfinished = {
  readonly segment: string;
  readonly state: 'pending' | 'failed' | 'stale';
  readonly source: string;
  /** Why the provider failed. */
  readonly message?: string;
};

/** What a draft comes to, in numbers: the same facts for the tables of people and the JSON of machines. */
export type DraftSummary = {
  readonly id: string;
  readonly locale: Locale;
  readonly version: number;
  /** Only what is usable is published. */
  readonly status: Header['status'];
  /** Not to be published before this time: ISO 8601. */
  readonly embargo?: string;
  /** Segments, the dateline included. */
  readonly segments: number;
  /** Those that are rendered, by a target of their own or by one that covers them. */
  readonly filled: number;
  readonly states: Readonly<Partial<Record<TargetState, number>>>;
  /** Those that nobody has accepted, of the segments that have a target: what has none says so under `unfinished`. */
  readonly issues: Readonly<Record<Severity, number>>;
  /** Issues that people have accepted. */
  readonly accepted: number;
  readonly unfinished: readonly Unfinished[];
  readonly disclosure: Disclosure;
  /** Which machines wrote how much of it first. */
  readonly machines: readonly MachineShare[];
};

/** Counts a draft: its states, issues and machines, and each sentence that is left to do with its reason. */
export function draftSummary(draft: Draft): DraftSummary {
  const units = allUnits(draft);
  const states: Partial<Record<TargetState, number>> = {};
  const issues = { error: 0, warning: 0, info: 0 };
  let accepted = 0;
  for (const unit of units) {
    states[unit.target.state] = (states[unit.target.state] ?? 0) + 1;
    if (!isFilled(unit.target)) continue;
    for (const issue of unit.issues.filter(isOpen)) issues[issue.severity] += 1;
    accepted += unit.issues.length - unit.issues.filter(isOpen).length;
  }
  return {
    id: draft.dispatch.id,
    locale: draft.locale,
    version: draft.dispatch.version,
    status: draft.dispatch.header.status,
    ...(draft.dispatch.header.embargo !== undefined && { embargo: draft.dispatch.header.embargo }),
    segments: units.length,
    filled: units.filter((unit) => isRendered(unit.target)).length,
    states,
    issues,
    accepted,
    unfinished: units.flatMap(unfinished),
    disclosure: disclosureOf(draft),
    machines: machineShares(units),
  };
}

function unfinished({ target, segment: { id: segment, text: source } }: Unit): Unfinished[] {
  switch (target.state) {
    case 'pending':
    case 'stale':
      return [{ segment, state: target.state, source }];
    case 'failed':
      return [{ segment, state: target.state, source, message: target.message }];
    case 'recalled':
    case 'drafted':
    case 'translated':
    case 'reviewed':
    case 'final':
    case 'absorbed':
      return [];
    default:
      return target satisfies never;
  }
}
