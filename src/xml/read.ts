import { SaxesParser } from 'saxes';
import { DepecheError } from '../model/errors.ts';

/** An attribute with its namespace resolved; `uri` is empty where it has no prefix. */
export type XmlAttribute = {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
};

/** Where a node begins; lines and columns count from 1. */
export type XmlPlace = { readonly line: number; readonly column: number };

export type XmlText = { readonly kind: 'text'; readonly text: string };

export type XmlElement = XmlPlace & {
  readonly kind: 'element';
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
};

export type XmlNode = XmlElement | XmlText;

/** What a reader of a stream of XML is told. Text arrives in pieces; comments and processing instructions are passed over. */
export type XmlHandler = {
  open(element: Omit<XmlElement, 'children'>): void;
  close(name: string): void;
  text(text: string): void;
  /** The document type as it is written. Without this handler a document that has one is refused. */
  doctype?(declaration: string, place: XmlPlace): void;
};

/** Nesting deeper than this is no document but an attack: with namespaces the cost of saxes grows with the square of the depth. */
const maxDepth = 64;
/** In UTF-16 units. */
const maxLength = 128 * 1024 * 1024;

/** Reads XML that may come in pieces: call `write` for each and `end` once. */
export type XmlStream = { write(piece: string): void; end(): void };

/**
 * The one XML parser of the house, hardened for files of others: no document type (and so no entities of its own) unless the
 * handler asks for it, bounded depth, well-formed to the last byte. Built on saxes.
 *
 * @throws DepecheError `invalid`, with line and column, at the first thing that is not well-formed
 */
export function xmlStream(handler: XmlHandler): XmlStream {
  const parser = new SaxesParser({ xmlns: false });
  const prolog = prologReader(handler);
  let depth = 0;
  let length = 0;
  let start: XmlPlace = { line: 1, column: 1 };
  const refuse: Refuse = (what) => refuseAt(parser, what);
  parser.on('opentagstart', (tag) => {
    const { line, column } = placeOf(parser);
    // A line break right behind the name has been read with it: the element began on the line before.
    start =
      column === 1 ? { line: line - 1, column } : { line, column: Math.max(1, column - tag.name.length - 2) };
    depth += 1;
    if (depth > maxDepth) refuse(`elements are nested more than ${maxDepth} deep`);
  });
  const scopes: NamespaceScope[] = [new Map([['xml', xmlNamespace]])];
  parser.on('opentag', (tag) => {
    const written = Object.entries(tag.attributes);
    const scope = innerScope(scopes.at(-1) ?? new Map(), written, refuse);
    scopes.push(scope);
    const { name, local, uri } = resolved(tag.name, scope, refuse);
    const attributes = attributesOf(written, scope, refuse);
    handler.open({ kind: 'element', name, local, uri, attributes, line: start.line, column: start.column });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    scopes.pop();
    handler.close(tag.name);
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  return {
    write(piece) {
      length += piece.length;
      if (length > maxLength) refuse(`more than ${maxLength / 1024 / 1024} million characters`);
      prolog.write(piece);
      wellFormed(parser, () => parser.write(piece));
    },
    end() {
      wellFormed(parser, () => parser.close());
    },
  };
}

/**
 * Looks for a document type before the root. This has a parser of its own, because one with more than five handlers takes three times
 * as long for everything: V8 gives up on objects with so many late properties.
 */
function prologReader(handler: XmlHandler): { write(piece: string): void } {
  const parser = new SaxesParser({ xmlns: false });
  const step = 512;
  let isOver = false;
  parser.on('doctype', (declaration) => {
    if (!handler.doctype) refuseAt(parser, 'a document type (DOCTYPE) is not accepted');
    handler.doctype?.(declaration, placeOf(parser));
  });
  parser.on('opentagstart', () => {
    isOver = true;
  });
  return {
    write(piece) {
      for (let from = 0; from < piece.length && !isOver; from += step) {
        wellFormed(parser, () => parser.write(piece.slice(from, from + step)));
      }
    },
  };
}

function placeOf(parser: SaxesParser): XmlPlace {
  return { line: parser.line, column: parser.column + 1 };
}

function refuseAt(parser: SaxesParser, what: string): never {
  throw new DepecheError('invalid', what, { place: placeOf(parser) });
}

/** What saxes throws begins with its own line and column; errors of handlers go through. */
const saxesPlace = /^\d+:\d+: /u;

function wellFormed(parser: SaxesParser, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (error instanceof DepecheError || !(error instanceof Error) || !saxesPlace.test(error.message))
      throw error;
    refuseAt(parser, `not well-formed XML: ${error.message.replace(saxesPlace, '')}`);
  }
}

/** The namespaces that prefixes stand for; that of the empty prefix is the default one. */
type NamespaceScope = ReadonlyMap<string, string>;
type Refuse = (what: string) => never;

/** https://www.w3.org/TR/xml-names/ binds this prefix without a declaration. */
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Name and value of an attribute as it is written, declarations of namespaces among them. */
type Written = readonly [name: string, value: string];

/** Most elements declare nothing and share the scope around them: saxes' own resolution looks through every ancestor instead. */
function innerScope(outer: NamespaceScope, attributes: readonly Written[], refuse: Refuse): NamespaceScope {
  let scope: Map<string, string> | undefined;
  for (const [name, uri] of attributes) {
    if (!isDeclaration(name)) continue;
    const prefix = name.slice('xmlns:'.length);
    if (prefix === 'xmlns' || (prefix === 'xml') !== (uri === xmlNamespace))
      refuse(`“${name}” must not be declared so`);
    if (prefix !== '' && uri === '') refuse(`the prefix “${prefix}” is declared empty`);
    scope ??= new Map(outer);
    scope.set(prefix, uri);
  }
  return scope ?? outer;
}

function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 'xmlns'.length || name[5] === ':');
}

