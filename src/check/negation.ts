import { isDateline } from '../model/draft.ts';
import { negationReader } from '../text/negation.ts';
import { defineTextCheck } from './check.ts';

export const negationChanged = defineTextCheck({
  id: 'negation-changed',
  family: 'style',
  severity: 'warning',
  describe:
    'One side says no with a word that means nothing else, and the other has neither such a word nor one that could stand for it.',
  example: {
    locale: 'en',
    source: 'Le texte ne vise pas les civils.',
    target: 'The text targets civilians.',
    note: 'the opposite of what was said',
  },
  find({ source: original, text, from, to, unit }) {
    if (isDateline(unit)) return [];
    const [source, target] = [negationReader(from), negationReader(to)];
    if (!source || !target) return [];
    const at = { start: 0, end: text.length };
    if (source.saysNo(original)) {
      return target.mayMeanNo(text)
        ? []
        : [{ message: 'the source says no, the target does not', target: at }];
    }
    return target.saysNo(text) && !source.mayMeanNo(original)
      ? [{ message: 'the target says no, the source does not', target: at }]
      : [];
  },
});
