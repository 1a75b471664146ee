import type { Paragraph } from '../model/dispatch.ts';
import { datelineId, type Segment } from '../model/dispatch.ts';
import type { Kept, Master, Unit } from '../model/draft.ts';
import { fittingOrder } from '../model/sentence-order.ts';
import { removedGroup } from '../xliff/identifiers.ts';
import { namespaces } from '../xliff/namespaces.ts';
import { writeMaster } from '../xliff/write-master.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import { readXml } from '../xml/read.ts';

/**
 * Writes a master without its dispatch, for where the copy is not at hand. Notes, terms and proposals are left out: the next run finds
 * them anew.
 *
 * @param like the master whose paragraphs it has, as text
 */
export function rewriteMaster(master: Master, like: string): string {
  const root = readXml(like);
  const [file] = childrenOf(root, 'file', namespaces.core);
  const kept = new Map(master.units.map((unit) => [unit.id, unit]));
  const paragraphs = (file ? unitsIn(file) : []).flatMap((unit): Paragraph[] => {
    const segments = childrenOf(unit, 'segment', namespaces.core).flatMap((segment): Segment[] => {
      const own = kept.get(attributeOf(segment, 'id') ?? '');
      return own && own.id !== datelineId ? [segmentOf(own)] : [];
    });
    return segments.length === 0 ? [] : [{ id: attributeOf(unit, 'id') ?? '', kind: 'body', segments }];
  });
  const dateline = kept.get(datelineId);
  const order = fittingOrder(paragraphs, master.order);
  const original = file && attributeOf(file, 'original');
  return writeMaster(
    {
      dispatch: {
        id: master.id,
        locale: master.source,
        raw: '',
        encoding: 'utf-8',
        bom: false,
        header: { status: master.canceled ? 'canceled' : 'usable' },
        paragraphs,
        version: master.version,
      },
      locale: master.target,
      ...(dateline && { dateline: unitOf(dateline) }),
      units: master.units.filter(({ id }) => id !== datelineId).map(unitOf),
      removed: master.removed,
      ...(master.exports && { exports: master.exports }),
      ...(order && { order }),
    },
    original === undefined ? {} : { original },
  );
}

function unitsIn(parent: XmlElement): XmlElement[] {
  return childrenOf(parent, undefined, namespaces.core).flatMap((child) => {
    if (child.local === 'unit') return [child];
    return child.local === 'group' && attributeOf(child, 'id') !== removedGroup ? unitsIn(child) : [];
  });
}

function segmentOf({ id, source }: Kept): Segment {
  return { id, spans: [], text: source };
}

function unitOf(kept: Kept): Unit {
  const { target, accepted } = kept;
  return {
    segment: segmentOf(kept),
    target,
    matches: [],
    terms: [],
    issues: [],
    ...(accepted && { accepted }),
  };
}
