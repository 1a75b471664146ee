import { rm } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import PQueue from 'p-queue';
import { compileBundle, compileSourceBundle } from '../bundle/compile.ts';
import {
  entryAfter,
  entryOf,
  type Manifest,
  type PublishPolicy,
  type StoryEntry,
  type Tombstone,
  withdrawnLocales,
  withEntries,
  writeManifest,
} from '../bundle/manifest.ts';
import type { Draft, Master } from '../model/draft.ts';
import { DepecheError, describeError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { type Tools, translateDispatch } from '../pipeline.ts';
import { compareText } from '../text/compare.ts';
import { writeMaster } from '../xliff/write-master.ts';
import { sweepTemporaryFiles, writeFiles } from './files.ts';
import { filesOf, manifestFile } from './layout.ts';
import { openManifest } from './manifest-file.ts';
import type { Project } from './project.ts';
import { writeRecord } from './record-file.ts';
import { type OpenStory, openMaster, openStory, type Story } from './story.ts';
import { workAhead } from './work-ahead.ts';
import type { Workshop } from './workshop.ts';

/** How many stories are under way at the same time; requests to a provider have limits of their own. */
const storiesAtATime = 16;

/** What one run over a project does, and who is told of it. */
export type TranslateRun = {
  /** Those that have been read are not read again. */
  readonly stories: readonly (Story | OpenStory)[];
  readonly locales: readonly Locale[];
  /** The folder with the layout of `locales/` that is written to. */
  readonly folder: string;
  /** Goes the whole way and writes nothing. */
  readonly dryRun?: boolean;
  /** Aborts when a person wants the run to end: no story is begun after it. */
  readonly stop?: AbortSignal;
  /** When the run is, ISO 8601: what is under embargo until later is not published. By default, now. */
  readonly now?: string;
  /** Masters to go on from in place of those on disk: a person's work has just come into them. */
  readonly masterOf?: (id: string, locale: Locale) => Master | undefined;
  /** Told of each draft as it is done. */
  readonly onDraft?: (draft: Draft, published: boolean) => void;
};

/** What came of a run; what is wrong with single files is listed, not thrown. */
export type TranslateOutcome = {
  /** Files that could not be read or are not what they should be. */
  readonly problems: readonly DepecheError[];
  /** What was written, in no order; empty when the run changed nothing. */
  readonly written: readonly string[];
};

type Edition = {
  readonly id: string;
  readonly entry: StoryEntry | Tombstone | undefined;
  readonly bundles: ReadonlyMap<string, string>;
};

/**
 * The main job: every story into every locale. The masters of a story are on disk as soon as it is done; bundles and the manifest, which
 * belong together, are written at the end. A file whose bytes would not change is not touched.
 *
 * @throws DepecheError `unwritable`, or whatever broke the run as a whole
 */
export async function translateProject(
  project: Project,
  workshop: Workshop,
  run: TranslateRun,
): Promise<TranslateOutcome> {
  const now = run.now ?? new Date().toISOString();
  if (!run.dryRun) await sweepFolders(project, run);
  const manifest = await openManifest(project, run.folder);
  const problems: DepecheError[] = [];
  const written: string[] = [];
  const editions: Edition[] = [];
  const pool = new PQueue({ concurrency: storiesAtATime });
  const forEach = <Item>(items: readonly Item[], work: (item: Item) => Promise<void>) =>
    pool.addAll(
      items.map((item) => async () => {
        if (run.stop?.aborted) return;
        try {
          await work(item);
        } catch (error) {
          if (!(error instanceof DepecheError) || error.code === 'unwritable') throw error;
          problems.push(error);
        }
      }),
    );

  const stories: OpenStory[] = [];
  await forEach(run.stories, async (story) => {
    stories.push('dispatch' in story ? story : await openStory(project, story, workshop.segmenter));
  });
  workshop.foresee(await workAhead(project, stories, run.locales));
  // A flash does not wait for features: it is asked for before them.
  const byUrgency = stories.toSorted((left, right) => urgencyOf(left) - urgencyOf(right));
  await forEach(byUrgency, async (story) => {
    const { drafts, damaged } = await translateStory(project, story, run, workshop.tools);
    problems.push(...damaged);
    if (!run.dryRun) written.push(...(await writeFiles(mastersOf(project, story, drafts))));
    const policy = { ...project.config.publish, now };
    const edition = editionOf(project, story, drafts, { previous: entryOf(manifest, story.id), policy });
    editions.push(edition);
    for (const draft of drafts) run.onDraft?.(draft, isComplete(edition.entry, draft.locale));
  });
  if (!run.dryRun) written.push(...(await publish(project, run.folder, manifest, editions)));
  problems.sort((left, right) => compareText(describeError(left), describeError(right)));
  return { problems, written };
}

/** 1, a flash, to 9; 5 is usual. */
function urgencyOf({ dispatch }: OpenStory): number {
  return dispatch.header.urgency ?? 5;
}

/** Clears away what a killed run left half-written beside its place. */
async function sweepFolders({ root, config }: Project, { folder, locales }: TranslateRun): Promise<void> {
  const folders = ['', config.source, ...locales].map((name) => resolve(root, folder, name));
  await Promise.all(folders.map(sweepTemporaryFiles));
}

/** One story into every locale; a damaged master keeps only its own locale from being done. Nobody is asked for what was taken back. */
async function translateStory(
  project: Project,
  story: OpenStory,
  { locales, masterOf }: TranslateRun,
  tools: Tools,
): Promise<{ drafts: Draft[]; damaged: DepecheError[] }> {
  const drafts: Draft[] = [];
  const damaged: DepecheError[] = [];
  const { ask: _ask, ...alone } = tools;
  const used = story.dispatch.header.status === 'canceled' ? alone : tools;
  const settled = await Promise.allSettled(
    locales.map(async (locale) => {
      const master = masterOf?.(story.id, locale) ?? (await openMaster(project, story, locale));
      return translateDispatch(story.dispatch, locale, master, used);
    }),
  );
  for (const result of settled) {
    if (result.status === 'fulfilled') drafts.push(result.value);
    else if (result.reason instanceof DepecheError && result.reason.code === 'invalid')
      damaged.push(result.reason);
    else throw result.reason;
  }
  return { drafts, damaged };
}

function mastersOf(project: Project, story: OpenStory, drafts: readonly Draft[]): Map<string, string> {
  const files = filesOf(resolve(project.root, story.folder), project.config.source, story.id);
  // A path outside the project is that of one machine, and masters are the same on all of them.
  const original = isAbsolute(story.file) ? basename(story.file) : story.file;
  return new Map([
    [files.record, writeRecord(story.record)],
    ...drafts.map((draft) => [files.master(draft.locale), writeMaster(draft, { original })] as const),
  ]);
}

/** The bundles and the manifest entry a story has after this run. */
function editionOf(
  project: Project,
  story: OpenStory,
  drafts: readonly Draft[],
  {
    previous,
    policy,
  }: { readonly previous: StoryEntry | Tombstone | undefined; readonly policy: PublishPolicy },
): Edition {
  const { dispatch, id } = story;
  const files = filesOf(resolve(project.root, story.folder), project.config.source, id);
  const entry = entryAfter(previous, dispatch, drafts, policy);
  const bundles = new Map(
    drafts
      .filter((draft) => isComplete(entry, draft.locale))
      .map((draft) => [files.bundle(draft.locale), compileBundle(draft)]),
  );
  if (isComplete(entry, dispatch.locale)) {
    bundles.set(files.bundle(dispatch.locale), compileSourceBundle(dispatch));
  }
  return { id, entry, bundles };
}

/** Whether the bundle of a locale is, by the manifest entry, the story as it stands. */
function isComplete(entry: StoryEntry | Tombstone | undefined, locale: Locale): boolean {
  if (!entry || !('locales' in entry) || !Object.hasOwn(entry.locales, locale)) return false;
  return entry.locales[locale]?.complete === true;
}

async function publish(
  project: Project,
  folder: string,
  manifest: Manifest,
  editions: readonly Edition[],
): Promise<string[]> {
  const root = resolve(project.root, folder);
  const entries = new Map(editions.map(({ id, entry }) => [id, entry]));
  for (const { id, entry } of editions) {
    const files = filesOf(root, project.config.source, id);
    for (const locale of withdrawnLocales(entryOf(manifest, id), entry))
      await rm(files.bundle(locale), { force: true });
  }
  const bundles = new Map(editions.flatMap((edition) => [...edition.bundles]));
  const written = await writeFiles(bundles);
  return [
    ...written,
    ...(await writeFiles(new Map([[manifestFile(root), writeManifest(withEntries(manifest, entries))]]))),
  ];
}
