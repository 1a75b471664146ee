import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DepecheError } from '../../src/model/errors.ts';
import { xmlPiecesOf } from '../../src/project/files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depeche-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: Uint8Array, maxBytes = 1024 * 1024): Promise<string> {
  const path = join(folder, 'a.xlf');
  await writeFile(path, bytes);
  return [...xmlPiecesOf(path, 'a.xlf', maxBytes)].join('');
}

async function refusal(work: () => Promise<unknown>): Promise<string> {
  const error = await work().then(
    () => new Error('it was read'),
    (cause: unknown) => cause,
  );
  if (error instanceof DepecheError) return `${error.code} ${error.place.file} ${error.message}`;
  throw error;
}

describe('a file in pieces', () => {
  const text = `a${'é😀'.repeat(60_000)}`;

  it('is the text of the file, wherever the pieces are cut', async () => {
    expect(await read(Buffer.from(text))).toBe(text);
    expect(await read(Buffer.from(`\ufeff${text}`))).toBe(text);
    expect(await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
    expect(await read(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toBe(text);
    expect(await read(Buffer.from(''))).toBe('');
  });

  it('is refused where it is no text, also at its very end', async () => {
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]);
    expect(await refusal(() => read(broken))).toMatch(/^unreadable a\.xlf is not UTF-8/u);
  });

  it('is refused where it is too large, not there, or a folder', async () => {
    expect(await refusal(() => read(Buffer.from('abcd'), 3))).toMatch(/has 4 bytes, more than the 3/u);
    const all = async (path: string) => [...xmlPiecesOf(path, 'b.xlf', 1_000_000)];
    expect(await refusal(() => all(join(folder, 'b.xlf')))).toMatch(/^unreadable b\.xlf there is no such/u);
    expect(await refusal(() => all(folder))).toMatch(/^unreadable b\.xlf is a folder/u);
  });
});
