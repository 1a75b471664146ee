import { DepecheError } from '../model/errors.ts';
import { type Locale, parseLocale } from '../model/locale.ts';
import { attributeOf, childrenOf, textIn, type XmlElement } from '../xml/node.ts';
import { readXml } from '../xml/read.ts';
import { type Concept, isName } from './concept.ts';
import { type ConceptIds, conceptIds } from './concept-ids.ts';
import { conceptTypes, parseLanguages } from './notation.ts';
import { settleStatuses } from './settle-status.ts';
import { parseOwnNote } from './tbx-notation.ts';
import { categoriesOf, readTermSection, singleLine } from './tbx-terms.ts';

/**
 * Reads TBX: version 3 in the styles DCA and DCT, and version 2 (`martif`), in whatever dialect; what has no place in a glossary of
 * ours is passed over. A document type is passed over too, and no entity of it is ever expanded.
 *
 * Ids that ours could not be, or that are missing, are made from the id or the first term in letters a-z; none is given twice. The
 * first term of a language that says no status is preferred, a later one admitted. Notes and the definition of a concept are
 * joined. Terms without any letter, and repetitions of a term in its concept, are left out.
 *
 * @throws DepecheError `invalid`, with file, line and column, for what is no TBX, for a language that is no BCP 47 tag, and for a status
 *   that is not known: a term that may be forbidden must not come in as a good one
 */
export function readTbx(text: string, file?: string): Concept[] {
  try {
    const root = readXml(text, { doctype: 'skip' });
    const entries = entriesIn(root);
    const ids = conceptIds(entries.flatMap((entry) => writtenId(entry) ?? []));
    return entries.flatMap((entry) => conceptOf(entry, ids) ?? []);
  } catch (error) {
    throw error instanceof DepecheError && file !== undefined ? error.in(file) : error;
  }
}

function entriesIn(root: XmlElement): XmlElement[] {
  if (root.local !== 'tbx' && root.local !== 'martif') {
    throw refusal(root, `this is no TBX file: its root is <${root.name}>`);
  }
  const text = childrenOf(root, 'text')[0];
  if (!text) throw refusal(root, 'the TBX has no <text>');
  return childrenOf(text, 'body').flatMap((body) =>
    childrenOf(body, root.local === 'tbx' ? 'conceptEntry' : 'termEntry'),
  );
}

/** The id in the file, without what {@link xmlIdOf} puts before one of ours. */
function writtenId(entry: XmlElement): string | undefined {
  return attributeOf(entry, 'id')?.replace(/^_(?=[0-9])/u, '');
}

function conceptOf(entry: XmlElement, ids: ConceptIds): Concept | undefined {
  const read = languageSections(entry).flatMap(({ language, terms }) =>
    terms.flatMap((term) => readTermSection(term, language) ?? []),
  );
  if (read.length === 0) return undefined;
  const id = ids.take([writtenId(entry) ?? '', ...read.map((term) => term.text)]);
  const note = noteOf(entry);
  const type = typeOf(entry);
  if (isName(type) && read.some(({ match }) => match === 'stem')) {
    throw refusal(entry, `“${id}” is a ${type}: a name is never matched by its stem`);
  }
  return {
    id,
    type,
    terms: settleStatuses(read),
    ...(note !== '' && { note }),
    ...factsOf(entry),
  };
}

/** What notes of ours say of a concept as a whole. */
function factsOf(entry: XmlElement): Pick<Concept, 'translate' | 'speaks'> {
  const facts = new Map<string, string>();
  for (const { type, element } of categoriesOf(entry)) {
    const own = type === 'note' ? parseOwnNote(textIn(element).trim()) : undefined;
    if (own) facts.set(own.field, own.value);
  }
  const speaks = parseLanguages(facts.get('speaks') ?? '');
  return {
    ...(facts.get('translate') === 'no' && { translate: false }),
    ...(speaks && facts.has('speaks') && { speaks }),
  };
}

function languageSections(entry: XmlElement): { language: Locale; terms: XmlElement[] }[] {
  return childrenOf(entry)
    .filter(({ local }) => local === 'langSec' || local === 'langSet')
    .map((section) => {
      const written = attributeOf(section, 'lang', 'http://www.w3.org/XML/1998/namespace');
      if (written === undefined) throw refusal(section, `a <${section.name}> does not say its language`);
      const language = parseLocale(written.replaceAll('_', '-'));
      if (language === undefined) throw refusal(section, `“${written}” is no language tag`);
      const terms = childrenOf(section).filter(({ local }) => ['termSec', 'tig', 'ntig'].includes(local));
      return { language, terms };
    });
}

function typeOf(entry: XmlElement): Concept['type'] {
  const fields = categoriesOf(entry)
    .filter(({ type }) => type === 'subjectField')
    .map(({ element }) => singleLine(textIn(element)).toLowerCase());
  return conceptTypes.find((type) => fields.includes(type)) ?? 'common';
}

function noteOf(entry: XmlElement): string {
  const categories = categoriesOf(entry);
  const definitions = categories.filter(({ type }) => type === 'definition');
  const notes = categories.filter(({ type }) => type === 'note');
  return [...definitions, ...notes]
    .map(({ element }) => textIn(element).trim().normalize('NFC'))
    .flatMap((text) => {
      const own = parseOwnNote(text);
      return own === undefined ? [text] : own.field === 'note' ? [own.value] : [];
    })
    .filter((text) => text !== '')
    .join('; ');
}

function refusal({ line, column }: XmlElement, what: string): DepecheError {
  return new DepecheError('invalid', what, { place: { line, column } });
}
