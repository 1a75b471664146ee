import { attributeOf, childrenOf, type XmlElement } from '../xml/read.ts';
import { namespaces } from './namespaces.ts';

/**
 * The ids of a unit's segments as `target/@order` puts them, or undefined where that is the order of the source. By the standard the
 * number counts segments and ignorables together, from 1, and one that is not written is the place in the source. Numbers that cannot be
 * an order are none.
 */
export function targetOrder(unit: XmlElement): readonly string[] | undefined {
  const children = childrenOf(unit, undefined, namespaces.core).filter(
    ({ local }) => local === 'segment' || local === 'ignorable',
  );
  const placed = children.map((child, place) => {
    const [target] = childrenOf(child, 'target', namespaces.core);
    const written = target && attributeOf(target, 'order');
    return { child, order: written === undefined ? place + 1 : Number(written) };
  });
  if (!placed.some(({ order }, place) => order !== place + 1)) return undefined;
  const orders = new Set(placed.map(({ order }) => order));
  const isOrder = orders.size === placed.length && placed.every((_, place) => orders.has(place + 1));
  if (!isOrder) return undefined;
  const read = placed.sort((left, right) => left.order - right.order);
  const ids = read.flatMap(({ child }) =>
    child.local === 'segment' ? [attributeOf(child, 'id') ?? ''] : [],
  );
  const written = children.flatMap((child) =>
    child.local === 'segment' ? [attributeOf(child, 'id') ?? ''] : [],
  );
  return ids.some((id, place) => id !== written[place]) ? ids : undefined;
}
