import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { writeTmx } from '../../../src/memory/tmx-write.ts';
import { type Draft, type Profile, profiles } from '../../../src/model/draft.ts';
import { writeTbx } from '../../../src/termbase/tbx-write.ts';
import { exportDrafts } from '../../../src/xliff/export-drafts.ts';
import { writeMaster } from '../../../src/xliff/write-master.ts';
import { arbitraryEntries } from '../../memory/arbitrary-entries.ts';
import { arbitraryConcepts } from '../../termbase/arbitrary-concepts.ts';
import { draft as arbitraryDraft } from '../../xliff/arbitrary-draft.ts';
import { exampleDraft, segment, unit } from '../../xliff/example-draft.ts';
import { startCommand } from '../command.ts';

const checkout = resolve(import.meta.dirname, '../../..');
const locales = 'en,de,es,pt,ar';
const ids = ['economie-inflation', 'festival-lecture', 'karabakh-diplomatie', 'seisme-ardeche', 'tour-etape'];
/** The same drafts in every run, so that a failure can be looked at again. */
const sampling = { seed: 20201021, numRuns: 60 };

export type Kind = 'xliff2' | 'xliff12' | 'tmx' | 'tbx';
export type WrittenFiles = Readonly<Record<Kind, readonly string[]>> & { readonly folder: string };

/**
 * One of everything that depeche writes in a format that has a schema: by its command line from the demo, and by its writers from drafts,
 * memories and glossaries as nobody writes them.
 *
 * @returns paths in a temporary folder, each with a name of its own; who asks removes the folder
 */
export async function writtenFiles(): Promise<WrittenFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-validity-'));
  const project = join(folder, 'project');
  await runDemo(project);
  const files = new Map([...filesIn(project), ...madeByWriters()]);
  const kinds: Record<Kind, string[]> = { xliff2: [], xliff12: [], tmx: [], tbx: [] };
  for (const [path, text] of files) {
    const kind = kindOf(path, text);
    if (!kind) continue;
    const file = join(folder, kind, path.replaceAll('/', '.'));
    mkdirSync(join(folder, kind), { recursive: true });
    writeFileSync(file, text);
    kinds[kind].push(file);
  }
  return { ...kinds, folder };
}

function kindOf(path: string, text: string): Kind | undefined {
  switch (extname(path)) {
    case '.xlf':
      return /<xliff [^>]*\bversion="1\.2"/u.test(text) ? 'xliff12' : 'xliff2';
    case '.tmx':
      return 'tmx';
    case '.tbx':
      return 'tbx';
    default:
      return undefined;
  }
}

type Run = (...args: string[]) => Promise<void>;

/** The demo through every command that writes such a file. What is in the project in the end is looked at. */
async function runDemo(root: string): Promise<void> {
  for (const part of ['depeche.config.json', 'source-texts', 'locales']) {
    cpSync(join(checkout, part), join(root, part), { recursive: true });
  }
  const run: Run = async (...args) => {
    const { exitCode, err } = await startCommand(root, args).ended;
    if (exitCode !== 0) throw new Error(`depeche ${args.join(' ')} ended with ${exitCode}: ${err}`);
  };
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  await run('accept', 'tour-etape', '--to', 'ar', '--by', 'Ada Meyer', '--as', 'final');
  await run('accept', 'tour-etape', 'dateline', '--to', 'de', '--by', 'Ada Meyer', '--as', 'reviewed');
  for (const profile of profiles) {
    await run('export', ...ids, '--to', locales, '--profile', profile, '--out', `out/${profile}`);
  }
  const story = 'festival-lecture.xlf';
  const edited = read(`out/1.2/en/${story}`).replace(/(<target [^>]*>)[^<]+/gu, '$1Words of Ben &amp; Cleo');
  mkdirSync(join(root, 'home'));
  writeFileSync(join(root, 'home', story), edited);
  await run('import', `home/${story}`, '--by', 'Ben', '--as', 'reviewed');
  await joinBranches(root, read(`locales/en/${story}`), run);
  const copy = read('source-texts/tour-etape.txt');
  const corrected = copy.replace(' Personne n’a pu le suivre.', '').replace('187,5 km', '190 km');
  writeFileSync(join(root, 'source-texts/tour-etape.txt'), corrected);
  // It ends with 1: the memory has nothing for the sentence that has changed.
  await startCommand(root, ['translate']).ended;
  await run('memory', 'export', '--to', 'en', '--out', 'out/memory.en.tmx');
  await run('memory', 'export', '--to', 'ar', '--out', 'out/memory.ar.tmx');
  await run('terms', 'export', '--out', 'out/terms.tbx');
  writeFileSync(
    join(root, 'locales/fr/app.json'),
    '{"files_one": "{{count}} fichier", "files_other": "{{count}} fichiers", "é <\\"&\\"> x": "a <b>&</b>\\n", "list": ["x"]}',
  );
  for (const format of ['1.2', '2.0']) {
    const out = `out/strings.${format}.xlf`;
    await run('strings', 'export', 'locales/fr/app.json', '--to', 'ar', '--format', format, '--out', out);
  }
}

