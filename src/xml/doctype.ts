import { DepecheError } from '../model/errors.ts';
import type { XmlHandler } from './stream.ts';

/** What a document type meets. `skip-external`: it is skipped, but one with declarations of its own is refused. */
export type Doctype = 'refuse' | 'skip' | 'skip-external';

/** The part of a handler that hears of a document type; without one the reader refuses it. */
export function doctypeHandler(doctype: Doctype = 'refuse'): Pick<XmlHandler, 'doctype'> {
  switch (doctype) {
    case 'refuse':
      return {};
    case 'skip':
      return { doctype: () => {} };
    case 'skip-external':
      return {
        doctype(declaration, place) {
          if (!declaration.includes('[')) return;
          const message = 'a document type (DOCTYPE) with declarations of its own is not accepted';
          throw new DepecheError('invalid', message, { place });
        },
      };
    default:
      return doctype satisfies never;
  }
}
