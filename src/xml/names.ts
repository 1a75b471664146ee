import type { XmlAttribute } from './node.ts';

/** The namespaces that prefixes stand for; that of the empty prefix is the default one. */
export type NamespaceScope = ReadonlyMap<string, string>;
export type Refuse = (what: string) => never;

/** https://www.w3.org/TR/xml-names/ binds this prefix without a declaration. */
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** An attribute as it is written, declarations of namespaces among them. */
export type Written = { readonly name: string; readonly value: string };

/** Most elements declare nothing and share the scope around them: saxes' own resolution looks through every ancestor instead. */
export function innerScope(
  outer: NamespaceScope,
  attributes: readonly Written[],
  refuse: Refuse,
): NamespaceScope {
  let scope: Map<string, string> | undefined;
  for (const { name, value: uri } of attributes) {
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

const noAttributes: readonly XmlAttribute[] = [];

function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 'xmlns'.length || name[5] === ':');
}

/**
 * The attributes of an element that are no declarations. saxes has refused names that stand there twice; two prefixes of one namespace
 * can still hide one.
 */
export function attributesOf(
  written: readonly Written[],
  scope: NamespaceScope,
  refuse: Refuse,
): readonly XmlAttribute[] {
  if (written.length === 0) return noAttributes;
  const attributes: XmlAttribute[] = [];
  let prefixed: Set<string> | undefined;
  for (const { name, value } of written) {
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

/** The parts of a name; without a prefix it is in the default namespace. */
export function resolved(
  name: string,
  scope: NamespaceScope,
  refuse: Refuse,
): { readonly local: string; readonly uri: string } {
  const colon = name.indexOf(':');
  if (colon === -1) return { local: name, uri: scope.get('') ?? '' };
  const local = name.slice(colon + 1);
  if (colon === 0 || local === '' || local.includes(':')) refuse(`“${name}” is no name`);
  const prefix = name.slice(0, colon);
  return { local, uri: scope.get(prefix) ?? refuse(`the prefix “${prefix}” is not declared`) };
}
