import { SaxesParser } from 'saxes';
import { DepecheError } from '../model/errors.ts';
import { xmlBudget } from './budget.ts';
import { type Doctype, doctypeHandler } from './doctype.ts';
import {
  attributesOf,
  innerScope,
  type NamespaceScope,
  type Refuse,
  resolved,
  type Written,
  xmlNamespace,
} from './names.ts';

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

/** An element that has just opened: whoever wants a tree puts its children into it. */
export type OpenXmlElement = XmlElement & { readonly children: XmlNode[] };

/** What a reader of a stream of XML is told. Text arrives in pieces; comments and processing instructions are passed over. */
export type XmlHandler = {
  open(element: OpenXmlElement): void;
  close(name: string): void;
  text(text: string): void;
  /** The document type as it is written. Without this handler a document that has one is refused. */
  doctype?(declaration: string, place: XmlPlace): void;
};

/** Nesting deeper than this is no document but an attack: with namespaces the cost of saxes grows with the square of the depth. */
const maxDepth = 64;
/** In UTF-16 units, where nothing else is asked for. */
const usualLength = 128 * 1024 * 1024;
/**
 * One tag, text or comment longer than this, in UTF-16 units, is no document but an attack: saxes holds 32 bytes for each line end and
 * reference in it until it is over.
 */
const maxRun = 8 * 1024 * 1024;
/** How much saxes is given at a time, in UTF-16 units: runs are measured in these steps. */
const step = 64 * 1024;

/** Reads XML that may come in pieces: call `write` for each and `end` once. */
export type XmlStream = { write(piece: string): void; end(): void };

/**
 * The one XML parser of the house, hardened for files of others: no document type (and so no entities of its own) unless the
 * handler asks for it, bounded depth and length, well-formed to the last byte. Built on saxes.
 *
 * @param maxLength of all pieces together, in UTF-16 units
 * @param entities names that stand for a text, beside the five of XML
 * @throws DepecheError `invalid`, with line and column, at the first thing that is not well-formed
 */
