import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dispatch } from '../../src/model/dispatch.ts';
import { encode } from '../../src/wire/encode.ts';
import { checkout, temporaryProject } from './temporary-project.ts';

const id = '000_2659b0ccd858b0a9';
const file = join(checkout, `../shared/dispatches/${id}.txt`);
const missing = !existsSync(file);
const locales = ['en', 'de', 'es', 'pt', 'ar'];

/** What a reader says the sample is. */
type Gold = {
  readonly carrier: string;
  readonly note: { readonly text: string; readonly update: string };
  readonly dateline: {
    readonly text: string;
    readonly place: string;
    readonly date: string;
    readonly agency: string;
  };
  readonly paragraphs: readonly (readonly string[])[];
  readonly names: Readonly<Record<string, readonly string[]>>;
};

describe.skipIf(missing)('the sample dispatch (needs ../shared/dispatches)', () => {
  const gold: Gold = missing
    ? undefined
    : JSON.parse(readFileSync(file.replace('.txt', '.gold.json'), 'utf8'));

  it('is read as its gold says, and its bytes come back', async () => {
    const project = await temporaryProject();
    const { exitCode, out } = await project.run('segment', file, '--format', 'json');
    expect(exitCode).toBe(0);
    const dispatch: Dispatch = JSON.parse(out);
    expect(dispatch.header).toMatchObject({ carrier: gold.carrier, note: gold.note });
    expect(dispatch.dateline).toMatchObject(gold.dateline);
    expect(dispatch.paragraphs.map(({ segments }) => segments.map(({ text }) => text))).toEqual(
      gold.paragraphs,
    );
    expect(
      Buffer.from(encode(dispatch.raw, dispatch.encoding, dispatch.bom)).equals(readFileSync(file)),
    ).toBe(true);
  });

  it('has every name of its gold found in its sentence by the glossary', async () => {
    const project = await temporaryProject(['depeche.config.json', 'locales/glossary.csv']);
    await project.write(`source-texts/${id}.txt`, readFileSync(file));
    await project.run('translate', '--provider', 'pseudo', '--to', 'en');
    const { termsBySentence } = await termsIn(project.root, id);
    const wanted = Object.entries(gold.names).flatMap(([sentence, names]) =>
      names.map((name) => [Number(sentence), name] as const),
    );
    expect(
      wanted.filter(
        ([sentence, name]) => !termsBySentence[sentence - 1]?.some((term) => term.includes(name)),
      ),
    ).toEqual([]);
  });

  it('goes through pseudo into all five locales, whole', async () => {
    const project = await temporaryProject(['depeche.config.json', 'locales/glossary.csv']);
    const { exitCode } = await project.run('translate', file, '--provider', 'pseudo', '--out', 'out');
    expect(exitCode).toBe(0);
    for (const locale of locales) {
      const xliff = await project.read(`out/${locale}/${id}.xlf`);
      expect(xliff.match(/<segment /gu)?.length).toBe(15);
      expect(xliff.match(/subState="depeche:drafted"/gu)?.length).toBe(15);
      const bundle: Record<string, string> = JSON.parse(await project.read(`out/${locale}/${id}.json`));
      expect(Object.keys(bundle)).toHaveLength(15);
      expect(Object.keys(bundle)[0]).toBe('dateline');
    }
  });

  it('stays pending where nobody is asked: no target, no bundle, exit 1', async () => {
    const project = await temporaryProject(['depeche.config.json', 'locales/glossary.csv', 'locales/memory']);
    const { exitCode, out } = await project.run('translate', file, '--out', 'out');
    expect(exitCode).toBe(1);
    expect(out).toContain('pending');
    const written = await project.snapshot('out');
    expect([...written.keys()].filter((path) => /^out\/(en|de|es|pt|ar)\/.*\.json$/u.test(path))).toEqual([]);
    const xliff = await project.read(`out/de/${id}.xlf`);
    expect(xliff.match(/state="initial">\s*<source/gu)?.length).toBeGreaterThanOrEqual(12);
  });
});

/** The source terms that the master marks, sentence by sentence. */
async function termsIn(root: string, dispatchId: string): Promise<{ termsBySentence: string[][] }> {
  const xliff = readFileSync(join(root, `locales/en/${dispatchId}.xlf`), 'utf8');
  const sources = [...xliff.matchAll(/<segment id="s[^>]*>\s*<source[^>]*>(.*?)<\/source>/gsu)].map(
    (match) => match[1] ?? '',
  );
  return {
    termsBySentence: sources.map((source) =>
      [...source.matchAll(/<mrk[^>]*type="term"[^>]*>(.*?)<\/mrk>/gu)].map((match) => match[1] ?? ''),
    ),
  };
}
