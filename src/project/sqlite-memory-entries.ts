import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type MemoryEntry, servesTarget } from '../memory/entry.ts';
import { type Property, propertiesOf, provenanceOf } from '../memory/provenance-properties.ts';
import type { Provenance } from '../model/provenance.ts';
import { compareText } from '../text/compare.ts';
import {
  broken,
  numberIn,
  optionalNumberIn,
  optionalTextIn,
  type Row,
  textIn,
} from './sqlite-memory-rows.ts';

/** Reads the entries of an index. */
export type EntryReader = {
  /** What gives the translations of a sentence that serve a target; it reads them all when it is first asked. */
  ofSentence(sentence: number): (target: string) => MemoryEntry[];
  byId(id: number): MemoryEntry | undefined;
  /** All of them, by file, with their ids. */
  all(): Generator<{ readonly id: number; readonly entry: MemoryEntry }>;
};

/** A neighbour that stands near by in the same file is kept as the distance to it: most texts are the neighbours of two others. */
const neighbour = (column: string) => `CASE typeof(entry.${column}) WHEN 'integer' THEN (
  SELECT coalesce(beside.source_text, text) FROM entry beside JOIN sentence ON sentence.id = beside.sentence
  WHERE beside.id = entry.id + entry.${column}) ELSE entry.${column} END AS ${column}`;

const select = `SELECT entry.id, file.name AS name, source, target, coalesce(source_text, text) AS source_text, target_text,
  ${neighbour('previous')}, ${neighbour('next')}, provenance, approved_by, approved_at
  FROM entry JOIN sentence ON sentence.id = entry.sentence JOIN file ON file.id = entry.file`;

export function entryReader(database: DatabaseSync): EntryReader {
  const labelWith = database.prepare('SELECT text FROM label WHERE id = ?');
  /** Labels and the provenances made of them never change. */
  const labels = new Map<number, string>();
  const provenances = new Map<number, Provenance>();
  const label = (id: number): string => {
    const text = labels.get(id) ?? textIn(labelWith.get(id), 'text');
    labels.set(id, text);
    return text;
  };
  const provenance = (id: number): Provenance => {
    const found = provenances.get(id) ?? provenanceOf(propertiesIn(label(id))) ?? broken('provenance');
    provenances.set(id, found);
    return found;
  };
  const read = (row: Row): MemoryEntry => {
    const [previous, next] = [optionalTextIn(row, 'previous'), optionalTextIn(row, 'next')];
    const by = optionalNumberIn(row, 'approved_by');
    const at = timeIn(row);
    return {
      source: label(numberIn(row, 'source')),
      target: label(numberIn(row, 'target')),
      sourceText: textIn(row, 'source_text'),
      targetText: textIn(row, 'target_text'),
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
      provenance: provenance(numberIn(row, 'provenance')),
      ...(by !== undefined && { by: label(by) }),
      ...(at !== undefined && { at }),
      from: textIn(row, 'name'),
    };
  };
  const ofSentence = database.prepare(`${select} WHERE entry.sentence = ? ORDER BY entry.id`);
  const byId = database.prepare(`${select} WHERE entry.id = ?`);
  const ofFile = database.prepare(`${select} WHERE entry.id BETWEEN ? AND ? ORDER BY entry.id`);
  return {
    ofSentence(sentence) {
      let rows: readonly Row[] | undefined;
      return (target) => {
        rows ??= ofSentence.all(sentence);
        return rows.filter((row) => servesTarget(label(numberIn(row, 'target')), target)).map(read);
      };
    },
    byId(id) {
      const row = byId.get(id);
      return row && read(row);
    },
    *all() {
      for (const { first, last } of filesIn(database)) {
        for (const row of ofFile.iterate(first, last)) yield { id: numberIn(row, 'id'), entry: read(row) };
      }
    },
  };
}

/** The files of an index by their names, each with the ids of its first and last entry. */
export function filesIn(database: DatabaseSync): { name: string; first: number; last: number }[] {
  return database
    .prepare('SELECT name, first, last FROM file')
    .all()
    .map((row) => ({ name: textIn(row, 'name'), first: numberIn(row, 'first'), last: numberIn(row, 'last') }))
    .sort((left, right) => compareText(left.name, right.name));
}

/** An entry on its way into the index: the ids of its file and its sentence, and what that sentence has as its text. */
export type EntryRow = {
  readonly file: number;
  readonly sentence: number;
  readonly sentenceText: string;
  readonly entry: MemoryEntry;
};

/** Makes what writes entries; they get ids that follow each other. It returns the id of the last one. */
export function entryWriter(
  database: DatabaseSync,
  label: (text: string) => number,
): (rows: readonly EntryRow[]) => number {
  const insert = database.prepare(
    `INSERT INTO entry (file, sentence, source, target, source_text, target_text, previous, next,
     provenance, approved_by, approved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const time = timeWriter();
  return (rows) => {
    let last = 0;
    for (const [place, { file, sentence, sentenceText, entry }] of rows.entries()) {
      const { lastInsertRowid } = insert.run(
        file,
        sentence,
        label(entry.source),
        label(entry.target),
        entry.sourceText === sentenceText ? null : entry.sourceText,
        entry.targetText,
        neighbourOf(rows, place, -1, entry.previous),
        neighbourOf(rows, place, 1, entry.next),
        label(JSON.stringify(propertiesOf(entry.provenance))),
        entry.by === undefined ? null : label(entry.by),
        time(entry.at),
      );
      last = Number(lastInsertRowid);
    }
    return last;
  };
}

/** How far a neighbour is looked for: a file may have a translation into each of several languages behind a sentence. */
const reach = 8;

function neighbourOf(
  rows: readonly EntryRow[],
  place: number,
  direction: 1 | -1,
  text: string | undefined,
): SQLInputValue {
  if (text === undefined) return null;
  for (let step = 1; step <= reach; step += 1) {
    const beside = rows[place + step * direction];
    if (beside?.file !== rows[place]?.file) break;
    if (beside?.entry.sourceText === text) return BigInt(step * direction);
  }
  return text;
}

/** Times to the second in UTC are kept as seconds, any other as it is written. The sentences of a dispatch share theirs. */
function timeWriter(): (at: string | undefined) => SQLInputValue {
  let last: { readonly at: string; readonly stored: SQLInputValue } | undefined;
  return (at) => {
    if (at === undefined) return null;
    if (last?.at !== at) last = { at, stored: storedTime(at) };
    return last.stored;
  };
}

function storedTime(at: string): SQLInputValue {
  const seconds = Date.parse(at) / 1000;
  return Number.isInteger(seconds) && isoTime(seconds) === at ? BigInt(seconds) : at;
}

function timeIn(row: Row): string | undefined {
  const value = row.approved_at;
  return typeof value === 'number' ? isoTime(value) : optionalTextIn(row, 'approved_at');
}

function isoTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

function propertiesIn(json: string): Property[] {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value)) return broken('provenance');
  return value.map((pair: unknown): Property => {
    const [type, text]: unknown[] = Array.isArray(pair) ? pair : [];
    return typeof type === 'string' && typeof text === 'string' ? [type, text] : broken('provenance');
  });
}
