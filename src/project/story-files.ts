import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Copy } from '../model/copy.ts';
import { DepecheError } from '../model/errors.ts';
import { type CutCopy, judge, repeatedIn } from '../revise/addition.ts';
import { compareItemVersions, itemFactsOf } from '../revise/item-versions.ts';
import type { DispatchRecord } from '../revise/record.ts';
import { houseSegmenter } from '../segment/house-rules.ts';
import { segmentCopy } from '../segment/segment-copy.ts';
import { decode, maxBytes } from '../wire/decode.ts';
import { plainText } from '../wire/plain-text.ts';
import { detectedFormat, formatNamed, readWire } from '../wire/read-wire.ts';
import { readBytes, readTextIfThere } from './files.ts';
import { filesOf, idOfFile, sourceFolder } from './layout.ts';
import type { Project } from './project.ts';
import { readRecord } from './record-file.ts';
import type { Story } from './story.ts';

/** A file that is a version of a story under another name than the story's, and what came of it. */
export type Arrival = {
  /** As a path in the project, or an absolute one. */
  readonly file: string;
  /** It is older, by the sender's own count, than what the story says already: it is kept among its files and changes nothing. */
  readonly isLate: boolean;
};

/**
 * Files each path under the story it is a version of: the one whose record names it; else the one whose item it is by its metadata, or by a
 * slug and its words together; else one of its own.
 *
 * A file that has a record of its own name is a story, whatever its metadata say. Only files that do not are opened, and only where they may
 * have metadata.
 */
export async function storiesOfFiles(
  project: Project,
  paths: readonly string[],
  folder: string,
): Promise<Story[]> {
  const { source } = project.config;
  const named = paths.map((file): Story => ({ id: idOfFile(file), file, folder }));
  const isKnown = ({ id }: Story) => existsSync(resolve(project.root, filesOf(folder, source, id).record));
  const strangers = named.filter((story) => !isKnown(story));
  if (strangers.length === 0) return named;
  const records = await allRecords(project, folder);
  const owners = new Map(
    records.flatMap((record) => (record.files ?? []).map((name) => [name, record] as const)),
  );
  const stories = named.filter(isKnown);
  const arrived: Unfiled[] = [];
  for (const story of strangers) {
    const owner = dirname(story.file) === sourceFolder ? owners.get(basename(story.file)) : undefined;
    if (owner) stories.push({ id: owner.id, file: story.file, folder });
    else arrived.push({ story, copy: await copyWithMetadata(project, story.file) });
  }
  return withOwnFile(project, merged([...stories, ...filed(arrived, records, project)]));
}

type Unfiled = { readonly story: Story; readonly copy: Copy | undefined };

/** The stories of files that no record knows: one for each item, the oldest version first. */
function filed(arrived: readonly Unfiled[], records: readonly DispatchRecord[], project: Project): Story[] {
  const byVersion = arrived.toSorted((left, right) =>
    compareItemVersions(left.copy?.header.itemVersion ?? '', right.copy?.header.itemVersion ?? ''),
  );
  const known: Known[] = records.map((record) => {
    const last = record.versions.at(-1);
    return {
      id: record.id,
      itemId: last?.itemId,
      storyKey: last?.storyKey,
      version: last?.itemVersion,
      texts: record.paragraphs.flatMap(({ segments }) => segments.map(({ text }) => text)),
    };
  });
  return byVersion.map(({ story, copy }): Story => {
    if (!copy) return story;
    const { itemId, itemVersion, storyKey } = itemFactsOf(copy.header);
    const blocks = segmentCopy(copy, houseSegmenter(project.config.source));
    const own = known.find((one) => isSameStory(one, { copy, blocks }));
    const texts = blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    if (!own) {
      known.push({ id: story.id, itemId, storyKey, version: itemVersion, texts });
      return story;
    }
    const isLate = compareItemVersions(itemVersion ?? '', own.version ?? '') < 0;
    if (!isLate) Object.assign(own, { version: itemVersion, texts });
    return { ...story, id: own.id, arrivals: [{ file: story.file, isLate }] };
  });
}

