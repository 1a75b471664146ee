import type { Revision } from '../model/dispatch.ts';
import { allUnits, type Draft, type Kept, type Target, textOf, type Unit } from '../model/draft.ts';
import { directionOf } from '../model/locale.ts';
import { block, documentInPieces, element, type Markup } from '../xml/write.ts';
import { acceptedGroups } from './accepted-record.ts';
import { blankAfter, datelineUnit, removedGroup, removedId } from './identifiers.ts';
import { inlineContent } from './inline.ts';
import { matches } from './matches.ts';
import { meta, metaGroup } from './meta.ts';
import { namespaces } from './namespaces.ts';
import { fileNotes, unitNotes } from './notes.ts';
import { legible } from './plain-text.ts';
import { writeRecord } from './segment-record.ts';
import { exportGroups, goneGroups, sentGroups } from './sent-record.ts';
import type { XliffState } from './states.ts';
import { glossary, markTerms, type SegmentMarks } from './terms.ts';
import { unitFinder } from './unit-finder.ts';

/** What sets a master apart from what goes out, and one version of XLIFF 2 from the other. */
export type Xliff2Shape = {
  readonly version: '2.0' | '2.1';
  /** Where the copy came from, as a path in the project; the id of the dispatch where it is not known. */
  readonly original?: string | undefined;
  /** The export this file goes out with; none for a master. */
  readonly export?: string;
  readonly stateOf: (target: Target) => { readonly state: XliffState; readonly subState?: string };
  /** Whether terms are marked in the text; the glossary and the notes have them in any case. */
  readonly marksTerms: boolean;
  /** Whether people's work stands in it whose sentence has left the story. */
  readonly keepsRemoved: boolean;
};

/**
 * A draft as XLIFF 2: a unit for each paragraph, a segment for each sentence.
 *
 * @throws DepecheError `invalid` where the draft has no unit for a segment of its dispatch
 */
export function writeXliff2(draft: Draft, shape: Xliff2Shape): string {
  const { dispatch, locale } = draft;
  const pieces = documentInPieces(
    [
      {
        name: 'xliff',
        attributes: {
          xmlns: namespaces.core,
          'xmlns:gls': namespaces.glossary,
          'xmlns:mtc': namespaces.matches,
          'xmlns:mda': namespaces.metadata,
          version: shape.version,
          srcLang: dispatch.locale,
          trgLang: locale,
        },
      },
      {
        name: 'file',
        attributes: {
          id: dispatch.id,
          original: legible(shape.original ?? dispatch.id),
          srcDir: directionOf(dispatch.locale),
          trgDir: directionOf(locale),
        },
      },
    ],
    fileContent(draft, shape),
  );
  let text = '';
  for (const piece of pieces) text += piece;
  return text;
}

/** One after the other, so that the markup of a long story is never all there at once. */
function* fileContent(draft: Draft, shape: Xliff2Shape): Generator<Markup> {
  const { dispatch } = draft;
  const unitOf = unitFinder(draft);
  // Exports are the business of the store of record: what goes out names its own, so the same content goes out as the same bytes.
  const exports = shape.export === undefined ? (draft.exports ?? []) : [];
  const present = new Set(allUnits(draft).map((unit) => unit.segment.id));
  yield block('mda:metadata', {}, [
    metaGroup({ category: 'depeche:dispatch' }, [
      meta('version', String(dispatch.version)),
      ...(shape.export === undefined ? [] : [meta('export', shape.export)]),
      ...(dispatch.header.status === 'canceled' ? [meta('canceled', 'yes')] : []),
    ]),
    ...exportGroups(exports),
    ...goneGroups(exports, present),
  ]);
  const notes = fileNotes(dispatch);
  if (notes) yield notes;
  const write = unitWriter(shape, (id) => sentGroups(exports, id), dispatch.revision);
  if (draft.dateline) yield write(datelineUnit, [draft.dateline]);
  for (const { id, segments } of dispatch.paragraphs) {
    if (segments.length > 0) yield write(id, segments.map(unitOf), draft.order?.get(id));
  }
  const removed = removedElement(
    shape.keepsRemoved ? draft.removed : [],
    present,
    unitWriter(shape, () => []),
  );
  if (removed) yield removed;
}

