import { type Draft, mapUnits, type Unit } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import type { Adaptation, Match } from '../model/match.ts';
import { withStep } from '../model/provenance.ts';
import { replacementFor } from '../termbase/replacement.ts';
import { preferredIn, type Termbase } from '../termbase/termbase.ts';
import { calendarWords } from './calendar-words.ts';
import { frameOf, isSameFact, type Slot, slotsIn } from './slots.ts';
import { writeNumber } from './write-number.ts';

/**
 * Where a fuzzy match of the memory differs from the sentence in numbers, dates or names of the termbase alone, its translation with the
 * facts of today is proposed before it, marked as adapted. It is still a fuzzy match, and like any other it never fills a target.
 *
 * Each fact is looked for in the old translation, where it has to stand as often as in the old source; a number said in words, a name
 * that the termbase does not find, or a number with another plural leave the match as it is. A second run changes nothing.
 */
export function adaptMatches(draft: Draft, termbase: Termbase): Draft {
  return mapUnits(draft, (unit) =>
    unit.matches.some(isAdaptable) ? { ...unit, matches: withAdapted(unit, draft, termbase) } : unit,
  );
}

function isAdaptable(match: Match): boolean {
  return match.kind === 'fuzzy' && !match.adapted;
}

function withAdapted({ segment, matches }: Unit, { dispatch, locale }: Draft, termbase: Termbase): Match[] {
  const wanted = slotsIn(segment.text, dispatch.locale, termbase);
  const frame = frameOf(segment.text, wanted).join('\n');
  const original = matches.filter((match) => !match.adapted);
  const proposed = new Set(original.map((match) => match.target));
  return original.flatMap((match): Match[] => {
    if (!isAdaptable(match)) return [match];
    const had = slotsIn(match.source, dispatch.locale, termbase);
    if (frameOf(match.source, had).join('\n') !== frame) return [match];
    const adapted = adapt(match, had, wanted, { source: dispatch.locale, target: locale, termbase });
    if (!adapted || proposed.has(adapted.target)) return [match];
    proposed.add(adapted.target);
    return [adapted, match];
  });
}

type Tools = { readonly source: Locale; readonly target: Locale; readonly termbase: Termbase };
type Change = { readonly slot: Slot; readonly text: string };

function adapt(match: Match, had: readonly Slot[], wanted: readonly Slot[], tools: Tools): Match | undefined {
  const there = slotsIn(match.target, tools.target, tools.termbase);
  const changes: Change[] = [];
  for (const [at, old] of had.entries()) {
    const fact = wanted[at];
    if (!fact) return undefined;
    const same = had.flatMap((slot, place) => (isSameFact(slot, old) ? [wanted[place]] : []));
    if (isSameFact(old, fact) && same.every((slot) => slot && isSameFact(slot, fact))) continue;
    // One fact that is to become two: nobody knows which of them stands where.
    if (same.some((slot) => !slot || !isSameFact(slot, fact))) return undefined;
    const found = there.filter((slot) => isSameFact(slot, old));
    if (found.length !== same.length) return undefined;
    for (const slot of found) {
      if (changes.some((change) => change.slot === slot)) continue;
      const text = written(slot, old, fact, match.target, tools);
      if (text === undefined) return undefined;
      changes.push({ slot, text });
    }
  }
  if (changes.length === 0) return undefined;
  changes.sort((left, right) => left.slot.start - right.slot.start);
  const adapted = changes.map(({ slot, text }): Adaptation => ({ was: slot.text, is: text }));
  return {
    ...match,
    target: replaced(match.target, changes),
    adapted,
    provenance: adapted.reduce(
      (provenance, { was, is }) => withStep(provenance, { did: 'repaired', by: `adapted:${was}→${is}` }),
      match.provenance,
    ),
  };
}

/** What `fact` is called where a slot of the translation says `old`. */
function written(
  slot: Slot,
  old: Slot,
  fact: Slot,
  text: string,
  { target, termbase }: Tools,
): string | undefined {
  if (slot.kind === 'number' && old.kind === 'number' && fact.kind === 'number')
    return writeNumber(fact.value, fact.text, slot.text, old.value, target);
  if (slot.kind === 'calendar' && fact.kind === 'calendar')
    return calendarWords(target).say(fact.word.key, slot.word.style, slot.text);
  if (slot.kind === 'name' && fact.kind === 'name') {
    const concept = termbase.concepts.get(fact.match.concept.id);
    const goal = concept && preferredIn(concept, target);
    return goal && replacementFor(slot.match, goal, text, target)?.text;
  }
  return undefined;
}

function replaced(text: string, changes: readonly Change[]): string {
  let at = 0;
  let result = '';
  for (const { slot, text: said } of changes) {
    result += text.slice(at, slot.start) + said;
    at = slot.end;
  }
  return result + text.slice(at);
}
