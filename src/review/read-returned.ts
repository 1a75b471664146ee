import { DepecheError } from '../model/errors.ts';
import { namespaces } from '../xliff/namespaces.ts';
import { refuse } from '../xliff/refuse.ts';
import { attributeOf, type XmlElement } from '../xml/node.ts';
import { readXml, type XmlSource } from '../xml/read.ts';
import type { XmlHandler } from '../xml/stream.ts';
import { xliff1Reader } from './read-xliff-1.ts';
import { xliff2Reader } from './read-xliff-2.ts';
import type { Returned, ReturnedReader } from './returned.ts';

/**
 * Reads what a tool sent back: XLIFF 1.2, 2.0 or 2.1, as strictly as keeps people's work safe and no stricter. Any prefixes, a 1.1 root,
 * lost groups, another order, foreign notes and units are passed over.
 *
 * @param source the text of the file, whole or in pieces
 * @param file the name of the file, for messages
 * @param beside whoever looks at the same file for something else: see `damageWatch`
 * @returns one for each dispatch in it
 * @throws DepecheError `invalid`, with line and column, for what is not well-formed, has a DOCTYPE, is no XLIFF, uses an id twice, has no
 *   units, or does not say what it translates
 */
export function readReturned(source: XmlSource, file?: string, beside?: XmlHandler): Returned[] {
  try {
    return returnedIn(source, beside);
  } catch (error) {
    throw file !== undefined && error instanceof DepecheError ? error.in(file) : error;
  }
}

/** More is no work of a person: a hundred thousand sentences are a long book. */
const maxSegments = 120_000;
/** Elements, attributes and texts of one unit: enough for a paragraph of ten thousand sentences. Whoever reads beside us holds as many again. */
const maxHeld = 500_000;

function returnedIn(source: XmlSource, beside: XmlHandler | undefined): Returned[] {
  let reader: ReturnedReader | undefined;
  let segments = 0;
  const root = readXml(source, {
    parts: {
      isPart(element, around) {
        reader ??= readerOf(around[0] ?? element);
        return reader.isUnit(element, around);
      },
      part(unit, around) {
        segments += reader?.read(unit, around) ?? 0;
        if (segments > maxSegments) {
          refuse(unit, `more than ${maxSegments.toLocaleString('en')} segments: import it in several files`);
        }
      },
      maxHeld,
    },
    ...(beside && { beside }),
  });
  const returned = (reader ?? readerOf(root)).returned(root);
  if (returned.every(({ segments }) => segments.length === 0)) refuse(root, 'there are no units in it');
  return returned.filter(({ segments }) => segments.length > 0);
}

function readerOf(root: XmlElement): ReturnedReader {
  if (root.local !== 'xliff') {
    refuse(root, `<${root.name}> is no XLIFF: a file that comes home begins with <xliff>`);
  }
  const version = attributeOf(root, 'version') ?? '';
  return root.uri === namespaces.core || version.startsWith('2.') ? xliff2Reader() : xliff1Reader();
}
