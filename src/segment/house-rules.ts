import { type Locale, languageOf } from '../model/locale.ts';
import { heedQuotations, type QuotationPolicy, quotationExceptions } from './quotes.ts';
import { arabicRules } from './rules/ar.ts';
import { germanRules } from './rules/de.ts';
import { englishRules } from './rules/en.ts';
import { spanishRules } from './rules/es.ts';
import { frenchRules } from './rules/fr.ts';
import { italianRules } from './rules/it.ts';
import { portugueseRules } from './rules/pt.ts';
import { russianRules } from './rules/ru.ts';
import {
  type Break,
  createSegmenter,
  type Segmenter,
  sentencesBetween,
  type Verdict,
  visibleOnes,
} from './segmenter.ts';
import { parseSrx } from './srx.ts';

/** Our own rules by language. To add a language: write `rules/<language>.ts` and name it here. */
const houseRules = new Map<string, () => string>([
  ['ar', arabicRules],
  ['de', germanRules],
  ['en', englishRules],
  ['es', spanishRules],
  ['fr', () => frenchRules],
  ['it', italianRules],
  ['pt', portugueseRules],
  ['ru', russianRules],
]);

/**
 * The segmenter of the house for a locale: our own SRX rules for its language, or `Intl.Segmenter` where there are none; its `origin`
 * says which.
 */
export function houseSegmenter(
  locale: Locale,
  options: { readonly quotations?: QuotationPolicy } = {},
): Segmenter {
  const rules = houseSrx(locale);
  if (rules === undefined) return intlSegmenter(locale, options);
  // Copy that has not changed is not cut again, and rules take milliseconds to read.
  let made: Segmenter | undefined;
  const segmenter = (): Segmenter => {
    made ??= createSegmenter(parseSrx(rules, `rules/${languageOf(locale)}.ts`), locale, options);
    return made;
  };
  return {
    origin: 'srx',
    cut: (text) => segmenter().cut(text),
    explain: (text) => segmenter().explain(text),
  };
}

/** Our own rules for the language of a locale as an SRX 2.0 file, for other tools too; undefined where there are none. */
export function houseSrx(locale: Locale): string | undefined {
  return houseRules.get(languageOf(locale))?.();
}

/** `Intl.Segmenter` as a {@link Segmenter} that heeds quotation marks too; its cuts name the rule `intl`. */
function intlSegmenter(locale: Locale, options: { readonly quotations?: QuotationPolicy }): Segmenter {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const policy = options.quotations ?? 'split';
  const breaksIn = (text: string): Break[] =>
    Array.from(segmenter.segment(text), ({ index }) => ({ at: index, rule: 'intl' }));
  return {
    origin: 'intl',
    cut: (text) => sentencesBetween(text, heedQuotations(text, breaksIn(text), policy)),
    explain(text) {
      const objection = quotationExceptions(text, policy);
      const verdicts = breaksIn(text).map((found): Verdict => {
        const exception = objection(found.at);
        return { ...found, ...(exception !== undefined && { exception }) };
      });
      return visibleOnes(text, verdicts);
    },
  };
}
