import { textOf } from '../model/draft.ts';
import { type QuotationMark, quotationMarks } from '../text/quotation-marks.ts';
import { type Typography, typographyOf } from '../text/typography.ts';
import { defineCheck } from './check.ts';

export const quoteStyle = defineCheck({
  id: 'quote-style',
  severity: 'warning',
  describe: 'A quotation mark of the target is straight, or one that its language does not use.',
  find(unit, { target }) {
    const text = textOf(unit.target);
    const typography = typographyOf(target);
    if (text === undefined || !typography) return [];
    const { open, close } = typography.quotes;
    const seen = new Set<string>();
    return quotationMarks(text, target).flatMap((mark) => {
      const problem = problemOf(mark, text, typography);
      if (problem === undefined || seen.has(problem)) return [];
      seen.add(problem);
      const blank = typography.quoteBlank;
      const message = `${problem}: write ${open}${blank}…${blank}${close} in ${target}`;
      return [{ message, target: { start: mark.at, end: mark.at + 1 } }];
    });
  },
});

function problemOf({ at, mark, role }: QuotationMark, text: string, typography: Typography) {
  if (mark === '"') return 'straight quotation marks';
  const { quotes, nested, admitted, quoteBlank } = typography;
  const pairs = [quotes, nested, ...admitted];
  if (!pairs.some((pair) => pair[role] === mark)) return `“${mark}” is no mark that ${role}s a quotation`;
  if (quoteBlank === '' || mark !== quotes[role]) return undefined;
  const inside = text[role === 'open' ? at + 1 : at - 1] ?? ' ';
  return /\s/u.test(inside) ? undefined : `no blank inside ${mark}`;
}

export const unpairedQuote = defineCheck({
  id: 'unpaired-quote',
  severity: 'warning',
  describe: 'The target has more quotation marks without a partner than the source.',
  find(unit, { source, target }) {
    const text = textOf(unit.target);
    if (text === undefined) return [];
    const lonely = quotationMarks(text, target).filter((mark) => !mark.paired);
    // A quotation that goes over several sentences opens in one unit and closes in another, on both sides.
    const expected = quotationMarks(unit.segment.text, source).filter((mark) => !mark.paired).length;
    return lonely.slice(expected).map(({ at, mark, role }) => ({
      message: `“${mark}” ${role}s a quotation that is not ${role === 'open' ? 'closed' : 'opened'}`,
      target: { start: at, end: at + 1 },
    }));
  },
});
