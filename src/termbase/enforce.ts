import { type Draft, isDateline, mapUnits, type Target, type Unit } from '../model/draft.ts';
import type { Issue } from '../model/issue.ts';
import { withStep } from '../model/provenance.ts';
import type { TermMatch } from './match.ts';
import {
  hitsOf,
  isWrong,
  type Languages,
  languagesOf,
  type Reading,
  readDraft,
  readTarget,
} from './reading.ts';
import { replacementFor } from './replacement.ts';
import { preferredIn, type Termbase } from './termbase.ts';
import { findOddOnes, type OddOne } from './unify.ts';

/**
 * Enforces the terms of the house on a draft: fills `terms` of every unit, and repairs the targets that a machine drafted.
 *
 * A form that is forbidden, out of use or left in the source language becomes the preferred term in the same grammatical form. A name
 * said in several accepted ways becomes the preferred one wherever that is safe (see {@link findOddOnes}), and an issue `term-mixed`
 * where it is not. The target is matched again after each repair, and every repair is a step `termbase:<concept>` in the provenance.
 * What people wrote, what the memory recalled and the dateline, which has its own rule, are never changed. A second run changes nothing.
 */
export function enforceTerms(draft: Draft, termbase: Termbase): Draft {
  const languages = languagesOf(draft);
  const readings = repaired(readDraft(draft, termbase), termbase, languages);
  const odd = findOddOnes(readings, languages);
  const byId = new Map(readings.map((reading) => [reading.unit.segment.id, reading]));
  return mapUnits(draft, (unit) => {
    const reading = byId.get(unit.segment.id);
    if (!reading) return unit;
    const others = unit.issues.filter((issue) => issue.check !== termMixed);
    return {
      ...unit,
      target: reading.unit.target,
      terms: hitsOf(reading, draft.locale),
      issues: [...others, ...mixedIn(reading, odd)],
    };
  });
}

/** The check id of a name that is said otherwise elsewhere in the draft. */
export const termMixed = 'term-mixed';

function mixedIn({ text, renderings }: Reading, odd: ReadonlyMap<TermMatch, OddOne>): Issue[] {
  return renderings.flatMap((match) => {
    const goal = odd.get(match)?.goal;
    if (!goal) return [];
    const { start, end, concept } = match;
    return {
      check: termMixed,
      severity: 'info',
      message: `“${text.slice(start, end)}” is called otherwise elsewhere in this story: the house prefers “${goal.text}” (${concept.id})`,
      target: { start, end },
    };
  });
}

/** A termbase that contradicts itself could be repaired for ever; after this many rounds the draft stays as it was. */
const maxRounds = 4;

function repaired(readings: Reading[], termbase: Termbase, languages: Languages): Reading[] {
  let current = readings;
  for (let round = 0; round < maxRounds; round += 1) {
    const odd = findOddOnes(current, languages);
    const next = current.map((reading) => {
      const repairs = repairsOf(reading, odd, languages);
      return repairs.length === 0 ? reading : readTarget(applied(reading, repairs), termbase, languages);
    });
    if (next.every((reading, index) => reading === current[index])) return current;
    current = next;
  }
  return readings;
}

/** `text` is to stand in place of the match. */
type Repair = { readonly match: TermMatch; readonly text: string };

function repairsOf(reading: Reading, odd: ReadonlyMap<TermMatch, OddOne>, { target }: Languages): Repair[] {
  if (reading.unit.target.state !== 'drafted' || isDateline(reading.unit)) return [];
  return reading.renderings.flatMap((match) => {
    const stray = odd.get(match);
    const goal = stray?.safe ? stray.goal : isWrong(match) && preferredIn(match.concept, target);
    if (!goal) return [];
    const text = replacementFor(match, goal, reading.text, target);
    const same = text === undefined || text === reading.text.slice(match.start, match.end);
    return same ? [] : [{ match, text }];
  });
}

function applied(reading: Reading, repairs: readonly Repair[]): Reading {
  let text = '';
  let at = 0;
  for (const { match, text: right } of repairs) {
    text += reading.text.slice(at, match.start) + right;
    at = match.end;
  }
  text += reading.text.slice(at);
  const concepts = repairs.map(({ match }) => match.concept.id);
  return { ...reading, text, unit: withText(reading.unit, text, concepts) };
}

function withText(unit: Unit, text: string, concepts: readonly string[]): Unit {
  if (unit.target.state !== 'drafted') return unit;
  const provenance = [...new Set(concepts)].reduce(
    (known, concept) => withStep(known, { did: 'repaired', by: `termbase:${concept}` }),
    unit.target.provenance,
  );
  return { ...unit, target: { ...unit.target, text, provenance } satisfies Target };
}
