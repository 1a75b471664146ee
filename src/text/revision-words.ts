import type { Dispatch, Revision } from '../model/dispatch.ts';
import { segmentsOf } from '../model/dispatch.ts';
import { diffText, wordDiff } from './word-diff.ts';

/** What the newest version of a dispatch is, and why it was taken for that, in a sentence: `version 2 stands in place of version 1: …`. */
export function revisionWords(
  { version, header: { note, update } }: Pick<Dispatch, 'version' | 'header'>,
  revision: Revision,
): string {
  const { revises, kind, repeated, of } = revision;
  const verb = { 'write-through': 'replaces', correction: 'corrects', addition: 'adds to' }[kind];
  const says = note
    ? `; the note says “${note.text}”`
    : update === undefined
      ? ''
      : `; its metadata say that it ${saying[update]}`;
  return `version ${version} ${verb} version ${revises}: its copy repeats ${repeated} of ${of} sentences${says}`;
}

const saying = { adds: 'adds', corrects: 'corrects', replaces: 'replaces' } as const;

/** What a version changed, in numbers: `2 sentences changed, 3 new, 1 moved, 1 removed`. */
export function changeCounts({ changed, added, moved, removed }: Revision): string {
  const counts: string[] = [];
  if (changed.length > 0) counts.push(`${changed.length} changed`);
  if (added.length > 0) counts.push(`${added.length} new`);
  if (moved.length > 0) counts.push(`${moved.length} moved`);
  if (removed.length > 0) counts.push(`${removed.length} removed`);
  return counts.length === 0 ? 'no sentence changed' : counts.join(', ');
}

/** What a correction corrects: the words that were, and those in their place, for each sentence that says something else now. */
export function corrections(
  dispatch: Pick<Dispatch, 'paragraphs'>,
  { changed }: Revision,
): readonly string[] {
  const now = new Map(segmentsOf(dispatch).map(({ id, text }) => [id, text]));
  return changed.flatMap(({ id, was }) => {
    const parts = wordDiff(was, now.get(id) ?? '');
    const words = diffText(parts.filter(({ kind }) => kind !== 'same'));
    return words === '' ? [] : [`${id} ${words}`];
  });
}

/** What a version did to one sentence: it is new, or said something else before; nothing where it left it alone. */
export function changeTo(
  revision: Revision | undefined,
  id: string,
): 'new' | { readonly was: string } | undefined {
  return revision && changesIn(revision).get(id);
}

const known = new WeakMap<Revision, ReadonlyMap<string, 'new' | { readonly was: string }>>();

function changesIn(revision: Revision): ReadonlyMap<string, 'new' | { readonly was: string }> {
  const found =
    known.get(revision) ??
    new Map<string, 'new' | { readonly was: string }>([
      ...revision.added.map((id) => [id, 'new'] as const),
      ...revision.changed.map(({ id, was }) => [id, { was }] as const),
    ]);
  known.set(revision, found);
  return found;
}
