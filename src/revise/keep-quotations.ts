import type { MemoryEntry } from '../memory/entry.ts';
import type { MemoryStore } from '../memory/store.ts';
import { type Draft, textOf, type Unit } from '../model/draft.ts';
import type { Issue } from '../model/issue.ts';
import { withStep } from '../model/provenance.ts';
import { attributedQuotations, type Quotation, quotationsIn, sameQuotation } from '../termbase/quotations.ts';
import type { Termbase } from '../termbase/termbase.ts';

/** The check id of a quotation that people have rendered otherwise elsewhere. */
export const quoteDiffers = 'quote-differs';

/** How people have rendered a quotation: the words, and where they stand. */
type Rendering = { readonly words: string; readonly from: string };

/** Entries of the memory that are looked at for one quotation. */
const mostEntries = 20;

/**
 * The same words of the same speaker are the same in every dispatch of a locale: what people approved of a quotation, in the memory or
 * in a master, is looked up for each one whose speaker is known.
 *
 * A machine's draft gets the known words put in their place where there is one quotation on both sides and people have said it in one
 * way; a step `quotation:<speaker>` tells so. What the memory filled stays as people approved it. In every other draft an issue `quote-differs` proposes them. Nothing else is changed, and a
 * second run changes nothing.
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
    const issues: Issue[] = [];
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
      const said = quotationsIn(text, draft.locale);
      const known = new Set(renderings.map(({ words }) => sameQuotation(words)));
      if (known.size === 0 || said.some(({ words }) => known.has(sameQuotation(words)))) continue;
      const [rendering] = renderings;
      const [only] = said;
      if (!rendering) continue;
      if (target.state === 'drafted' && only && said.length === 1 && own.length === 1 && known.size === 1) {
        const { start, end } = only;
        const provenance = withStep(target.provenance, { did: 'repaired', by: rule });
        target = { ...target, text: text.slice(0, start) + rendering.words + text.slice(end), provenance };
      } else {
        issues.push(issueOf(quotation, renderings, own.length === 1 && said.length === 1 ? only : undefined));
      }
    }
    const others = unit.issues.filter(({ check }) => check !== quoteDiffers);
    units.push({ ...unit, target, issues: [...others, ...issues] });
  }
  return { ...draft, units };
}

function issueOf(
  { start, end, words }: Quotation,
  renderings: readonly Rendering[],
  said: Quotation | undefined,
): Issue {
  const ways = [...new Map(renderings.map((one) => [sameQuotation(one.words), one])).values()].slice(0, 2);
  const known = ways.map((one) => `“${one.words}” (${one.from})`).join(' or ');
  return {
    check: quoteDiffers,
    severity: 'warning',
    message: `the quotation “${words}” has been rendered otherwise before: ${known}`,
    source: { start, end },
    ...(said && { target: { start: said.start, end: said.end } }),
  };
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
function renderingIn(entry: MemoryEntry, quotation: Quotation, termbase: Termbase): Rendering | undefined {
  const around = [entry.previous ?? '', entry.sourceText, entry.next ?? ''];
  const [, inSource = []] = attributedQuotations(around, entry.source, termbase);
  const place = inSource.findIndex(({ words }) => sameQuotation(words) === sameQuotation(quotation.words));
  const inTarget = quotationsIn(entry.targetText, entry.target);
  if (place === -1 || inSource[place]?.speaker !== quotation.speaker) return undefined;
  const said = inTarget.length === inSource.length ? inTarget[place] : undefined;
  return said && { words: said.words, from: entry.from };
}
