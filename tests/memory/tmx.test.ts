import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../src/memory/entry.ts';
import { readTmx, tmxStream } from '../../src/memory/tmx.ts';
import { writeTmx } from '../../src/memory/tmx-write.ts';
import { DepecheError, describeError } from '../../src/model/errors.ts';
import type { Provenance } from '../../src/model/provenance.ts';
import { arbitraryEntries } from './arbitrary-entries.ts';
import { entry } from './samples.ts';

const about = { source: 'fr', toolVersion: '0.1.0' };
const file = 'locales/memory/a.tmx';

/** A TMX file around some units, as other tools write them. */
function tmx(body: string, srclang = 'fr'): string {
  return `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="${srclang}" datatype="plaintext"/>
<body>${body}</body></tmx>`;
}

const tuv = (lang: string, text: string) => `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`;

/** What is wrong with a text, as a person is told. */
function complaint(text: string, source?: string): string {
  try {
    readTmx(text, file, source === undefined ? {} : { source });
    return 'nothing';
  } catch (error) {
    if (error instanceof DepecheError && error.code === 'invalid') return describeError(error);
    throw error;
  }
}

describe('readTmx', () => {
  it('pairs the source language with every other, whatever its region or case', () => {
    const text = tmx(
      `<tu>${tuv('FR-fr', 'Oui.')}${tuv('en_US', 'Yes.')}${tuv('de', 'Ja.')}${tuv('es', ' ')}</tu>`,
    );
    expect(readTmx(text, file).map(({ source, target, targetText }) => [source, target, targetText])).toEqual(
      [
        ['fr-FR', 'en-US', 'Yes.'],
        ['fr-FR', 'de', 'Ja.'],
      ],
    );
  });

  it('reads each ordered pair where the file says *all*, and from a language that is asked for', () => {
    const body = `<tu>${tuv('fr', 'Oui.')}${tuv('en', 'Yes.')}${tuv('de', 'Ja.')}</tu>`;
    const pairs = (entries: MemoryEntry[]) => entries.map(({ source, target }) => `${source}-${target}`);
    expect(pairs(readTmx(tmx(body, '*all*'), file))).toEqual([
      'fr-en',
      'fr-de',
      'en-fr',
      'en-de',
      'de-fr',
      'de-en',
    ]);
    expect(pairs(readTmx(tmx(body), file, { source: 'de' }))).toEqual(['de-fr', 'de-en']);
  });

  it('keeps the words of inline markup and drops its codes', () => {
    const seg =
      'Un <bpt i="1">&lt;b&gt;</bpt>mot<ept i="1">&lt;/b&gt;</ept> <hi>très <hi>dit</hi></hi><ph>{1}<sub>note</sub></ph> <it pos="begin">[</it>&amp; <ut>x</ut>fin';
    const [read] = readTmx(tmx(`<tu>${tuv('fr', seg)}${tuv('en', '<![CDATA[a < b]]>')}</tu>`), file);
    expect([read?.sourceText, read?.targetText]).toEqual(['Un mot très dit & fin', 'a < b']);
  });

  it('reads old versions: lang without a namespace, no change dates', () => {
    const text = `<tmx version="1.1"><header srclang="fr"/><body><tu><tuv lang="fr"><seg>Oui</seg></tuv><tuv lang="en"><seg>Yes</seg></tuv></tu></body></tmx>`;
    expect(readTmx(text, file)).toEqual([
      {
        source: 'fr',
        target: 'en',
        sourceText: 'Oui',
        targetText: 'Yes',
        provenance: { origin: { kind: 'memory' }, steps: [] },
        from: file,
      },
    ]);
  });

  it('reads who and when, and neighbours as OmegaT and memoQ write them', () => {
    const text = tmx(`
<tu creationid="Old" creationdate="20190101T000000Z"><prop type="prev">Avant</prop><prop type="next"/>
${tuv('fr', 'Un')}<tuv xml:lang="en" changeid="Bea" changedate="20201021T140000Z" creationid="Ana"><seg>One</seg></tuv></tu>
<tu creationid="Old" creationdate="20190101T000000Z"><prop type="x-context-pre">&lt;seg&gt;A &amp;amp; &lt;ph/&gt;B&lt;/seg&gt;</prop><prop type="x-context-post">C</prop>${tuv('fr', 'Deux')}${tuv('en', 'Two')}</tu>`);
    expect(readTmx(text, file).map(({ previous, next, by, at }) => ({ previous, next, by, at }))).toEqual([
      { previous: 'Avant', next: undefined, by: 'Bea', at: '2020-10-21T14:00:00Z' },
      { previous: 'A & B', next: 'C', by: 'Old', at: '2019-01-01T00:00:00Z' },
    ]);
  });

  it('does not take the neighbours of the source language for those of another', () => {
    const text = tmx(`<tu><prop type="prev">Avant</prop>${tuv('fr', 'Un')}${tuv('en', 'One')}</tu>`);
    expect(readTmx(text, file, { source: 'en' })[0]).not.toHaveProperty('previous');
  });

  it('reads a file that comes in pieces', () => {
    const entries = [entry({ sourceText: '🗞 É', from: file }), entry({ sourceText: 'Deux', from: file })];
    const read: MemoryEntry[] = [];
    const stream = tmxStream(file, (one) => read.push(one));
    for (const piece of writeTmx(entries, about)) stream.write(piece);
    stream.end();
    expect(read).toEqual(entries);
  });

  it.each([
    ['', 'a.tmx:1:1: not well-formed XML: document must contain a root element'],
    ['Le port est fermé.', 'a.tmx:1:'],
    ['<html/>', 'a.tmx:1:1: this is no TMX file: its root is <html>'],
    ['<tmx version="2.0"/>', 'a.tmx:1:1: TMX of version 2.0 is not known'],
    ['<tmx version="1.4"><header/></tmx>', 'the header does not say the source language (srclang)'],
    ['<tmx version="1.4"><header srclang="fr"/></tmx>', 'the TMX has no <body>'],
    ['<tmx version="1.4"><body/></tmx>', 'there is no header before the body'],
    [tmx('<tu>\n<tuv><seg>x</seg></tuv></tu>'), 'a.tmx:4:1: a <tuv> does not say its language'],
    [tmx(`<tu>${tuv('../en', 'x')}</tu>`), '“../en” is no language tag'],
    [tmx(`<tu>${tuv('fr', 'x')}<tuv xml:lang="en"/></tu>`), 'the <tuv> in en has no <seg>'],
    [tmx(`<tu>${tuv('fr', '<g>x</g>')}</tu>`), '<g> has no place in <seg>'],
    [tmx(`<tuv xml:lang="fr"><seg/></tuv>`), '<tuv> has no place in <body>'],
    [tmx(`<tu>${tuv('fr', 'x')}`), 'not well-formed XML'],
    [tmx(`<tu>${tuv('fr', 'x')}${tuv('en', 'a < b')}</tu>`), 'not well-formed XML'],
    [tmx(`<tu>${tuv('fr', '&#1;')}</tu>`), 'not well-formed XML'],
    [
      tmx(`<tu><prop type="x-depeche-origin">robot</prop>${tuv('fr', 'x')}${tuv('en', 'y')}</tu>`),
      'the provenance',
    ],
    [
      tmx(`<tu>${tuv('en', 'x')}${tuv('de', 'y')}</tu>`),
      'there is no text in fr in it; its languages are: de, en',
    ],
    [tmx('<tu/>', 'no language'), 'a.tmx:2:20: the source language “no language” is no language tag'],
    [tmx(`<tu>${tuv('fr', '<hi>'.repeat(80))}</tu>`), 'nested more than 64 deep'],
  ])('refuses what is no TMX, case %#', (text, expected) => {
    expect(complaint(text)).toContain(expected);
    expect(complaint(text)).toContain('a.tmx');
  });

  it('refuses a file that has nothing in the language it is wanted from', () => {
    const text = tmx(`<tu>${tuv('fr', 'x')}${tuv('en', 'y')}</tu>`);
    expect(complaint(text, 'es')).toContain('there is no text in es in it; its languages are: en, fr');
    expect(complaint(tmx(''), 'es')).toBe('nothing');
  });

  it('expands no entity a file declares', () => {
    const bomb = `<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="fr"><seg>`;
    const rest = '</seg></tuv></tu></body></tmx>';
    expect(complaint(`${bomb}&b;${rest}`)).toContain('a.tmx:2:');
    expect(complaint(`${bomb}&f;${rest}`)).toContain('a.tmx:2:');
  });

  it('says where any file breaks off', () => {
    const whole = writeTmx([entry({ previous: 'Avant', by: 'Ana', at: '2020-10-21T10:00:00Z' })], about);
    for (let length = 0; length < whole.trimEnd().length; length += 1) {
      expect(complaint(whole.slice(0, length))).toMatch(/^locales\/memory\/a\.tmx:\d+:\d+: /u);
    }
  });
});

