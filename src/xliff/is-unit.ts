import type { XmlElement } from '../xml/node.ts';
import { namespaces } from './namespaces.ts';

/**
 * Whether an element of XLIFF 2 is a unit in its place: in a file, and in nothing else but groups.
 *
 * @param around the elements it stands in, the root first
 */
export function isUnit({ local, uri }: XmlElement, [, file, ...groups]: readonly XmlElement[]): boolean {
  return (
    local === 'unit' &&
    uri === namespaces.core &&
    file?.local === 'file' &&
    file.uri === namespaces.core &&
    groups.every((group) => group.local === 'group' && group.uri === namespaces.core)
  );
}
