import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import { namespaces } from '../namespaces.ts';

export type Side = 'source' | 'target';

/** A segment or an ignorable of a unit, or a match; counted from 1. */
export type Part = {
  readonly element: XmlElement;
  readonly source: XmlElement | undefined;
  readonly target: XmlElement | undefined;
  /** Where its target stands among the targets of the unit. */
  readonly order: number;
};

/** An inline element on the way through a text: `pc` and `mrk` are met twice, where they open and where they close. */
export type InlineEvent = {
  readonly element: XmlElement;
  readonly at: 'open' | 'close' | 'point';
  readonly part: Part;
};

/** What a unit or a match holds to be translated. */
export type InlineContent = {
  readonly owner: XmlElement;
  readonly parts: readonly Part[];
  /** All inline elements of the sources, in their order. */
  readonly source: readonly InlineEvent[];
  /** All inline elements of the targets, in the order the targets are read in. */
  readonly target: readonly InlineEvent[];
  /** The original data that codes may refer to. */
  readonly data: readonly XmlElement[];
};

export const sides: readonly Side[] = ['source', 'target'];

/** The content of a unit, or of a match, which is a part of its own. */
export function inlineContentOf(owner: XmlElement): InlineContent {
  const parts: Part[] = [];
  let original: XmlElement | undefined;
  let isReordered = false;
  const addPart = (element: XmlElement): void => {
    const source = firstText(element, 'source');
    const target = firstText(element, 'target');
    const order = orderOf(target);
    if (order !== undefined) isReordered = true;
    parts.push({ element, source, target, order: order ?? parts.length + 1 });
  };
  if (owner.uri === namespaces.matches) addPart(owner);
  for (const child of owner.children) {
    if (child.kind === 'text' || child.uri !== namespaces.core) continue;
    if (child.local === 'segment' || child.local === 'ignorable') addPart(child);
    if (child.local === 'originalData') original ??= child;
  }
  return {
    owner,
    parts,
    source: eventsOf(parts, 'source'),
    target: eventsOf(isReordered ? parts.toSorted((one, other) => one.order - other.order) : parts, 'target'),
    data: original ? childrenOf(original, 'data', namespaces.core) : [],
  };
}

function firstText(holder: XmlElement, side: Side): XmlElement | undefined {
  for (const child of holder.children) {
    if (child.kind === 'element' && child.local === side && child.uri === namespaces.core) return child;
  }
  return undefined;
}

/** The position a target asks for, where it does. */
export function orderOf(target: XmlElement | undefined): number | undefined {
  const order = target && attributeOf(target, 'order');
  return order === undefined || !/^\d{1,9}$/u.test(order) ? undefined : Number(order);
}

const spanning: ReadonlySet<string> = new Set(['pc', 'mrk']);

function eventsOf(parts: readonly Part[], side: Side): readonly InlineEvent[] {
  const events: InlineEvent[] = [];
  const collect = (element: XmlElement, part: Part): void => {
    for (const child of element.children) {
      if (child.kind === 'text' || child.uri !== namespaces.core) continue;
      if (!spanning.has(child.local)) {
        events.push({ element: child, at: 'point', part });
        continue;
      }
      events.push({ element: child, at: 'open', part });
      collect(child, part);
      events.push({ element: child, at: 'close', part });
    }
  };
  for (const part of parts) {
    const text = part[side];
    if (text) collect(text, part);
  }
  return events;
}

/** The inline elements of one side, each once. */
export function elementsOf(events: readonly InlineEvent[]): XmlElement[] {
  return events.filter(({ at }) => at !== 'close').map(({ element }) => element);
}

const codes: ReadonlySet<string> = new Set(['ph', 'pc', 'sc', 'ec']);

/** Whether an inline element stands for code of the original, and is no annotation. */
export function isCode({ local }: XmlElement): boolean {
  return codes.has(local);
}

export function isAnnotationStart({ local }: XmlElement): boolean {
  return local === 'mrk' || local === 'sm';
}