describe('writeTmx', () => {
  it('writes what readTmx reads back, to the letter', () => {
    fc.assert(
      fc.property(arbitraryEntries(file), (written) => {
        const first = writeTmx(written, about);
        expect(readTmx(first, file)).toEqual(written);
        expect(writeTmx(readTmx(first, file), about)).toBe(first);
      }),
      { numRuns: 300 },
    );
  });

  it('never forgets a machine', () => {
    const provenance: Provenance = {
      origin: { kind: 'machine', provider: 'deepl', model: 'quality_optimized' },
      steps: [
        { did: 'repaired', by: 'termbase:lavrov' },
        { did: 'edited', by: 'Ana Maria', at: '2020-10-21T10:00:00Z' },
      ],
    };
    expect(readTmx(writeTmx([entry({ provenance })], about), file)[0]?.provenance).toEqual(provenance);
  });

  it('is laid out for people and for diffs', () => {
    const written = writeTmx([entry({ next: 'Après.', by: 'Ana', at: '2020-10-21T10:00:00Z' })], about);
    expect(written).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="depeche" creationtoolversion="0.1.0" segtype="sentence" o-tmf="depeche" adminlang="en" srclang="fr" datatype="plaintext"/>
  <body>
    <tu>
      <prop type="next">Après.</prop>
      <prop type="x-depeche-origin">human</prop>
      <prop type="x-depeche-author">Ana</prop>
      <tuv xml:lang="fr">
        <seg>Le port est fermé.</seg>
      </tuv>
      <tuv xml:lang="en" changedate="20201021T100000Z" changeid="Ana">
        <seg>The port is closed.</seg>
      </tuv>
    </tu>
  </body>
</tmx>
`);
  });

  it('refuses characters that XML cannot hold', () => {
    expect(() => writeTmx([entry({ targetText: 'a\u0001b' })], about)).toThrow(
      'U+0001 cannot be written in XML',
    );
    expect(() => writeTmx([entry({ sourceText: 'a\ud800' })], about)).toThrow(DepecheError);
  });

  const dtdFile = new URL('../../../shared/tmx/tmx14.dtd', import.meta.url);
  it.skipIf(!existsSync(dtdFile))('is valid by the DTD of TMX 1.4 (needs ../shared/tmx/tmx14.dtd)', () => {
    using dtd = XmlDtd.fromBuffer(readFileSync(dtdFile));
    const validator = new DtdValidator(dtd);
    fc.assert(
      fc.property(arbitraryEntries(file), (written) => {
        using document = XmlDocument.fromString(writeTmx(written, about));
        validator.validate(document);
      }),
      { numRuns: 50 },
    );
    using broken = XmlDocument.fromString('<tmx version="1.4"><body/></tmx>');
    expect(() => validator.validate(broken)).toThrow();
  });
});
