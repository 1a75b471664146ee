import { join } from 'node:path';
import type { MemoryEntry } from '../memory/entry.ts';
import { tmxUnitEntries } from '../memory/tmx.ts';
import { editUnit, tmxStretches, type VariantEdit } from '../memory/tmx-edit.ts';
import { DepecheError } from '../model/errors.ts';
import { xmlPiecesOf } from './files.ts';
import { openMemory, tmxFiles } from './memory-files.ts';
import { createPendingFile, type PendingFile } from './pending-file.ts';
import type { Project } from './project.ts';

/** What became of the entries that were chosen. */
export type MemoryEdit = {
  /** Those in TMX files: they are as they were wanted now. */
  readonly edited: readonly MemoryEntry[];
  /** Those that a master gives to the memory: they are corrected there, by review. */
  readonly inMasters: readonly MemoryEntry[];
};

/**
 * Deletes or corrects entries of the memory in the TMX files they come from. All else in these files stays as it is, byte for byte; each
 * is read again before it takes the place of the old one, and has to say the same but for what was to change.
 *
 * @param chosen which entries
 * @throws DepecheError `invalid` where a file is written in a way that does not allow for it; `unwritable`. Nothing is changed then
 */
export async function editMemory(
  project: Project,
  chosen: (entry: MemoryEntry) => boolean,
  edit: VariantEdit,
): Promise<MemoryEdit> {
  const memory = openMemory(project);
  const found: MemoryEntry[] = [];
  try {
    for (const entry of memory.entriesNow()) if (chosen(entry)) found.push(entry);
  } finally {
    memory.close();
  }
  const files = new Set(tmxFiles(project));
  const edited = found.filter((entry) => files.has(entry.from));
  const pending: PendingFile[] = [];
  try {
    for (const file of new Set(edited.map((entry) => entry.from))) {
      const rewritten = createPendingFile(join(project.root, file));
      pending.push(rewritten);
      rewrite(project, file, chosen, edit, rewritten);
    }
    for (const file of pending) await file.place();
  } finally {
    for (const file of pending) file.discard();
  }
  openMemory(project).close();
  return { edited, inMasters: found.filter((entry) => !files.has(entry.from)) };
}

function rewrite(
  project: Project,
  file: string,
  chosen: (entry: MemoryEntry) => boolean,
  edit: VariantEdit,
  pending: PendingFile,
): void {
  const path = join(project.root, file);
  const units = tmxUnitEntries(xmlPiecesOf(path, file), file);
  /** The line break before a unit goes with it where it is deleted. */
  let lineBreak = '';
  for (const { kind, text } of tmxStretches(xmlPiecesOf(path, file))) {
    if (kind === 'between') {
      const start = text.search(/\r?\n[ \t]*$/u);
      const end = start === -1 ? text.length : start;
      pending.write(lineBreak + asUtf8(text.slice(0, end)));
      lineBreak = text.slice(end);
      continue;
    }
    const unit = units.next();
    const edits = new Map<number, VariantEdit>();
    for (const { entry, variant } of unit.done === true ? [] : unit.value) {
      if (chosen(entry)) edits.set(variant, edit);
    }
    const edited = edits.size === 0 ? text : editUnit(text, edits);
    if (edited !== '') pending.write(lineBreak + edited);
    lineBreak = '';
  }
  pending.write(lineBreak);
  pending.finish();
  compare(entriesIn(path, file), entriesIn(pending.temporary, file), chosen, edit, file);
}

/** A file in UTF-16 is written in UTF-8, and must not say otherwise. */
function asUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*\bencoding\s*=\s*["'])utf-16(?:le|be)?(?=["'])/iu, '$1UTF-8');
}

function* entriesIn(path: string, file: string): Generator<MemoryEntry> {
  for (const unit of tmxUnitEntries(xmlPiecesOf(path, file), file)) for (const { entry } of unit) yield entry;
}

function compare(
  before: Iterable<MemoryEntry>,
  after: Iterator<MemoryEntry>,
  chosen: (entry: MemoryEntry) => boolean,
  edit: VariantEdit,
  file: string,
): void {
  for (const entry of before) {
    const isChosen = chosen(entry);
    if (isChosen && edit.kind === 'delete') continue;
    const now = after.next();
    const wanted =
      isChosen && edit.kind === 'correct' ? { ...entry, targetText: edit.text, by: edit.by } : entry;
    if (now.done === true || !saysTheSame(now.value, wanted, isChosen)) throw tooUnusual(file);
  }
  if (after.next().done !== true) throw tooUnusual(file);
}

function saysTheSame(left: MemoryEntry, right: MemoryEntry, isEdited: boolean): boolean {
  const facts = ({ at, provenance, ...rest }: MemoryEntry) =>
    JSON.stringify(Object.entries(isEdited ? rest : { ...rest, at, provenance }).sort());
  return facts(left) === facts(right);
}

function tooUnusual(file: string): DepecheError {
  const message =
    'is written in a way that cannot be edited here (a comment with units in it?): edit it by hand; nothing was changed';
  return new DepecheError('invalid', message, { place: { file } });
}
