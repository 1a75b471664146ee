import { type Draft, mapUnits, type Unit } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import type { Adaptation, Match } from '../model/match.ts';
import { withStep } from '../model/provenance.ts';
import { mendBefore } from '../termbase/articles/mend.ts';
import { type Replacement, replacementFor } from '../termbase/replacement.ts';
import { preferredIn, type Termbase } from '../termbase/termbase.ts';
import { calendarWords } from './calendar-words.ts';
import { frameOf, isSameFact, type Slot, slotsIn } from './slots.ts';
import { writeNumber } from './write-number.ts';

/**
 * Where a fuzzy match of the memory differs from the sentence in numbers, dates or names of the termbase alone, its translation with the
 * facts of today is proposed before it, marked as adapted. It is still a fuzzy match, and like any other it never fills a target.
 *
 * Each fact is looked for in the old translation, where it has to stand as often as in the old source; a number said in words, a name
 * that the termbase does not find, an article that would have to be guessed, or a number with another plural leave the match as it is. A
 * second run changes nothing.
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
  const frame = frameOf(segment.text, wanted, dispatch.locale).join('\n');
  const original = matches.filter((match) => !match.adapted);
  const proposed = new Set(original.map((match) => match.target));
  return original.flatMap((match): Match[] => {
    if (!isAdaptable(match)) return [match];
    const had = slotsIn(match.source, dispatch.locale, termbase);
    if (frameOf(match.source, had, dispatch.locale).join('\n') !== frame) return [match];
    const adapted = adapt(match, had, wanted, { source: dispatch.locale, target: locale, termbase });
    if (!adapted || proposed.has(adapted.target)) return [match];
    proposed.add(adapted.target);
    return [adapted, match];
  });
}

type Tools = { readonly source: Locale; readonly target: Locale; readonly termbase: Termbase };
/** Other words for a slot, and for what stands before it where that goes by the name: `start` is where they begin. */
type Change = { readonly slot: Slot; readonly start: number; readonly text: string };

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
      const said = written(slot, old, fact, match.target, tools);
      if (said === undefined) return undefined;
      changes.push({ slot, ...said });
    }
  }
  if (changes.length === 0) return undefined;
  changes.sort((left, right) => left.start - right.start);
  const adapted = changes.map(
    ({ slot, start, text }): Adaptation => ({ was: match.target.slice(start, slot.end), is: text }),
  );
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
): Omit<Change, 'slot'> | undefined {
  if (slot.kind === 'number' && old.kind === 'number' && fact.kind === 'number')
    return inPlace(slot, writeNumber(fact.value, fact.text, slot.text, old.value, target));
  if (slot.kind === 'calendar' && fact.kind === 'calendar')
    return inPlace(slot, calendarWords(target).say(fact.word.key, slot.word.style, slot.text));
  if (slot.kind === 'name' && fact.kind === 'name') {
    const concept = termbase.concepts.get(fact.match.concept.id);
    const goal = concept && preferredIn(concept, target);
    const name = goal && replacementFor(slot.match, goal, text, target);
    return name && withArticle(slot, name, text, target);
  }
  return undefined;
}

function inPlace({ start }: Slot, text: string | undefined): Omit<Change, 'slot'> | undefined {
  return text === undefined ? undefined : { start, text };
}

/** A name with what stands before it, as it is before that name; undefined where this would have to be guessed. */
function withArticle(
  { start, text: found }: Slot,
  { text: right, otherCase }: Replacement,
  text: string,
  target: Locale,
): Omit<Change, 'slot'> | undefined {
  const mended = mendBefore(text, { start, found, right, otherCase, isOther: true }, target);
  if (!mended) return { start, text: right };
  return mended.sure ? { start: mended.start, text: mended.text + right } : undefined;
}

function replaced(text: string, changes: readonly Change[]): string {
  let at = 0;
  let result = '';
  for (const { slot, start, text: said } of changes) {
    result += text.slice(at, start) + said;
    at = slot.end;
  }
  return result + text.slice(at);
}
