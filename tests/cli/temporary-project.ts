import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';

/** The checkout: the demo project that a fresh clone has. */
export const checkout = resolve(import.meta.dirname, '../..');

/** A project of its own in a temporary folder, and the command line run in it. */
export type TemporaryProject = {
  readonly root: string;
  write(path: string, content: string | Uint8Array): Promise<void>;
  read(path: string): Promise<string>;
  /** Every file below a folder, by its path, whole. */
  snapshot(folder: string): Promise<Map<string, string>>;
  run(...args: string[]): Promise<{ exitCode: number; out: string; err: string }>;
};

/**
 * @param from paths of the checkout to begin with, such as `locales/glossary.csv`
 * @param environment what commands find in it
 */
export async function temporaryProject(
  from: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<TemporaryProject> {
  const root = await mkdtemp(join(tmpdir(), 'depeche-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const path of from) await cp(join(checkout, path), join(root, path), { recursive: true });
  return {
    root,
    async write(path, content) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    },
    read: (path) => readFile(join(root, path), 'utf8'),
    async snapshot(folder) {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const texts = await Promise.all(
        files.map(async (file) => [file.slice(root.length + 1), await readFile(file, 'latin1')] as const),
      );
      return new Map(texts.sort(([left], [right]) => (left < right ? -1 : 1)));
    },
    async run(...args) {
      const said = { out: '', err: '' };
      const exitCode = await runCommandLine(args, {
        cwd: root,
        environment,
        live: false,
        columns: 80,
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        input: async () => new Uint8Array(),
      });
      return { exitCode, ...said };
    },
  };
}

/** What the demo of a fresh clone is made of. */
export const demo = ['depeche.config.json', 'source-texts', 'locales/glossary.csv', 'locales/memory'];
