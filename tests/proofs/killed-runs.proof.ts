import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMaster } from '../../src/xliff/read-master.ts';
import { type DeeplServer, startDeeplServer } from '../provider/deepl-server.ts';
import { startCommand } from './command.ts';

const dispatches = 120;
const kills = 100;
const stops = 50;
const sentencesEach = 12;
const locales = ['en', 'de', 'es', 'pt', 'ar'];
const key = 'proof-key-0123456789';

/** One request for a text, in which run it came in, and what it is billed as. */
type Sent = { readonly run: number; readonly answer: string; readonly characters: number };

let root: string;
let server: DeeplServer;
let run: number;
let sent: Sent[];

beforeEach(async () => {
  run = 0;
  sent = [];
  root = await mkdtemp(join(tmpdir(), 'depeche-proof-'));
  server = await startDeeplServer({
    key,
    latency: 200,
    translate: answerTo,
    onText: (text, target) =>
      sent.push({ run, answer: answerTo(text, target), characters: [...text].length }),
  });
  const config = { targets: locales, provider: 'deepl', providers: { deepl: { serverUrl: server.url } } };
  await writeFile(join(root, 'depeche.config.json'), JSON.stringify(config));
  await mkdir(join(root, 'source-texts'));
  for (let number = 1; number <= dispatches; number += 1) {
    const sentences = Array.from(
      { length: sentencesEach },
      (_, index) => `Le convoi numéro ${number} a franchi le pont ${index + 1} avant la nuit.`,
    );
    await writeFile(join(root, 'source-texts', `convoi-${number}.txt`), `${sentences.join('\n\n')}\n`);
  }
});

afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

/** Different for each text and target, so that an answer tells what was asked. */
function answerTo(text: string, target: string): string {
  return `${text.replace('Le convoi', `[${target}] convoy`)}`;
}

function start() {
  run += 1;
  return startCommand(root, ['translate'], { DEEPL_AUTH_KEY: key });
}

/** Waits until the provider has a request of this run; one in five kills does not, and strikes while the run starts. */
async function firstRequest(): Promise<void> {
  while (!sent.some((one) => one.run === run)) await sleep(5);
}

function journalled(): Set<string> {
  const file = join(root, '.depeche/journal.sqlite');
  if (!existsSync(file)) return new Set();
  const database = new DatabaseSync(file);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'answers'").all();
    return tables.length === 0
      ? new Set()
      : new Set(
          database
            .prepare('SELECT answer FROM answers')
            .all()
            .map((row) => String(row.answer)),
        );
  } finally {
    database.close();
  }
}

/** What the ledger says of all runs together. */
function booked(): { characters: number; answered: number } {
  const database = new DatabaseSync(join(root, '.depeche/ledger.sqlite'));
  try {
    const row = database
      .prepare('SELECT sum(characters) AS characters, sum(answered) AS answered FROM spendings')
      .get();
    return { characters: Number(row?.characters), answered: Number(row?.answered) };
  } finally {
    database.close();
  }
}

/** Every file that has its own name is whole; temporary ones may lie beside them until the next run sweeps them. */
async function everyFileIsWhole(): Promise<void> {
  if (!existsSync(join(root, 'locales'))) return;
  for (const entry of await readdir(join(root, 'locales'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    if (entry.name.endsWith('.xlf')) expect(readMaster(text).units.length).toBe(sentencesEach);
    else expect(() => JSON.parse(text)).not.toThrow();
  }
}

/** Runs to the end, and shows that nothing known to the journal was ever asked again, and that the ledger has all that was billed. */
async function finishAndAccount(
  known: readonly { readonly run: number; readonly answers: ReadonlySet<string> }[],
): Promise<number> {
  const { exitCode, err } = await start().ended;
  expect(err).not.toContain(key);
  expect(exitCode).toBe(0);
  await everyFileIsWhole();
  const left = await readdir(join(root, 'locales'), { recursive: true });
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  for (const { run: until, answers } of known) {
    expect(sent.filter((one) => one.run > until && answers.has(one.answer))).toEqual([]);
  }
  const distinct = new Set(sent.map((one) => one.answer));
  expect(distinct.size).toBe(dispatches * sentencesEach * locales.length);
  const billed = sent.reduce((sum, { characters }) => sum + characters, 0);
  const { characters, answered } = booked();
  expect(characters).toBeGreaterThanOrEqual(billed);
  expect(answered).toBeLessThanOrEqual(billed);
  return sent.length - distinct.size;
}

describe('a run against a slow provider', () => {
  it(`may be killed at ${kills} random points: nothing journalled is paid again, no file is half-written`, {
    timeout: 1_800_000,
  }, async () => {
    const known: { run: number; answers: Set<string> }[] = [];
    let inFlight = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const { process: child, ended } = start();
      if (kill % 5 > 0) await firstRequest();
      await sleep(Math.random() * 400);
      child.kill('SIGKILL');
      await ended;
      const answers = journalled();
      known.push({ run, answers });
      inFlight += new Set(
        sent.filter((one) => one.run === run && !answers.has(one.answer)).map((one) => one.answer),
      ).size;
      await everyFileIsWhole();
    }
    const repeated = await finishAndAccount(known);
    expect(inFlight).toBeGreaterThan(0);
    expect(repeated).toBeLessThanOrEqual(inFlight);
    console.info(
      `killed ${kills} times: ${sent.length} texts asked, ${repeated} of them again, ${inFlight} were in flight at a kill`,
    );
  });

  it(`may be interrupted at ${stops} random points: it takes in what is paid and exits 130`, {
    timeout: 1_800_000,
  }, async () => {
    const known: { run: number; answers: Set<string> }[] = [];
    for (let stop = 0; stop < stops; stop += 1) {
      const { process: child, ended } = start();
      await firstRequest();
      await sleep(Math.random() * 200);
      child.kill('SIGINT');
      const { exitCode } = await ended;
      expect(exitCode).toBe(130);
      const answers = journalled();
      expect(sent.filter((one) => one.run === run && !answers.has(one.answer))).toEqual([]);
      known.push({ run, answers });
    }
    expect(await finishAndAccount(known)).toBe(0);
  });
});
