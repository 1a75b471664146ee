import fc from 'fast-check';
import type { XmlAttribute, XmlElement, XmlNode } from '../../src/xml/node.ts';

/** One small damage to a document: which element (counted modulo), and what is done to it. */
export type Mutation = {
  readonly at: number;
  readonly to: number;
  readonly deed: (typeof deeds)[number];
  readonly attribute: number;
  readonly value: string;
};

const deeds = [
  'drop attribute',
  'set attribute',
  'rename attribute',
  'add attribute',
  'rename element',
  'remove element',
  'double element',
  'move element',
  'add text',
  'empty element',
] as const;

const names = [
  'source',
  'target',
  'segment',
  'unit',
  'note',
  'notes',
  'data',
  'file',
  'group',
  'mrk',
  'ph',
  'x',
];
const values = [
  '',
  ' ',
  'x',
  'yes',
  'no',
  '0',
  '1',
  '-1',
  '11',
  '1.5',
  '100.1',
  'a b',
  'a:b',
  ':b',
  '#',
  '%',
  '__proto__',
  'é',
  'preserve',
];
const attributes = [
  'id',
  'state',
  'order',
  'type',
  'translate',
  'dir',
  'priority',
  'appliesTo',
  'hex',
  'startRef',
  'ref',
  'version',
];

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  to: fc.nat(),
  deed: fc.constantFrom(...deeds),
  attribute: fc.nat(),
  value: fc.oneof(fc.constantFrom(...values), fc.constantFrom(...names), fc.constantFrom(...attributes)),
});

/** The document with the damage done. */
export function damaged(root: XmlElement, { at, to, deed, attribute, value }: Mutation): XmlElement {
  const all = everyElement(root);
  const element = all[at % all.length] ?? root;
  const index = element.attributes.length === 0 ? -1 : attribute % element.attributes.length;
  const withAttributes = (changed: readonly XmlAttribute[]): XmlElement =>
    replaced(root, element, [{ ...element, attributes: changed }]);
  switch (deed) {
    case 'drop attribute':
      return withAttributes(element.attributes.filter((_, place) => place !== index));
    case 'set attribute':
      return withAttributes(
        element.attributes.map((one, place) => (place === index ? { ...one, value } : one)),
      );
    case 'rename attribute':
    case 'add attribute': {
      const name = attributes[to % attributes.length] ?? 'id';
      const kept = element.attributes.filter(
        (one, place) => one.name !== name && (deed === 'add attribute' || place !== index),
      );
      return withAttributes([...kept, { name, local: name, uri: '', value }]);
    }
    case 'rename element': {
      const local = names[to % names.length] ?? 'unit';
      const prefix = element.name.includes(':') ? `${element.name.split(':')[0]}:` : '';
      return replaced(root, element, [{ ...element, name: prefix + local, local }]);
    }
    case 'remove element':
      return replaced(root, element, []);
    case 'double element':
      return replaced(root, element, [element, element]);
    case 'move element': {
      const goal = all[to % all.length] ?? root;
      if (everyElement(element).includes(goal)) return root;
      const place = attribute % (goal.children.length + 1);
      const filled = { ...goal, children: goal.children.toSpliced(place, 0, element) };
      return replaced(replaced(root, goal, [filled]), element, [], filled);
    }
    case 'add text':
      return replaced(root, element, [
        { ...element, children: [...element.children, { kind: 'text', text: value }] },
      ]);
    case 'empty element':
      return replaced(root, element, [{ ...element, children: [] }]);
    default:
      return deed satisfies never;
  }
}

function everyElement(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap((child) => (child.kind === 'element' ? everyElement(child) : []))];
}

/** The tree with other nodes in the place of one; below `kept` it is left as it is. */
function replaced(
  root: XmlElement,
  old: XmlElement,
  by: readonly XmlElement[],
  kept?: XmlElement,
): XmlElement {
  if (root === old) return by[0] ?? root;
  const children = root.children.flatMap((child): readonly XmlNode[] => {
    if (child === old) return by;
    return child.kind === 'text' || child === kept ? [child] : [replaced(child, old, by, kept)];
  });
  return { ...root, children };
}
