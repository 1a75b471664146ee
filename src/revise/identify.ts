import type { Copy } from '../model/copy.ts';
import type { Dateline, Dispatch, Header, Paragraph, Segment } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { CutBlock } from '../segment/segment-copy.ts';
import { hashOf } from '../text/hash.ts';
import { joinedView } from '../text/joined-view.ts';
import { beginningDateline } from '../wire/dateline.ts';
import { type CutCopy, type Judged, judge, sentencesOf, withAddition } from './addition.ts';
import { alignVersions } from './align-versions.ts';
import { revisionOf } from './compare-versions.ts';
import { compareItemVersions, itemFactsOf } from './item-versions.ts';
import { type DispatchRecord, type RecordedParagraph, usedIds } from './record.ts';

/** The letters of ids, without those that are mistaken for one another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 5;

/** What is known of a dispatch when a version of it comes in. */
export type KnownStory = {
  readonly id: string;
  readonly locale: Locale;
  /** What is known of the earlier wordings; none for a dispatch that is seen for the first time. */
  readonly record: DispatchRecord | undefined;
  /** The names of its files, the oldest version first, where they are not one that is named for the id. */
  readonly files?: readonly string[] | undefined;
  /** What the copy of its newest file is, where it has been made one with that of earlier ones. */
  readonly judged?: Judged | undefined;
};

/**
 * Turns cut copy into a dispatch in which every sentence has an id for life: the one it had in earlier wordings, or a new one
 * that was never used before. Copy that only adds to the story comes out as the whole story, what it does not repeat as it was last.
 *
 * @returns the dispatch, and the record to keep in place of the old one (equal to it where no word has changed)
 * @throws DepecheError `invalid` for a version that is older than what was read last, by the sender's own count
 */
