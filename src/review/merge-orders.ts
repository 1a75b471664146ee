import { foldCovers } from '../model/covers.ts';
import type { Paragraph } from '../model/dispatch.ts';
import type { Draft, Export, SentenceOrder } from '../model/draft.ts';
import { fittingOrder, idsAsRead } from '../model/sentence-order.ts';
import type { UnitOrder } from '../xliff/target-order.ts';
import { quiet, type ReviewOptions, type SegmentReport } from './outcome.ts';
import type { Returned } from './returned.ts';

/**
 * Takes over the order that a person has given to the sentences of a paragraph. A file that says nothing of it changes nothing; sentences
 * that came or left since stand where they stand here.
 *
 * @returns the very draft where no order has changed; one line for each paragraph that says something of its order, under its id
 */
export function mergeOrders(
  draft: Draft,
  returned: Pick<Returned, 'orders' | 'export' | 'version' | 'segments' | 'wording'>,
  { prefer }: ReviewOptions,
): { readonly draft: Draft; readonly report: readonly SegmentReport[] } {
  const exports = sendingsOf(draft, returned);
  const folded = foldCovers(draft);
  const paragraphOf = paragraphFinder(folded.dispatch.paragraphs);
  const changed = new Map(draft.order);
  const silent = silenced(folded, returned, exports);
  const report = (returned.orders ?? []).flatMap((said): SegmentReport[] => {
    const { ids, unit } = said;
    if (ids === undefined) return [{ segment: unit, outcome: 'refused', why: 'its numbers are no order' }];
    const paragraph = paragraphOf(said);
    if (!paragraph) return gone(said, exports);
    const present = new Set(paragraph.segments.map(({ id }) => id));
    const common = new Set(ids.filter((id) => present.has(id)));
    const among = (read: readonly string[]) => read.filter((id) => common.has(id)).join(' ');
    const theirs = among(ids);
    const ours = among(idsAsRead(paragraph, folded.order));
    const sent = new Set(exports.map(({ order }) => among(idsAsRead(paragraph, order))));
    const segment = paragraph.id;
    const isWhole =
      ids.length === common.size || exports.some(({ order }) => order?.get(unit)?.join() === ids.join());
    const known = isWhole
      ? quiet.known
      : 'some of the sentences that it puts in order have left, and it says nothing new of the others';
    if (theirs === ours) return [{ segment, outcome: 'unchanged', why: known }];
    if (sent.has(theirs)) return [{ segment, outcome: 'unchanged', why: isWhole ? quiet.asSent : known }];
    const isTouched = [...sent].some((order) => order !== ours);
    // The order that the source had then, written down, is nobody's; nothing tells it from one that a tool has put the sentences into.
    const isOwn = said.standing.join() === ids.join() && returned.wording !== draft.dispatch.version;
    if ((isTouched || isOwn) && prefer !== 'theirs') {
      const outcome = prefer === 'ours' ? 'unchanged' : 'conflicting';
      const why = isTouched
        ? 'its sentences were put in another order there and here'
        : 'it says the order that its sentences stand in, and the source has another one since';
      return [{ segment, outcome, why, ours, theirs }];
    }
    changed.set(segment, [...common]);
    return [{ segment, outcome: 'taken', why: `its sentences are read as ${theirs}` }];
  });
  const all = [...report, ...silent];
  if (!all.some(({ outcome }) => outcome === 'taken')) return { draft, report: all };
  return { draft: withOrder(draft, fittingOrder(draft.dispatch.paragraphs, changed)), report: all };
}

type Sending = Pick<Export, 'order' | 'segments'>;

/** What the file may have gone out with: the export it names, or any of its family. */
function sendingsOf(
  { exports = [] }: Draft,
  { export: named, version }: Pick<Returned, 'export' | 'version'>,
): readonly Sending[] {
  if (version === '1.2') return [];
  const own = exports.filter(({ id, profile }) =>
    named === undefined ? profile === '2.0' || profile === '2.1' : id === named,
  );
  return own.length > 0 ? own : [{ segments: new Map() }];
}

/** Tools may have given the unit another id; its sentences tell which paragraph it is. */
function paragraphFinder(paragraphs: readonly Paragraph[]): (said: UnitOrder) => Paragraph | undefined {
  const homes = new Map(
    paragraphs.flatMap((paragraph) => paragraph.segments.map(({ id }) => [id, paragraph] as const)),
  );
  return ({ unit, ids = [] }) => {
    const found = ids.flatMap((id) => homes.get(id) ?? []);
    return found.find(({ id }) => id === unit) ?? found[0];
  };
}

/** The order of sentences that have left the story is nobody's loss, and is told where somebody has made it. */
function gone({ unit, ids = [] }: UnitOrder, exports: readonly Sending[]): SegmentReport[] {
  const isOurs = ids.some((id) => exports.some(({ segments }) => segments.has(id)));
  const isAsSent = exports.some(({ order }) => order?.get(unit)?.join() === ids.join());
  if (!isOurs || isAsSent) return [];
  const why = 'it puts in order what has left the story: nothing of it is here';
  return [{ segment: unit, outcome: 'unchanged', why }];
}

/** Paragraphs that went out in an order of their own, and come back without a word of it: a tool has lost it, or a person taken it out. */
function silenced(
  { dispatch, order }: Draft,
  { orders = [], segments }: Pick<Returned, 'orders' | 'segments'>,
  exports: readonly Sending[],
): SegmentReport[] {
  if (!exports.some((sent) => sent.order)) return [];
  const came = new Set(segments.map(({ id }) => id));
  const said = new Set(orders.flatMap(({ ids = [] }) => ids));
  return dispatch.paragraphs.flatMap(({ id, segments: sentences }): SegmentReport[] => {
    const here = sentences.filter((segment) => came.has(segment.id));
    const wasOrdered = exports.every((sent) => sent.order?.has(id) === true) && order?.has(id) === true;
    if (!wasOrdered || here.length < 2 || here.some((segment) => said.has(segment.id))) return [];
    const why = 'went out in an order of its own, and the file says nothing of any: ours stays';
    return [{ segment: id, outcome: 'unchanged', why }];
  });
}

function withOrder({ order: _, ...draft }: Draft, order: SentenceOrder | undefined): Draft {
  return { ...draft, ...(order && { order }) };
}
