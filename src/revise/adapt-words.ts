import type { Locale } from '../model/locale.ts';
import type { Adaptation } from '../model/match.ts';
import type { Span } from '../model/span.ts';
import { mendBefore } from '../termbase/articles/mend.ts';
import { type Replacement, replacementFor } from '../termbase/replacement.ts';
import { preferredIn, type Termbase } from '../termbase/termbase.ts';
import { asValue } from '../text/number-forms.ts';
import { calendarWordFor } from './calendar-words.ts';
import { placesOfTime } from './clock-times.ts';
import { frameOf, isSameFact, type Slot, slotsIn } from './slots.ts';
import { writeNumber } from './write-number.ts';
import { placesOfDate } from './written-dates.ts';

/** A translation with the facts of today, and what was put in place of what. */
export type Adapted = { readonly text: string; readonly adapted: readonly Adaptation[] };

/** The languages of a translation, and the names both sides know. */
export type AdaptTools = { readonly source: Locale; readonly target: Locale; readonly termbase: Termbase };

/**
 * Makes adapters for one sentence of today. Each takes a sentence that differs from it in numbers, times, dates or names of the termbase alone,
 * with its translation, and puts the facts of today into that.
 *
 * Each fact is looked for in the translation, where it has to stand as often as in the old source; a name that the termbase does not find, a
 * number with another plural, a day with another gender or an article that would have to be guessed leave the translation alone.
 *
 * @returns undefined where the sentences differ in other words too, or a fact cannot be put in for sure
 */
export function adapterTo(
  sentence: string,
  tools: AdaptTools,
): (source: string, translation: string) => Adapted | undefined {
  const wanted = slotsIn(sentence, tools.source, tools.termbase);
  const frame = frameOf(sentence, wanted, tools.source).join('\n');
  return (source, translation) => {
    const had = slotsIn(source, tools.source, tools.termbase);
    if (had.length !== wanted.length || frameOf(source, had, tools.source).join('\n') !== frame)
      return undefined;
    return adapt(translation, changesOf(had, wanted, translation, tools), tools);
  };
}

/** A fact of the old source and the one in its place. */
type Fact = { readonly old: Slot; readonly now: Slot };
type Change = Span & { readonly kind: Adaptation['kind']; readonly text: string };

/** The facts side by side. A day that the source writes in digits and the translation in words is three of them. */
function changesOf(
  had: readonly Slot[],
  wanted: readonly Slot[],
  translation: string,
  { target }: AdaptTools,
): Fact[] {
  return had.flatMap((old, place): Fact[] => {
    const now = wanted[place];
    if (!now) return [];
    if (old.kind !== 'date' || now.kind !== 'date' || placesOfDate(translation, old.date, target).length > 0)
      return [{ old, now }];
    const partOf = (slot: typeof old, name: 'day' | 'year'): Slot => {
      const value = slot.date[name];
      return {
        start: slot.start,
        end: slot.end,
        text: String(value),
        kind: 'number',
        value,
        scale: 1,
        inWords: false,
        ofCalendar: true,
      };
    };
    const monthOf = ({ date, ...slot }: typeof old): Slot => ({
      ...slot,
      kind: 'calendar',
      word: { key: `month ${date.month - 1}`, style: 'month' },
    });
    return [
      { old: partOf(old, 'day'), now: partOf(now, 'day') },
      { old: monthOf(old), now: monthOf(now) },
      { old: partOf(old, 'year'), now: partOf(now, 'year') },
    ];
  });
}

function adapt(translation: string, facts: readonly Fact[], tools: AdaptTools): Adapted | undefined {
  const there = slotsIn(translation, tools.target, tools.termbase);
  const changes: Change[] = [];
  for (const { old, now } of facts) {
    const same = facts.filter((fact) => isSameFact(fact.old, old));
    if (same.every((fact) => isSameFact(fact.now, old))) continue;
    // One fact that is to become two: nobody knows which of them stands where.
    if (same.some((fact) => !isSameFact(fact.now, now))) return undefined;
    const found = changesFor({ old, now }, { translation, there, tools });
    if (found?.length !== same.length) return undefined;
    for (const change of found) {
      if (!changes.some(({ start }) => start === change.start)) changes.push(change);
    }
  }
  changes.sort((left, right) => left.start - right.start);
  const overlap = changes.some((change, place) => change.start < (changes[place - 1]?.end ?? 0));
  if (changes.length === 0 || overlap) return undefined;
  const adapted = changes.map(({ start, end, text: is, kind }) => ({
    kind,
    was: translation.slice(start, end),
    is,
  }));
  return { text: replaced(translation, changes), adapted };
}

