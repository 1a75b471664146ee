import { isDateline, textOf } from '../model/draft.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { defineCheck } from './check.ts';

export const lengthRatio = defineCheck({
  id: 'length-ratio',
  family: 'length',
  severity: 'warning',
  describe: 'The target is much shorter or much longer than translations from this language are.',
  example: {
    locale: 'en',
    source: 'Une rencontre commune s’était déroulée dans la capitale et avait débouché sur un accord.',
    target: 'They met.',
    note: 'most of it is gone',
  },
  find(unit, { source, target }) {
    const text = textOf(unit.target)?.trim();
    const length = unit.segment.text.trim().length;
    if (text === undefined || text === '' || length < shortest || isDateline(unit)) return [];
    const expected = (length * densityOf(target)) / densityOf(source);
    const least = expected * 0.45 - slack;
    const most = expected * 1.8 + slack;
    if (text.length >= least && text.length <= most) return [];
    const percent = Math.round((100 * text.length) / length);
    return [
      {
        message: `the target has ${percent} % of the length of the source: ${text.length < least ? 'something may be left out' : 'something may be added'}`,
        target: { start: 0, end: text.length },
      },
    ];
  },
});

/** Below this many characters a translation may be of any length. */
const shortest = 20;

/** Characters that one name or one spelled-out acronym may add or take away. */
const slack = 8;

/** Characters a language needs for what French says in 100, taken from parallel news copy and rounded; 100 where it is not known. */
const densities = new Map([
  ['fr', 100],
  ['en', 88],
  ['de', 102],
  ['es', 97],
  ['pt', 95],
  ['it', 97],
  ['ar', 75],
  ['he', 70],
  ['zh', 28],
  ['ja', 42],
  ['ko', 48],
]);

function densityOf(locale: Locale): number {
  return densities.get(locale) ?? densities.get(languageOf(locale)) ?? 100;
}
