import type { Paragraph, Revision } from '../../model/dispatch.ts';
import { allUnits, type Draft, textOf, type Unit } from '../../model/draft.ts';
import { proposalsOf } from '../../model/proposals.ts';
import { block, document, element, type Markup } from '../../xml/write.ts';
import { datelineUnit } from '../identifiers.ts';
import { legible } from '../plain-text.ts';
import { markTerms } from '../terms.ts';
import { unitFinder } from '../unit-finder.ts';
import { alternatives } from './alternatives.ts';
import { inlineContent12 } from './inline.ts';
import { editorsNote12, fileNotes12, unitNotes12 } from './notes.ts';
import { state12Of } from './states.ts';

export const namespace12 = 'urn:oasis:names:tc:xliff:document:1.2';

export type Xliff12Shape = {
  /** The export this file goes out with. */
  readonly export: string;
  /** Where the copy came from, as a path in the project; the id of the dispatch where it is not known. */
  readonly original?: string | undefined;
  /**
   * `draft`: targets, states and proposals as the draft has them. `source`: every target is a copy of its source and work to do, for
   * OmegaT, which translates what stands in `target` and has translations from its memories alone.
   */
  readonly targets: 'draft' | 'source';
};

/**
 * A draft as XLIFF 1.2, valid against the strict schema: a group for each paragraph, a unit for each sentence under the id of its
 * segment alone, since sentences move between paragraphs. Text is plain: the notes name the terms, no mark can be lost.
 *
 * @throws DepecheError `invalid` where the draft has no unit for a segment of its dispatch
 */
export function writeXliff12(draft: Draft, shape: Xliff12Shape): string {
  const { dispatch, locale } = draft;
  const [first] = allUnits(draft);
  const write = (unit: Unit): Markup =>
    transUnit(unit, shape, {
      above: unit === first ? editorsNote12(dispatch.header) : [],
      revision: dispatch.revision,
    });
  const unitOf = unitFinder(draft);
  const group = ({ id, kind, segments }: Pick<Paragraph, 'id' | 'segments'> & { kind: string }): Markup =>
    block(
      'group',
      { id, restype: `x-${kind}` },
      segments.map((segment) => write(unitOf(segment))),
    );
  const header = block('header', {}, [
    block('phase-group', {}, [
      element('phase', { 'phase-name': shape.export, 'process-name': 'review', 'tool-id': 'depeche' }),
    ]),
    ...fileNotes12(draft),
    element('tool', { 'tool-id': 'depeche', 'tool-name': 'depeche' }),
  ]);
  const body = block('body', {}, [
    draft.dateline && block('group', { id: datelineUnit, restype: 'x-dateline' }, [write(draft.dateline)]),
    ...dispatch.paragraphs.filter(({ segments }) => segments.length > 0).map(group),
  ]);
  return document(
    block('xliff', { xmlns: namespace12, version: '1.2' }, [
      block(
        'file',
        {
          original: legible(shape.original ?? dispatch.id),
          'source-language': dispatch.locale,
          'target-language': locale,
          datatype: 'plaintext',
          'product-name': dispatch.id,
          'product-version': dispatch.version,
        },
        [header, body],
      ),
    ]),
  );
}

/** Each unit names the export again: some tools drop the header, or take single units out of the file. */
function transUnit(
  unit: Unit,
  { targets, export: phase }: Xliff12Shape,
  { above, revision }: { readonly above: readonly Markup[]; readonly revision: Revision | undefined },
): Markup {
  const { segment } = unit;
  const { state, qualifier, approved } =
    targets === 'draft' ? state12Of(unit.target) : state12Of({ state: 'pending' });
  const words = targets === 'draft' ? (textOf(unit.target) ?? '') : segment.text;
  return block('trans-unit', { id: segment.id, approved, 'phase-name': phase, 'xml:space': 'preserve' }, [
    element('source', {}, inlineContent12(segment.text)),
    element('target', { state, 'state-qualifier': qualifier }, inlineContent12(words)),
    ...above,
    ...unitNotes12(unit, markTerms([unit]).terms, revision),
    ...(targets === 'draft' ? alternatives(proposalsOf(unit)) : []),
  ]);
}
