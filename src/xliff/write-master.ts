import type { Segment } from '../model/dispatch.ts';
import { allUnits, type Draft, type Kept, textOf, type Unit } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import { directionOf } from '../model/locale.ts';
import { block, document, element, type Markup } from '../xml/write.ts';
import { blankAfter, datelineUnit, removedGroup, removedId } from './identifiers.ts';
import { inlineContent } from './inline.ts';
import { matches } from './matches.ts';
import { meta, metaGroup } from './meta.ts';
import { namespaces } from './namespaces.ts';
import { fileNotes, unitNotes } from './notes.ts';
import { legible } from './plain-text.ts';
import { writeRecord } from './segment-record.ts';
import { stateOf } from './states.ts';
import { glossary, markTerms, type SegmentMarks } from './terms.ts';

/**
 * The master of a draft, its store of record, as XLIFF 2.1: a unit for each paragraph, a segment for each sentence.
 *
 * The same draft gives the same bytes. `readMaster` gives back every target, its provenance, and what was removed; terms, matches
 * and issues are written for people and tools, and are found anew by each run.
 *
 * @param options.original where the copy came from, as a path in the project; the id of the dispatch where it is not known
 * @throws DepecheError `invalid` where the draft has no unit for a segment of its dispatch
 */
export function writeMaster(draft: Draft, options: { original?: string } = {}): string {
  const { dispatch, locale } = draft;
  const units = new Map(draft.units.map((unit) => [unit.segment.id, unit]));
  const unitOf = ({ id }: Segment): Unit => units.get(id) ?? missing(dispatch.id, id);
  const paragraphs = dispatch.paragraphs
    .filter(({ segments }) => segments.length > 0)
    .map(({ id, segments }) => unitElement(id, segments.map(unitOf)));
  const file = block(
    'file',
    {
      id: dispatch.id,
      original: legible(options.original ?? dispatch.id),
      srcDir: directionOf(dispatch.locale),
      trgDir: directionOf(locale),
    },
    [
      block('mda:metadata', {}, [
        metaGroup({ category: 'depeche:dispatch' }, [meta('version', String(dispatch.version))]),
      ]),
      fileNotes(dispatch),
      draft.dateline && unitElement(datelineUnit, [draft.dateline]),
      ...paragraphs,
      removedElement(draft),
    ],
  );
  return document(
    block(
      'xliff',
      {
        xmlns: namespaces.core,
        'xmlns:gls': namespaces.glossary,
        'xmlns:mtc': namespaces.matches,
        'xmlns:mda': namespaces.metadata,
        version: '2.1',
        srcLang: dispatch.locale,
        trgLang: locale,
      },
      [file],
    ),
  );
}

function missing(dispatch: string, segment: string): never {
  throw new DepecheError(
    'invalid',
    `the draft of ${dispatch} has no unit for its segment ${segment}: make the draft from the dispatch anew`,
  );
}

/** The schema wants the modules first, then notes, then segments. */
function unitElement(id: string, units: readonly Unit[]): Markup {
  const { marks, terms } = markTerms(units);
  return block('unit', { id, canResegment: 'no' }, [
    glossary(terms),
    matches(units),
    block(
      'mda:metadata',
      {},
      units.map(({ segment, target }) => writeRecord(segment.id, segment.text, target)),
    ),
    unitNotes(units, terms),
    ...units.flatMap((unit, index) => {
      const segment = segmentElement(unit, marks.get(unit.segment.id));
      return index === units.length - 1 ? [segment] : [segment, blankElement(unit.segment.id)];
    }),
  ]);
}

function segmentElement({ segment, target }: Unit, marks: SegmentMarks | undefined): Markup {
  const words = textOf(target);
  return block('segment', { id: segment.id, ...stateOf(target) }, [
    textElement('source', segment.text, marks?.source),
    words === undefined ? undefined : textElement('target', words, marks?.target),
  ]);
}

/** The joined view of a paragraph has one blank between sentences, whatever the copy had. */
function blankElement(segment: string): Markup {
  return element('ignorable', { id: blankAfter(segment) }, [
    textElement('source', ' '),
    textElement('target', ' '),
  ]);
}

function textElement(name: 'source' | 'target', text: string, marks?: SegmentMarks['source']): Markup {
  return element(name, { 'xml:space': 'preserve' }, inlineContent(text, marks));
}

/** A file needs a unit or a group, so the group stands, empty, in the master of a dispatch without a sentence. */
function removedElement(draft: Draft): Markup | undefined {
  const live = allUnits(draft);
  if (draft.removed.length === 0 && live.length > 0) return undefined;
  const taken = new Set(live.map((unit) => unit.segment.id));
  return block(
    'group',
    { id: removedGroup, translate: 'no' },
    draft.removed.map((kept) => {
      const id = removedId(kept.id, taken);
      return unitElement(`removed-${id}`, [bareUnit({ ...kept, id })]);
    }),
  );
}

function bareUnit({ id, source, target }: Kept): Unit {
  return { segment: { id, spans: [], text: source }, target, matches: [], terms: [], issues: [] };
}
