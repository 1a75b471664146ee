import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteJournal } from '../../src/project/sqlite-journal.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { type Journal, journalKeys } from '../../src/provider/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => join(folder, `journal-${++files}.sqlite`);

const stores: [string, () => Promise<Journal>][] = [
  ['in memory', async () => createInMemoryJournal()],
  ['in SQLite', () => openSqliteJournal(newFile())],
];

describe.each(stores)('a journal %s', (_, open) => {
  it('gives back what was recorded, and nothing for other keys', async () => {
    const journal = await open();
    await journal.record([
      { key: 'a', answer: 'eins' },
      { key: '__proto__', answer: '«\u0000🙂»' },
    ]);
    expect(await journal.lookUp(['b', '__proto__', 'a', 'a'])).toEqual(
      new Map([
        ['a', 'eins'],
        ['__proto__', '«\u0000🙂»'],
      ]),
    );
    expect(await journal.lookUp([])).toEqual(new Map());
    await journal.close();
  });

  it('takes the newer answer for a key it knows', async () => {
    const journal = await open();
    await journal.record([{ key: 'a', answer: 'eins' }]);
    await journal.record([{ key: 'a', answer: 'zwei' }]);
    await journal.record([]);
    expect((await journal.lookUp(['a'])).get('a')).toBe('zwei');
    await journal.close();
  });

  it('looks up thousands of keys at once', async () => {
    const journal = await open();
    const entries = Array.from({ length: 5000 }, (_, index) => ({ key: `k${index}`, answer: `a${index}` }));
    await journal.record(entries);
    expect((await journal.lookUp(entries.map(({ key }) => key))).size).toBe(5000);
    await journal.close();
  });
});

describe('the SQLite journal', () => {
  it('is there the next time, and for another process at the same time', async () => {
    const file = newFile();
    const first = await openSqliteJournal(file);
    await first.record([{ key: 'a', answer: 'eins' }]);
    const second = await openSqliteJournal(file);
    await second.record([{ key: 'b', answer: 'zwei' }]);
    expect((await first.lookUp(['a', 'b'])).size).toBe(2);
    await first.close();
    await second.close();
    const again = await openSqliteJournal(file);
    expect((await again.lookUp(['a', 'b'])).size).toBe(2);
    await again.close();
    await again.close();
  });

  it('survives a process that is killed the moment an answer was recorded', async () => {
    const file = newFile();
    const module = new URL('../../src/project/sqlite-journal.ts', import.meta.url).href;
    const script = `const { openSqliteJournal } = await import(${JSON.stringify(module)});
      const journal = await openSqliteJournal(${JSON.stringify(file)});
      await journal.record([{ key: 'a', answer: 'paid' }]);
      process.kill(process.pid, 'SIGKILL');`;
    expect(() =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }),
    ).toThrow();
    const journal = await openSqliteJournal(file);
    expect((await journal.lookUp(['a'])).get('a')).toBe('paid');
    await journal.close();
  });

  it('says what to do about a file that is no database, and leaves it alone', async () => {
    const file = newFile();
    const rubbish = 'not a database, but somebody may still want it back '.repeat(100);
    writeFileSync(file, rubbish);
    await expect(openSqliteJournal(file)).rejects.toMatchObject({
      code: 'invalid',
      place: { file },
      message: expect.stringContaining('.recover'),
    });
    expect(readFileSync(file, 'utf8')).toBe(rubbish);
  });

  it('says what to do about damage in the middle', async () => {
    const file = newFile();
    const journal = await openSqliteJournal(file);
    await journal.record(
      Array.from({ length: 2000 }, (_, index) => ({ key: `k${index}`, answer: 'x'.repeat(50) })),
    );
    await journal.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096);
    writeFileSync(file, bytes);
    const damaged = await openSqliteJournal(file);
    await expect(damaged.lookUp(['k1'])).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('.recover'),
    });
    await damaged.close();
  });

  it('refuses a database of somebody else, and one from a later version, and changes neither', async () => {
    for (const sql of ['CREATE TABLE guests (name TEXT)', 'PRAGMA user_version = 99']) {
      const file = newFile();
      const database = new DatabaseSync(file);
      database.exec(sql);
      database.close();
      const before = readFileSync(file);
      await expect(openSqliteJournal(file)).rejects.toMatchObject({ code: 'invalid', place: { file } });
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  });

  it('names a place it cannot write to', async () => {
    const file = join(folder, 'missing', 'journal.sqlite');
    await expect(openSqliteJournal(file)).rejects.toMatchObject({ code: 'unwritable', place: { file } });
  });
});

it('the key of a journal tells apart all that makes an answer another one', () => {
  const provider = { name: 'deepl', settings: 'a' };
  const pair = { source: 'fr', target: 'de' };
  const keys = [
    journalKeys(provider, pair, 'd1')('text'),
    journalKeys({ ...provider, name: 'other' }, pair, 'd1')('text'),
    journalKeys({ ...provider, settings: 'b' }, pair, 'd1')('text'),
    journalKeys(provider, { ...pair, source: 'en' }, 'd1')('text'),
    journalKeys(provider, { ...pair, target: 'en' }, 'd1')('text'),
    journalKeys(provider, pair, 'd2')('text'),
    journalKeys(provider, pair, 'd1')('texts'),
    journalKeys(provider, pair, 'd')('1text'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(journalKeys(provider, pair, 'd1')('text')).toBe(keys[0]);
});
