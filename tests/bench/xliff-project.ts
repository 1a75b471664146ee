import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startCommand } from '../proofs/command.ts';
import { startDeeplServer } from '../provider/deepl-server.ts';

const checkout = resolve(import.meta.dirname, '../..');
const key = 'bench-key-0123456789';

/**
 * Makes a project with the glossary of the demo and one dispatch, `convoi`, of so many sentences, each with a name and three numbers, and
 * has it translated by a DeepL server on loopback.
 */
export async function makeProject(sentences: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const server = await startDeeplServer({ key, translate });
  write(
    'depeche.config.json',
    JSON.stringify({ targets: ['en'], provider: 'deepl', providers: { deepl: { serverUrl: server.url } } }),
  );
  write('locales/glossary.csv', readFileSync(join(checkout, 'locales/glossary.csv'), 'utf8'));
  const paragraphs: string[] = [];
  for (let first = 0; first < sentences; first += 5) {
    const length = Math.min(5, sentences - first);
    paragraphs.push(Array.from({ length }, (_, index) => sentence(first + index)).join(' '));
  }
  write(
    'source-texts/convoi.txt',
    `date 2020-10\n\nMoscou, 21 oct 2020 (AFP) - ${paragraphs.join('\n\n')}\n`,
  );
  const { exitCode, err } = await startCommand(root, ['translate'], { DEEPL_AUTH_KEY: key }).ended;
  await server.close();
  if (exitCode !== 0) throw new Error(`translate ended with ${exitCode}: ${err}`);
  return root;
}

function sentence(number: number): string {
  const bridge = (number * 7) % 1000;
  return `Le convoi ${number} a franchi le pont ${bridge} vers Moscou avec ${number + 2} tonnes de blé à bord.`;
}

function translate(text: string): string {
  return text
    .replace('Le convoi', 'The convoy')
    .replace('a franchi le pont', 'has crossed bridge')
    .replace('vers Moscou avec', 'towards Moscow with')
    .replace('tonnes de blé à bord', 'tonnes of wheat on board');
}

/** A copy that can be written to; it is removed when it is disposed of. */
export function copyOf(root: string): { readonly root: string } & Disposable {
  const copy = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
  cpSync(root, copy, { recursive: true, preserveTimestamps: true });
  return { root: copy, [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }) };
}

/** A returned XLIFF in which a person has written every target anew: the words behind `>` of each, and what says that it is done. */
export function translatedByPerson(xliff: string): string {
  return xliff
    .replace(/ state="initial" subState="[^"]*"/gu, ' state="translated"')
    .replace(/ state="needs-translation"(?: state-qualifier="[^"]*")?/gu, ' state="translated"')
    .replace(/(<target\b[^>]*>)(?=\S)/gu, '$1Done: ');
}
