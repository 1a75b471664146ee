import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installTinyModels } from './builders/install-models.ts';
import { brokenLinks } from './tools/broken-links.ts';

const checkout = resolve(import.meta.dirname, '..');
let root: string;
/** What its first two commands said. */
let first: ReturnType<typeof run>[];

/** Packs what would be published and installs it into an empty folder, as a user does. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'depeche-package-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', root], { cwd: checkout });
  const [tarball] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }');
  execFileSync(
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`],
    { cwd: root },
  );
  const began = run('init');
  for (const path of ['source-texts/festival-lecture.txt', 'locales/glossary.csv', 'locales/memory']) {
    cpSync(join(checkout, path), join(root, path), { recursive: true });
  }
  first = [began, run('translate')];
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(join(root, 'node_modules/.bin/depeche'), args, { cwd: root, encoding: 'utf8' });
}

/** What the compiler has against a file beside the installed package. */
function compilerOn(file: string): string {
  const compiler = join(checkout, 'node_modules/.bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--types',
    'node',
    '--typeRoots',
    join(checkout, 'node_modules/@types'),
  ];
  return spawnSync(compiler, [...options, file], { cwd: root, encoding: 'utf8' }).stdout;
}

describe('the published package', () => {
  it('has no sources, tests or demo in it', () => {
    const packed = readdirSync(join(root, 'node_modules/depeche'));
    expect(packed.sort()).toEqual([
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'bin',
      'depeche.config.schema.json',
      'dist',
      'docs',
      'package.json',
    ]);
  });

  it('has every page that its pages lead to', () => {
    const installed = join(root, 'node_modules/depeche');
    const pages = globSync('{,docs/**/}*.md', { cwd: installed });
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.flatMap((page) => brokenLinks(join(installed, page)))).toEqual([]);
  });

  it('makes a project out of an empty folder and translates in it', () => {
    expect(run('--version').stdout.trim()).toBe(
      JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')).version,
    );
    expect(first).toMatchObject([{ status: 0, stderr: '' }, { status: 0 }]);
    expect(run('init').status).toBe(2);
    const bundle = JSON.parse(readFileSync(join(root, 'locales/ar/festival-lecture.json'), 'utf8'));
    expect(bundle).toEqual(
      JSON.parse(readFileSync(join(checkout, 'locales/ar/festival-lecture.json'), 'utf8')),
    );
    expect(run('show', 'festival-lecture', '--to', 'de').stdout).toContain('La Rochelle');
  });

  it('sends drafts out, and judges what it wrote, with nothing optional installed', () => {
    for (const peer of ['openai', 'deepl-node', 'axios']) {
      expect(existsSync(join(root, 'node_modules', peer)), peer).toBe(false);
    }
    const exported = ['export', 'festival-lecture', '--to', 'de', '--profile', '2.0', '--out', 'out.xlf'];
    expect(run(...exported)).toMatchObject({ status: 0 });
    expect(run('validate', 'out.xlf', 'locales/de/festival-lecture.xlf')).toMatchObject({ status: 0 });
    expect(run('check').status).toBe(0);
  });

  it.each([
    ['deepl', 'npm install deepl-node@1'],
    ['language-model', 'npm install openai@7'],
  ])('says what to install for %s, and needs it for nothing but to ask', (provider, install) => {
    const project = join(root, `with-${provider}`);
    mkdirSync(join(project, 'source-texts'), { recursive: true });
    writeFileSync(join(project, 'source-texts/flash.txt'), 'Le convoi est passé.\n');
    const config = { provider, providers: { 'language-model': { model: 'm' } } };
    writeFileSync(join(project, 'depeche.config.json'), JSON.stringify(config));
    const env = { ...process.env, OPENAI_API_KEY: 'none', DEEPL_AUTH_KEY: 'none' };
    const runThere = (...args: string[]) =>
      spawnSync(join(root, 'node_modules/.bin/depeche'), args, { cwd: project, encoding: 'utf8', env });
    const commands = provider === 'deepl' ? [['translate'], ['account']] : [['translate']];
    for (const command of commands) {
      const { status, stderr } = runThere(...command);
      expect(status).toBe(2);
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(install)]);
    }
    const rehearsed = runThere('translate', '--dry-run');
    expect(rehearsed.status).toBe(1);
    expect(rehearsed.stdout).toContain(`${provider} would be sent 1 sentence with 20 billed characters`);
  });

  it('runs offline models in threads from what is built, once their package is there, wherever it is called from', () => {
    const project = mkdtempSync(join(tmpdir(), 'depeche-offline-'));
    cpSync(join(root, 'source-texts'), join(project, 'source-texts'), { recursive: true });
    writeFileSync(join(project, 'depeche.config.json'), '{ "provider": "fxtranslate" }');
    installTinyModels(join(project, '.depeche/models'), { 'fr-en': {} });
    const translate = () =>
      spawnSync(join(root, 'node_modules/.bin/depeche'), ['translate', '--json'], {
        cwd: project,
        encoding: 'utf8',
      });
    const without = translate();
    expect(without.stderr).toContain('npm install fxtranslate@0.4');
    expect(without.status).toBe(2);
    cpSync(join(checkout, 'node_modules/fxtranslate'), join(root, 'node_modules/fxtranslate'), {
      recursive: true,
    });
    const { stdout } = translate();
    rmSync(project, { recursive: true });
    const [draft] = JSON.parse(stdout).drafts;
    expect(draft.filled).toBeGreaterThan(5);
    expect(draft.unfinished.map(({ message }: { message: string }) => message)).toEqual(
      draft.unfinished.map(() => expect.stringContaining('which reads 127 at once')),
    );
  });

  it('exports the core, the part for Node, and the reader for apps, each with its types', () => {
    writeFileSync(
      join(root, 'use.ts'),
      `import { readDispatch, houseSegmenter, segmentsOf, type Dispatch } from 'depeche';
import { openProject } from 'depeche/node';
import { readStory, type Manifest } from 'depeche/i18next';
const bytes = new TextEncoder().encode('Le convoi est passé. Il pleut.');
const dispatch: Dispatch = readDispatch(bytes, { id: 'a', locale: 'fr' }, houseSegmenter('fr')).dispatch;
const manifest: Manifest = { dispatches: {} };
const resources = { getResource: () => undefined, languages: ['en'] };
console.log(segmentsOf(dispatch).length, typeof openProject, readStory(manifest, resources, 'a'));
`,
    );
    expect(execFileSync(process.execPath, ['use.ts'], { cwd: root, encoding: 'utf8' }).trim()).toBe(
      '2 function undefined',
    );
    expect(compilerOn('use.ts')).toBe('');
  });

  it('runs the example of its README, as it stands there', () => {
    const readme = readFileSync(join(root, 'node_modules/depeche/README.md'), 'utf8');
    const [, example = ''] = /^## In code$.*?^```ts$(.*?)^```$/msu.exec(readme) ?? [];
    const given = `import { readFileSync } from 'node:fs';
const bytes = readFileSync('source-texts/festival-lecture.txt');
const tmx = readFileSync('locales/memory/demo.en.tmx', 'utf8');
`;
    writeFileSync(join(root, 'readme.ts'), `${given}${example}console.log(writeMaster(draft));\n`);
    expect(compilerOn('readme.ts')).toBe('');
    const printed = execFileSync(process.execPath, ['readme.ts'], { cwd: root, encoding: 'utf8' });
    expect(printed).toMatch(/<target[^>]*>[^<]*La Rochelle/u);
  });
});
