import { type Gesture, isOfVersion1, performAll } from './tool-gestures.ts';
import { loseOrders } from './tool-orders.ts';
import {
  all,
  attribute,
  child,
  drop,
  type Element,
  isGroup,
  opened,
  serialize,
  set,
  textOf,
} from './tool-tree.ts';

export type { Gesture } from './tool-gestures.ts';

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
  'approves what asks for work',
  'forgets approval',
  'drops phase names',
  'loses orders',
  'changes the original',
  'makes every blank a plain one',
  'decomposes letters',
  'composes letters',
  'writes CRLF',
  'writes a byte order mark',
  'writes UTF-16',
] as const;

/** What makes a file one that nobody can trust: it is refused as a whole. */
export const ruins = ['adds its units twice', 'writes another language', 'is cut off'] as const;
export type Damage = (typeof damages | typeof ruins)[number];

/** The file as a tool saves it: with what a person did in it, and with what happened to it on the way. */
export function throughTool(
  file: string,
  gestures: ReadonlyMap<string, Gesture>,
  done: readonly Damage[],
): string {
  const root = opened(file);
  const isVersion1 = isOfVersion1(root);
  performAll(root, gestures);
  const has = new Set(done);
  for (const damage of done) treeDamage.get(damage)?.(root, isVersion1);
  const isVersion11 = has.has('writes a 1.1 root') && isVersion1;
  const text = serialize(root, {
    prefix: has.has('changes prefixes') || isVersion11 ? 'ns' : '',
    escapesMore: has.has('escapes >'),
    indent: has.has('indents anew'),
    rootUri: isVersion11 ? 'urn:oasis:names:tc:xliff:document:1.1' : root.uri,
  });
  const encoding = has.has('writes UTF-16') ? 'utf-16' : 'utf-8';
  const saved = `<?xml version='1.0' encoding='${encoding}'?>\n${text}${has.has('strips the last line end') ? '' : '\n'}`;
  if (has.has('is cut off')) return saved.slice(0, saved.length / 2);
  return has.has('writes CRLF') ? saved.replaceAll('\n', '\r\n') : saved;
}

/** The bytes of a saved file. */
export function bytesOf(saved: string, done: readonly Damage[]): Uint8Array {
  if (done.includes('writes UTF-16')) return Buffer.from(`\ufeff${saved}`, 'utf16le');
  return Buffer.from(done.includes('writes a byte order mark') ? `\ufeff${saved}` : saved);
}

/** A person's words as a tool with these habits saves them. */
export function wordsThrough(text: string, done: readonly Damage[]): string {
  return done.reduce((words, damage) => textDamage.get(damage)?.(words) ?? words, text);
}

const textDamage = new Map<Damage, (text: string) => string>([
  ['makes every blank a plain one', (text) => text.replace(/\s+/gu, ' ')],
  ['decomposes letters', (text) => text.normalize('NFD')],
  ['composes letters', (text) => text.normalize('NFC')],
]);

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
  ['adds units', (root, isVersion1) => addUnits(root, isVersion1)],
  [
    'adds its units twice',
    (root, isVersion1) => {
      addUnits(root, isVersion1);
      addUnits(root, isVersion1, true);
    },
  ],
  [
    'writes another language',
    (root) => {
      for (const element of all(root)) {
        for (const name of ['trgLang', 'target-language']) {
          if (attribute(element, name) !== undefined) set(element, name, 'pt');
        }
      }
    },
  ],
  ['loses proposals', (root) => drop(root, ['alt-trans', 'matches'])],
  [
    'approves what asks for work',
    (root) => {
      for (const unit of all(root, 'trans-unit')) {
        const target = child(unit, 'target');
        if (target && attribute(target, 'state')?.startsWith('needs-')) set(unit, 'approved', 'yes');
      }
    },
  ],
  ['forgets approval', (root) => strip(root, 'approved')],
  ['loses orders', loseOrders],
  ['drops phase names', (root) => strip(root, 'phase-name')],
  [
    'changes the original',
    (root) => {
      for (const file of all(root, 'file')) set(file, 'original', 'C:\\\\Work\\\\copy of it (2).xlf');
    },
  ],
  ...Array.from(textDamage, ([damage, change]) => [damage, changesTexts(change)] as const),
]);

/** Units of the tool's own, with an id that is a trap for careless maps. */
function addUnits(root: Element, isVersion1: boolean, again = false): void {
  const isThere = [...all(root)].some((element) => attribute(element, 'id') === '__proto__');
  if (isThere && !again) return;
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
}

function changesTexts(change: (text: string) => string): (root: Element) => void {
  return (root) => {
    for (const local of ['source', 'target']) {
      for (const element of all(root, local)) changeText(element, change);
    }
  };
}

function changeText(element: Element, change: (text: string) => string): void {
  element.children = element.children.map((node) => {
    if (typeof node === 'string') return change(node);
    changeText(node, change);
    return node;
  });
}

function strip(root: Element, local: string): void {
  for (const element of all(root)) set(element, local, undefined);
}
