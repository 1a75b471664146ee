import type { XmlElement } from './node.ts';
import { document, element, type Markup } from './write.ts';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/**
 * Writes a tree that was read as a whole document. Reading that again gives an equal tree: the same elements, attributes, names and
 * text, blanks included. Namespaces are declared where they begin; comments, processing instructions and CDATA sections were not read.
 *
 * @throws DepecheError `invalid` where a text has characters that XML cannot hold
 */
export function serializeXml(root: XmlElement): string {
  return document(markupOf(root, new Map([['', '']])));
}

/** @param scope the namespaces that prefixes stand for around the element */
function markupOf(tree: XmlElement, scope: ReadonlyMap<string, string>): Markup {
  const declared = new Map<string, string>();
  const need = (prefix: string, uri: string): void => {
    if (uri !== xmlNamespace && (declared.get(prefix) ?? scope.get(prefix)) !== uri)
      declared.set(prefix, uri);
  };
  need(prefixOf(tree.name), tree.uri);
  for (const { name, uri } of tree.attributes) if (uri !== '') need(prefixOf(name), uri);
  const inner = declared.size === 0 ? scope : new Map([...scope, ...declared]);
  const attributes = Object.fromEntries([
    ...[...declared].map(([prefix, uri]) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri]),
    ...tree.attributes.map(({ name, value }) => [name, value]),
  ]);
  const content = tree.children.map((child) => (child.kind === 'text' ? child.text : markupOf(child, inner)));
  return element(tree.name, attributes, content);
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? '' : name.slice(0, colon);
}
