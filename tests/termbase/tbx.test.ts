import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DtdValidator, RelaxNGValidator, XmlDocument, XmlDtd } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { DepecheError, describeError } from '../../src/model/errors.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { readTbx } from '../../src/termbase/tbx-read.ts';
import { writeTbx } from '../../src/termbase/tbx-write.ts';
import { arbitraryConcepts } from './arbitrary-concepts.ts';
import { houseCsv } from './house.ts';

const about = { language: 'fr' };
const demoCsv = readFileSync(new URL('../../locales/glossary.csv', import.meta.url), 'utf8');

/** What is wrong with a text, as a person is told. */
function complaint(text: string): string {
  try {
    readTbx(text, 'terms.tbx');
    return 'nothing';
  } catch (error) {
    if (error instanceof DepecheError && error.code === 'invalid') return describeError(error);
    throw error;
  }
}

const third = (body: string) => `<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body>${body}</body></text></tbx>`;

const second = (body: string) => `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body>${body}</body></text></martif>`;

const langSec = (lang: string, ...terms: string[]) =>
  `<langSec xml:lang="${lang}">${terms.map((term) => `<termSec>${term}</termSec>`).join('')}</langSec>`;

describe('a glossary through TBX and back', () => {
  it.each([
    ['of these tests', houseCsv],
    ['of the demo', demoCsv],
  ])('the one %s: CSV to TBX to CSV, byte for byte', (_, csv) => {
    expect(writeTermsCsv(readTbx(writeTbx(readTermsCsv(csv), about)))).toBe(csv);
  });

  it('any glossary comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryConcepts, (concepts) => {
        expect(readTbx(writeTbx(concepts, about))).toEqual(concepts);
      }),
    );
  });

  it('carries type and status in the categories of TBX-Basic, and the rest in notes', () => {
    const [concept] = readTermsCsv(houseCsv);
    if (!concept) throw new Error('the house glossary is empty');
    const german = concept.terms.filter(({ lang }) => lang === 'de');
    expect(writeTbx([{ ...concept, terms: german }], about)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="fr">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Written by depeche</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="lavrov">
        <descrip type="subjectField">person</descrip>
        <note>a minister</note>
        <langSec xml:lang="de">
          <termSec>
            <term>Sergej Lawrow</term>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <termNote type="partOfSpeech">properNoun</termNote>
            <note>depeche:match=forms</note>
            <note>depeche:forms=gen=Sergej Lawrows|family=Lawrow|family-gen=Lawrows</note>
          </termSec>
          <termSec>
            <term>Sergej Lavrov</term>
            <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
            <termNote type="partOfSpeech">properNoun</termNote>
            <note>depeche:match=forms</note>
            <note>depeche:forms=gen=Sergej Lavrovs|family=Lavrov|family-gen=Lavrovs</note>
          </termSec>
          <termSec>
            <term>Sergueï Lavrov</term>
            <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
            <termNote type="partOfSpeech">properNoun</termNote>
            <note>depeche:status=forbidden</note>
            <note>depeche:match=forms</note>
            <note>depeche:forms=gen=Sergueï Lavrovs</note>
          </termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
`);
  });

  it('takes what another tool has changed: a forbidden term that was raised is forbidden no more', () => {
    const text = writeTbx(readTermsCsv(houseCsv), about).replace(
      />deprecatedTerm-admn-sts(?=[^§]{0,120}depeche:status)/u,
      '>admittedTerm-admn-sts',
    );
    const term = readTbx(text)[0]?.terms.find((one) => one.text === 'Sergueï Lavrov' && one.lang === 'de');
    expect(term?.status).toBe('admitted');
  });

  const schema = new URL('../../../shared/tbx/TBXcoreStructV03.rng', import.meta.url);
  it.skipIf(!existsSync(schema))('is valid by the RELAX NG schema (needs ../shared/tbx/)', () => {
    using rules = XmlDocument.fromBuffer(readFileSync(schema));
    using validator = RelaxNGValidator.fromDoc(rules);
    const validate = (text: string) => {
      using document = XmlDocument.fromString(text);
      validator.validate(document);
    };
    validate(writeTbx([], about));
    validate(writeTbx(readTermsCsv(demoCsv), about));
    fc.assert(
      fc.property(arbitraryConcepts, (concepts) => validate(writeTbx(concepts, about))),
      { numRuns: 50 },
    );
    expect(() => validate(third('<conceptEntry/>'))).toThrow();
    expect(() =>
      validate(third(`<conceptEntry id="1">${langSec('fr', '<term>x</term>')}</conceptEntry>`)),
    ).toThrow();
  });
});

describe('TBX of others', () => {
  const martif = second(`<termEntry id="C-001">
<descripGrp><descrip type="definition">A pause
 in fighting</descrip></descripGrp><note>asked for by the desk</note>
<langSet xml:lang="fr_FR"><ntig><termGrp><term>cessez-le-<hi>feu</hi></term>
 <termNoteGrp><termNote type="administrativeStatus">preferred</termNote></termNoteGrp></termGrp></ntig></langSet>
<langSet xml:lang="EN-us"><tig><term>ceasefire</term></tig><tig><term>cease-fire</term></tig>
 <tig><term>truce</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
 <tig><term>halt</term><termNote type="administrativeStatus">forbidden</termNote></tig></langSet></termEntry>`);

  it('version 2: martif, tig and ntig, groups, unlike names of a status', () => {
    expect(readTbx(martif)).toEqual([
      {
        id: 'c-001',
        type: 'common',
        note: 'A pause\n in fighting; asked for by the desk',
        terms: [
          { lang: 'fr-FR', text: 'cessez-le-feu', status: 'preferred', match: 'forms', forms: [] },
          { lang: 'en-US', text: 'ceasefire', status: 'preferred', match: 'forms', forms: [] },
          { lang: 'en-US', text: 'cease-fire', status: 'admitted', match: 'forms', forms: [] },
          { lang: 'en-US', text: 'truce', status: 'deprecated', match: 'forms', forms: [] },
          { lang: 'en-US', text: 'halt', status: 'forbidden', match: 'forms', forms: [] },
        ],
      },
    ]);
  });

  const dtdFile = new URL('../../../shared/tbx/TBXcoreStructV02.dtd', import.meta.url);
  it.skipIf(!existsSync(dtdFile))('that file is valid by the DTD of version 2 (needs ../shared/tbx/)', () => {
    using dtd = XmlDtd.fromBuffer(readFileSync(dtdFile));
    using validator = new DtdValidator(dtd);
    using document = XmlDocument.fromString(martif);
    validator.validate(document);
  });

  it('version 3 in style DCT: the categories are elements', () => {
    const text = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
<conceptEntry id="moscow"><min:subjectField>Place</min:subjectField><basic:definition>a capital</basic:definition>
<langSec xml:lang="de"><termSec><term>Moskva</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>Moskau</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>`;
    expect(readTbx(text)).toMatchObject([
      {
        id: 'moscow',
        type: 'place',
        note: 'a capital',
        terms: [
          { text: 'Moskva', status: 'admitted' },
          { text: 'Moskau', status: 'preferred' },
        ],
      },
    ]);
  });

  it('gives every concept an id of ours, each once, and leaves alone those that are like ours', () => {
    const entry = (id: string, term: string) =>
      `<conceptEntry${id}>${langSec('ru', `<term>${term}</term>`)}</conceptEntry>`;
    const ids = [
      entry(' id="Île de Ré"', 'x'),
      entry(' id="ile-de-re"', 'y'),
      entry('', 'Łódź'),
      entry('', 'Москва'),
      entry(' id="{}"', 'Омск'),
      entry(' id="ILE_DE_RE"', 'z'),
      entry(' id="ile-de-re"', 'w'),
      entry(' id="__proto__"', 'v'),
    ].join('');
    const read = readTbx(third(ids));
    expect(read.map(({ id }) => id)).toEqual([
      'ile-de-re-2',
      'ile-de-re',
      'odz',
      'concept',
      'concept-2',
      'ile-de-re-3',
      'ile-de-re-4',
      'proto',
    ]);
    expect(readTermsCsv(writeTermsCsv(read))).toEqual(read);
  });

  it('is always something the glossary can hold', () => {
    const text = third(
      `<conceptEntry id="a">${langSec(
        'de',
        '<term>©</term>',
        '<term>Genf</term>',
        '<term>Genf</term>',
        '<term>Genève</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>',
        '<term>Ge\nnf</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>',
      )}</conceptEntry><conceptEntry id="b">${langSec('de', '<term>!</term>')}</conceptEntry>`,
    );
    const read = readTbx(text);
    expect(read.map(({ terms }) => terms.map((term) => `${term.text} ${term.status}`))).toEqual([
      ['Genf admitted', 'Genève preferred', 'Ge nf admitted'],
    ]);
    expect(readTermsCsv(writeTermsCsv(read))).toEqual(read);
  });

  it.each([
    ['', 'terms.tbx:1:1: not well-formed XML'],
    ['<html/>', 'terms.tbx:1:1: this is no TBX file: its root is <html>'],
    ['<martif>\n</martif>', 'terms.tbx:1:1: the TBX has no <text>'],
    [
      third('<conceptEntry id="a">\n<langSec/></conceptEntry>'),
      'terms.tbx:5:1: a <langSec> does not say its language',
    ],
    [
      third('<conceptEntry><langSec xml:lang="../x"/></conceptEntry>'),
      'terms.tbx:4:27: “../x” is no language tag',
    ],
    [
      third('<conceptEntry><langSec xml:lang="fr"><termSec/></langSec></conceptEntry>'),
      'a <termSec> has no <term>',
    ],
    [
      third(
        `<conceptEntry>${langSec('fr', '<term>x</term><termNote type="administrativeStatus">bad</termNote>')}</conceptEntry>`,
      ),
      'terms.tbx:4:73: the status “bad” of a term is not known',
    ],
    [
      third(`<conceptEntry>${langSec('fr', '<term>x</term><note>depeche:forms=x</note>')}</conceptEntry>`),
      'the form “x” is not label=text',
    ],
    [
      third(
        `<conceptEntry>${langSec('fr', '<term>x</term><note>depeche:match=fuzzy</note>')}</conceptEntry>`,
      ),
      'a note of ours says “fuzzy”',
    ],
    [
      second('').replace('SYSTEM "TBXcoreStructV02.dtd"', '[<!ENTITY a "x">]').replace('<p>x', '<p>&a;'),
      'terms.tbx:3:',
    ],
    [third('<conceptEntry>'.repeat(80)), 'nested more than 64 deep'],
    [third('<conceptEntry>').slice(0, -20), 'not well-formed XML'],
  ])('refuses what is no TBX, case %#', (text, expected) => {
    expect(complaint(text)).toContain(expected);
    expect(complaint(text)).toContain('terms.tbx:');
  });

  it('reads 20,000 concepts of one name in no time', () => {
    const text = third(
      `<conceptEntry id="C 1">${langSec('fr', '<term>x</term>')}</conceptEntry>`.repeat(20_000),
    );
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    expect(readTbx(text).at(-1)?.id).toBe('c-1-20000');
  });
});
