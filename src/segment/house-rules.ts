import { type Locale, languageOf } from '../model/locale.ts';
import type { QuotationPolicy } from './quotes.ts';
import { englishRules } from './rules/en.ts';
import { frenchRules } from './rules/fr.ts';
import { type Cut, createSegmenter, type Segmenter, sentencesBetween } from './segmenter.ts';
import { parseSrx } from './srx.ts';

/** Our own rules by language. To add a language: write `rules/<language>.ts` and name it here. */
const houseRules = new Map([
  ['en', englishRules],
  ['fr', frenchRules],
]);

/**
 * The segmenter of the house for a locale: our own SRX rules for its language, or `Intl.Segmenter` where there are none; its `origin`
 * says which.
 */
export function houseSegmenter(
  locale: Locale,
  options: { readonly quotations?: QuotationPolicy } = {},
): Segmenter {
  const language = languageOf(locale);
  const rules = houseRules.get(language);
  if (rules === undefined) return intlSegmenter(locale);
  return createSegmenter(parseSrx(rules, `rules/${language}.ts`), locale, options);
}

/** `Intl.Segmenter` as a {@link Segmenter}; its cuts name the rule `intl`. */
export function intlSegmenter(locale: Locale): Segmenter {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return {
    origin: 'intl',
    cut(text): Cut[] {
      const breaks = Array.from(segmenter.segment(text), ({ index }) => ({ at: index, rule: 'intl' }));
      return sentencesBetween(text, breaks);
    },
  };
}
