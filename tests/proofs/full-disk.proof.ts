import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMaster } from '../../src/xliff/read-master.ts';
import { checkout, demo } from '../cli/temporary-project.ts';
import { startCommand } from './command.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'depeche-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', root]);
  for (const path of demo) await cp(join(checkout, path), join(root, path), { recursive: true });
});

afterEach(async () => {
  execFileSync('umount', [root]);
  await rm(root, { recursive: true, force: true });
});

async function everything(): Promise<Map<string, string>> {
  const entries = await readdir(join(root, 'locales'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
}

/** Leaves so many bytes free, and no more. */
async function fillDisk(free: number): Promise<void> {
  const filler = join(root, 'filler');
  await writeFile(filler, '');
  const block = Buffer.alloc(4096);
  try {
    for (;;) await appendFile(filler, block);
  } catch {
    const { size } = await stat(filler);
    execFileSync('truncate', ['-s', String(Math.max(0, size - free)), filler]);
  }
}

describe('a full disk', () => {
  it.each([0, 8192, 65536])('with %i bytes free leaves the old files whole and says so', async (free) => {
    expect((await startCommand(root, ['translate']).ended).exitCode).toBe(0);
    const before = await everything();
    for (const name of await readdir(join(root, 'source-texts'))) {
      await appendFile(
        join(root, 'source-texts', name),
        '\n\nUne phrase de plus est arrivée dans la soirée de jeudi à la rédaction.\n',
      );
    }
    await fillDisk(free);
    const { exitCode, err } = await startCommand(root, ['translate']).ended;
    expect(exitCode).toBeGreaterThan(0);
    expect(err).toMatch(/disk is full/u);
    const after = await everything();
    for (const [file, text] of before) {
      const now = after.get(file) ?? '';
      if (now === text) continue;
      if (file.endsWith('.xlf')) expect(readMaster(now).units.length, file).toBeGreaterThan(10);
      else expect(() => JSON.parse(now), file).not.toThrow();
    }
    await rm(join(root, 'filler'));
    expect((await startCommand(root, ['translate']).ended).exitCode).toBe(1);
  });
});

it('a read-only folder is told, and nothing is lost', async () => {
  expect((await startCommand(root, ['translate']).ended).exitCode).toBe(0);
  await writeFile(join(root, 'source-texts/pont.txt'), 'Le convoi a franchi le pont avant la nuit.\n');
  const before = await everything();
  execFileSync('mount', ['-o', 'remount,ro', root]);
  const { exitCode, err } = await startCommand(root, ['translate']).ended;
  execFileSync('mount', ['-o', 'remount,rw', root]);
  expect(exitCode).toBe(2);
  expect(err).toMatch(/read-?only/u);
  expect(await everything()).toEqual(before);
});
