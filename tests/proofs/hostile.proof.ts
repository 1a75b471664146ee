import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCommand } from './command.ts';
import {
  around,
  attributes,
  beforeUnits,
  joined,
  type Pieces,
  repeated,
  root as rootTag,
  tinyUnits,
  units,
  writePieces,
} from './hostile-files.ts';

const megabyte = 1024 * 1024;
/** The most memory that a command may hold for any of these files, in MB. */
const mostMemory = 500;

/** What a file is, what becomes of it, and what is said. */
type Case = {
  readonly name: string;
  readonly file: () => Pieces;
  /** In bytes, where a hole makes it larger than what is written. */
  readonly size?: number;
  readonly imported: { readonly exitCode: number; readonly says: RegExp };
  readonly validated: { readonly exitCode: number; readonly says: RegExp };
};

const refused = (says: RegExp, constraint = /well-formed/u) => ({
  imported: { exitCode: 2, says },
  validated: { exitCode: 1, says: constraint },
});
const foreign = { exitCode: 0, says: /unknown/u };
const valid = { exitCode: 0, says: / 0 findings/u };
const tooMany = { exitCode: 2, says: /more than 120,000 segments/u };
const tooLong = /more than 8 million characters/u;

const cases: readonly Case[] = [
  {
    name: 'an external entity',
    file: () => joined('<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>', around(['&x;'])),
    ...refused(/DOCTYPE/u, /document-type/u),
  },
  {
    name: 'an entity bomb',
    file: () =>
      joined(
        '<!DOCTYPE xliff [<!ENTITY a0 "ha">',
        Array.from({ length: 40 }, (_, level) => `<!ENTITY a${level + 1} "&a${level};&a${level};">`),
        ']>',
        around(['&a40;']),
      ),
    ...refused(/DOCTYPE/u, /document-type/u),
  },
  { name: 'a file cut off', file: () => units(100_000, 99_999), ...refused(/not well-formed/u) },
  {
    name: '200,000 nested elements',
    file: () => around(repeated('<pc id="a">', 11 * 200_000)),
    ...refused(/nested more than 64/u, /nesting-limit/u),
  },
  {
    name: 'an attribute of 50 MB',
    file: () => around(joined('<ph id="', repeated('x', 50 * megabyte), '"/>')),
    ...refused(tooLong),
  },
  { name: 'a text of 50 MB', file: () => around(repeated('mot ', 50 * megabyte)), ...refused(tooLong) },
  {
    name: 'a text of 120 MB of line ends',
    file: () => around(repeated('\n', 120 * megabyte)),
    ...refused(tooLong),
  },
  {
    name: '30 million references',
    file: () => around(repeated('&lt;', 120 * megabyte)),
    ...refused(tooLong),
  },
  { name: 'a million attributes', file: () => around(attributes(1_000_000)), ...refused(tooLong) },
  {
    name: 'a comment of 20 MB',
    file: () => around(joined('<!--', repeated('mot ', 20 * megabyte), '-->')),
    ...refused(tooLong),
  },
  {
    name: '9 million elements that are no units',
    file: () => beforeUnits(repeated('<note>a</note>', 126 * megabyte)),
    ...refused(/more than 500,000 elements/u),
  },
  {
    name: '9 million elements in a unit',
    file: () => around(repeated('<cp hex="0001"/>', 126 * megabyte)),
    ...refused(/more than 500,000 elements/u),
  },
  {
    name: 'two million units',
    file: () => tinyUnits(2_000_000),
    imported: tooMany,
    validated: { exitCode: 0, says: / 0 findings/u },
  },
  { name: '250,000 units', file: () => units(250_000), imported: tooMany, validated: valid },
  { name: '100,000 units', file: () => units(100_000), imported: foreign, validated: valid },
  {
    name: 'ids that objects have',
    file: () =>
      joined(
        `${rootTag()}<file id="convoi">`,
        ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map(
          (id) =>
            `<unit id="${id}"><segment id="${id}"><source>a</source><target>b</target></segment></unit>`,
        ),
        '</file></xliff>',
      ),
    imported: foreign,
    validated: valid,
  },
  {
    name: 'a dispatch called __proto__',
    file: () => around(['Bonjour.'], '__proto__'),
    imported: { exitCode: 2, says: /no such dispatch/u },
    validated: valid,
  },
  {
    name: 'another source language',
    file: () => around(['Bonjour.'], 'convoi', 'srcLang="es" trgLang="en"'),
    imported: { exitCode: 2, says: /is from es into en/u },
    validated: valid,
  },
  {
    name: 'a language that the project has not',
    file: () => around(['Bonjour.'], 'convoi', 'srcLang="fr" trgLang="ja"'),
    imported: { exitCode: 2, says: /no such draft/u },
    validated: valid,
  },
  {
    name: 'an id that stands there twice',
    file: () =>
      joined(
        `${rootTag()}<file id="convoi">`,
        '<unit id="u"><segment id="s"><source>a</source></segment></unit>'.repeat(2),
        '</file></xliff>',
      ),
    ...refused(/used by two units/u, /unit-id-unique/u),
  },
  {
    name: 'a file of 4 GB',
    file: () => around(['Bonjour.']),
    size: 4096 * megabyte,
    imported: { exitCode: 2, says: /more than the \d+ that are read/u },
    validated: { exitCode: 2, says: /more than the \d+ that are read/u },
  },
];

let folder: string;
let project: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depeche-proof-'));
  project = join(folder, 'project');
  await mkdir(join(project, 'source-texts'), { recursive: true });
  await writeFile(
    join(project, 'depeche.config.json'),
    JSON.stringify({ targets: ['en'], provider: 'pseudo' }),
  );
  await writeFile(join(project, 'source-texts/convoi.txt'), 'Le convoi a franchi le pont avant la nuit.\n');
  expect((await startCommand(project, ['translate']).ended).exitCode).toBe(0);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything in the project that is kept in git. */
async function everything(): Promise<Map<string, string>> {
  const entries = await readdir(project, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/.depeche/'));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
}

/** Runs a command; `peak` is in MB, `cpu` in seconds. */
async function measured(args: readonly string[]) {
  const file = join(folder, 'usage');
  const { ended } = startCommand(project, args, {
    NODE_OPTIONS: `--import=${resolve(import.meta.dirname, 'usage.mjs')}`,
    USAGE_FILE: file,
  });
  const outcome = await ended;
  const [peak, cpu] = (await readFile(file, 'utf8')).split(' ').map(Number);
  return { ...outcome, peak: (peak ?? Number.NaN) / 1024, cpu: (cpu ?? Number.NaN) / 1000 };
}

describe('hostile files', () => {
  it.each(cases)('$name: refused or read, nothing written, under 500 MB', async (hostile) => {
    const path = join(folder, 'hostile.xlf');
    writePieces(path, hostile.file(), hostile.size);
    const before = await everything();
    for (const [command, expected] of [
      ['import', hostile.imported],
      ['validate', hostile.validated],
    ] as const) {
      const { exitCode, out, err, peak, cpu } = await measured([command, path]);
      console.info(`${hostile.name}: ${command} ${cpu.toFixed(2)} s of CPU, ${peak.toFixed(0)} MB`);
      expect({ command, exitCode }).toEqual({ command, exitCode: expected.exitCode });
      expect(out + err).toMatch(expected.says);
      expect(out + err).not.toContain('root:');
      expect(await everything()).toEqual(before);
      expect(peak).toBeGreaterThan(20);
      expect(peak).toBeLessThan(mostMemory);
    }
    await rm(path);
  });
});
