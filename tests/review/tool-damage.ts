import { readXml, type XmlElement } from '../../src/xml/read.ts';

/** What tools have been seen to do to our files besides what a person asked them for. */
export const damages = [
  'drops sub-states and qualifiers',
  'changes prefixes',
  'writes a 1.1 root',
  'loses groups',
  'loses headers and metadata',
  'reorders units',
  'indents anew',
  'puts text on a line of its own',
  'strips the last line end',
  'loses inline marks',
  'adds notes',
  'adds units',
  'loses proposals',
  'escapes >',
] as const;
export type Damage = (typeof damages)[number];

/** What a person does to a segment in a tool. */
export type Gesture =
  | { readonly kind: 'edit'; readonly text: string; readonly says: 'nothing' | 'translated' | 'needs work' }
  | { readonly kind: 'accept' }
  | { readonly kind: 'mark' }
  | { readonly kind: 'clear' };

type Element = {
  local: string;
  uri: string;
  attributes: { local: string; uri: string; value: string }[];
  children: (Element | string)[];
};

/** The file as a tool saves it: with what a person did in it, and with what happened to it on the way. */
export function throughTool(
  file: string,
  gestures: ReadonlyMap<string, Gesture>,
  done: readonly Damage[],
): string {
  const root = mutable(readXml(file));
  const isVersion1 = attribute(root, 'version') === '1.2';
  for (const segment of all(root, isVersion1 ? 'trans-unit' : 'segment')) {
    const gesture = gestures.get(attribute(segment, 'id') ?? '');
    if (gesture) perform(segment, gesture, isVersion1);
  }
  const has = new Set(done);
  for (const damage of done) treeDamage.get(damage)?.(root, isVersion1);
  const text = serialize(root, {
    prefix: has.has('changes prefixes') || (has.has('writes a 1.1 root') && isVersion1) ? 'ns' : '',
    escapesMore: has.has('escapes >'),
    indent: has.has('indents anew'),
    rootUri: has.has('writes a 1.1 root') && isVersion1 ? 'urn:oasis:names:tc:xliff:document:1.1' : root.uri,
  });
  return `<?xml version='1.0' encoding='utf-8'?>\n${text}${has.has('strips the last line end') ? '' : '\n'}`;
}

function perform(segment: Element, gesture: Gesture, isVersion1: boolean): void {
  const target = child(segment, 'target') ?? {
    local: 'target',
    uri: segment.uri,
    attributes: [],
    children: [],
  };
  if (!segment.children.includes(target)) {
    const after = segment.children.findIndex((node) => typeof node !== 'string' && node.local === 'source');
    segment.children.splice(after + 1, 0, target);
  }
  const says = (state: string, mark: string | undefined): void => {
    if (isVersion1) {
      set(target, 'state', mark ?? state);
      set(target, 'state-qualifier', undefined);
    } else {
      set(segment, 'state', mark === undefined ? state : 'translated');
      set(segment, 'subState', mark === undefined ? undefined : 'poedit:fuzzy');
    }
  };
  switch (gesture.kind) {
    case 'edit':
      target.children = [gesture.text];
      if (gesture.says !== 'nothing') {
        says('translated', gesture.says === 'needs work' ? 'needs-l10n' : undefined);
      }
      break;
    case 'accept':
      says('translated', undefined);
      break;
    case 'mark':
      // Poedit leaves `approved="yes"` where it stands.
      says('translated', 'needs-l10n');
      break;
    case 'clear':
      target.children = [];
      break;
    default:
      gesture satisfies never;
  }
}