type Translation = {
  readonly translation: string;
  readonly there: readonly Slot[];
  readonly tools: AdaptTools;
};

/** A change for each place of the translation that says the old fact; nothing where one of them cannot say the new one. */
function changesFor({ old, now }: Fact, { translation, there, tools }: Translation): Change[] | undefined {
  const { target } = tools;
  if (old.kind === 'time' && now.kind === 'time') {
    const places = placesOfTime(translation, old.time, target);
    return allOf(places.map(({ write, ...span }) => changeAt(span, 'time', write(now.time))));
  }
  if (old.kind === 'date' && now.kind === 'date') {
    const places = placesOfDate(translation, old.date, target);
    return allOf(places.map(({ write, ...span }) => changeAt(span, 'date', write(now.date))));
  }
  if (old.kind === 'number' && now.kind === 'number') {
    const numbers = there.filter((slot) => slot.kind === 'number');
    const plain = numbers.filter(({ value }) => value === old.value);
    // What is 2.5 thousand million in one language is 2,500 million in another.
    const scaled = numbers.filter(
      ({ value, scale, inWords }) =>
        !inWords && scale !== 1000 && asValue(value * scale) === asValue(old.value * old.scale),
    );
    const [places, by] = plain.length > 0 ? [plain, 1] : [scaled, now.scale];
    const uncounted = old.ofCalendar && now.ofCalendar;
    return allOf(
      places.map((slot) => {
        const value = by === 1 ? now.value : Number(asValue((now.value * by) / slot.scale));
        const text = writeNumber({ value, source: now.text, slot, translation, uncounted }, target);
        return changeAt(slot, uncounted ? 'date' : 'number', text);
      }),
    );
  }
  if (old.kind === 'calendar' && now.kind === 'calendar') {
    const places = there.filter((slot) => slot.kind === 'calendar').filter((slot) => isSameFact(slot, old));
    return allOf(
      places.map((slot) => {
        const like = { style: slot.word.style, word: slot.text, before: translation.slice(0, slot.start) };
        return changeAt(slot, 'date', calendarWordFor(now.word.key, like, target));
      }),
    );
  }
  if (old.kind === 'name' && now.kind === 'name') {
    const concept = tools.termbase.concepts.get(now.match.concept.id);
    const goal = concept && preferredIn(concept, target);
    const places = there.filter((slot) => slot.kind === 'name').filter((slot) => isSameFact(slot, old));
    return allOf(
      places.map((slot) => {
        const name = goal && replacementFor(slot.match, goal, translation, target);
        return name && withArticle(slot, name, translation, target);
      }),
    );
  }
  return undefined;
}

/** A name with what stands before it, as it is before that name; undefined where this would have to be guessed. */
function withArticle(
  { start, end, text: found }: Slot,
  { text: right, otherCase }: Replacement,
  translation: string,
  target: Locale,
): Change | undefined {
  const mended = mendBefore(translation, { start, found, right, otherCase, isOther: true }, target);
  if (!mended) return { start, end, kind: 'name', text: right };
  return mended.sure ? { start: mended.start, end, kind: 'name', text: mended.text + right } : undefined;
}

function changeAt(
  { start, end }: Span,
  kind: Adaptation['kind'],
  text: string | undefined,
): Change | undefined {
  return text === undefined ? undefined : { start, end, kind, text };
}

function allOf(changes: readonly (Change | undefined)[]): Change[] | undefined {
  const written = changes.filter((change) => change !== undefined);
  return written.length === changes.length ? written : undefined;
}

function replaced(text: string, changes: readonly Change[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, text: said } of changes) {
    result += text.slice(at, start) + said;
    at = end;
  }
  return result + text.slice(at);
}
