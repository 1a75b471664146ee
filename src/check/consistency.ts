import { isDateline, textOf, type Unit } from '../model/draft.ts';
import { wordingOf } from '../text/wording.ts';
import { wordsOf } from '../text/words.ts';
import { defineDraftCheck, type Finding } from './check.ts';

export const inconsistentTarget = defineDraftCheck({
  id: 'inconsistent-target',
  family: 'consistency',
  severity: 'warning',
  describe: 'The same sentence of the source is translated otherwise in another place.',
  example: {
    locale: 'en',
    source: 'La trêve a échoué.',
    target: 'The ceasefire failed.',
    note: 'the sentence before says “truce”',
    beside: [['La trêve a échoué.', 'The truce has failed.']],
  },
  find(units) {
    return differing(
      units,
      (unit) => unit.segment.text,
      (unit) => textOf(unit.target) ?? '',
      (other) => `the same sentence is translated otherwise elsewhere: “${other}”`,
    );
  },
});

export const sameTarget = defineDraftCheck({
  id: 'same-target',
  family: 'consistency',
  severity: 'info',
  describe: 'Two sentences of the source that differ have the same translation.',
  example: {
    locale: 'en',
    source: 'Les pompiers de la ville sont arrivés.',
    target: 'The firefighters arrived.',
    note: 'one of the two has lost something',
    beside: [['Les pompiers sont arrivés.', 'The firefighters arrived.']],
  },
  find(units) {
    return differing(
      units,
      (unit) => textOf(unit.target) ?? '',
      (unit) => unit.segment.text,
      (other) => `the same translation stands for another sentence: “${other}”`,
    );
  },
});

/** The units that are alike on one side and not on the other; names, numbers and single words say nothing. */
function differing(
  units: readonly Unit[],
  alike: (unit: Unit) => string,
  differ: (unit: Unit) => string,
  say: (other: string) => string,
): ReadonlyMap<Unit, readonly Finding[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    if ((textOf(unit.target) ?? '').trim() === '' || isDateline(unit)) continue;
    const key = wordingOf(alike(unit));
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  const found = new Map<Unit, Finding[]>();
  for (const group of groups.values()) {
    const [first] = group;
    if (!first || group.length < 2 || wordsOf(alike(first).slice(0, 400)).length < 2) continue;
    const wordings = group.map((unit) => ({ unit, wording: wordingOf(differ(unit)) }));
    const other = wordings.find(({ wording }) => wording !== wordings[0]?.wording);
    if (!other) continue;
    for (const { unit, wording } of wordings) {
      const against = wording === wordings[0]?.wording ? other.unit : first;
      found.set(unit, [{ message: say(shortened(differ(against))) }]);
    }
  }
  return found;
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`;
}
