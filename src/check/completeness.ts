import { isDateline, isFilled, textOf, type Unit } from '../model/draft.ts';
import { languageOf } from '../model/locale.ts';
import { foldTypography } from '../text/fold.ts';
import { defineCheck } from './check.ts';

export const pending = defineCheck({
  id: 'pending',
  family: 'completeness',
  severity: 'error',
  describe: 'The unit has no translation yet, or its provider failed on it.',
  example: {
    locale: 'en',
    source: 'Une trêve a échoué.',
    target: { state: 'pending' },
    note: 'nobody has been asked',
  },
  find({ target }) {
    if (target.state === 'pending') return [{ message: 'no translation yet' }];
    if (target.state === 'failed') {
      return [{ message: `no translation: the provider failed (${target.code}: ${target.message})` }];
    }
    return isFilled(target) && target.text.trim() === '' ? [{ message: 'the translation is empty' }] : [];
  },
});

export const sameAsSource = defineCheck({
  id: 'same-as-source',
  family: 'completeness',
  severity: 'warning',
  describe: 'The target is the source word for word, and the source is more than names and numbers.',
  example: {
    locale: 'en',
    source: 'Une deuxième trêve a échoué.',
    target: 'Une deuxième trêve a échoué.',
    note: 'nobody has translated it',
  },
  find(unit, { source, target }) {
    const text = textOf(unit.target);
    if (text === undefined || isDateline(unit) || folded(text) !== folded(unit.segment.text)) return [];
    if (languageOf(source) === languageOf(target) || !isSentence(unit)) return [];
    return [{ message: 'the translation is the same as the source', target: { start: 0, end: text.length } }];
  },
});

function folded(text: string): string {
  return foldTypography(text.normalize('NFC')).trim();
}

/**
 * Whether a text says something that has to be translated. Names, results and credits (`Real Madrid - FC Barcelone 3-1`, `Le Monde
 * diplomatique`) are alike in many languages: it takes an ordinary word and an end mark, or three ordinary words.
 */
function isSentence({ segment, terms }: Unit): boolean {
  const named = new Uint8Array(segment.text.length);
  for (const { source } of terms) named.fill(1, source.start, source.end);
  let ordinary = 0;
  for (const { 0: word, index } of segment.text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (named[index] === 0 && /^\p{Ll}/u.test(word) && word.length >= 4) ordinary += 1;
  }
  return ordinary >= 3 || (ordinary >= 1 && /[.!?…]\s*(?:["»”]\s*)?$/u.test(segment.text));
}
