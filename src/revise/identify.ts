import type { Copy } from '../model/copy.ts';
import type { Dispatch, Paragraph, Segment } from '../model/dispatch.ts';
import type { Locale } from '../model/locale.ts';
import type { CutBlock } from '../segment/segment-copy.ts';
import { hashOf } from '../text/hash.ts';
import { alignVersions } from './align-versions.ts';
import { type DispatchRecord, type RecordedParagraph, usedIds } from './record.ts';

/** The letters of ids, without those that are mistaken for one another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 5;

/**
 * Turns cut copy into a dispatch in which every sentence has an id for life: the one it had in earlier wordings, or a new one
 * that was never used before.
 *
 * @param record what is known of the earlier wordings; none for a dispatch that is seen for the first time
 * @returns the dispatch, and the record to keep in place of the old one (equal to it where no word has changed)
 */
export function identify(
  copy: Copy,
  blocks: readonly CutBlock[],
  known: { id: string; locale: Locale; record: DispatchRecord | undefined },
): { dispatch: Dispatch; record: DispatchRecord } {
  const { id, locale, record } = known;
  const newId = idGiver(id, usedIds(record));
  const old = record?.paragraphs.flatMap((paragraph) => paragraph.segments) ?? [];
  const texts = blocks.flatMap((block) => block.sentences.map((sentence) => sentence.text));
  const keptIds = alignVersions(old, texts);

  let at = 0;
  const cut = blocks.map((block) => ({
    kind: block.kind,
    segments: block.sentences.map((sentence): Segment => {
      const segmentId = keptIds[at++] ?? newId('s', sentence.text);
      return { id: segmentId, ...sentence };
    }),
  }));
  const paragraphIds = alignParagraphs(record?.paragraphs ?? [], cut);
  const paragraphs = cut.map(
    (paragraph, index): Paragraph => ({
      id: paragraphIds[index] ?? newId('p', paragraph.segments.map((segment) => segment.id).join()),
      ...paragraph,
    }),
  );

  const next = revisedRecord(known, copy, paragraphs);
  const { blocks: _, ...read } = copy;
  return {
    dispatch: { id, locale, ...read, paragraphs, version: next.versions.at(-1)?.version ?? 1 },
    record: next,
  };
}

/** Gives ids from a hash of dispatch, text and occurrence; an id that was ever used is passed over. */
function idGiver(dispatchId: string, used: Set<string>): (prefix: 's' | 'p', text: string) => string {
  const occurrences = new Map<string, number>();
  return (prefix, text) => {
    for (let occurrence = occurrences.get(prefix + text) ?? 0; ; occurrence += 1) {
      const hash = hashOf(dispatchId, text, String(occurrence));
      const digits = BigInt(`0x${hash.slice(0, 16)}`);
      const id =
        prefix +
        Array.from(
          { length: idLength },
          (_, place) => alphabet[Number((digits >> BigInt(5 * place)) & 31n)],
        ).join('');
      if (used.has(id)) continue;
      used.add(id);
      occurrences.set(prefix + text, occurrence + 1);
      return id;
    }
  };
}

/** For each new paragraph the id of the old one that shares most of its sentences; each old id is given once. */
function alignParagraphs(
  old: readonly RecordedParagraph[],
  paragraphs: readonly Omit<Paragraph, 'id'>[],
): (string | undefined)[] {
  const home = new Map(
    old.flatMap((paragraph) => paragraph.segments.map((segment) => [segment.id, paragraph.id])),
  );
  const taken = new Set<string>();
  return paragraphs.map((paragraph) => {
    const votes = new Map<string, number>();
    for (const segment of paragraph.segments) {
      const from = home.get(segment.id);
      if (from !== undefined && !taken.has(from)) votes.set(from, (votes.get(from) ?? 0) + 1);
    }
    const best = [...votes].reduce<[string, number] | undefined>(
      (winner, vote) => (winner && winner[1] >= vote[1] ? winner : vote),
      undefined,
    )?.[0];
    if (best !== undefined) taken.add(best);
    return best;
  });
}

function revisedRecord(
  known: { id: string; locale: Locale; record: DispatchRecord | undefined },
  copy: Copy,
  paragraphs: readonly Paragraph[],
): DispatchRecord {
  const { id, locale, record } = known;
  const today = paragraphs.map((paragraph) => ({
    id: paragraph.id,
    kind: paragraph.kind,
    segments: paragraph.segments.map(({ id: segmentId, text }) => ({ id: segmentId, text })),
  }));
  const hash = hashOf(copy.dateline?.text ?? '', copy.header.note?.text ?? '', JSON.stringify(today));
  const last = record?.versions.at(-1);
  if (record && last?.hash === hash) return record;
  const present = new Set(
    today.flatMap((paragraph) => [paragraph.id, ...paragraph.segments.map((segment) => segment.id)]),
  );
  const version = (last?.version ?? 0) + 1;
  const left = (record?.paragraphs ?? []).flatMap((paragraph) =>
    paragraph.segments
      .filter((segment) => !present.has(segment.id))
      .map((segment) => ({ ...segment, version: version - 1 })),
  );
  const leftParagraphs = (record?.paragraphs ?? [])
    .map((paragraph) => paragraph.id)
    .filter((old) => !present.has(old));
  return {
    id,
    source: locale,
    versions: [
      ...(record?.versions ?? []),
      { version, hash, ...(copy.header.note && { note: copy.header.note.text }) },
    ],
    ...(copy.dateline && { dateline: copy.dateline.text }),
    paragraphs: today,
    removed: [...(record?.removed ?? []), ...left],
    removedParagraphs: [...(record?.removedParagraphs ?? []), ...leftParagraphs],
  };
}
