import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedModels, modelFolders } from '../../src/project/models/models-folder.ts';
import { faultOf } from '../../src/project/models/verify-models.ts';
import {
  type ModelServer,
  type ModelSet,
  modelOf,
  sha256,
  startModelServer,
  together,
} from '../project/models/model-server.ts';
import { startCommand } from './command.ts';

const kills = 30;
/** Bytes of weights; packed they are about half. */
const size = 3_000_000;
const bytesPerSecond = 8_000_000;
const older = together(modelOf('fr-en', { size }), modelOf('en-de', { size }));
const newer = together(
  modelOf('fr-en', { size, version: '3.1' }),
  modelOf('en-de', { size, version: '3.1' }),
);
const never = new AbortController().signal;

let root: string;
let models: string;
const servers: ModelServer[] = [];

async function serve(set: ModelSet): Promise<ModelServer> {
  const server = await startModelServer(set, {
    fault: ({ path }) => (path === 'records.json' ? undefined : { kind: 'slow', bytesPerSecond }),
  });
  servers.push(server);
  return server;
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'depeche-proof-'));
  models = join(root, '.depeche/models');
  await writeFile(join(root, 'depeche.config.json'), JSON.stringify({ targets: ['de'] }));
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await rm(root, { recursive: true, force: true });
});

const add = (server: ModelServer) => startCommand(root, ['models', 'add', '--mirror', server.url]);

/** The versions that are listed; every byte of each is right, and no model lies there half. */
async function wholeVersions(): Promise<string[]> {
  for (const found of await modelFolders(models)) {
    if (found.state !== 'unlisted') expect(await faultOf(found, never)).toBeUndefined();
  }
  return (await installedModels(models)).map(({ version }) => version);
}

/** All that lies in the folder of the models, by what it is. */
async function contents(): Promise<Map<string, string>> {
  const entries = await readdir(models, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.sort().map(async (file) => [file.slice(models.length), sha256(await readFile(file))] as const),
    ),
  );
}

async function finish(server: ModelServer, version: string): Promise<void> {
  const { exitCode, err } = await add(server).ended;
  expect({ exitCode, err: err.includes('refused') }).toEqual({ exitCode: 0, err: false });
  expect(await wholeVersions()).toEqual([version, version]);
  const left = [...(await contents()).keys()];
  expect(left.filter((name) => /\.tmp$|\.part\//u.test(name))).toEqual([]);
  expect(left).toHaveLength(8);
}

describe('models add', () => {
  it(`may be killed at ${kills} random points: the next one makes it whole, and no broken model is ever listed`, {
    timeout: 600_000,
  }, async () => {
    const [first, second] = [await serve(older), await serve(newer)];
    let [sent, needed, unfinished] = [0, 0, 0];
    for (let kill = 0; kill < kills; kill += 1) {
      // Every other time it is an update that is killed: the version before has to stay
      const isUpdate = kill % 2 === 1;
      const server = isUpdate ? second : first;
      if (!isUpdate) await rm(models, { recursive: true, force: true });
      const before = server.asked.length;
      const { process: child, ended } = add(server);
      while (kill % 5 > 0 && server.asked.length === before) await sleep(2);
      await sleep(Math.random() * (kill % 5 > 0 ? 900 : 300));
      child.kill('SIGKILL');
      await ended;
      const there = await wholeVersions();
      if (isUpdate) expect(there).toHaveLength(2);
      else expect(there.every((version) => version === '3.0')).toBe(true);
      const isDone = there.length === 2 && there.every((version) => version === (isUpdate ? '3.1' : '3.0'));
      unfinished += isDone ? 0 : 1;
      await finish(server, isUpdate ? '3.1' : '3.0');
      const asked = server.asked.slice(before).filter(({ path }) => path !== 'records.json');
      sent += asked.length;
      needed += asked.filter(({ range }) => range !== undefined).length;
    }
    expect(unfinished).toBeGreaterThan(0);
    console.info(
      `killed ${kills} times, ${unfinished} of them before the end: ${sent} requests for files, ${needed} of them for the rest of one`,
    );
  });

  it('on a full disk says so, lists nothing, and frees what it took', { timeout: 120_000 }, async () => {
    await mkdir(models, { recursive: true });
    for (const megabytes of [1, 2, 3, 4, 5, 6]) {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', models]);
      try {
        const { exitCode, err } = await add(await serve(older)).ended;
        expect(exitCode).toBe(2);
        expect(err).toContain('the disk is full');
        const whole = await wholeVersions();
        expect(whole.length).toBe(megabytes < 5 ? 0 : 1);
        const left = [...(await contents()).keys()].filter((name) => name.startsWith('/.incoming'));
        expect(left).toEqual([]);
      } finally {
        execFileSync('umount', [models]);
      }
    }
  });

  it('by several processes at once gives one model, whole', { timeout: 120_000 }, async () => {
    const server = await serve(older);
    const all = await Promise.all(Array.from({ length: 4 }, () => add(server).ended));
    expect(all.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    await finish(server, '3.0');
  });

  it('takes no more memory for a large model', { timeout: 120_000 }, async () => {
    const large = modelOf('fr-en', { size: 120_000_000 });
    const server = await startModelServer(large);
    servers.push(server);
    const measure = async (pair: string, from: ModelServer) => {
      const { err, exitCode } = await startCommand(root, ['models', 'add', pair, '--mirror', from.url], {
        NODE_OPTIONS: `--import=${join(import.meta.dirname, 'report-memory.js')}`,
      }).ended;
      expect(exitCode).toBe(0);
      return Number(/memory: (?<megabytes>\d+)/u.exec(err)?.groups?.megabytes);
    };
    const small = await measure('en-de', await serve(modelOf('en-de', { size: 1_000_000 })));
    const much = await measure('fr-en', server);
    console.info(`largest memory: ${small} MB for a model of 1 MB, ${much} MB for one of 120 MB`);
    expect(much - small).toBeLessThan(100);
  });
});
