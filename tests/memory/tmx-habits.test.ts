import { existsSync, readFileSync } from 'node:fs';
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { readTmx } from '../../src/memory/tmx.ts';
import { writeTmx } from '../../src/memory/tmx-write.ts';

/** Files in the manner of each tool, written for these tests. */
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.tmx`, import.meta.url), 'utf8');
const entriesOf = (name: string) =>
  readTmx(fixture(name), `${name}.tmx`).map(({ provenance, from, ...entry }) => entry);

describe('TMX in the manner of other tools', () => {
  it('OmegaT, its project memory: defaults, and alternatives with their neighbours', () => {
    expect(entriesOf('omegat-project-save')).toEqual([
      {
        source: 'fr',
        target: 'en',
        sourceText: 'Le port est fermé.',
        targetText: 'The port is closed.',
        by: 'Ana',
        at: '2026-11-05T09:15:00Z',
      },
      {
        source: 'fr',
        target: 'en',
        sourceText: 'Le port est fermé.',
        targetText: 'The harbour is closed.',
        previous: 'Le vent se lève.',
        next: 'Les bateaux attendent.',
        by: 'Ana',
        at: '2026-11-05T09:20:00Z',
      },
    ]);
  });

  it('OmegaT, level 2: the words without its codes, whatever the case of the languages', () => {
    expect(entriesOf('omegat-level2')).toEqual([
      {
        source: 'fr-FR',
        target: 'en-GB',
        sourceText: 'Le port est fermé.',
        targetText: 'The port is closed.',
      },
    ]);
  });

  it('Weblate: languages with an underscore, texts with placeholders, nothing where nothing is translated', () => {
    expect(entriesOf('weblate')).toEqual([
      { source: 'fr', target: 'pt-BR', sourceText: 'Bonjour {{name}}', targetText: 'Olá {{name}}' },
    ]);
  });

  it('Trados: nested codes dropped, placeholders and addresses kept, one-sided contexts not taken for edges', () => {
    expect(entriesOf('trados')).toEqual([
      {
        source: 'fr-FR',
        target: 'de-DE',
        sourceText: 'Voir la page de {{site}} sur https://exemple.fr/a.',
        targetText: 'Siehe die Seite von {{site}} auf https://exemple.fr/a.',
        by: 'DESK\\bea',
        at: '2026-10-02T07:00:00Z',
      },
      {
        source: 'fr-FR',
        target: 'de-DE',
        sourceText: 'Le port est fermé.',
        targetText: 'Der Hafen ist geschlossen.',
        by: 'ANA',
        at: '2007-10-01T07:00:00Z',
      },
    ]);
  });

  it.each([
    ['XTM', '<prop type="x-previous-source-text">Un</prop><prop type="x-next-source-text">Trois</prop>', ''],
    ['Phrase', '', '<prop type="context_prev">Un</prop><prop type="context_next">Trois</prop>'],
    [
      'memoQ',
      '',
      '<prop type="x-context-pre">&lt;seg&gt;Un&lt;/seg&gt;</prop><prop type="x-context-post">Trois</prop>',
    ],
  ])('%s: both neighbours', (_, ofUnit, ofVariant) => {
    const text = `<tmx version="1.4"><header srclang="fr"/><body><tu>${ofUnit}<tuv xml:lang="fr">${ofVariant}<seg>Deux</seg></tuv><tuv xml:lang="en"><seg>Two</seg></tuv></tu></body></tmx>`;
    expect(readTmx(text, 'a.tmx')).toMatchObject([{ previous: 'Un', next: 'Trois', sourceText: 'Deux' }]);
  });

  it('a placeholder in a code is kept only where it is nothing else', () => {
    const seg =
      '<ph>{{a}}</ph> <ph>{1}</ph> <ph>&lt;b&gt;</ph> <ph>{{b}}<sub>x</sub></ph> <bpt i="1"><sub><ph>{{c}}</ph></sub></bpt> <ph>%1$s</ph>';
    const text = `<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="fr"><seg>${seg}</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>`;
    expect(readTmx(text, 'a.tmx')[0]?.sourceText).toBe('{{a}}     %1$s');
  });

  const dtdFile = new URL('../../../shared/tmx/tmx14.dtd', import.meta.url);
  it.skipIf(!existsSync(dtdFile))(
    'what is read of them is written valid by the DTD (needs ../shared/tmx/)',
    () => {
      using dtd = XmlDtd.fromBuffer(readFileSync(dtdFile));
      using validator = new DtdValidator(dtd);
      for (const name of ['omegat-project-save', 'omegat-level2', 'weblate', 'trados']) {
        const entries = readTmx(fixture(name), `${name}.tmx`);
        const written = writeTmx(entries, { source: 'fr', toolVersion: '0.1.0' });
        using document = XmlDocument.fromString(written);
        validator.validate(document);
        expect(readTmx(written, `${name}.tmx`)).toEqual(entries);
      }
      for (const name of ['omegat-level2', 'trados', 'weblate']) {
        using document = XmlDocument.fromString(fixture(name).replace(/^[\s\S]*?(?=<tmx)/u, ''));
        validator.validate(document);
      }
    },
  );
});