/** A master that was edited in two branches, each in a sentence of its own. */
async function joinBranches(root: string, base: string, run: Run): Promise<void> {
  const words = 'Words of Ben';
  const last = base.lastIndexOf(words);
  const theirs = `${base.slice(0, last)}Other words${base.slice(last + words.length)}`;
  const ours = base.replace(words, 'Our words');
  for (const [name, text] of Object.entries({ base, ours, theirs })) {
    writeFileSync(join(root, `home/${name}.xlf`), text);
  }
  await run('merge-driver', 'home/base.xlf', 'home/ours.xlf', 'home/theirs.xlf', 'locales/en/joined.xlf');
}

function filesIn(root: string): (readonly [string, string])[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kindOf(entry.name, '') !== undefined)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(root, file), readFileSync(file, 'utf8')] as const);
}

function madeByWriters(): (readonly [string, string])[] {
  const strange = fc.sample(arbitraryDraft, sampling);
  const drafts = [example('en'), example('ar'), ...strange.map(withoutNoncharacters), ...strange.slice(0, 5)];
  const memories = fc.sample(arbitraryEntries('locales/memory/a.tmx'), sampling);
  const glossaries = fc.sample(arbitraryConcepts, sampling);
  return [
    ...drafts.flatMap((draft, at) => profiles.flatMap((profile) => sentOut(draft, profile, `draft${at}`))),
    ...memories.map((memory, at) => {
      return [`memory${at}.tmx`, writeTmx(memory, { source: 'fr', toolVersion: '0.1.0' })] as const;
    }),
    ...glossaries.map((concepts, at) => [`terms${at}.tbx`, writeTbx(concepts, { language: 'fr' })] as const),
  ];
}

/** The Schematron rules of 2.1 take U+FFFE and U+FFFF for characters that XML can hold: most drafts do without them. */
function withoutNoncharacters(draft: Draft): Draft {
  const { order, ...rest } = draft;
  const plain: Draft = JSON.parse(JSON.stringify(rest).replaceAll(/[\ufffe\uffff]/gu, ''));
  return { ...plain, ...(order && { order }) };
}

/** A draft in a profile, and its master, which remembers that. */
function sentOut(draft: Draft, profile: Profile, name: string): (readonly [string, string])[] {
  const { files, remembered } = exportDrafts([{ draft }], profile);
  return [
    ...[...files].map(([path, text]) => [`${name}.${profile}/${path}`, text] as const),
    ...remembered.map((sent) => [`${name}.${profile}/master.xlf`, writeMaster(sent.draft)] as const),
  ];
}

/** A draft with a target of every state, terms, matches, notes, issues, characters that XML cannot hold, and Arabic. */
function example(locale: string): Draft {
  const draft = exampleDraft();
  const odd = unit(segment('s4ef2', 'Le code \u0001 de <b>Brévine</b> & {{nom}} ]]> est « حزب الله ».'), {
    state: 'reviewed',
    text: 'رمز \u0001 برفين & {{nom}} ]]> هو «حزب الله».',
    by: 'Ada Meyer',
    provenance: { origin: { kind: 'human', by: 'Ada Meyer' }, steps: [] },
  });
  const { dispatch } = draft;
  const paragraphs = [
    ...dispatch.paragraphs,
    { id: 'p0004', kind: 'body', segments: [odd.segment] } as const,
  ];
  return { ...draft, locale, dispatch: { ...dispatch, paragraphs }, units: [...draft.units, odd] };
}
