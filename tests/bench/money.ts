import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { countTokens as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { answering, type SentChat, startChatServer } from '../provider/chat-server.ts';

const checkout = resolve(import.meta.dirname, '../..');
const locales = ['en', 'de', 'es', 'pt', 'ar'];
const tokenizers = [
  ['o200k_base', o200k],
  ['cl100k_base', cl100k],
] as const;

/**
 * How wide the bound is that a request to a language model books: the demo's dispatches into five languages by a model on loopback that answers
 * with the demo's translations and counts as tokenizers in use do, and what depeche said beforehand.
 */
export async function benchMoney(): Promise<void> {
  console.log('the demo into five languages by a language model, said beforehand ÷ billed\n');
  for (const [name, count] of tokenizers) {
    for (const locale of [...locales, locales.join()]) await tell(name, count, locale);
  }
  console.log('\nwhat runs with a budget of their own buy of it, one after the other, by o200k_base\n');
  for (const budget of [0.01, 0.05, 0.1]) await buy(budget);
}

async function tell(name: string, count: (text: string) => number, to: string): Promise<void> {
  const { billed, requests, run, close } = await open(count, to);
  const foreseen = async (price: object) =>
    (await run(price, '--dry-run')).estimate.providers[0].cost as { expected: number; most: number };
  const input = await foreseen({ input: 1, output: 0 });
  const output = await foreseen({ input: 0, output: 1 });
  const both = await foreseen({ input: 2, output: 8 });
  const { costs } = await run({ input: 2, output: 8 });
  const times = (said: number, was: number) => (said / was).toFixed(2).padStart(5);
  console.log(
    `${name.padEnd(12)} ${(to === locales.join() ? 'all' : to).padEnd(4)}` +
      ` most: read ${times(input.most * 1e6, billed.input)} written ${times(output.most * 1e6, billed.output)} cost ${times(both.most, costs[0].cost)}` +
      `   expected: read ${times(input.expected * 1e6, billed.input)} written ${times(output.expected * 1e6, billed.output)} cost ${times(both.expected, costs[0].cost)}` +
      `   ${requests.length} requests, ${billed.input} and ${billed.output} tokens, a request at most ${(both.most / requests.length).toFixed(3)}, in fact ${(costs[0].cost / requests.length).toFixed(4)}`,
  );
  await close();
}

/** Runs until nothing is left to do, or two in a row have bought nothing. */
async function buy(costPerRun: number): Promise<void> {
  const { run, close } = await open(o200k, locales.join(), { budget: { 'language-model': { costPerRun } } });
  const spent: number[] = [];
  for (let runs = 0; runs < 40; runs += 1) {
    const { costs, drafts } = await run({ input: 2, output: 8 });
    spent.push(costs[0].cost);
    const isDone = drafts.every(({ unfinished }: { unfinished: unknown[] }) => unfinished.length === 0);
    if (isDone || costs[0].cost === 0) break;
  }
  console.log(`${costPerRun} a run: ${spent.map((cost) => cost.toFixed(4)).join(', ')}`);
  await close();
}

/** The demo without its memory, and a model that answers as its translations do. */
async function open(count: (text: string) => number, to: string, settings: object = {}) {
  const billed = { input: 0, output: 0 };
  const server = await startChatServer({
    say: (sent) => answering(translationsOf(sent)),
    count({ rules, given, body }, said) {
      const input = count(rules) + count(given) + count(JSON.stringify(body.response_format)) + 12;
      const output = count(said);
      billed.input += input;
      billed.output += output;
      return { prompt_tokens: input, completion_tokens: output };
    },
  });
  const root = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  for (const path of ['source-texts', 'locales/glossary.csv'])
    cpSync(join(checkout, path), join(root, path), { recursive: true });
  const run = async (price: object, ...args: string[]) => {
    const config = {
      ...settings,
      targets: to.split(','),
      provider: 'language-model',
      providers: { 'language-model': { model: 'm1', serverUrl: server.url, price } },
    };
    writeFileSync(join(root, 'depeche.config.json'), JSON.stringify(config));
    let out = '';
    const terminal = {
      cwd: root,
      environment: {},
      live: false,
      columns: 80,
      out(text: string) {
        out += text;
      },
      err: () => {},
      input: async () => new Uint8Array(),
    };
    await runCommandLine(['translate', '--json', ...args], terminal);
    return JSON.parse(out);
  };
  return {
    billed,
    requests: server.requests,
    run,
    async close() {
      await server.close();
      rmSync(root, { recursive: true });
    },
  };
}

const translations = new Map(
  globSync(`${checkout}/locales/{${locales.join()}}/*.xlf`).flatMap((file) => {
    const locale = basename(resolve(file, '..'));
    return readMaster(readFileSync(file, 'utf8')).units.flatMap(({ source, target }) =>
      'text' in target ? [[`${locale} ${source}`, target.text] as const] : [],
    );
  }),
);

function translationsOf({ rules, copy }: SentChat): { id: string; text: string }[] {
  const locale = /into [^(]*\((?<locale>[\w-]+)\)/u.exec(rules)?.groups?.locale;
  return copy.flatMap(({ id, text }) =>
    id === undefined ? [] : [{ id, text: translations.get(`${locale} ${text}`) ?? '' }],
  );
}

if (import.meta.main) await benchMoney();
