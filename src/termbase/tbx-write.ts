import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { block, document, element, type Markup } from '../xml/write.ts';
import { type Concept, isName, type Term } from './concept.ts';
import { formatForms } from './notation.ts';
import { administrativeStatus, formatNote, formatOwnNote, tbxNamespace, xmlIdOf } from './tbx-notation.ts';

/**
 * Writes a termbase as TBX version 3 (ISO 30042:2019), dialect TBX-Basic, style DCA: concept by concept, its terms by language.
 *
 * The type of a concept is its subject field, a name is a proper noun, the status an administrative status; matching and forms,
 * which TBX-Basic has no category for, stand in notes. `readTbx` gives the same concepts back, with the terms of one language
 * together. Concepts without terms are left out: TBX has no place for them.
 *
 * @param about.language the language of the notes
 * @throws DepecheError `invalid` where a text has characters that XML cannot hold, or a form `|`
 */
export function writeTbx(concepts: readonly Concept[], about: { readonly language: Locale }): string {
  const header = block('tbxHeader', {}, [
    block('fileDesc', {}, [block('sourceDesc', {}, [element('p', {}, 'Written by depeche')])]),
  ]);
  const entries = concepts.filter((concept) => concept.terms.length > 0).map(conceptEntry);
  const body = entries.length === 0 ? [] : [block('body', {}, entries)];
  const root = { xmlns: tbxNamespace, type: 'TBX-Basic', style: 'dca', 'xml:lang': about.language };
  return document(block('tbx', root, [header, block('text', {}, body)]));
}

function conceptEntry(concept: Concept): Markup {
  const languages = Map.groupBy(concept.terms, (term) => term.lang);
  return block('conceptEntry', { id: xmlIdOf(concept.id) }, [
    element('descrip', { type: 'subjectField' }, concept.type),
    concept.note === undefined ? undefined : noteElement(formatNote(concept.note)),
    concept.translate === false ? noteElement(formatOwnNote('translate', 'no')) : undefined,
    concept.speaks ? noteElement(formatOwnNote('speaks', concept.speaks.join('|'))) : undefined,
    ...Array.from(languages, ([language, terms]) =>
      block(
        'langSec',
        { 'xml:lang': language },
        terms.map((term) => termSec(concept, term)),
      ),
    ),
  ]);
}

function termSec(concept: Concept, term: Term): Markup {
  const forms = formatForms(term.forms);
  if ('wrong' in forms) {
    throw new DepecheError(
      'invalid',
      `the form “${forms.wrong}” of “${concept.id}” cannot be written: it holds | or =`,
    );
  }
  return block('termSec', {}, [
    element('term', {}, term.text),
    element('termNote', { type: 'administrativeStatus' }, administrativeStatus[term.status]),
    isName(concept.type) ? element('termNote', { type: 'partOfSpeech' }, 'properNoun') : undefined,
    term.source === undefined ? undefined : element('admin', { type: 'source' }, term.source),
    term.status === 'forbidden' ? noteElement(formatOwnNote('status', term.status)) : undefined,
    noteElement(formatOwnNote('match', term.match)),
    forms.text === '' ? undefined : noteElement(formatOwnNote('forms', forms.text)),
    term.validFrom === undefined ? undefined : noteElement(formatOwnNote('valid-from', term.validFrom)),
    term.validUntil === undefined ? undefined : noteElement(formatOwnNote('valid-until', term.validUntil)),
    term.note === undefined ? undefined : noteElement(formatNote(term.note)),
  ]);
}

function noteElement(text: string): Markup {
  return element('note', {}, text);
}
