import { type Draft, isDateline, mapUnits, type Target, type Unit } from '../model/draft.ts';
import { withStep } from '../model/provenance.ts';
import type { Term } from './concept.ts';
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
import { findOddOnes } from './unify.ts';

/**
 * Enforces the terms of the house on a draft: fills `terms` of every unit, and repairs the targets that a machine drafted.
 *
 * A form that is forbidden, out of use or left in the source language becomes the preferred term in the same grammatical form; a name
 * said in several accepted ways becomes the preferred one in all of them (see {@link findOddOnes}). The target is matched again after
 * each repair. Every repair is a step `termbase:<concept>` in the provenance. What people wrote, what the memory recalled and the dateline,
 * which has its own rule, are never changed. A second run changes nothing.
 */
export function enforceTerms(draft: Draft, termbase: Termbase): Draft {
  const languages = languagesOf(draft);
  const readings = repaired(readDraft(draft, termbase), termbase, languages);
  const units = new Map(readings.map((reading) => [reading.unit.segment.id, reading]));
  return mapUnits(draft, (unit) => {
    const reading = units.get(unit.segment.id);
    return reading ? { ...unit, target: reading.unit.target, terms: hitsOf(reading, draft.locale) } : unit;
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

function repairsOf(reading: Reading, odd: ReadonlyMap<TermMatch, Term>, { target }: Languages): Repair[] {
  if (reading.unit.target.state !== 'drafted' || isDateline(reading.unit)) return [];
  return reading.renderings.flatMap((match) => {
    const goal = isWrong(match) ? preferredIn(match.concept, target) : odd.get(match);
    if (!goal) return [];
    const text = replacementFor(match, goal, reading.text, target);
    return text === reading.text.slice(match.start, match.end) ? [] : [{ match, text }];
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
