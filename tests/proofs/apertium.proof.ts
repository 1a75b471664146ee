import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openApertium } from '../../src/provider/apertium.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import { checkout, demo, temporaryProject } from '../cli/temporary-project.ts';
import { testConformance } from '../provider/conformance.ts';

const pairs = { es: 'fr-es', ca: 'fra-cat', oc: 'fra-oci' } as const;
const missing = Object.values(pairs).some((mode) => !existsSync(`/usr/share/apertium/modes/${mode}.mode`));
const sample = join(checkout, '../shared/dispatches/000_2659b0ccd858b0a9.txt');

/** How the glossary says the names of the sample in Spanish: those of its gold. */
const inSpanish = new Map([
  ['Nagorny Karabakh', 'Nagorno Karabaj'],
  ['Sergueï Lavrov', 'Serguéi Lavrov'],
  ['Lavrov', 'Lavrov'],
  ['Zohrab Mnatsakanian', 'Zohrab Mnatsakanian'],
  ['Mnatsakanian', 'Mnatsakanian'],
  ['Djeyhoun Baïramov', 'Jeyhun Bayramov'],
  ['Baïramov', 'Bayramov'],
  ['Mike Pompeo', 'Mike Pompeo'],
  ['AFP', 'AFP'],
  ['Moscou', 'Moscú'],
  ['Washington', 'Washington'],
  ['Russie', 'Rusia'],
  ['Azerbaïdjan', 'Azerbaiyán'],
  ['Arménie', 'Armenia'],
  ['France', 'Francia'],
  ['Etats-Unis', 'Estados Unidos'],
  ['URSS', 'URSS'],
  ['Groupe de Minsk', 'Grupo de Minsk'],
  ['OSCE', 'OSCE'],
]);

