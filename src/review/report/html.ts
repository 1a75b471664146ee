import { legible } from '../../xliff/plain-text.ts';
import { escapeAttribute } from '../../xml/write.ts';

/** HTML that has been escaped and may be put into a page as it is. Only this file makes it from text. */
export type Html = { readonly html: string };

/** What can stand inside an element: text, which is escaped here, and HTML, which has been. */
export type Content = string | Html | undefined | readonly Content[];

/** An attribute that is undefined or `false` is left out; `true` gives it an empty value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that have no content and no end tag. */
const empty = new Set(['input', 'meta']);

/**
 * An element with its content as it is: no blank is added, so text is safe inside. What comes out is well-formed XML too, which lets
 * any XML reader prove that nothing of a text became markup. A character that XML cannot hold is spelled out: `\u0001`.
 */
export function element(name: string, attributes: Attributes, ...content: Content[]): Html {
  const open = `<${name}${renderAttributes(attributes)}`;
  return { html: empty.has(name) ? `${open}/>` : `${open}>${render(content)}</${name}>` };
}

/** Several things, each on a line of its own; for structure, where blanks between elements mean nothing. */
export function lines(contents: readonly Content[]): Html {
  return { html: contents.map((content) => `\n${render(content)}`).join('') };
}

/**
 * A style sheet or a script in the page. Its text is ours alone, and stands there unescaped: a browser hashes it as it is.
 *
 * @param text without `<` and `&`
 */
export function inline(name: 'style' | 'script', text: string): Html {
  return { html: `<${name}>${text}</${name}>` };
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  return 'html' in content ? content.html : content.map(render).join('');
}

function renderAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined || value === false) return '';
      return ` ${name}="${value === true ? '' : escaped(String(value))}"`;
    })
    .join('');
}

function escaped(text: string): string {
  return escapeAttribute(legible(text));
}
