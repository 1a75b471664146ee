import type { XmlElement } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';

/** An element of a file in the hands of a tool. */
export type Element = {
  local: string;
  uri: string;
  attributes: { local: string; uri: string; value: string }[];
  children: (Element | string)[];
};

/** The tree of a file that a tool has opened. */
export function opened(file: string): Element {
  return mutable(readXml(file));
}

function mutable({ local, uri, attributes, children }: XmlElement): Element {
  return {
    local,
    uri,
    attributes: attributes.map((each) => ({ ...each })),
    children: children.map((node) => (node.kind === 'text' ? node.text : mutable(node))),
  };
}

export function* all(element: Element, local?: string): Generator<Element> {
  if (local === undefined || element.local === local) yield element;
  for (const node of element.children) if (typeof node !== 'string') yield* all(node, local);
}

export function isGroup(node: Element | string): node is Element {
  return typeof node !== 'string' && node.local === 'group';
}

export function child(element: Element, local: string): Element | undefined {
  return element.children.find((node): node is Element => typeof node !== 'string' && node.local === local);
}

export function drop(root: Element, locals: readonly string[]): void {
  for (const parent of all(root)) {
    parent.children = parent.children.filter(
      (node) => typeof node === 'string' || !locals.includes(node.local),
    );
  }
}

export function attribute(element: Element, local: string): string | undefined {
  return element.attributes.find((each) => each.local === local)?.value;
}

export function set(element: Element, local: string, value: string | undefined): void {
  element.attributes = element.attributes.filter((each) => each.local !== local);
  if (value !== undefined) element.attributes.push({ local, uri: '', value });
}

export function textOf(element: Element): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}

/** How a tool writes what it has opened. */
export type Manner = { prefix: string; escapesMore: boolean; indent: boolean; rootUri: string };

export function serialize(root: Element, manner: Manner): string {
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
