import { all, attribute, child, type Element, set } from './tool-tree.ts';

/** What the units of a file say of the order of their sentences: the ids as they are read, or that the numbers are no order. */
export type ShownOrders = ReadonlyMap<string, readonly string[] | 'none'>;

/** The orders that are written in a file, by the ids of its units. Blanks between sentences have places of their own. */
export function shownOrders(root: Element): ShownOrders {
  return new Map(
    [...all(root, 'unit')].flatMap((unit) => {
      const parts = partsOf(unit);
      if (parts.every((part) => writtenOrder(part) === undefined)) return [];
      const taken = new Map(parts.map((part, place) => [placeOf(part, place), part]));
      const read = parts.map((_, place) => taken.get(place + 1));
      const ids = read.flatMap((part) => (part?.local === 'segment' ? [attribute(part, 'id') ?? ''] : []));
      const isOrder = read.every((part) => part !== undefined);
      return [[attribute(unit, 'id') ?? '', isOrder ? ids : 'none'] as const];
    }),
  );
}

/** The sentences of each unit as a person in the tool meets them: in the order that is written, or else as they stand. */
export function readOrders(root: Element): ReadonlyMap<string, readonly string[]> {
  const shown = shownOrders(root);
  return new Map(
    [...all(root, 'unit')].map((unit) => {
      const id = attribute(unit, 'id') ?? '';
      const order = shown.get(id);
      const standing = partsOf(unit).filter(({ local }) => local === 'segment');
      return [
        id,
        order === undefined || order === 'none' ? standing.map((part) => attribute(part, 'id') ?? '') : order,
      ];
    }),
  );
}

/** Puts a sentence before all others of its unit, and numbers all of them. */
export function putFirst(unit: Element, segment: Element): void {
  const parts = partsOf(unit);
  const sentences = parts
    .map((part, place) => ({ part, place: place + 1, read: placeOf(part, place) }))
    .filter(({ part }) => part.local === 'segment');
  const read = sentences.toSorted((left, right) => left.read - right.read).map(({ part }) => part);
  const wanted = [segment, ...read.filter((part) => part !== segment)];
  for (const [nth, part] of wanted.entries()) {
    const known = child(part, 'target');
    const target: Element = known ?? { local: 'target', uri: part.uri, attributes: [], children: [] };
    if (!known) part.children.splice(behindSource(part), 0, target);
    set(target, 'order', String(sentences[nth]?.place));
  }
  for (const part of parts) {
    const target = part.local === 'segment' ? undefined : child(part, 'target');
    if (target) set(target, 'order', undefined);
  }
}

export function loseOrders(root: Element): void {
  for (const target of all(root, 'target')) set(target, 'order', undefined);
}

function partsOf(unit: Element): Element[] {
  return unit.children.filter(
    (node): node is Element => typeof node !== 'string' && ['segment', 'ignorable'].includes(node.local),
  );
}

function writtenOrder(part: Element): string | undefined {
  const target = child(part, 'target');
  return target && attribute(target, 'order');
}

function placeOf(part: Element, place: number): number {
  return Number(writtenOrder(part) ?? place + 1);
}

function behindSource(segment: Element): number {
  return segment.children.findIndex((node) => typeof node !== 'string' && node.local === 'source') + 1;
}
