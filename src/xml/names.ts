import type { XmlAttribute } from './read.ts';

/** The namespaces that prefixes stand for; that of the empty prefix is the default one. */
export type NamespaceScope = ReadonlyMap<string, string>;
export type Refuse = (what: string) => never;

/** https://www.w3.org/TR/xml-names/ binds this prefix without a declaration. */
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Name and value of an attribute as it is written, declarations of namespaces among them. */
export type Written = readonly [name: string, value: string];

/** Most elements declare nothing and share the scope around them: saxes' own resolution looks through every ancestor instead. */
export function innerScope(
  outer: NamespaceScope,
  attributes: readonly Written[],
  refuse: Refuse,
): NamespaceScope {
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

export function resolved(
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
