import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { compileBundle, compileSourceBundle } from '../bundle/compile.ts';
import { type Edition, entryOf, type Manifest } from '../bundle/manifest.ts';
import { authorshipOf } from '../bundle/wire/digital-source.ts';
import {
  originalItem,
  recalledItem,
  translatedItem,
  type WireItem,
  type WirePolicy,
} from '../bundle/wire/wire-item.ts';
import type { WireOutput } from '../bundle/wire/wire-output.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { carry } from '../revise/carry.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { readTextIfThere, sweepTemporaryFiles, writeFiles } from './files.ts';
import { filesOf, localesFolder, sourceFolder } from './layout.ts';
import { openManifest } from './manifest-file.ts';
import type { Project } from './project.ts';
import { type OpenStory, openMaster, openStory, type Story } from './story.ts';

export type WireRun = {
  readonly stories: readonly Story[];
  /** The source language may be among them. */
  readonly locales: readonly Locale[];
  readonly output: WireOutput;
  /** The folder the items are written to, an absolute path. */
  readonly out: string;
};

/**
 * What became of a story in one locale.
 *
 * - `sent`: its item says what is published
 * - `canceled`, `withheld`: its item says no more than that it must not be used
 * - `kept`: its item, if there is one, is of an earlier version, which is still what is published
 * - `held`: the agency holds this version back; an item of an earlier one stays
 * - `waiting`: it is not published, and was not
 * - `pseudo`: what is published is pseudo text, which goes out to nobody
 */
export type WireState = 'sent' | 'canceled' | 'withheld' | 'kept' | 'held' | 'waiting' | 'pseudo';

export type Wired = {
  readonly id: string;
  readonly locale: Locale;
  readonly state: WireState;
  /** The file of its item, where one was made. */
  readonly path?: string;
};

export type WireOutcome = {
  readonly items: readonly Wired[];
  /** Dispatches and masters that could not be read, or are ahead of what is published. */
  readonly problems: readonly DepecheError[];
  /** Files that were written; none where nothing has changed. */
  readonly written: readonly string[];
};

/**
 * Writes what is published as items for a wire: one for each story and locale. What the manifest says is out goes out, so embargoes, holds
 * and versions that wait are the business of `translateProject` alone; there is no clock here.
 *
 * @throws DepecheError `usage` for a folder that holds masters or dispatches; `unwritable`
 */
export async function wireProject(
  project: Project,
  run: WireRun,
  segmenter: Segmenter,
): Promise<WireOutcome> {
  refuseOwnFolders(project, run.out);
  const manifest = await openManifest(project, localesFolder);
  await Promise.all(run.locales.map((locale) => sweepTemporaryFiles(join(run.out, locale))));
  const items: Wired[] = [];
  const problems: DepecheError[] = [];
  const files = new Map<string, string>();
  for (const each of run.stories) {
    try {
      const story = await openStory(project, each, segmenter);
      for (const locale of run.locales) {
        const { item, ...wired } = await itemFor(project, story, locale, { manifest, run });
        if (item && wired.path !== undefined) files.set(wired.path, run.output.write(item));
        items.push(wired);
      }
    } catch (error) {
      if (!(error instanceof DepecheError)) throw error;
      problems.push(error);
    }
  }
  return { items, problems, written: await writeFiles(files) };
}

type Making = { readonly manifest: Manifest; readonly run: WireRun };

async function itemFor(
  project: Project,
  story: OpenStory,
  locale: Locale,
  { manifest, run }: Making,
): Promise<Wired & { readonly item?: WireItem }> {
  const { dispatch, id } = story;
  const { uri, responsible } = project.config.publish;
  const policy: WirePolicy = {
    ...(uri !== undefined && { uri }),
    ...(responsible !== undefined && { responsible }),
  };
  const path = join(run.out, locale, `${id}${run.output.extension}`);
  const entry = entryOf(manifest, id);
  if (entry && 'canceled' in entry) {
    return { id, locale, state: 'canceled', path, item: recalledItem(dispatch, locale, 'canceled', policy) };
  }
  const edition = editionIn(entry, locale);
  if (edition?.complete) {
    const item = await publishedItem(project, story, locale, policy);
    return item ? { id, locale, state: 'sent', path, item } : { id, locale, state: 'pseudo' };
  }
  if (!isHeld(story, entry)) return { id, locale, state: edition ? 'kept' : 'waiting' };
  // Only who has the item of this version needs to be told that it must not be used for now.
  if (edition || !existsSync(path)) return { id, locale, state: 'held' };
  return { id, locale, state: 'withheld', path, item: recalledItem(dispatch, locale, 'withheld', policy) };
}

function editionIn(entry: ReturnType<typeof entryOf>, locale: Locale): Edition | undefined {
  return entry && 'locales' in entry && Object.hasOwn(entry.locales, locale)
    ? entry.locales[locale]
    : undefined;
}

/** Whether the agency lets this version not be out: the original is always published as soon as it may be. */
function isHeld({ dispatch: { header, locale } }: OpenStory, entry: ReturnType<typeof entryOf>): boolean {
  const mayBeHeld = header.status !== 'usable' || header.embargo !== undefined;
  return mayBeHeld && editionIn(entry, locale)?.complete !== true;
}

/** @returns undefined for pseudo text @throws DepecheError `usage` where the master says something else than what is published */
async function publishedItem(
  project: Project,
  story: OpenStory,
  locale: Locale,
  policy: WirePolicy,
): Promise<WireItem | undefined> {
  const { dispatch, folder, id } = story;
  const file = filesOf(folder, project.config.source, id).bundle(locale);
  const bundle = await readTextIfThere(resolve(project.root, file), file);
  const isOriginal = locale === dispatch.locale;
  const master = isOriginal ? undefined : await openMaster(project, story, locale);
  const draft = master && carry(dispatch, locale, master);
  const compiled = isOriginal ? compileSourceBundle(dispatch) : draft && compileBundle(draft);
  if (compiled === undefined || compiled !== bundle) {
    const message = 'is not what is in the dispatch and its master today: run depeche translate first';
    throw new DepecheError('usage', message, { place: { file } });
  }
  if (!draft) return originalItem(dispatch, policy);
  return authorshipOf(draft).hasPseudo ? undefined : translatedItem(draft, policy);
}

function refuseOwnFolders({ root }: Project, out: string): void {
  for (const folder of [localesFolder, sourceFolder]) {
    if (!relative(resolve(root, folder), out).startsWith('..'))
      throw new DepecheError('usage', `${folder}/ is the project's own: choose another folder for --out`);
  }
}
