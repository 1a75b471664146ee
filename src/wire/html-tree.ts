import type { Span } from '../model/span.ts';
import type { SourceText } from '../xml/source-tree.ts';
import { htmlTokens } from './html-tokens.ts';
import type { MarkupElement } from './markup-blocks.ts';
import { nodeCounter } from './node-count.ts';
import { refuseAt } from './refuse-at.ts';

type OpenElement = MarkupElement & { readonly children: (MarkupElement | SourceText)[] };

/** Pages nest deeper than dispatches do, and leave inline elements open. */
const mostNested = 256;

/**
 * Reads HTML into a tree whose texts are places in it. As in a browser nothing is malformed: tags that nobody opened are passed over, and
 * elements end where HTML says they do (a `li` at the next one, a `p` at a block). Inline elements that overlap are not moved about:
 * a reader of paragraphs does not see them.
 *
 * @returns a root named `#document` around all of it
 * @throws DepecheError `invalid`, with line and column: a tag, a comment or a script without its end, for the file was cut there;
 *   too many tags and texts; nesting without measure
 */
export function readHtmlTree(document: string): MarkupElement {
  const root = opened('#document', { start: 0, end: 0 });
  const stack: OpenElement[] = [root];
  const count = nodeCounter(document, 'tags and texts');
  for (const token of htmlTokens(document)) {
    count(1, token.span.start);
    switch (token.kind) {
      case 'text':
        stack.at(-1)?.children.push(token);
        break;
      case 'open': {
        closeBefore(token.name, stack);
        const element = opened(token.name, token.span);
        stack.at(-1)?.children.push(element);
        if (token.empty || voids.has(token.name)) break;
        if (stack.length > mostNested)
          refuseAt(document, token.span.start, `elements are nested more than ${mostNested} deep`);
        stack.push(element);
        break;
      }
      case 'close':
        closeNamed(token.name, token.span, stack);
        break;
      default:
        token satisfies never;
    }
  }
  return root;
}

function opened(local: string, tag: Span): OpenElement {
  return { kind: 'element', local, tag, children: [] };
}

const voids = words('area base br col embed hr img input link meta param source track wbr');

/** What a start tag ends, if it is open; none is looked for beyond `within`. */
const ends: readonly {
  readonly at: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
}[] = [
  {
    at: words(
      'address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul',
    ),
    ends: words('p'),
    within: words('table td th caption button object'),
  },
  { at: words('h1 h2 h3 h4 h5 h6'), ends: words('h1 h2 h3 h4 h5 h6'), within: words('div td th section') },
  { at: words('li'), ends: words('li p'), within: words('ul ol td th') },
  { at: words('dt dd'), ends: words('dt dd p'), within: words('dl td th') },
  { at: words('td th'), ends: words('td th'), within: words('tr table') },
  { at: words('tr'), ends: words('tr td th'), within: words('table tbody thead tfoot') },
  {
    at: words('tbody thead tfoot'),
    ends: words('tbody thead tfoot tr td th caption'),
    within: words('table'),
  },
  { at: words('body'), ends: words('head'), within: words('html') },
];

function closeBefore(name: string, stack: OpenElement[]): void {
  for (const rule of ends) {
    if (!rule.at.has(name)) continue;
    let keep = stack.length;
    for (let at = stack.length - 1; at > 0; at -= 1) {
      const local = stack[at]?.local ?? '';
      if (rule.within.has(local)) break;
      if (rule.ends.has(local)) keep = at;
    }
    stack.length = keep;
  }
}

/** An end tag reaches over what was left open, but not out of a cell; that of a paragraph nobody began is an empty one. */
function closeNamed(name: string, span: Span, stack: OpenElement[]): void {
  for (let at = stack.length - 1; at > 0; at -= 1) {
    const local = stack[at]?.local ?? '';
    if (local === name) {
      stack.length = at;
      return;
    }
    if (cells.has(local) && !tables.has(name)) break;
  }
  if (name === 'p') stack.at(-1)?.children.push(opened(name, span));
}

const cells = words('td th caption');
const tables = words('table tbody thead tfoot tr td th caption body html');

function words(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