export function identify(
  copy: Copy,
  blocks: readonly CutBlock[],
  known: KnownStory,
): { dispatch: Dispatch; record: DispatchRecord } {
  const { id, locale, record } = known;
  refuseOlder(copy.header, record);
  const old = record?.paragraphs.flatMap((paragraph) => paragraph.segments) ?? [];
  const partners = alignVersions(old, sentencesOf(blocks));
  const repeated = { repeated: partners.filter((one) => one !== undefined).length, of: old.length };
  const lastNote = record?.versions.at(-1)?.note;
  const judged = record && (known.judged ?? judge(repeated, { copy, blocks }, lastNote));
  const isBare = known.judged === undefined && judged?.kind === 'addition';
  const whole = record && isBare ? addedTo(record, { copy, blocks }) : { copy, blocks };
  const newId = idGiver(id, usedIds(record));
  const keptIds = isBare ? alignVersions(old, sentencesOf(whole.blocks)) : partners;

  let at = 0;
  const cut = whole.blocks.map((block) => ({
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

  const next = revisedRecord(known, whole.copy, paragraphs, judged);
  const revision = revisionOf(next);
  const { blocks: _, ...read } = whole.copy;
  return {
    dispatch: {
      id,
      locale,
      ...read,
      paragraphs,
      version: next.versions.at(-1)?.version ?? 1,
      ...(revision && { revision }),
    },
    record: next,
  };
}

/** The wire is not in order: a version that was held up must not take the place of a later one. */
function refuseOlder(header: Header, record: DispatchRecord | undefined): void {
  const { itemId, itemVersion, storyKey } = itemFactsOf(header);
  const last = record?.versions.findLast((version) => version.itemVersion !== undefined);
  const isSame = last?.itemId === itemId || (storyKey !== undefined && last?.storyKey === storyKey);
  if (itemVersion === undefined || last?.itemVersion === undefined || !isSame) return;
  if (compareItemVersions(itemVersion, last.itemVersion) >= 0) return;
  const item = itemId === undefined ? 'the item' : itemId;
  throw new DepecheError(
    'invalid',
    `is version ${itemVersion} of ${item}, and version ${last.itemVersion} has been read: nothing was changed; put the later version in its place`,
  );
}

/** Copy that adds to a story whose earlier copy is not at hand: the sentences of the record stand in no file of today. */
function addedTo(record: DispatchRecord, addition: CutCopy): CutCopy {
  const story = record.paragraphs.map(({ kind, segments }) => ({
    kind,
    sentences: segments.map(({ text }) => ({ text, spans: [] })),
  }));
  const headline = record.paragraphs.find(({ kind }) => kind === 'headline')?.segments[0]?.text;
  const dateline = record.dateline === undefined ? undefined : datelineOf(record.dateline);
  const { dateline: own, ...copy } = addition.copy;
  return {
    copy: {
      ...copy,
      header: { ...copy.header, ...(headline !== undefined && { headline }) },
      ...((dateline ?? own) && { dateline: dateline ?? own }),
    },
    blocks: withAddition(story, addition),
  };
}

/** A dateline that was read before; it stands nowhere in the copy of today. */
function datelineOf(text: string): Dateline | undefined {
  const found = beginningDateline(joinedView(text, [{ start: 0, end: text.length }]));
  return found && { ...found, span: { start: 0, end: 0 } };
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
  { id, locale, record, files }: KnownStory,
  copy: Copy,
  paragraphs: readonly Paragraph[],
  judged: Judged | undefined,
): DispatchRecord {
  const today = paragraphs.map((paragraph) => ({
    id: paragraph.id,
    kind: paragraph.kind,
    segments: paragraph.segments.map(({ id: segmentId, text }) => ({ id: segmentId, text })),
  }));
  const hash = hashOf(copy.dateline?.text ?? '', copy.header.note?.text ?? '', JSON.stringify(today));
  const last = record?.versions.at(-1);
  const facts = itemFactsOf(copy.header);
  const filed = files && { files };
  if (record && last?.hash === hash) {
    const isKnown = JSON.stringify(itemFactsOf(last)) === JSON.stringify(facts);
    if (isKnown && JSON.stringify(record.files) === JSON.stringify(files)) return record;
    const { files: _, ...rest } = record;
    return { ...ordered(rest, filed), versions: [...record.versions.slice(0, -1), { ...last, ...facts }] };
  }
  const version = (last?.version ?? 0) + 1;
  const before = new Map(
    (record?.paragraphs ?? []).flatMap(({ segments }) =>
      segments.map((segment) => [segment.id, segment.text]),
    ),
  );
  const texts = new Map(
    today.flatMap(({ segments }) => segments.map((segment) => [segment.id, segment.text])),
  );
  const present = new Set([...texts.keys(), ...today.map((paragraph) => paragraph.id)]);
  const gone = Array.from(before, ([segmentId, text]) => ({ id: segmentId, text, version: version - 1 }));
  const changed = [
    ...(record?.changed ?? []),
    ...gone.filter(({ id: segmentId, text }) => present.has(segmentId) && texts.get(segmentId) !== text),
  ];
  const earlier = (record?.versions ?? []).map((one) =>
    one === last ? { ...one, segments: [...before.keys()] } : one,
  );
  return {
    id,
    source: locale,
    ...filed,
    versions: [
      ...earlier,
      {
        version,
        hash,
        ...(copy.header.note && { note: copy.header.note.text }),
        ...(judged && { update: judged }),
        ...facts,
      },
    ],
    ...(copy.dateline && { dateline: copy.dateline.text }),
    paragraphs: today,
    ...(changed.length > 0 && { changed }),
    removed: [...(record?.removed ?? []), ...gone.filter(({ id: segmentId }) => !present.has(segmentId))],
    removedParagraphs: [
      ...(record?.removedParagraphs ?? []),
      ...(record?.paragraphs ?? []).map((paragraph) => paragraph.id).filter((old) => !present.has(old)),
    ],
  };
}

/** The files stand where they always do: a record that says the same has the same bytes. */
function ordered(
  { id, source, ...rest }: Omit<DispatchRecord, 'files'>,
  filed: Pick<DispatchRecord, 'files'> | undefined,
): DispatchRecord {
  return { id, source, ...filed, ...rest };
}