export function xmlStream(
  handler: XmlHandler,
  maxLength = usualLength,
  entities: XmlOptions['entities'] = {},
): XmlStream {
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, entities);
  const prolog = prologReader(handler, entities);
  let depth = 0;
  let length = 0;
  /** How much was read since the last thing that the handler was told. */
  let run = 0;
  let start: XmlPlace = { line: 1, column: 1 };
  const refuse: Refuse = (what) => refuseAt(parser, what);
  let written: Written[] = [];
  parser.on('opentagstart', (tag) => {
    run = 0;
    written = [];
    const { line, column } = placeOf(parser);
    // A line break right behind the name has been read with it: the element began on the line before.
    start =
      column === 1 ? { line: line - 1, column } : { line, column: Math.max(1, column - tag.name.length - 2) };
    depth += 1;
    if (depth > maxDepth) refuse(`elements are nested more than ${maxDepth} deep`);
  });
  const scopes: NamespaceScope[] = [new Map([['xml', xmlNamespace]])];
  // What saxes collects them in is slow to go through.
  parser.on('attribute', (attribute) => {
    written.push(attribute);
  });
  parser.on('opentag', (tag) => {
    run = 0;
    const scope = innerScope(scopes.at(-1) ?? new Map(), written, refuse);
    scopes.push(scope);
    const { name } = tag;
    const { local, uri } = resolved(name, scope, refuse);
    const attributes = attributesOf(written, scope, refuse);
    const { line, column } = start;
    handler.open({ kind: 'element', name, local, uri, attributes, line, column, children: [] });
  });
  parser.on('closetag', (tag) => {
    run = 0;
    depth -= 1;
    scopes.pop();
    handler.close(tag.name);
  });
  const tellText = (text: string): void => {
    run = 0;
    handler.text(text);
  };
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  return {
    write(piece) {
      length += piece.length;
      if (length > maxLength) refuse(`more than ${maxLength / 1024 / 1024} million characters`);
      for (let from = 0; from < piece.length; from += step) {
        const part = piece.slice(from, from + step);
        run += part.length;
        if (run > maxRun)
          refuse(`a tag, a text or a comment of more than ${maxRun / 1024 / 1024} million characters`);
        prolog.write(part);
        wellFormed(parser, () => parser.write(part));
      }
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
function prologReader(
  handler: XmlHandler,
  entities: XmlOptions['entities'] = {},
): { write(piece: string): void } {
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, entities);
  const least = 512;
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
      for (let from = 0; from < piece.length && !isOver; from += least) {
        wellFormed(parser, () => parser.write(piece.slice(from, from + least)));
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

/** XML as text, whole or in pieces that follow each other. */
export type XmlSource = string | Iterable<string>;

/** A text is one piece, and not as many as it has letters. */
export function xmlPieces(source: XmlSource): Iterable<string> {
  return typeof source === 'string' ? [source] : source;
}

/** How a document is read that is too large for one tree: its parts are handed over one by one, and the tree is without them. */
export type XmlParts = {
  /** @param around the elements it stands in, the root first, with what came before it in them */
  isPart(element: XmlElement, around: readonly XmlElement[]): boolean;
  /** Told of each part, with all that is in it, when it has closed. */
  part(element: XmlElement, around: readonly XmlElement[]): void;
  /** How many elements, attributes and texts may be held at a time: those of one part and those that are in no part. */
  readonly maxHeld: number;
};

export type XmlOptions = {
  /** What a document type meets; refused where it is not given. */
  readonly doctype?: Doctype;
  /** Names that stand for a text, beside the five of XML. */
  readonly entities?: Readonly<Record<string, string>>;
  readonly parts?: XmlParts;
  /** How many elements, attributes and texts a document without parts may have. */
  readonly maxHeld?: number;
  /** In UTF-16 units; 128 million where it is not given. */
  readonly maxLength?: number;
  /** Told of elements and text as well, in elements of its own; what it throws ends the reading. */
  readonly beside?: XmlHandler;
};

/**
 * Reads a document into a tree in which every node knows its place.
 *
 * @throws DepecheError `invalid`, with line and column: see {@link xmlStream}; and whatever the reader of parts throws
 */
export function readXml(source: XmlSource, options: XmlOptions = {}): XmlElement {
  const { doctype, parts, maxLength, entities, beside } = options;
  const stack: OpenXmlElement[] = [];
  let root: XmlElement | undefined;
  let part: XmlElement | undefined;
  const budget = xmlBudget(parts?.maxHeld ?? options.maxHeld ?? Number.POSITIVE_INFINITY);
  let heldOutside = 0;
  const stream = xmlStream(
    {
      open(element) {
        beside?.open({ ...element, children: [] });
        if (!part && parts?.isPart(element, stack)) {
          part = element;
          heldOutside = budget.held();
        } else stack.at(-1)?.children.push(element);
        budget.element(element);
        root ??= element;
        stack.push(element);
      },
      close(name) {
        beside?.close(name);
        const closed = stack.pop();
        if (!part || closed !== part) return;
        part = undefined;
        budget.release(heldOutside);
        parts?.part(closed, stack);
      },
      text(piece) {
        beside?.text(piece);
        const parent = stack.at(-1);
        if (!parent) return;
        budget.text(parent);
        parent.children.push({ kind: 'text', text: piece });
      },
      ...doctypeHandler(doctype),
    },
    maxLength,
    entities,
  );
  for (const piece of xmlPieces(source)) stream.write(piece);
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
  for (const attribute of element.attributes) {
    if (attribute.local === local && attribute.uri === uri) return attribute.value;
  }
  return undefined;
}

/** The children of an element that are elements: those named `local`, and those in the namespace `uri`, where these are given. */
export function childrenOf(element: XmlElement, local?: string, uri?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if ((local === undefined || child.local === local) && (uri === undefined || child.uri === uri)) {
      found.push(child);
    }
  }
  return found;
}

/** All text under an element, in document order. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : textIn(child))).join('');
}
