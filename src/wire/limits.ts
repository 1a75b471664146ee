import { htmlEntities } from '../xml/html-entities.ts';
import type { XmlOptions } from '../xml/read.ts';

/** How many elements, attributes and texts, or values of JSON, one dispatch may have: more is no dispatch. */
export const mostNodes = 100_000;

/** In UTF-16 units: how long a dispatch with markup may be. Plain text, which takes less to read, may be as long as a file may. */
export const mostCharacters = 1_000_000;

/** How the XML of a wire is read: a document type that only names a DTD is skipped, and the names of its entities are known. */
export const wireXml = {
  doctype: 'skip-external',
  entities: htmlEntities,
  maxHeld: mostNodes,
} as const satisfies XmlOptions;