type Known = {
  readonly id: string;
  readonly itemId: string | undefined;
  readonly storyKey: string | undefined;
  readonly version: string | undefined;
  readonly texts: readonly string[];
};

/** A slug is given again another day: the words have to say the same story, or the copy that it only adds to one. */
function isSameStory(known: Known, cut: CutCopy): boolean {
  const { itemId, storyKey } = itemFactsOf(cut.copy.header);
  if (itemId !== undefined && known.itemId === itemId) return true;
  if (storyKey === undefined || known.storyKey !== storyKey) return false;
  const { kind, repeated, of } = judge(repeatedIn(known.texts, cut), cut);
  return kind === 'addition' || repeated >= leastRepeated * of;
}

const leastRepeated = 0.3;

/** Whether a file is an older version of a story than what has been read of it, by the sender's own count. */
export async function isOlder(project: Project, { id, folder }: Story, file: string): Promise<boolean> {
  const name = filesOf(folder, project.config.source, id).record;
  const text = await readTextIfThere(resolve(project.root, name), name);
  const last = text === undefined ? undefined : readRecord(text, name).versions.at(-1);
  const copy = await copyWithMetadata(project, file);
  if (!copy || !last) return false;
  const header = itemFactsOf(copy.header);
  if (last.itemId !== header.itemId && last.storyKey !== header.storyKey) return false;
  return compareItemVersions(header.itemVersion ?? '', last.itemVersion ?? '') < 0;
}

/** The copy of a file that has metadata; undefined for plain text, and for what cannot be read: that is told when its story is. */
async function copyWithMetadata(project: Project, file: string): Promise<Copy | undefined> {
  try {
    const { encoding, format } = project.config.wire;
    const bytes = await readBytes(resolve(project.root, file), maxBytes, file);
    const decoded = decode(bytes, { ...(encoding && { encoding }) });
    const isPlain = (format === undefined ? detectedFormat(decoded.raw) : formatNamed(format)) === plainText;
    return isPlain ? undefined : readWire(decoded, { format });
  } catch (error) {
    if (error instanceof DepecheError) return undefined;
    throw error;
  }
}

/** A story of which only a later version was named is still that of its own file, where that is there. */
async function withOwnFile({ root }: Project, stories: readonly Story[]): Promise<Story[]> {
  const isStrange = ({ id, file }: Story) => idOfFile(file) !== id;
  if (!stories.some(isStrange)) return [...stories];
  const names = await readdir(resolve(root, sourceFolder)).catch((): string[] => []);
  return stories.map((story) => {
    const own = isStrange(story) ? names.find((name) => stemOf(name) === story.id) : undefined;
    return own === undefined ? story : { ...story, file: join(sourceFolder, own) };
  });
}

function stemOf(name: string): string | undefined {
  try {
    return idOfFile(name);
  } catch {
    return undefined;
  }
}

/** One story for each id: what arrived for it beside its file. */
function merged(stories: readonly Story[]): Story[] {
  const byId = Map.groupBy(stories, ({ id }) => id);
  return Array.from(byId, ([id, all]): Story[] => {
    const own = all.find(({ file }) => idOfFile(file) === id) ?? all[0];
    const others = all.filter((story) => story !== own && idOfFile(story.file) === id);
    const arrivals = all.flatMap((story) => story.arrivals ?? []);
    return own ? [{ ...own, ...(arrivals.length > 0 && { arrivals }) }, ...others] : [];
  }).flat();
}

async function allRecords({ root, config }: Project, folder: string): Promise<DispatchRecord[]> {
  const place = join(folder, config.source);
  const names = await readdir(resolve(root, place)).catch((): string[] => []);
  const records: DispatchRecord[] = [];
  for (const name of names.filter((one) => one.endsWith('.dispatch.json')).sort()) {
    const file = join(place, name);
    const text = await readTextIfThere(resolve(root, file), file);
    try {
      if (text !== undefined) records.push(readRecord(text, file));
    } catch (error) {
      // A damaged record is told when its story is opened.
      if (!(error instanceof DepecheError)) throw error;
    }
  }
  return records;
}