/** saxes has refused names that stand there twice; two prefixes of one namespace can still hide one. */
function attributesOf(
  written: readonly Written[],
  scope: NamespaceScope,
  refuse: Refuse,
): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  let prefixed: Set<string> | undefined;
  for (const [name, value] of written) {
    if (isDeclaration(name)) continue;
    if (!name.includes(':')) {
      attributes.push({ name, local: name, uri: '', value });
      continue;
    }
    const { local, uri } = resolved(name, scope, refuse);
    prefixed ??= new Set();
    if (prefixed.has(`${uri} ${local}`)) refuse(`the attribute “${name}” stands there twice`);
    prefixed.add(`${uri} ${local}`);
    attributes.push({ name, local, uri, value });
  }
  return attributes;
}

function resolved(
  name: string,
  scope: NamespaceScope,
  refuse: Refuse,
): { name: string; local: string; uri: string } {
  const [prefix, local, more] = name.includes(':') ? name.split(':') : ['', name];
  if (
    prefix === undefined ||
    local === undefined ||
    local === '' ||
    more !== undefined ||
    (prefix === '' && local !== name)
  ) {
    return refuse(`“${name}” is no name`);
  }
  const uri = scope.get(prefix);
  if (uri === undefined && prefix !== '') refuse(`the prefix “${prefix}” is not declared`);
  return { name, local, uri: uri ?? '' };
}

/**
 * Reads a whole document into a tree in which every node knows its place.
 *
 * @throws DepecheError `invalid`, with line and column: see {@link xmlStream}
 */
export function readXml(text: string, options: { doctype?: 'refuse' | 'skip' } = {}): XmlElement {
  type Open = Omit<XmlElement, 'children'> & { children: XmlNode[] };
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  const stream = xmlStream({
    open(element) {
      const opened: Open = { ...element, children: [] };
      stack.at(-1)?.children.push(opened);
      root ??= opened;
      stack.push(opened);
    },
    close() {
      stack.pop();
    },
    text(piece) {
      stack.at(-1)?.children.push({ kind: 'text', text: piece });
    },
    ...(options.doctype === 'skip' && { doctype: () => {} }),
  });
  stream.write(text);
  stream.end();
  if (!root) throw new DepecheError('invalid', 'no XML element in it', { place: { line: 1, column: 1 } });
  return root;
}

/** The value of an attribute without a namespace, or of one in the namespace `uri`. */
export function attributeOf(
  element: Pick<XmlElement, 'attributes'>,
  local: string,
  uri = '',
): string | undefined {
  return element.attributes.find((attribute) => attribute.local === local && attribute.uri === uri)?.value;
}

/** The children of an element that are elements: those named `local`, and those in the namespace `uri`, where these are given. */
export function childrenOf(element: XmlElement, local?: string, uri?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child.kind === 'element' &&
      (local === undefined || child.local === local) &&
      (uri === undefined || child.uri === uri),
  );
}

/** All text under an element, in document order. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : textIn(child))).join('');
}
