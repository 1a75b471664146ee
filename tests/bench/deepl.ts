import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../../src/provider/clock.ts';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { ratesOfSecond } from '../../src/provider/rate.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { translate as translateDraft } from '../../src/provider/translate.ts';
import { type DeeplServer, startDeeplServer } from '../provider/deepl-server.ts';
import { draftOf } from '../provider/drafts.ts';

const launcher = resolve(import.meta.dirname, '../../bin/depeche.js');
const locales = ['en', 'de', 'es', 'pt', 'ar'];
const preload = resolve(import.meta.dirname, '../proofs/usage.mjs');
const latency = 300;
const sentencesEach = 10;

/** How long the whole command takes beyond a provider's latency, and how much of a rate limit a long run uses. */
export async function benchDeepl(): Promise<void> {
  const server = await startDeeplServer({ latency });
  console.log(`against a DeepL on loopback that takes ${latency} ms for each request`);
  await benchOneDispatch(server);
  await benchStage(server);
  await benchQueue(100);
  await benchRate(server, { perSecond: 20, dispatches: 200 });
  await benchRate(server, { perSecond: 50, dispatches: 200 });
  await server.close();
}

async function benchOneDispatch(server: DeeplServer): Promise<void> {
  const runs: {
    readonly time: number;
    readonly cpu: number;
    readonly road: number;
    readonly alone: number;
  }[] = [];
  for (let run = 0; run < 7; run += 1) {
    const root = projectOf(server, 1, {});
    const from = server.requests.length;
    const { time, cpu } = await translate(root);
    const sent = server.requests.slice(from);
    if (sent.length !== locales.length)
      throw new Error(`${sent.length} requests for ${locales.length} locales`);
    const arrivals = sent.map(({ at }) => at);
    const road = Math.max(...arrivals) - Math.min(...arrivals);
    // Nobody is asked the second time: what the command takes by itself.
    runs.push({ time, cpu, road, alone: (await translate(root)).time });
    rmSync(root, { recursive: true });
  }
  const median = (of: (run: (typeof runs)[number]) => number) =>
    runs.map(of).sort((left, right) => left - right)[Math.floor(runs.length / 2)] ?? Number.NaN;
  const time = median((run) => run.time);
  console.log(`\none dispatch into ${locales.length} locales, the whole command, median of ${runs.length}`);
  console.log(`  from start to end                    ${ms(time)}`);
  console.log(`  beyond one request                   ${ms(time - latency)}   (at most 500)`);
  console.log(`  CPU of all that                      ${ms(median((run) => run.cpu))}`);
  console.log(`  from the first request to the last   ${ms(median((run) => run.road))}`);
  console.log(`  the same command, nobody asked       ${ms(median((run) => run.alone))}`);
}

/** The stage that asks, from drafts to drafts, with the client loaded: what is left when the start of the command is taken away. */
async function benchStage(server: DeeplServer): Promise<void> {
  const beyond: number[] = [];
  for (let run = 0; run < 8; run += 1) {
    const provider = createDeepl({ authKey: 'test-key', serverUrl: server.url });
    const scheduler = createScheduler(provider, { clock: systemClock });
    const journal = createInMemoryJournal();
    const sentences = Array.from({ length: sentencesEach }, (_, at) => `Le convoi a franchi le pont ${at}.`);
    const start = performance.now();
    await Promise.all(
      locales.map((locale) => translateDraft(draftOf(sentences, { locale }), { scheduler, journal })),
    );
    beyond.push(performance.now() - start - latency);
    await scheduler.close();
  }
  // The first run loads the client.
  const [first = Number.NaN, ...warm] = beyond;
  const middle = warm.sort((left, right) => left - right)[Math.floor(warm.length / 2)] ?? Number.NaN;
  console.log(`\none dispatch into ${locales.length} locales, the stage that asks, beyond one request`);
  console.log(`  with the client to be loaded         ${ms(first)}   (at most 500)`);
  console.log(`  with the client loaded, median of 7  ${ms(middle)}`);
}