/** @param order the segments as they are read in the target, where that is another order */
type WriteUnit = (id: string, units: readonly Unit[], order?: readonly string[]) => Markup;

/** The schema wants the modules first, then notes, then segments. */
function unitWriter(
  shape: Xliff2Shape,
  sentOf: (segment: string) => readonly Markup[],
  revision?: Revision,
): WriteUnit {
  return (id, units, order) => {
    const { marks, terms } = markTerms(units);
    const records = units.map(({ segment, target, accepted }) =>
      writeRecord(segment.id, segment.text, target, [
        // What people think of a finding is the business of the house.
        ...(shape.export === undefined ? acceptedGroups(accepted, target) : []),
        ...sentOf(segment.id),
      ]),
    );
    return block('unit', { id, canResegment: 'no' }, [
      glossary(terms, shape.marksTerms),
      matches(units),
      block('mda:metadata', {}, records),
      unitNotes(units, terms, { tellsStale: shape.export !== undefined, revision }),
      ...units.flatMap((unit, index) => {
        const segment = segmentElement(
          unit,
          shape.stateOf(unit.target),
          shape.marksTerms ? marks.get(unit.segment.id) : undefined,
          placeInTarget(unit.segment.id, order),
        );
        return index === units.length - 1 ? [segment] : [segment, blankElement(unit.segment.id)];
      }),
    ]);
  };
}

function segmentElement(
  { segment, target }: Unit,
  state: ReturnType<Xliff2Shape['stateOf']>,
  marks: SegmentMarks | undefined,
  order: number | undefined,
): Markup {
  const words = textOf(target);
  // Every state but `initial` needs a target, and only a target can say where it stands.
  const isEmpty = words === undefined && target.state !== 'absorbed' && order === undefined;
  return block('segment', { id: segment.id, ...state }, [
    textElement('source', segment.text, { marks: marks?.source }),
    isEmpty ? undefined : textElement('target', words ?? '', { marks: marks?.target, order }),
  ]);
}

/** The standard counts the blanks between the sentences too; they stay where they are, between any two. */
function placeInTarget(segment: string, order: readonly string[] | undefined): number | undefined {
  const place = order?.indexOf(segment) ?? -1;
  return place === -1 ? undefined : 2 * place + 1;
}

/** The joined view of a paragraph has one blank between sentences, whatever the copy had. */
function blankElement(segment: string): Markup {
  return element('ignorable', { id: blankAfter(segment) }, [
    textElement('source', ' '),
    textElement('target', ' '),
  ]);
}

function textElement(
  name: 'source' | 'target',
  text: string,
  { marks, order }: { marks?: SegmentMarks['source'] | undefined; order?: number | undefined } = {},
): Markup {
  return element(name, { order, 'xml:space': 'preserve' }, inlineContent(text, marks));
}

/** A file needs a unit or a group, so the group stands, empty, in the file of a dispatch without a sentence. */
function removedElement(
  removed: readonly Kept[],
  present: ReadonlySet<string>,
  write: WriteUnit,
): Markup | undefined {
  if (removed.length === 0 && present.size > 0) return undefined;
  const taken = new Set(present);
  return block(
    'group',
    { id: removedGroup, translate: 'no' },
    removed.map((kept) => {
      const id = removedId(kept.id, taken);
      return write(`removed-${id}`, [bareUnit({ ...kept, id })]);
    }),
  );
}

function bareUnit({ id, source, ...kept }: Kept): Unit {
  return { segment: { id, spans: [], text: source }, ...kept, matches: [], terms: [], issues: [] };
}
