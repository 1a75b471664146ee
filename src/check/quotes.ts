import { textOf } from '../model/draft.ts';
import { type QuotationMark, quotationMarks } from '../text/quotation-marks.ts';
import { type Typography, typographyOf } from '../text/typography.ts';
import { defineCheck, defineTextCheck } from './check.ts';

export const quoteStyle = defineCheck({
  id: 'quote-style',
  family: 'quotes',
  severity: 'warning',
  describe: 'A quotation mark of the target is straight, or one that its language does not use.',
  example: {
    locale: 'de',
    source: 'Il a dit : « Non ».',
    target: 'Er sagte: „Nein”.',
    note: 'the closing mark is “ in German',
  },
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
  family: 'quotes',
  severity: 'warning',
  describe: 'The target has more quotation marks without a partner than the source.',
  example: {
    locale: 'en',
    source: 'Il a dit : « Non ».',
    target: 'He said: “No.',
    note: 'the quotation is not closed',
  },
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

export const quotationLost = defineTextCheck({
  id: 'quotation-lost',
  family: 'quotes',
  severity: 'warning',
  describe: 'The source quotes somebody and the target has no quotation mark at all.',
  example: {
    locale: 'en',
    source: '« La trêve tient », a dit le ministre.',
    target: 'The truce is holding, the minister said.',
    note: 'his words have become ours',
  },
  find({ source, text, from, to }) {
    const marks = quotationMarks(source, from);
    const opener = marks.find((mark) => mark.paired && mark.role === 'open');
    if (!opener || quotationMarks(text, to).length > 0) return [];
    const closer = marks.find((mark) => mark.at > opener.at && mark.role === 'close');
    const at = { start: opener.at, end: (closer?.at ?? opener.at) + 1 };
    // one word in quotation marks may be a name, and names go without them in some languages
    if (!/\p{L}\P{L}+\p{L}/u.test(source.slice(at.start, at.end)) || singleMarks.test(text)) return [];
    return [{ message: 'the quotation marks of the source are missing in the target', source: at }];
  },
});

/** Single marks that do the work of double ones, with no letter on their outer sides. */
const singleMarks = /(?<!\p{L})[‘‚'`][^‘‚']{1,400}[’'‘](?!\p{L})/u;