async function benchRate(
  server: DeeplServer,
  { perSecond, dispatches }: { readonly perSecond: number; readonly dispatches: number },
): Promise<void> {
  const root = projectOf(server, dispatches, { requestsPerSecond: perSecond, concurrency: 64 });
  const from = server.requests.length;
  await translate(root);
  rmSync(root, { recursive: true });
  const arrivals = server.requests.slice(from).map(({ at }) => at);
  console.log(`\n${dispatches} dispatches into ${locales.length} locales at ${perSecond} requests a second`);
  tellRate(arrivals, perSecond);
}

/** The queue by itself, so that it does not matter how busy the machine is with the rest of the journey. */
async function benchQueue(perSecond: number): Promise<void> {
  const starts: number[] = [];
  const provider = createScripted({
    delay: latency,
    capabilities: { maxTexts: 1 },
    failures: () => void starts.push(performance.now()),
  });
  const rates = ratesOfSecond(perSecond);
  const scheduler = createScheduler(provider, { clock: systemClock, concurrency: 64, rates });
  const segments = Array.from({ length: 3000 }, (_, at) => ({ id: `s${at}`, text: `Phrase ${at}.` }));
  await scheduler.send({ source: 'fr', target: 'de', segments }, async () => {});
  await scheduler.close();
  console.log(`\nthe queue alone, at ${perSecond} requests a second`);
  tellRate(starts, perSecond);
}

/** @param times of all requests in order, in milliseconds */
function tellRate(times: readonly number[], perSecond: number): void {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  // What may go out in the last second does so as it begins: the rest of it is no part of the time.
  const seconds = (last - first) / 1000 + 1;
  const used = times.length / seconds / perSecond;
  const most = Math.max(
    ...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length),
  );
  console.log(`  ${times.length} requests in ${seconds.toFixed(1)} s`);
  console.log(
    `  of the limit used                    ${(used * 100).toFixed(1).padStart(5)} %    (at least 95)`,
  );
  console.log(
    `  most in any second                   ${String(most).padStart(5)}      (at most ${perSecond})`,
  );
}

/** A project of invented dispatches. */
function projectOf(server: DeeplServer, dispatches: number, schedule: object): string {
  const root = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  const config = {
    targets: locales,
    provider: 'deepl',
    providers: { deepl: { serverUrl: server.url } },
    schedule,
  };
  writeFileSync(join(root, 'depeche.config.json'), JSON.stringify(config));
  mkdirSync(join(root, 'source-texts'));
  for (let number = 1; number <= dispatches; number += 1) {
    const sentences = Array.from(
      { length: sentencesEach },
      (_, at) => `Le convoi numéro ${number} a franchi le pont ${at + 1} avant la nuit.`,
    );
    writeFileSync(join(root, `source-texts/convoi-${number}.txt`), `${sentences.join('\n\n')}\n`);
  }
  return root;
}

/** Milliseconds from start to end of the main job and of CPU, which must end well with every dispatch in every locale. */
async function translate(root: string): Promise<{ readonly time: number; readonly cpu: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [`--import=${preload}`, launcher, 'translate'], {
    cwd: root,
    env: { ...process.env, DEEPL_AUTH_KEY: 'test-key', USAGE_FILE: join(root, 'usage') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise((ended) => child.once('close', ended));
  const time = performance.now() - start;
  if (code !== 0) throw new Error(`translate ended with ${code}: ${said}`);
  readFileSync(join(root, 'locales/ar/convoi-1.json'));
  const [, cpu] = readFileSync(join(root, 'usage'), 'utf8').split(' ').map(Number);
  return { time, cpu: cpu ?? Number.NaN };
}

function ms(time: number): string {
  return `${time.toFixed(0).padStart(5)} ms`;
}

if (import.meta.main) await benchDeepl();
