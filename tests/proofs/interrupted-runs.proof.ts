import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { readMaster } from '../../src/xliff/read-master.ts';
import { renderingOf, startChatServer } from '../provider/chat-server.ts';
import { startDeeplServer } from '../provider/deepl-server.ts';
import { startCommand } from './command.ts';

const interruptions = 25;
const dispatches = 40;

/** A server that answers a sentence whose number is even, and is silent for ever on the others, until it is told to speak. */
type Server = {
  readonly name: string;
  readonly settings: object;
  readonly asked: () => readonly string[];
  readonly hungUp: () => number;
  speak(): void;
  readonly answerTo: (text: string) => string;
};

async function deepl(): Promise<Server> {
  let isSilent = true;
  const server = await startDeeplServer({
    latency: 40,
    fault: (_, { texts }) => (isSilent && texts.some(isOdd) ? { kind: 'hang' } : undefined),
  });
  onTestFinished(server.close);
  return {
    name: 'deepl',
    answerTo: (text) => `[de] ${text}`,
    settings: { serverUrl: server.url },
    asked: () => server.requests.flatMap(({ texts }) => texts),
    hungUp: server.hungUp,
    speak: () => {
      isSilent = false;
    },
  };
}

async function languageModel(): Promise<Server> {
  let isSilent = true;
  const textsIn = (copy: readonly { readonly id?: string | undefined; readonly text: string }[]) =>
    copy.flatMap(({ id, text }) => (id === undefined ? [] : [text]));
  const server = await startChatServer({
    fault: (_, { copy }) => (isSilent && textsIn(copy).some(isOdd) ? { kind: 'hang' } : undefined),
  });
  onTestFinished(server.close);
  return {
    name: 'language-model',
    answerTo: renderingOf,
    settings: { model: 'm1', serverUrl: server.url },
    asked: () => server.requests.flatMap(({ copy }) => textsIn(copy)),
    hungUp: server.hungUp,
    speak: () => {
      isSilent = false;
    },
  };
}

function isOdd(text: string): boolean {
  return Number(/\d+/u.exec(text)?.[0] ?? 0) % 2 === 1;
}

async function newsroom({ name, settings }: Server): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'depeche-proof-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const config = { targets: ['de'], provider: name, providers: { [name]: settings } };
  await writeFile(join(root, 'depeche.config.json'), JSON.stringify(config));
  await mkdir(join(root, 'source-texts'));
  for (let number = 0; number < dispatches; number += 1)
    await writeFile(join(root, `source-texts/convoi-${number}.txt`), `Le convoi ${number} est parti hier.\n`);
  return root;
}

/** Whatever stands in the file under a name of its own can be read. */
async function everyFileIsWhole(root: string): Promise<void> {
  if (!existsSync(join(root, 'locales'))) return;
  for (const entry of await readdir(join(root, 'locales'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    if (entry.name.endsWith('.xlf')) expect(readMaster(text).units).toHaveLength(1);
    else expect(() => JSON.parse(text)).not.toThrow();
  }
}

function journalled(root: string): ReadonlySet<string> {
  const database = new DatabaseSync(join(root, '.depeche/journal.sqlite'));
  try {
    const rows = database.prepare('SELECT answer FROM answers').all();
    return new Set(rows.map(({ answer }) => String(answer)));
  } finally {
    database.close();
  }
}

it.each([['deepl', deepl] as const, ['a language model', languageModel] as const])(
  `a run with %s may be called off at ${interruptions} random moments: it ends within a second and keeps all it has`,
  { timeout: 600_000 },
  async (name, open) => {
    const server = await open();
    const root = await newsroom(server);
    const took: number[] = [];
    const environment = { DEEPL_AUTH_KEY: 'test-key' };
    const kept: { readonly until: number; readonly answers: ReadonlySet<string> }[] = [];
    for (let time = 0; time < interruptions; time += 1) {
      const asked = server.asked().length;
      const { process: child, ended } = startCommand(root, ['translate'], environment);
      while (server.asked().length === asked) await sleep(2);
      await sleep(Math.random() * 300);
      child.kill('SIGINT');
      await sleep(20 + Math.random() * 100);
      const start = performance.now();
      child.kill('SIGINT');
      const { exitCode } = await ended;
      took.push(performance.now() - start);
      expect(exitCode).toBe(130);
      await everyFileIsWhole(root);
      kept.push({ until: server.asked().length, answers: journalled(root) });
    }
    server.speak();
    const last = await startCommand(root, ['translate'], environment).ended;
    expect(last.exitCode).toBe(0);
    await everyFileIsWhole(root);
    // What was under way when it was called off may be asked again; what was journalled is not.
    for (const { until, answers } of kept) {
      const later = server.asked().slice(until).map(server.answerTo);
      expect(later.filter((answer) => answers.has(answer))).toEqual([]);
    }
    const even = server.asked().filter((text) => !isOdd(text));
    console.info(
      `${name}, called off ${interruptions} times: ended after ${took
        .map(Math.round)
        .toSorted((a, b) => a - b)
        .join(', ')} ms; ` +
        `${server.hungUp()} connections closed; of the ${new Set(even).size} sentences that are answered ${even.length - new Set(even).size} were asked again`,
    );
    expect(Math.max(...took)).toBeLessThan(1000);
  },
);
