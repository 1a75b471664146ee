import type { Locale } from '../model/locale.ts';
import { block, documentInPieces, element, type Markup } from '../xml/write.ts';
import type { MemoryEntry } from './entry.ts';
import { type Property, propertiesOf } from './provenance-properties.ts';

/**
 * Writes TMX 1.4b: one unit for each entry, in the order given, with its neighbours and its provenance. The same entries give the
 * same bytes: no file carries the time of a run.
 *
 * @param about.source what the header calls the source language; an entry from another one says so itself
 * @throws DepecheError `invalid` where a text has characters that XML cannot hold
 */
export function writeTmx(entries: Iterable<MemoryEntry>, about: TmxAbout): string {
  return [...tmxPieces(entries, about)].join('');
}

/** What the header of a TMX file says. */
export type TmxAbout = { readonly source: Locale; readonly toolVersion: string };

/** The same in pieces, one for each entry: for memories that are too long to be held as one text. */
export function tmxPieces(entries: Iterable<MemoryEntry>, about: TmxAbout): Generator<string> {
  const header = element('header', {
    creationtool: 'depeche',
    creationtoolversion: about.toolVersion,
    segtype: 'sentence',
    'o-tmf': 'depeche',
    adminlang: 'en',
    srclang: about.source,
    datatype: 'plaintext',
  });
  const around = [
    { name: 'tmx', attributes: { version: '1.4' }, head: header },
    { name: 'body', attributes: {} },
  ];
  return documentInPieces(around, unitsOf(entries, about.source));
}

function* unitsOf(entries: Iterable<MemoryEntry>, source: Locale): Generator<Markup> {
  for (const entry of entries) yield unitOf(entry, source);
}

function unitOf(entry: MemoryEntry, source: Locale): Markup {
  const date = tmxDate(entry.at);
  const properties: Property[] = [
    ...(entry.previous === undefined ? [] : [['prev', entry.previous] as const]),
    ...(entry.next === undefined ? [] : [['next', entry.next] as const]),
    ...propertiesOf(entry.provenance),
    ...(entry.at === undefined || date !== undefined ? [] : [['x-depeche-at', entry.at] as const]),
  ];
  return block('tu', { srclang: entry.source === source ? undefined : entry.source }, [
    ...properties.map(([type, text]) => element('prop', { type }, text)),
    block('tuv', { 'xml:lang': entry.source }, [element('seg', {}, entry.sourceText)]),
    block('tuv', { 'xml:lang': entry.target, changedate: date, changeid: entry.by }, [
      element('seg', {}, entry.targetText),
    ]),
  ]);
}

/** An ISO 8601 time as TMX writes it, or undefined where TMX cannot say it without loss. */
function tmxDate(at: string | undefined): string | undefined {
  return at !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(at)
    ? at.replace(/[-:]/gu, '')
    : undefined;
}