describe.skipIf(missing)(
  'Apertium as Debian has it (skipped where fr-es, fra-cat and fra-oci are not installed)',
  () => {
    for (const [target, mode] of Object.entries(pairs))
      testConformance(`apertium ${mode}`, {
        placeholders: true,
        target,
        open: async () => ({ provider: await openApertium() }),
      });

    it('knows the directions that are installed, by names of two letters and of three', async () => {
      const provider = await openApertium();
      const asked = ['es', 'ca', 'ca-pre2017', 'oc', 'oc-gascon', 'de'];
      expect(asked.filter((target) => provider.supports?.('fr', target))).toEqual(asked.slice(0, -1));
      expect(provider.supports?.('es', 'fr')).toBe(true);
    });

    it('leaves final full stops, decimals and signs of its own stream where they are', async () => {
      const provider = await openApertium();
      const { translations } = await provider.translate(
        asking('es', [
          'Le maire est là.',
          'Le maire est là',
          'Un prix [de] 3,4 % : <b> ^ @ $5 / \\ ~ {x} {{y}} $t(z) https://example.org/de?la=le',
          'La mise en œuvre, la sœur et l’ami.',
        ]),
        never,
      );
      await provider.close?.();
      expect(translations.map(({ text }) => text)).toEqual([
        'El alcalde es allí.',
        'El alcalde es allí',
        'Un premio [de] 3,4 %: <b> ^ @ $5 / \\ ~ {x} {{y}} $t(z) https://example.org/de?la=le',
        expect.stringMatching(/^La puesta en marcha, la .+ y el amigo\.$/u),
      ]);
    });

    it('answers whatever it is sent, each under its id, and stays open', async () => {
      const provider = await openApertium();
      const word = fc.constantFrom(
        '^',
        '\\^',
        '~',
        '$',
        '@',
        '/',
        '<',
        '>',
        '{',
        '}',
        'Le',
        'maire',
        'l’',
        'a',
        'été',
        'Mme',
        '12,5',
        '«',
        '»',
        '…',
        '—',
        '{{name1}}',
        '\\',
        '[',
        ']',
      );
      const text = fc.array(
        fc.oneof(word, fc.string({ maxLength: 5 }), fc.string({ unit: 'grapheme', maxLength: 5 })),
        {
          minLength: 1,
          maxLength: 12,
        },
      );
      const texts = fc.array(
        text.map((words) => words.join(' ')).filter((one) => one.trim() !== ''),
        { minLength: 20, maxLength: 20 },
      );
      await fc.assert(
        fc.asyncProperty(texts, async (sent) => {
          const { translations } = await provider.translate(asking('es', sent), never);
          expect(translations.map(({ id }) => id)).toEqual(sent.map((_, at) => `s${at}`));
        }),
        { numRuns: 25 },
      );
      await provider.close?.();
    });

    it('goes on after an abort', async () => {
      const provider = await openApertium();
      const long = Array.from({ length: 50 }, (_, at) =>
        `Le maire est arrivé pour la ${at}e fois. `.repeat(20),
      );
      const cancel = new AbortController();
      const answering = provider
        .translate(asking('es', long), cancel.signal)
        .catch((thrown: unknown) => thrown);
      const next = provider.translate(asking('es', ['La ville.']), never);
      await new Promise((resolve) => setImmediate(resolve));
      cancel.abort();
      expect(await answering).toMatchObject({ kind: 'aborted' });
      expect((await next).translations).toEqual([{ id: 's0', text: 'La ciudad.' }]);
      await provider.close?.();
    });

    it('takes a demo dispatch into two languages, told as gist wherever a person looks', async () => {
      const project = await temporaryProject(demo);
      await project.write(
        'depeche.config.json',
        JSON.stringify({ targets: ['ca', 'oc'], provider: 'apertium' }),
      );
      const { exitCode } = await project.run('translate', 'source-texts/seisme-ardeche.txt');
      expect(exitCode).toBe(0);
      const { out: checked } = await project.run('check', '--to', 'ca', 'seisme-ardeche');
      expect(checked).toContain('gist-only: written by apertium for gist only');
      expect(await project.read('locales/oc/seisme-ardeche.xlf')).toContain(
        '<mda:meta type="gist">yes</mda:meta>',
      );
      await project.run('report', '--out', 'report.html', 'seisme-ardeche');
      expect(await project.read('report.html')).toContain(', for gist only');
    });

    it('has every name and term of the demo dispatches as the house says it, in three languages', async () => {
      const project = await temporaryProject(demo);
      await project.write('locales/glossary.csv', threeLanguages(await project.read('locales/glossary.csv')));
      await project.write(
        'depeche.config.json',
        JSON.stringify({ targets: ['es', 'ca', 'oc'], provider: 'apertium', memory: [] }),
      );
      await project.run('translate');
      const { out } = await project.run('status', '--json');
      const { drafts }: { drafts: { id: string; locale: string; terms: { success: number } }[] } =
        JSON.parse(out);
      const scores = drafts.map(({ id, locale, terms }) => `${id} ${locale} ${terms.success}`);
      expect(scores).toHaveLength(15);
      expect(scores.filter((score) => !score.endsWith(' 1'))).toEqual([]);
    });

    it.skipIf(!existsSync(sample))(
      'has all sentences of the sample in Spanish, and every name of its gold right (needs ../shared/dispatches)',
      async () => {
        const project = await temporaryProject(['locales/glossary.csv']);
        await project.write('depeche.config.json', JSON.stringify({ targets: ['es'], provider: 'apertium' }));
        await project.write('source-texts/sample.txt', readFileSync(sample));
        await project.run('translate');
        const xliff = await project.read('locales/es/sample.xlf');
        expect(xliff.match(/<mda:meta type="provider">apertium</gu)).toHaveLength(14);
        const bundle: Record<string, string> = JSON.parse(await project.read('locales/es/sample.json'));
        const [, ...sentences] = Object.values(bundle);
        expect(sentences).toHaveLength(14);
        const gold: { names: Record<string, readonly string[]> } = JSON.parse(
          readFileSync(sample.replace('.txt', '.gold.json'), 'utf8'),
        );
        const wanted = Object.entries(gold.names).flatMap(([number, names]) =>
          names.map((name) => ({
            number: Number(number),
            name,
            right: inSpanish.get(name) ?? 'not in the table',
          })),
        );
        expect(wanted.length).toBeGreaterThan(25);
        expect(wanted.filter(({ number, right }) => !sentences[number - 1]?.includes(right))).toEqual([]);
        const { out: checked } = await project.run('check');
        expect(checked).not.toMatch(/term-(?:missing|forbidden)/u);
        expect(checked.match(/gist-only/gu)).toHaveLength(14);
        const { out: status } = await project.run('status', '--json');
        expect(JSON.parse(status)).toMatchObject({ drafts: [{ terms: { success: 1, consistency: 1 } }] });
        const { out: shown } = await project.run('show', 'sample', '--to', 'es');
        expect(shown).toContain('— 14 for gist only');
      },
    );
  },
);

/** The demo glossary with Catalan and Occitan: rows of their own where they differ from Spanish, else the Spanish ones. */
function threeLanguages(glossary: string): string {
  const [, ...own] = readFileSync(join(import.meta.dirname, 'apertium-terms.csv'), 'utf8')
    .trim()
    .split('\n');
  const listed = new Set(own.map((row) => row.split(',').slice(0, 3).join()));
  const alike = glossary.split('\n').flatMap((row) => {
    const [, concept = '', type = '', rest = ''] =
      /^([^,]+),([^,]+),es,([^,]+,preferred,.*)$/u.exec(row) ?? [];
    const languages = concept === '' ? [] : ['ca', 'oc'];
    return languages
      .filter((language) => !listed.has([concept, type, language].join()))
      .map((language) => [concept, type, language, rest].join());
  });
  return [glossary.trim(), ...own, ...alike, ''].join('\n');
}

const never = new AbortController().signal;

function asking(target: string, texts: readonly string[]): TranslationRequest {
  return { source: 'fr', target, segments: texts.map((text, at) => ({ id: `s${at}`, text })) };
}
