import type { Span } from '../model/span.ts';
import { attributeOf, type XmlElement } from './node.ts';
import { readXml, type XmlOptions } from './read.ts';

/** Text as it is written, references unresolved; in a CDATA section there are none. */
export type SourceText = { readonly kind: 'text'; readonly span: Span; readonly cdata: boolean };

/** An element that knows where in the document its start tag and all its text stand. */
export type SourceElement = {
  readonly kind: 'element';
  readonly local: string;
  /** The start tag, from `<` to `>`. */
  readonly tag: Span;
  /** As {@link readXml} read it: for its attributes and its namespace. */
  readonly element: XmlElement;
  readonly children: readonly SourceNode[];
};

export type SourceNode = SourceElement | SourceText;

type OpenElement = SourceElement & { readonly children: SourceNode[] };

/**
 * Reads a document into a tree whose texts are places in it, for whoever must show exactly where a word stands. The one reader of XML
 * judges the document first; only what it has found to be well-formed is walked a second time for the places.
 *
 * @throws DepecheError `invalid`, with line and column: see {@link readXml}
 */
export function readSourceTree(document: string, options: Omit<XmlOptions, 'parts'> = {}): SourceElement {
  const elements = inOrder(readXml(document, options));
  const stack: OpenElement[] = [];
  let root: OpenElement | undefined;
  for (const token of tokensOf(document)) {
    const parent = stack.at(-1);
    switch (token.kind) {
      case 'text':
        parent?.children.push(token);
        break;
      case 'close':
        stack.pop();
        break;
      case 'open': {
        const element = elements.next().value;
        if (!element) break;
        const opened: OpenElement = {
          kind: 'element',
          local: element.local,
          tag: token.span,
          element,
          children: [],
        };
        parent?.children.push(opened);
        root ??= opened;
        if (!token.empty) stack.push(opened);
        break;
      }
      default:
        token satisfies never;
    }
  }
  if (!root) throw new Error('a document that was read has a root');
  return root;
}

function* inOrder(element: XmlElement): Generator<XmlElement, undefined> {
  yield element;
  for (const child of element.children) if (child.kind === 'element') yield* inOrder(child);
  return undefined;
}

type Token =
  | SourceText
  | { readonly kind: 'open'; readonly span: Span; readonly empty: boolean }
  | { readonly kind: 'close' };

/** The tags and texts of a well-formed document; comments, instructions and the document type are passed over. Linear. */
function* tokensOf(document: string): Generator<Token> {
  const after = (mark: string, from: number): number => {
    const found = document.indexOf(mark, from);
    return found < 0 ? document.length : found + mark.length;
  };
  for (let at = 0; at < document.length; ) {
    if (document[at] !== '<') {
      const next = document.indexOf('<', at);
      const end = next < 0 ? document.length : next;
      yield { kind: 'text', span: { start: at, end }, cdata: false };
      at = end;
    } else if (document.startsWith('<!--', at)) {
      at = after('-->', at + 4);
    } else if (document.startsWith(cdata, at)) {
      const end = after(']]>', at);
      yield { kind: 'text', span: { start: at + cdata.length, end: end - 3 }, cdata: true };
      at = end;
    } else if (document.startsWith('<?', at)) {
      at = after('?>', at);
    } else {
      const end = tagEnd(document, at);
      const second = document[at + 1];
      if (second === '/') yield { kind: 'close' };
      else if (second !== '!')
        yield { kind: 'open', span: { start: at, end }, empty: document[end - 2] === '/' };
      at = end;
    }
  }
}

const cdata = '<![CDATA[';

/** Behind the `>` that ends a tag, which may stand in its values as well. */
function tagEnd(document: string, start: number): number {
  const marks = /[>"']/gu;
  marks.lastIndex = start;
  for (let mark = marks.exec(document); mark; mark = marks.exec(document)) {
    if (mark[0] === '>') return mark.index + 1;
    const closing = document.indexOf(mark[0], mark.index + 1);
    if (closing < 0) break;
    marks.lastIndex = closing + 1;
  }
  return document.length;
}

/** Where the value of an attribute without a prefix stands, without its quotation marks. */
export function attributeSpan(document: string, { tag }: SourceElement, name: string): Span | undefined {
  const written = /\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
  for (const match of document.slice(tag.start, tag.end).matchAll(written)) {
    if (match[1] !== name) continue;
    const end = tag.start + match.index + match[0].length - 1;
    return { start: end - (match[2] ?? match[3] ?? '').length, end };
  }
  return undefined;
}

/** The value of an attribute without a namespace. */
export function sourceAttribute({ element }: SourceElement, name: string): string | undefined {
  return attributeOf(element, name);
}

/** The elements right under one, those of a name or all. */
export function sourceChildren({ children }: SourceElement, local?: string): SourceElement[] {
  return children.flatMap((child) =>
    child.kind === 'element' && (local === undefined || child.local === local) ? [child] : [],
  );
}

/** The first element down a path of names, if there is one. */
export function sourceAt(element: SourceElement | undefined, ...path: string[]): SourceElement | undefined {
  let found = element;
  for (const name of path) found = found && sourceChildren(found, name)[0];
  return found;
}
