import { textOf } from '../model/draft.ts';
import type { QuotationRendering } from '../model/known-quotation.ts';
import { quotationsIn, sameQuotation } from '../termbase/quotations.ts';
import { defineCheck, type Finding } from './check.ts';

export const quoteDiffers = defineCheck({
  id: 'quote-differs',
  family: 'quotes',
  severity: 'warning',
  describe: 'People have rendered this quotation of this speaker in other words before.',
  example: {
    locale: 'en',
    source: '« Nous ne partirons pas demain », a répété M. Orlov.',
    target: '“We are staying,” Mr Orlov said again.',
    note: 'the same words of the same man, known from another dispatch',
    rendered: [['Nous ne partirons pas demain', 'We shall not leave tomorrow']],
  },
  find({ segment, target, quotations: known = [] }, { source, target: locale }) {
    const text = textOf(target);
    if (text === undefined || known.length === 0) return [];
    const said = quotationsIn(text, locale);
    const [only] = said;
    const isPlain = said.length === 1 && quotationsIn(segment.text, source).length === 1;
    const place = isPlain && only && { start: only.start, end: only.end };
    return known.flatMap(({ start, end, words, renderings }): Finding[] => {
      const ways = new Set(renderings.map((one) => sameQuotation(one.words)));
      if (said.some((one) => ways.has(sameQuotation(one.words)))) return [];
      return [
        {
          message: `the quotation “${words}” has been rendered otherwise before: ${waysOf(renderings)}`,
          source: { start, end },
          ...(place && { target: place }),
        },
      ];
    });
  },
});

function waysOf(renderings: readonly QuotationRendering[]): string {
  return renderings
    .slice(0, 2)
    .map(({ words, from }) => `“${words}” (${from})`)
    .join(' or ');
}
