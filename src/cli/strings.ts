import { resolve, sep } from 'node:path';
import { type JsonObject, layoutOf, readJson, writeJson } from '../bundle/strings/json-tree.ts';
import { mergeStrings, type Preference, type StringOutcome } from '../bundle/strings/merge-strings.ts';
import { isResourcePath, pathInLanguage } from '../bundle/strings/resource-path.ts';
import { stringUnits, translationIn } from '../bundle/strings/string-units.ts';
import { readStringsXliff, writeStringsXliff } from '../bundle/strings/strings-xliff.ts';
import type { XliffFile, XliffText, XliffVersion } from '../bundle/strings/xliff-package.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { readTextIfThere, readXmlText, writeFiles } from '../project/files.ts';
import { openProject, type Project } from '../project/project.ts';
import { fromRoot, targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { type Terminal, table } from './terminal.ts';

const maxXliffBytes = 128 * 1024 * 1024;

type ExportOptions = {
  readonly files: readonly string[];
  readonly to: readonly string[];
  readonly out: string;
  readonly format: XliffVersion;
};

/** `depeche strings export`: the texts of i18next resources as XLIFF for one target language, with the translations there are. */
export async function stringsExport(
  terminal: Terminal,
  { files, to, out, format }: ExportOptions,
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const [target, ...more] = targetLocales(to, project);
  if (target === undefined || more.length > 0) {
    throw new DepecheError('usage', 'an export is for one language: name it with --to');
  }
  const paths = [...new Set(files.map((file) => fromRoot(project, terminal.cwd, file).split(sep).join('/')))];
  const exported = await Promise.all(paths.map((path) => exportOf(project, path, target)));
  const text = await writeStringsXliff({ from: project.config.source, to: target, files: exported }, format);
  const place = fromRoot(project, terminal.cwd, out);
  if (/^locales\/[^/]+\/[^/]+\.xlf$/u.test(place)) {
    throw new DepecheError('usage', 'that is where the masters of dispatches are: write to another folder', {
      place: { file: place },
    });
  }
  await writeFiles(new Map([[resolve(terminal.cwd, out), text]]));
  const texts = exported.flatMap((file) => file.texts);
  const done = texts.filter((one) => one.target !== undefined).length;
  terminal.err(`${texts.length} texts written to ${out}, ${done} of them with a translation\n`);
  return exitCodes.well;
}

async function exportOf(project: Project, path: string, to: Locale): Promise<XliffFile> {
  const languages = { from: project.config.source, to };
  const { source, existing } = await resourcesOf(project, path, languages);
  const texts = stringUnits(source, languages).map((unit): XliffText => {
    const target = translationIn(existing?.resource, unit);
    const { category, numbers } = unit.plural ?? {};
    return {
      id: unit.id,
      source: unit.source,
      ...(target !== undefined && { target }),
      ...(category !== undefined && { note: `plural form “${category}”${examples(numbers ?? [])}` }),
    };
  });
  return { id: path, texts };
}

function examples(numbers: readonly number[]): string {
  if (numbers.length === 0) return ', for numbers with decimals';
  return `, for ${numbers.slice(0, 6).join(', ')}${numbers.length > 6 ? ' …' : ''}`;
}

type Resources = {
  readonly source: JsonObject;
  readonly sourceText: string;
  readonly targetPath: string;
  readonly existing?: { readonly resource: JsonObject; readonly text: string };
};

async function resourcesOf(
  { root }: Project,
  path: string,
  { from, to }: { readonly from: Locale; readonly to: Locale },
): Promise<Resources> {
  const refuse = (message: string): never => {
    throw new DepecheError('usage', message, { place: { file: path } });
  };
  if (!isResourcePath(path)) refuse('is no JSON file of this project');
  const targetPath =
    pathInLanguage(path, from, to) ??
    refuse(`its path does not say that it is in ${from}: such as locales/${from}/app.json`);
  if (
    (await readTextIfThere(resolve(root, path.replace(/\.json$/u, '.dispatch.json')), path)) !== undefined
  ) {
    refuse('is the bundle of a dispatch, which is made of its master; its translations are reviewed there');
  }
  const sourceText = await readTextIfThere(resolve(root, path), path);
  if (sourceText === undefined)
    throw new DepecheError('unreadable', 'there is no such file', { place: { file: path } });
  const text = await readTextIfThere(resolve(root, targetPath), targetPath);
  return {
    source: readJson(sourceText, path),
    sourceText,
    targetPath,
    ...(text !== undefined && { existing: { resource: readJson(text, targetPath), text } }),
  };
}

type FileReport = { readonly file: string; readonly to: string; readonly outcomes: readonly StringOutcome[] };

type ImportOptions = {
  readonly files: readonly string[];
  readonly prefer?: Preference;
  readonly json?: boolean;
};

/** `depeche strings import`: translations come home into the resources of their language; nothing is written unless all files can be read. */
export async function stringsImport(
  terminal: Terminal,
  { files, prefer, json }: ImportOptions,
): Promise<number> {
  const project = await openProject(terminal.cwd);
  const outputs = new Map<string, string>();
  const reports: FileReport[] = [];
  for (const file of files) {
    const returned = await openReturned(terminal, project, file);
    for (const { original, units } of returned.files) {
      const languages = { from: returned.from, to: returned.to };
      const { source, sourceText, targetPath, existing } = await resourcesOf(project, original, languages);
      const place = resolve(project.root, targetPath);
      if (outputs.has(place)) {
        throw new DepecheError(
          'usage',
          `two of the files are for ${targetPath}: import one after the other`,
          {
            place: { file },
          },
        );
      }
      const { resource, outcomes } = mergeStrings(source, existing?.resource, units, languages, prefer);
      if (outcomes.some(({ outcome }) => outcome === 'taken')) {
        outputs.set(place, writeJson(resource, layoutOf(existing?.text ?? sourceText)));
      }
      reports.push({ file, to: targetPath, outcomes });
    }
  }
  await writeFiles(outputs);
  terminal.out(json === true ? `${JSON.stringify(reports, null, 2)}\n` : reports.map(reportText).join(''));
  const finished = reports.every(({ outcomes }) =>
    outcomes.every(({ outcome }) => settled.includes(outcome)),
  );
  return finished ? exitCodes.well : exitCodes.unfinished;
}

const settled: readonly StringOutcome['outcome'][] = ['taken', 'unchanged'];

async function openReturned({ cwd }: Terminal, project: Project, file: string) {
  try {
    const returned = await readStringsXliff(await readXmlText(resolve(cwd, file), file, maxXliffBytes));
    const { source } = project.config;
    if (returned.from === source && returned.to !== source) return returned;
    const pair = `${returned.from} to ${returned.to}`;
    throw new DepecheError('invalid', `it is from ${pair}, and the source of this project is ${source}`);
  } catch (error) {
    throw error instanceof DepecheError ? error.in(file) : error;
  }
}

function reportText({ to, outcomes }: FileReport): string {
  const count = (outcome: StringOutcome['outcome']) =>
    outcomes.filter((one) => one.outcome === outcome).length;
  const open = outcomes.filter(({ outcome }) => !settled.includes(outcome));
  return [
    `${to}: ${count('taken')} taken, ${count('unchanged')} unchanged, ${open.length} open\n`,
    table(open.map(({ key, outcome, why }) => [`  ${outcome}`, key, why ?? 'it has no translation'])),
  ].join('');
}
