import { SaxesParser } from 'saxes';
import { DepecheError } from '../model/errors.ts';
import {
  attributesOf,
  innerScope,
  type NamespaceScope,
  type Refuse,
  resolved,
  type Written,
  xmlNamespace,
} from './names.ts';
import type { OpenXmlElement, XmlPlace } from './node.ts';

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

/** Names that stand for a text, beside the five of XML. */
export type XmlEntities = Readonly<Record<string, string>>;

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
  entities: XmlEntities = {},
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
function prologReader(handler: XmlHandler, entities: XmlEntities = {}): { write(piece: string): void } {
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
