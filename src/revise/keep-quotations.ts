import type { MemoryEntry } from '../memory/entry.ts';
import type { MemoryStore } from '../memory/store.ts';
import { type Draft, textOf, type Unit } from '../model/draft.ts';
import type { KnownQuotation, QuotationRendering } from '../model/known-quotation.ts';
import { withStep } from '../model/provenance.ts';
import { attributedQuotations, type Quotation, quotationsIn, sameQuotation } from '../termbase/quotations.ts';
import type { Termbase } from '../termbase/termbase.ts';

/** Entries of the memory that are looked at for one quotation. */
const mostEntries = 20;

/**
 * The same words of the same speaker are the same in every dispatch of a locale: what people approved of a quotation, in the memory or
 * in a master, is looked up for each one whose speaker is known.
 *
 * A machine's draft gets the known words put in their place where there is one quotation on both sides and people have said it in one
 * way; a step `quotation:<speaker>` tells so. What the memory filled stays as people approved it. To every other unit the known words are
 * noted, for the check `quote-differs` to propose them. Nothing else is changed, and a second run changes nothing.
 */
export async function keepQuotations(draft: Draft, store: MemoryStore, termbase: Termbase): Promise<Draft> {
  // What the memory filled people have approved, and where it says a quotation in two ways it is asked in vain.
  if (draft.units.every(({ target }) => target.state === 'recalled' || textOf(target) === undefined))
    return draft;
  const sentences = draft.units.map(({ segment }) => segment.text);
  const quotations = attributedQuotations(sentences, draft.dispatch.locale, termbase);
  if (quotations.every((found) => found.length === 0)) return draft;
  const units: Unit[] = [];
  for (const [index, unit] of draft.units.entries()) {
    const noted: KnownQuotation[] = [];
    let target = unit.target;
    const own = quotations[index] ?? [];
    for (const quotation of own) {
      const text = textOf(target);
      if (text === undefined || target.state === 'recalled' || quotation.speaker === undefined) continue;
      const rule = `quotation:${quotation.speaker}`;
      // They were put in once, and the house may since have changed a name in them.
      if (target.state === 'drafted' && target.provenance.steps.some(({ by }) => by === rule)) continue;
      const found = await entriesWith(quotation, draft, store);
      // What a person wrote here is in the memory too, and no second voice.
      const others = found.filter(
        (entry) => entry.sourceText !== unit.segment.text || entry.targetText !== text,
      );
      const renderings = others.flatMap((entry) => renderingIn(entry, quotation, termbase) ?? []);
      const ways = new Map(renderings.toReversed().map((one) => [sameQuotation(one.words), one]));
      const [rendering] = renderings;
      if (!rendering) continue;
      const said = quotationsIn(text, draft.locale);
      const [only] = said;
      const isSaid = said.some(({ words }) => ways.has(sameQuotation(words)));
      const isPlain = said.length === 1 && own.length === 1 && ways.size === 1;
      if (!isSaid && target.state === 'drafted' && only && isPlain) {
        const { start, end } = only;
        const provenance = withStep(target.provenance, { did: 'repaired', by: rule });
        target = { ...target, text: text.slice(0, start) + rendering.words + text.slice(end), provenance };
      } else {
        const { start, end, words } = quotation;
        noted.push({ start, end, words, renderings: [...ways.values()].toReversed() });
      }
    }
    const { quotations: _, ...bare } = unit;
    units.push({ ...bare, target, ...(noted.length > 0 && { quotations: noted }) });
  }
  return { ...draft, units };
}

async function entriesWith(
  { words }: Quotation,
  { dispatch, locale }: Draft,
  store: MemoryStore,
): Promise<readonly MemoryEntry[]> {
  const query = { text: words, source: dispatch.locale, target: locale, limit: mostEntries };
  return (await store.concordance(query)).map(({ entry }) => entry);
}

/** The rendering an entry has of a quotation, where the entry attributes it to the same person and has one of its place. */
function renderingIn(
  entry: MemoryEntry,
  quotation: Quotation,
  termbase: Termbase,
): QuotationRendering | undefined {
  const around = [entry.previous ?? '', entry.sourceText, entry.next ?? ''];
  const [, inSource = []] = attributedQuotations(around, entry.source, termbase);
  const place = inSource.findIndex(({ words }) => sameQuotation(words) === sameQuotation(quotation.words));
  const inTarget = quotationsIn(entry.targetText, entry.target);
  if (place === -1 || inSource[place]?.speaker !== quotation.speaker) return undefined;
  const said = inTarget.length === inSource.length ? inTarget[place] : undefined;
  return said && { words: said.words, from: entry.from };
}
