import { languageOf } from '../model/locale.ts';
import { defineTextCheck, type Finding, placesOf } from './check.ts';

export const currencyFormat = defineTextCheck({
  id: 'currency-format',
  family: 'numbers',
  severity: 'info',
  describe:
    'A currency sign stands on the wrong side of its number: before it in English, behind it in French, German, Spanish, Italian, Portuguese and Russian.',
  example: {
    locale: 'en',
    source: 'Un budget de 8.000 euros.',
    target: 'A budget of 8,000 €.',
    note: 'English writes €8,000',
  },
  find({ text, to }) {
    const language = languageOf(to);
    const pattern = language === 'en' ? behind : writtenBehind.has(language) ? before : undefined;
    if (!pattern) return [];
    return placesOf(text, pattern).map(
      ({ found, at }): Finding => ({
        message: `“${found}”: the sign stands ${language === 'en' ? 'before' : 'behind'} the number in ${to}`,
        target: at,
      }),
    );
  },
});

const behind = /\d[ \u00a0\u202f]?[€£¥](?![\d\p{L}])/gu;
/** The dollar has its sign before the number in much of Latin America, and in copy about it. */
const before = /[€£¥₽][ \u00a0\u202f]?\d/gu;
const writtenBehind = new Set(['fr', 'de', 'es', 'it', 'pt', 'ru']);
