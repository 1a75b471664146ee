import { describe, expect, it } from 'vitest';
import type { Draft, Target } from '../../src/model/draft.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { newNameConcepts } from '../../src/termbase/new-name-concepts.ts';
import { type NewName, newNames } from '../../src/termbase/new-names.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { segment, unit } from '../xliff/example-draft.ts';
import { namesFound, projectFiles, sample, sampleFiles, sampleIsHere } from './gold-names.ts';

const nothing = createTermbase([]);

/** A draft of sentences of our own; those with a second text have it as target. */
function draftOf(
  sentences: readonly (string | readonly [string, string])[],
  locale = 'en',
  id = 'essai',
): Draft {
  const provenance = { origin: { kind: 'human', by: 'Ada' }, steps: [] } as const;
  const units = sentences.map((sentence, at) => {
    const [source, text] = typeof sentence === 'string' ? [sentence] : sentence;
    const target: Target =
      text === undefined ? { state: 'pending' } : { state: 'translated', text, by: 'Ada', provenance };
    return unit(segment(`s${at}`, source), target);
  });
  return {
    dispatch: {
      id,
      locale: 'fr',
      raw: '',
      encoding: 'utf-8',
      bom: false,
      header: { status: 'usable' },
      paragraphs: [{ id: 'p0', kind: 'body', segments: units.map((each) => each.segment) }],
      version: 1,
    },
    locale,
    units,
    removed: [],
  };
}

const found = (...sentences: readonly string[]): readonly NewName[] =>
  newNames([draftOf(sentences)], nothing);
const short = (names: readonly NewName[]) => names.map(({ name, type }) => `${name}: ${type}`).toSorted();

