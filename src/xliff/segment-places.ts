import type { Place } from '../model/errors.ts';
import { attributeOf, childrenOf, type XmlElement, type XmlPlace } from '../xml/node.ts';
import { readXml } from '../xml/read.ts';
import { removedGroup } from './identifiers.ts';
import { namespaces } from './namespaces.ts';

/**
 * Where each segment of a master begins, by its id: for messages that an editor or a forge makes a link. Columns count characters.
 *
 * @throws DepecheError `invalid` for what is not well-formed
 */
export function segmentPlaces(text: string): ReadonlyMap<string, Required<Pick<Place, 'line' | 'column'>>> {
  const places = new Map<string, XmlPlace>();
  const visit = (parent: XmlElement): void => {
    for (const element of childrenOf(parent, undefined, namespaces.core)) {
      const id = attributeOf(element, 'id');
      if (element.local === 'segment' && id !== undefined) {
        places.set(id, { line: element.line, column: element.column });
      } else if (!(element.local === 'group' && id === removedGroup)) visit(element);
    }
  };
  visit(readXml(text));
  return places;
}
