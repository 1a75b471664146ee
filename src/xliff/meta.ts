import { attributeOf, childrenOf, textIn, type XmlElement } from '../xml/node.ts';
import { element, type Markup } from '../xml/write.ts';
import { namespaces } from './namespaces.ts';
import { packed, unpacked } from './plain-text.ts';
import { refuse } from './refuse.ts';

/** The facts of one `mda:metaGroup` by their type, groups inside it left out. */
export type Metas = ReadonlyMap<string, string>;

/** One fact as metadata. Any text is kept exactly, characters that XML cannot hold included. */
export function meta(type: string, value: string): Markup {
  return element('mda:meta', { type }, packed(value));
}

/**
 * A group of facts, on one line: what is known of a segment is one thing, so a merge of two branches takes it whole from one of them.
 */
export function metaGroup(attributes: { category: string; id?: string }, facts: readonly Markup[]): Markup {
  return element('mda:metaGroup', attributes, facts);
}

export function metasOf(group: XmlElement): Metas {
  return new Map(
    childrenOf(group, 'meta', namespaces.metadata).map((fact) => [
      attributeOf(fact, 'type') ?? '',
      unpacked(textIn(fact)),
    ]),
  );
}

/** @throws DepecheError `invalid` where the group does not have this fact */
export function required(group: XmlElement, metas: Metas, type: string): string {
  return (
    metas.get(type) ?? refuse(group, `its “${type}” is missing: restore this metaGroup as depeche wrote it`)
  );
}