describe('new names', () => {
  it.each<[string, string, readonly string[]]>([
    ['a title', 'Le convoi de Mme Odile Ferrand est arrivé.', ['Odile Ferrand: person']],
    [
      'several of a title',
      'Le procès de MM. Rouvel et Dastier commence.',
      ['Dastier: person', 'Rouvel: person'],
    ],
    ['a rank', 'Selon le ministre belge Willem Aerts, rien ne presse.', ['Willem Aerts: person']],
    ['a rank and a comma', 'Il a vu son homologue danois, Lars Holm.', ['Lars Holm: person']],
    ['a rank with a capital', 'Elle a suivi le Président Omar Belkacem.', ['Omar Belkacem: person']],
    [
      'a people before a person',
      'Le Norvégien Nils Brekke a gagné devant l’Italien Ugo Sarti.',
      ['Nils Brekke: person', 'Ugo Sarti: person'],
    ],
    ['hyphens', 'Le maire, Jean-Loup Mestre-Colin, a signé.', ['Jean-Loup Mestre-Colin: person']],
    [
      'initials',
      'Un rapport de J.-F. Quillot, puis de Paul R. Stone.',
      ['J.-F. Quillot: person', 'Paul R. Stone: person'],
    ],
    [
      'French particles',
      'Ce jour-là, a raconté Solange de Mirval, il pleuvait.',
      ['Solange de Mirval: person'],
    ],
    [
      'foreign particles',
      'Ils ont élu Hanna von der Heide et Karim ben Youssef.',
      ['Hanna von der Heide: person', 'Karim ben Youssef: person'],
    ],
    ['an age', 'La maison d’Aline Rocher, 52 ans, a brûlé.', ['Aline Rocher: person']],
    [
      'à, en, au',
      'Ils sont allés à Trévignac, en Norvège et au Pérou.',
      ['Norvège: place', 'Pérou: place', 'Trévignac: place'],
    ],
    [
      'an elision',
      'Les ponts d’Orvilliers et de l’Anselle sont fermés.',
      ['Anselle: place', 'Orvilliers: place'],
    ],
    ['an elision that opens the sentence', 'L’Anselle a débordé.', ['Anselle: place']],
    ['an apostrophe in a name', 'Il a cité Maeve O’Dwyer.', ["Maeve O'Dwyer: person"]],
    ['capitals without accents', 'Ils ont quitté les Etats-Unis.', ['Etats-Unis: place']],
    ['an abbreviation', 'Les experts de la FNTR sont partis.', ['FNTR: organisation']],
    [
      'an institution',
      'Ils ont saisi la Cour pénale internationale et le Conseil de sécurité.',
      ['Conseil de sécurité: organisation', 'Cour pénale internationale: organisation'],
    ],
    [
      'an institution of a place',
      'Il préside la Ligue de l’Anselle depuis mai.',
      ["Ligue de l'Anselle: organisation"],
    ],
    ['a firm', 'Ils ont payé la banque Corvel & Fils.', ['Corvel & Fils: organisation']],
    ['an event', 'Elle a gagné le Tour de Brévine en mai.', ['Tour de Brévine: event']],
  ])('are found by %s', (_, sentence, expected) => {
    expect(short(found(sentence))).toEqual(expected);
  });

  it.each([
    ['the first word of a sentence', 'Demain il fera beau. Hier il pleuvait.'],
    ['the first word of a quotation', 'Il a dit : « Partons ». Elle a répondu : “Restons”.'],
    ['what opens sentences before a name that is known', 'Mardi, à midi, tout allait bien.'],
    ['days and months', 'Ils viendront Lundi 3 Mars.'],
    ['peoples', 'Les Français et deux Ukrainiens ont aidé des Suédoises et une famille d’Arméniens.'],
    ['a portfolio', 'Le ministre norvégien des Affaires maritimes et le ministère de la Justice se taisent.'],
    ['words in capitals', 'GRAVE ACCIDENT DE TRAIN PRES DE LA FRONTIERE'],
    ['units and numerals', 'A 16H45, le XXIe siècle et le chapitre XIV ne comptaient plus.'],
    ['a question', 'Est-ce vrai ? Peut-on le croire ?'],
    ['the title of a work', 'Il a lu « Les Rivages » hier.'],
    ['the state', 'Les services de l’Etat et Internet ont tenu.'],
  ])('are not %s', (_, sentence) => {
    expect(short(found(sentence))).toEqual([]);
  });

  it('count a name that opens a sentence where it stands elsewhere too', () => {
    expect(found('Trévignac attend.')).toEqual([]);
    const [name, ...others] = found('Trévignac attend.', 'Les routes vers Trévignac sont fermées.');
    expect(others).toEqual([]);
    expect(name).toMatchObject({
      name: 'Trévignac',
      count: 2,
      places: [
        { dispatch: 'essai', segment: 's0' },
        { dispatch: 'essai', segment: 's1' },
      ],
    });
  });

  it('give a family name alone to the one person who has it', () => {
    expect(found('Il a vu Odile Ferrand.', 'Le bras droit de M. Ferrand se tait.')).toMatchObject([
      { name: 'Odile Ferrand', family: 'Ferrand', count: 2 },
    ]);
    const two = found('Il a vu Odile Ferrand et Luc Ferrand.', 'Le bras droit de M. Ferrand se tait.');
    expect(two.map(({ name, family }) => [name, family])).toEqual([
      ['Ferrand', undefined],
      ['Luc Ferrand', undefined],
      ['Odile Ferrand', undefined],
    ]);
  });

  it.each([
    'Les chiffres de l’Agence nationale des ports de pêche (ANPP) montent.',
    'Les chiffres de l’ANPP (Agence nationale des ports de pêche) montent.',
  ])('take an abbreviation and what explains it for one: %s', (sentence) => {
    expect(found(sentence)).toMatchObject([
      { name: 'ANPP', long: 'Agence nationale des ports de pêche', type: 'organisation', count: 1 },
    ]);
  });

  it('are not those of the termbase, in any form, nor those that two concepts share', () => {
    const house = createTermbase(
      readTermsCsv(`concept,type,lang,term,status,match,forms,note
ferrand,person,fr,Odile Ferrand,preferred,forms,family=Ferrand,
ferrand-2,person,fr,Luc Ferrand,preferred,forms,family=Ferrand,
trevignac,place,fr,Trévignac,preferred,forms,,
`),
    );
    const draft = draftOf(['Odile Ferrand est à TREVIGNAC.', 'Les amis de M. Ferrand sont à Orvilliers.']);
    expect(short(newNames([draft], house))).toEqual(['Orvilliers: place']);
  });

  it('say in how many sentences the drafts leave them as they are', () => {
    const sentences = ['Ils sont à Trévignac.', 'Ils quittent Trévignac.', 'Le pont de Trévignac cède.'];
    const english = draftOf([
      ['Ils sont à Trévignac.', 'They are in Trévignac.'],
      ['Ils quittent Trévignac.', 'They leave Trévignacois.'],
      'Le pont de Trévignac cède.',
    ]);
    const [name] = newNames([english, draftOf(sentences, 'de')], nothing);
    expect(name?.unchanged).toEqual([
      { locale: 'en', sentences: 2, count: 1 },
      { locale: 'de', sentences: 0, count: 0 },
    ]);
  });

  it('become rows of a glossary, with ids that nobody has', () => {
    const names = found('Il a vu Odile Ferrand.', 'Le bras droit de M. Ferrand est à Trévignac.');
    const csv = writeTermsCsv(newNameConcepts(names, { source: 'fr', taken: ['ferrand'], targets: ['en'] }));
    expect(csv).toBe(`concept,type,lang,term,status,match,forms,note
ferrand-2,person,fr,Odile Ferrand,admitted,forms,family=Ferrand,unconfirmed; in essai
ferrand-2,person,en,,preferred,forms,,
trevignac,place,fr,Trévignac,admitted,forms,,unconfirmed; in essai
trevignac,place,en,,preferred,forms,,
`);
    expect(() => readTermsCsv(csv)).toThrow(/write one, or remove the row/u);
    expect(readTermsCsv(writeTermsCsv(newNameConcepts(names, { source: 'fr', taken: [] })))).toHaveLength(2);
  });
});

describe('new names of whole dispatches, with no glossary at all', () => {
  it('are those of the golds of the project', () => {
    const results = projectFiles().map(namesFound);
    const sum = (of: (result: (typeof results)[number]) => number) =>
      results.reduce((total, result) => total + of(result), 0);
    expect(sum(({ gold }) => gold)).toBeGreaterThan(80);
    expect(sum(({ missed }) => missed.length)).toBeLessThanOrEqual(7);
    expect(results.flatMap(({ extra }) => extra)).toEqual(['Phare']);
  });

  const title = sampleIsHere
    ? 'are those of the gold of the user’s sample, all of them and no other'
    : `SKIPPED: ${sample.pathname} is not beside the checkout`;
  it.skipIf(!sampleIsHere)(title, () => {
    for (const files of sampleFiles()) {
      const { gold, missed, extra } = namesFound(files);
      expect(gold).toBeGreaterThan(0);
      expect({ missed, extra }).toEqual({ missed: [], extra: [] });
    }
  });
});
