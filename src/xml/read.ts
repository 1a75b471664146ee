import { DepecheError } from '../model/errors.ts';
import { xmlBudget } from './budget.ts';
import { type Doctype, doctypeHandler } from './doctype.ts';
import type { OpenXmlElement, XmlElement } from './node.ts';
import { type XmlEntities, type XmlHandler, xmlStream } from './stream.ts';

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
  readonly entities?: XmlEntities;
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