const treeDamage = new Map<Damage, (root: Element, isVersion1: boolean) => void>([
  [
    'drops sub-states and qualifiers',
    (root) => {
      for (const element of all(root)) {
        // A mark that a person set is not dropped by the tool they set it in.
        if (!attribute(element, 'subState')?.startsWith('poedit:')) set(element, 'subState', undefined);
        set(element, 'state-qualifier', undefined);
      }
    },
  ],
  [
    'writes a 1.1 root',
    (root, isVersion1) => set(root, 'version', isVersion1 ? '1.1' : attribute(root, 'version')),
  ],
  [
    'loses groups',
    (root) => {
      for (const parent of all(root)) {
        while (parent.children.some(isGroup)) {
          parent.children = parent.children.flatMap((node) => (isGroup(node) ? node.children : [node]));
        }
      }
    },
  ],
  ['loses headers and metadata', (root) => drop(root, ['header', 'metadata', 'notes', 'glossary'])],
  [
    'reorders units',
    (root) => {
      for (const parent of all(root)) {
        const isUnit = (node: Element | string): node is Element =>
          typeof node !== 'string' && ['unit', 'trans-unit', 'segment', 'ignorable'].includes(node.local);
        const units = parent.children.filter(isUnit).reverse();
        parent.children = parent.children.map((node) => (isUnit(node) ? (units.shift() ?? node) : node));
      }
    },
  ],
  [
    'puts text on a line of its own',
    (root) => {
      for (const element of [...all(root, 'source'), ...all(root, 'target')]) {
        if (element.children.length > 0) element.children = ['\n        ', ...element.children, '\n      '];
      }
    },
  ],
  [
    'loses inline marks',
    (root) => {
      for (const element of [...all(root, 'source'), ...all(root, 'target')]) {
        element.children = [textOf(element)];
      }
    },
  ],
  [
    'adds notes',
    (root, isVersion1) => {
      for (const unit of all(root, isVersion1 ? 'trans-unit' : 'segment')) {
        const note = (local: string, uri: string): Element => ({
          local,
          uri,
          attributes: [],
          children: ['isfuzzy'],
        });
        unit.children.push(isVersion1 ? note('note', unit.uri) : note('remark', 'urn:example:tool'));
      }
    },
  ],
  [
    'adds units',
    (root, isVersion1) => {
      for (const parent of all(root, isVersion1 ? 'body' : 'file')) {
        const made = (local: string, id: string, children: (Element | string)[]): Element => ({
          local,
          uri: parent.uri,
          attributes: [{ local: 'id', uri: '', value: id }],
          children,
        });
        const texts = ['source', 'target'].map(
          (local): Element => ({ local, uri: parent.uri, attributes: [], children: ['?'] }),
        );
        parent.children.push(
          isVersion1
            ? made('trans-unit', '__proto__', texts)
            : made('unit', 'x', [made('segment', '__proto__', texts)]),
        );
      }
    },
  ],
  ['loses proposals', (root) => drop(root, ['alt-trans', 'matches'])],
]);

function mutable({ local, uri, attributes, children }: XmlElement): Element {
  return {
    local,
    uri,
    attributes: attributes.map((each) => ({ ...each })),
    children: children.map((node) => (node.kind === 'text' ? node.text : mutable(node))),
  };
}

function* all(element: Element, local?: string): Generator<Element> {
  if (local === undefined || element.local === local) yield element;
  for (const node of element.children) if (typeof node !== 'string') yield* all(node, local);
}

function isGroup(node: Element | string): node is Element {
  return typeof node !== 'string' && node.local === 'group';
}

function child(element: Element, local: string): Element | undefined {
  return element.children.find((node): node is Element => typeof node !== 'string' && node.local === local);
}

function drop(root: Element, locals: readonly string[]): void {
  for (const parent of all(root)) {
    parent.children = parent.children.filter(
      (node) => typeof node === 'string' || !locals.includes(node.local),
    );
  }
}

function attribute(element: Element, local: string): string | undefined {
  return element.attributes.find((each) => each.local === local)?.value;
}

function set(element: Element, local: string, value: string | undefined): void {
  element.attributes = element.attributes.filter((each) => each.local !== local);
  if (value !== undefined) element.attributes.push({ local, uri: '', value });
}

function textOf(element: Element): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}

type Manner = { prefix: string; escapesMore: boolean; indent: boolean; rootUri: string };

function serialize(root: Element, manner: Manner): string {
  const uris = [...new Set([...all(root)].map(({ uri }) => uri))];
  const prefixes = new Map(
    uris.map((uri, index) => [
      uri,
      uri === root.uri && manner.prefix === '' ? '' : `${manner.prefix || 'm'}${index}:`,
    ]),
  );
  const escaped = (text: string): string => {
    const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    return manner.escapesMore ? safe.replaceAll('>', '&gt;') : safe.replaceAll(']]>', ']]&gt;');
  };
  const write = (element: Element, depth: number): string => {
    const isRoot = depth === 0;
    const declarations = isRoot
      ? [...prefixes].map(([uri, prefix]) =>
          prefix === '' ? ` xmlns="${uri}"` : ` xmlns:${prefix.slice(0, -1)}="${uri}"`,
        )
      : [];
    const ownRoot = isRoot && manner.rootUri !== root.uri;
    const name = ownRoot ? element.local : `${prefixes.get(element.uri) ?? ''}${element.local}`;
    const attributes = element.attributes.map(
      ({ local, uri, value }) => ` ${uri === '' ? '' : 'xml:'}${local}="${escaped(value)}"`,
    );
    const isStructure = element.children.every((node) => typeof node !== 'string' || node.trim() === '');
    const indents = manner.indent && isStructure && !['source', 'target'].includes(element.local);
    const children = indents ? element.children.filter((node) => typeof node !== 'string') : element.children;
    const inside = children.map((node) => {
      const written = typeof node === 'string' ? escaped(node) : write(node, depth + 1);
      return indents ? `\n${'\t'.repeat(depth + 1)}${written}` : written;
    });
    const end = indents ? `\n${'\t'.repeat(depth)}` : '';
    const root11 = ownRoot ? ` xmlns="${manner.rootUri}"` : '';
    return `<${name}${root11}${declarations.join('')}${attributes.join('')}>${inside.join('')}${end}</${name}>`;
  };
  return write(root, 0);
}
