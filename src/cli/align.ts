import { basename, dirname, extname, resolve } from 'node:path';
import { alignDispatch, type BilingualSegment, entriesOfAlignment } from '../align/bilingual.ts';
import { intoDraft, type Placement, placementOf } from '../align/into-draft.ts';
import { namesIn } from '../align/names-in.ts';
import { readTranslation, type Translation } from '../align/translation.ts';
import { servesTarget } from '../memory/entry.ts';
import { writeTmx } from '../memory/tmx-write.ts';
import type { Dispatch } from '../model/dispatch.ts';
import { DepecheError, describeError } from '../model/errors.ts';
import { type Locale, parseLocale } from '../model/locale.ts';
import { readDispatch } from '../pipeline.ts';
import { writeAmended } from '../project/amend-drafts.ts';
import { readBytes, writeFiles } from '../project/files.ts';
import { idOfFile, localesFolder, sourceFolder } from '../project/layout.ts';
import { openMemory } from '../project/memory-files.ts';
import { openProject, type Project } from '../project/project.ts';
import { type OpenStory, openMaster, openStory, storiesOf } from '../project/story.ts';
import { openTermbase, openWorkshop } from '../project/workshop.ts';
import { carry } from '../revise/carry.ts';
import { houseSegmenter } from '../segment/house-rules.ts';
import { termbaseFor } from '../termbase/termbase.ts';
import { decode, maxBytes } from '../wire/decode.ts';
import { unknownPerson } from '../xliff/hand-edit.ts';
import { alignText, type ReportedPair } from './align-text.ts';
import { fromRoot, targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { packageVersion } from './package-version.ts';
import { counted, type Terminal } from './terminal.ts';

export type AlignCommand = {
  readonly source: string;
  readonly target: string;
  readonly to?: readonly string[];
  readonly tmx?: string;
  readonly draft?: boolean;
  readonly by?: string;
  readonly minConfidence: string;
  readonly reflow: boolean;
  readonly json?: boolean;
};

/** `depeche align`: a dispatch and the translation a person made of it, as pairs; into a TMX file, into the draft, or shown. */
export async function align(terminal: Terminal, options: AlignCommand): Promise<number> {
  const minConfidence = shareOf(options.minConfidence);
  const by = options.by?.trim() ?? '';
  if (options.draft === true && by === '')
    throw new DepecheError('usage', '--draft needs --by: whose work it is');
  const project = await openProject(terminal.cwd);
  const locale = localeOf(options, project);
  const story = await sourceOf(terminal, project, options.source);
  if (options.draft === true && !story.opened) {
    const message = `is no dispatch of this project: put it into ${sourceFolder}/ to write its draft`;
    throw new DepecheError('usage', message, { place: { file: options.source } });
  }
  const translation = await translationOf(terminal, options, locale, story.dispatch);
  const termbase = termbaseFor(story.dispatch, await openTermbase(project));
  const known = await knownPairs(project, locale);
  const aligned = alignDispatch(story.dispatch, translation, { namesIn: namesIn(termbase), known });
  const at = new Date().toISOString().replace(/\.\d+Z$/u, 'Z');
  const translator = { by: by === '' ? unknownPerson : by, at, minConfidence };

  if (options.tmx !== undefined) {
    const about = { dispatch: story.dispatch, translation, from: options.target };
    // The same alignment gives the same bytes: a TMX file carries no time of a run.
    const { at: _, ...translatorAlone } = translator;
    const entries = entriesOfAlignment(aligned, about, translatorAlone);
    const tmx = writeTmx(entries, { source: story.dispatch.locale, toolVersion: packageVersion() });
    await writeFiles(new Map([[resolve(terminal.cwd, options.tmx), tmx]]));
    terminal.err(`${counted(entries.length, 'translation')} written to ${options.tmx}\n`);
  }
  const placed =
    options.draft === true && story.opened
      ? await writeDraft(project, story.opened, { aligned, locale, translator })
      : { placements: aligned.map((pair) => placementOf(pair, minConfidence)), written: [], problems: [] };

  const { placements, written, problems } = placed;
  const report = {
    id: story.dispatch.id,
    source: story.dispatch.locale,
    target: locale,
    ...(translation.dateline !== undefined && { dateline: translation.dateline }),
    pairs: aligned.map(({ segments, texts, confidence }, nth) => ({
      outcome: told(placements[nth] ?? 'doubtful', options.draft === true),
      confidence: Math.round(confidence * 1000) / 1000,
      source: segments.map(({ id, text }) => ({ id, text })),
      target: texts,
    })),
    written,
    problems: problems.map(describeError),
  };
  terminal.out(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : alignText(report.pairs));
  for (const problem of report.problems) terminal.err(`depeche: ${problem}\n`);
  const isUnfinished = placements.some((placement) => unfinished.has(placement));
  const codes = problems.map(({ code }) => exitCodes.of(code));
  return Math.max(exitCodes.well, ...codes, ...(isUnfinished ? [exitCodes.unfinished] : []));
}

/** Where nothing is written into a draft, nothing is taken. */
function told(placement: Placement, isWritten: boolean): ReportedPair['outcome'] {
  return placement === 'taken' && !isWritten ? 'paired' : placement;
}

/** What somebody has to look at. */
const unfinished: ReadonlySet<Placement> = new Set(['kept', 'doubtful', 'left-out', 'added']);

function shareOf(text: string): number {
  const share = text.trim() === '' ? Number.NaN : Number(text);
  if (share >= 0 && share <= 1) return share;
  throw new DepecheError('usage', `--min-confidence takes a number from 0 to 1, not “${text}”`);
}

/** The locale named, or the one in the name of the file (`flash.en.txt`), or the only one the project has. */
function localeOf({ to, target }: AlignCommand, project: Project): Locale {
  const stem = basename(target, extname(target));
  const inName = parseLocale(extname(stem).slice(1));
  const known = inName !== undefined && project.config.targets.includes(inName) ? [inName] : undefined;
  const [locale, ...others] = targetLocales(to ?? known, project);
  if (locale !== undefined && others.length === 0) return locale;
  throw new DepecheError('usage', 'say with --to which one language the translation is in');
}

type Source = { readonly dispatch: Dispatch; readonly opened?: OpenStory };

/** A dispatch of the project with its ids, or any text. */
async function sourceOf(terminal: Terminal, project: Project, name: string): Promise<Source> {
  const segmenter = houseSegmenter(project.config.source);
  const file = fromRoot(project, terminal.cwd, name);
  if (dirname(file) === sourceFolder) {
    const [story] = await storiesOf(project, [file], localesFolder);
    if (story) {
      const opened = await openStory(project, story, segmenter);
      return { dispatch: opened.dispatch, opened };
    }
  }
  const bytes = await readBytes(resolve(terminal.cwd, name), maxBytes, name);
  const { source, wire } = project.config;
  try {
    return readDispatch(bytes, { id: idOfFile(name), locale: source, encoding: wire.encoding }, segmenter);
  } catch (error) {
    throw error instanceof DepecheError ? error.in(name) : error;
  }
}

async function translationOf(
  terminal: Terminal,
  { target, reflow }: AlignCommand,
  locale: Locale,
  { dateline }: Dispatch,
): Promise<Translation> {
  const bytes = await readBytes(resolve(terminal.cwd, target), maxBytes, target);
  const segmenter = houseSegmenter(locale);
  if (segmenter.origin === 'intl')
    terminal.err(`depeche: no rules of our own for ${locale}: cut by Intl.Segmenter\n`);
  try {
    return readTranslation(decode(bytes), { locale, segmenter, agency: dateline?.agency, reflow });
  } catch (error) {
    throw error instanceof DepecheError ? error.in(target) : error;
  }
}

/** More would teach little, and take long. */
const mostKnown = 20_000;

/** What the memory of the project knows of the two languages. */
async function knownPairs(project: Project, locale: Locale) {
  const memory = openMemory(project);
  const known: { readonly source: string; readonly target: string }[] = [];
  try {
    for await (const { target, sourceText, targetText } of memory.entries()) {
      if (servesTarget(target, locale)) known.push({ source: sourceText, target: targetText });
      if (known.length === mostKnown) break;
    }
    return known;
  } finally {
    memory.close();
  }
}

type Work = {
  readonly aligned: readonly BilingualSegment[];
  readonly locale: Locale;
  readonly translator: Parameters<typeof intoDraft>[2];
};

async function writeDraft(project: Project, story: OpenStory, { aligned, locale, translator }: Work) {
  using workshop = await openWorkshop(project);
  const before = carry(story.dispatch, locale, await openMaster(project, story, locale));
  const { draft, placements } = intoDraft(before, aligned, translator);
  const outcome =
    draft === before
      ? { written: [], problems: [] }
      : await writeAmended(project, workshop, [{ story, draft }]);
  return { placements, ...outcome };
}
