import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Each line lists rooms that may be imported by every line below it; rooms on one line never import each other. */
const order = [
  ['model'],
  ['xml', 'text'],
  ['wire', 'segment', 'termbase', 'memory', 'xliff', 'bundle'],
  ['align', 'check'],
  ['provider', 'revise', 'review'],
  ['pipeline.ts'],
  ['index.ts', 'project'],
  ['node.ts', 'cli'],
];
const rank = new Map(order.flatMap((rooms, index) => rooms.map((room) => [room, index] as const)));

/** The only rooms and files that may touch files, network, clock, environment or randomness. */
const mayTouchTheWorld =
  /^src\/(project|cli)\/|^src\/provider\/(deepl|deepl-.*|language-model-chat|language-model-errors|optional-package|apertium|apertium-pipeline|fxtranslate|fxtranslate-(?:thread|worker)|clock)\.ts$|^src\/node\.ts$/u;
/** Reads nothing of the world, and asks Node for its own SHA-256 where there is Node. */
const mayAskThePlatform = 'src/text/hash.ts';
const theWorld = /\bnode:|\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bBuffer\b/u;
const speaksToTheTerminal = /\bconsole\.|\bprocess\.(exit|std)/u;

/** Libraries whose types stay in one file, or one room. */
const keepers = new Map<string, RegExp>([
  ['deepl-node', /^src\/provider\/deepl(-[a-z-]+)?\.ts$/u],
  ['openai', /^src\/provider\/language-model-(chat|errors)\.ts$/u],
  ['fxtranslate', /^src\/provider\/fxtranslate-worker\.ts$/u],
  ['p-queue', /^src\/provider\/turnstile\.ts$|^src\/project\/translate-project\.ts$/u],
  ['saxes', /^src\/xml\//u],
  ['csv-parse', /^src\/termbase\/csv-records\.ts$/u],
  ['csv-stringify', /^src\/termbase\/csv-write\.ts$/u],
  ['commander', /^src\/cli\//u],
  ['log-update', /^src\/cli\//u],
  [
    'valibot',
    /^src\/project\/|^src\/provider\/(cassette|language-model-(completion|answer))\.ts$|^src\/bundle\/strings\/xliff-package\.ts$/u,
  ],
  ['xliff', /^src\/bundle\/strings\/xliff-package\.ts$/u],
  ['@noble/hashes', /^src\/text\/hash\.ts$/u],
]);

const files = globSync('src/**/*.ts').map((file) => file.replaceAll('\\', '/'));
const source = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\(\s*|^import\s+)'([^']+)'/gmu)].map(
    (match) => match[1] ?? '',
  );
}

/** `src/wire/decode.ts` lies in `wire`, `src/pipeline.ts` is a room of its own. */
function roomOf(file: string): string {
  return relative('src', file).split('/')[0] ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');
}

describe('the direction of imports', () => {
  it('finds the sources', () => expect(files.length).toBeGreaterThan(40));

  it.each(files)('%s imports nothing beside or to the right of its room', (file) => {
    const own = roomOf(file);
    expect(rank.has(own), `${own} is no room of the house`).toBe(true);
    for (const specifier of importsOf(source.get(file) ?? '').filter((name) => name.startsWith('.'))) {
      const room = roomOf(normalize(join(dirname(file), specifier)));
      const allowed = room === own || (rank.get(room) ?? 99) < (rank.get(own) ?? -1);
      expect(allowed, `${file} imports ${specifier}`).toBe(true);
    }
  });

  it.each(files)('%s keeps to the libraries of its place', (file) => {
    for (const specifier of importsOf(source.get(file) ?? '').filter((name) => !name.startsWith('.'))) {
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      expect(keepers.get(name)?.test(file) ?? true, `${file} imports ${specifier}`).toBe(true);
    }
  });

  it.each(files.filter((file) => !mayTouchTheWorld.test(file) && file !== mayAskThePlatform))(
    '%s touches no file, network, clock or randomness',
    (file) => {
      expect(withoutComments(source.get(file) ?? '')).not.toMatch(theWorld);
    },
  );

  it.each(files.filter((file) => !file.startsWith('src/cli/')))(
    '%s does not speak to the terminal',
    (file) => {
      expect(withoutComments(source.get(file) ?? '')).not.toMatch(speaksToTheTerminal);
    },
  );

  it('has no room without a name of its own', () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts$)/u.test(file)),
    ).toEqual([]);
  });
});
