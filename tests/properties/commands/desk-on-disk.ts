import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTmx } from '../../../src/memory/tmx-write.ts';
import type { Locale } from '../../../src/model/locale.ts';
import type { ReviewOptions, SegmentReport } from '../../../src/review/outcome.ts';
import type { TemporaryProject } from '../../cli/temporary-project.ts';
import { type DeeplServer, startDeeplServer } from '../../provider/deepl-server.ts';
import { type Conditions, glossaries, glossaryTexts } from '../newsroom.ts';
import type { Branch, Desk, Told } from './desk.ts';

const id = 'flash';

/** What stands in for DeepL: it answers well, badly, or not at all, as the conditions of a run say. */
export type Machine = DeeplServer & { conditions: Conditions };

export async function startMachine(): Promise<Machine> {
  const today: { conditions: Conditions } = { conditions: {} };
  const server = await startDeeplServer({
    translate: (text, target) =>
      today.conditions.provider?.name === 'other'
        ? `Brest and Anne King: ${text.length}`
        : `[${target}] ${text}`,
    // Scripted providers fail in ways of their own; here it is every fourth request.
    fault: (request) => (request % 4 === 0 ? { kind: 'empty' } : undefined),
  });
  return Object.assign(server, today);
}

/** A desk that works with the real commands, on real files. */
export async function deskOnDisk(project: TemporaryProject, locale: Locale, machine: Machine): Promise<Desk> {
  const paths = {
    copy: `source-texts/${id}.txt`,
    record: `locales/fr/${id}.dispatch.json`,
    master: `locales/${locale}/${id}.xlf`,
  } as const;
  await project.write(
    'depeche.config.json',
    JSON.stringify({
      targets: [locale],
      providers: { deepl: { serverUrl: machine.url, variants: { en: 'en-GB' } } },
      schedule: { attempts: 1 },
    }),
  );
  let outings = 0;
  const readIf = (path: string): Promise<string | undefined> => project.read(path).catch(() => undefined);
  const run = async (...args: readonly string[]) => {
    const { exitCode, out, err } = await project.run(...args);
    return { exitCode, out, problems: exitCode >= 2 ? [err] : [] };
  };
  const place = async (branch: Partial<Branch>): Promise<void> => {
    for (const key of ['copy', 'record', 'master'] as const) {
      if (!(key in branch)) continue;
      const text = branch[key];
      if (text === undefined) await rm(join(project.root, paths[key]), { force: true });
      else await project.write(paths[key], text);
    }
  };

  const bringHome = async (
    all: readonly ReadonlyMap<string, Uint8Array>[],
    { as, by, prefer }: ReviewOptions,
  ): Promise<readonly Told[]> => {
    outings += 1;
    const folder = `in/${outings}`;
    for (const [nth, files] of all.entries()) {
      const place = all.length === 1 ? folder : `${folder}/${nth}`;
      for (const [path, bytes] of files) await project.write(`${place}/${path}`, bytes);
    }
    const options = [
      ...(as ? ['--as', as] : []),
      ...(by ? ['--by', by] : []),
      ...(prefer ? ['--prefer', prefer] : []),
    ];
    const home = await run('import', folder, '--json', ...options);
    if (home.problems.length > 0) return all.map(() => told(home));
    const { imported }: { imported: readonly Pick<Told, 'absent' | 'segments'>[] } = JSON.parse(home.out);
    return imported.map(({ segments, absent }) => ({ ...told(home), segments, absent }));
  };

  return {
    async branch() {
      const [copy = '', record, master] = await Promise.all(
        [paths.copy, paths.record, paths.master].map(readIf),
      );
      return { copy, record, master };
    },
    checkOut: place,
    async translate(conditions) {
      machine.conditions = conditions;
      const { provider, redo = false, memory = [], termbase } = conditions;
      const glossary = termbase && glossaryTexts[glossaries.indexOf(termbase)];
      if (glossary !== undefined) await project.write('locales/glossary.csv', glossary);
      await project.write('locales/memory/house.tmx', writeTmx(memory, { source: 'fr', toolVersion: '0' }));
      const name = provider === undefined ? 'none' : provider.name === 'pseudo' ? 'pseudo' : 'deepl';
      return told(await run('translate', '--provider', name, ...(redo ? ['--redo'] : [])));
    },
    async export(profile) {
      outings += 1;
      const out = `out/${outings}${profile === 'omegat' ? '' : '.xlf'}`;
      const sent = await run('export', id, '--to', locale, '--profile', profile, '--out', out, '--json');
      if (sent.problems.length > 0) return { ...told(sent), files: new Map(), export: '' };
      const [made]: readonly { export: string }[] = JSON.parse(sent.out);
      const texts =
        profile === 'omegat'
          ? await filesIn(project, out)
          : new Map([[`${id}.xlf`, await project.read(out)]]);
      return { ...told(sent), files: texts, export: made?.export ?? '' };
    },
    async import(files, options) {
      const [home = told({ problems: [] })] = await bringHome([files], options);
      return home;
    },
    importFolder: bringHome,
    async accept(segments, { as, by }) {
      const done = await run('accept', id, ...segments, '--to', locale, '--as', as, '--by', by, '--json');
      if (done.problems.length > 0) return told(done);
      const { accepted }: { accepted: readonly { segments: readonly SegmentReport[] }[] } = JSON.parse(
        done.out,
      );
      return { ...told(done), segments: accepted[0]?.segments ?? [] };
    },
    async join(base, theirs) {
      await project.write('join/base', base);
      await project.write('join/theirs', theirs);
      const { exitCode, err } = await project.run(
        'merge-driver',
        'join/base',
        paths.master,
        'join/theirs',
        paths.master,
      );
      if (exitCode >= 2) return told({ problems: [err] });
      const conflicts = [...err.matchAll(/^ {2}(\S+) {2}\S*conflicting\S*: /gmu)].map(
        ([, segment = '']): SegmentReport => ({ segment, outcome: 'conflicting', why: 'told' }),
      );
      return { ...told({ problems: [] }), segments: conflicts };
    },
    async look() {
      const before = await kept(project);
      for (const command of looks(locale, paths)) {
        const { exitCode, err } = await project.run(...command);
        if (exitCode >= 2) throw new Error(`depeche ${command.join(' ')}: ${err}`);
      }
      const after = await kept(project);
      for (const path of new Set([...before.keys(), ...after.keys()])) {
        if (before.get(path) !== after.get(path))
          throw new Error(`a command that only looks has changed ${path}`);
      }
    },
  };
}

function told({ problems }: Pick<Told, 'problems'>): Told {
  return { problems, segments: [], absent: [] };
}

async function filesIn(project: TemporaryProject, folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const path of (await project.snapshot(folder)).keys()) {
    files.set(path.slice(folder.length + 1), await project.read(path));
  }
  return files;
}

async function kept(project: TemporaryProject): Promise<Map<string, string>> {
  return new Map([...(await project.snapshot('locales')), ...(await project.snapshot('source-texts'))]);
}

function looks(
  locale: Locale,
  paths: { readonly copy: string; readonly master: string },
): readonly string[][] {
  return [
    ['show', id, '--to', locale],
    ['check'],
    ['check', '--strict', '--json'],
    ['status'],
    ['report', '--out', 'report.html'],
    ['segment', paths.copy],
    ['validate', paths.master],
    ['memory', 'search', 'Brest'],
    ['memory', 'stats'],
    ['memory', 'export', '--out', 'memory.tmx'],
    ['terms', 'list'],
    ['terms', 'export', '--out', 'terms.tbx'],
    ['translate', '--dry-run', '--provider', 'pseudo'],
  ];
}
