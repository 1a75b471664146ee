import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import { namespaces } from './namespaces.ts';

/** What a unit says of the order of its targets. */
export type UnitOrder = {
  /** The id of the unit. */
  readonly unit: string;
  /** The ids of its segments as they are read; none where its numbers cannot be an order. */
  readonly ids?: readonly string[];
  /** The same as they stand in the file. */
  readonly standing: readonly string[];
};

/**
 * What `target/@order` says in a unit, or undefined where nothing is written: a tool may have moved the segments themselves. By the
 * standard the number counts segments and ignorables together, from 1, and one that is not written is the place in the source. An order
 * that is written is said, also where the segments stand in it already.
 */
export function targetOrder(unit: XmlElement): UnitOrder | undefined {
  const children = childrenOf(unit, undefined, namespaces.core).filter(
    ({ local }) => local === 'segment' || local === 'ignorable',
  );
  const placed = children.map((child, place) => {
    const [target] = childrenOf(child, 'target', namespaces.core);
    const written = target && attributeOf(target, 'order');
    return { child, written, order: written === undefined ? place + 1 : Number(written) };
  });
  if (placed.every(({ written }) => written === undefined)) return undefined;
  const idsOf = (parts: typeof placed) =>
    parts.flatMap(({ child }) => (child.local === 'segment' ? [attributeOf(child, 'id') ?? ''] : []));
  const said = { unit: attributeOf(unit, 'id') ?? '', standing: idsOf(placed) };
  const orders = new Set(placed.map(({ order }) => order));
  if (orders.size < placed.length || !placed.every((_, place) => orders.has(place + 1))) return said;
  return { ...said, ids: idsOf(placed.toSorted((left, right) => left.order - right.order)) };
}
