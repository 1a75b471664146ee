import { describe, expect, it } from 'vitest';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted, type ScriptedOptions } from '../../src/provider/scripted.ts';
import { translate } from '../../src/provider/translate.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { instantClock } from './clocks.ts';
import { draftOf } from './drafts.ts';
import { targetsOf, textsOf } from './run.ts';

const house = createTermbase(
  readTermsCsv(
    `concept,type,lang,term,status,match,forms,note
minister,title,fr,ministre des Armées,preferred,forms,pl=ministres des Armées|adj=ministre russe des Armées,
minister,title,es,ministro de Defensa,preferred,forms,fem=ministra de Defensa|pl=ministros de Defensa|adj=ministro ruso de Defensa,
office,organisation,fr,Bureau des séismes,preferred,exact,,
office,organisation,fr,BS,admitted,exact,,
office,organisation,es,Oficina de Seísmos,preferred,exact,,
office,organisation,es,BS,admitted,exact,,
geneva,place,fr,Genève,preferred,exact,,
geneva,place,es,Ginebra,preferred,exact,,
book,common,fr,Les Heures,preferred,exact,,
book,common,es,Les Heures,preferred,exact,,
ussr,place,fr,URSS,preferred,exact,,
ussr,place,es,URSS,preferred,exact,,
ussr,place,es,Unión Soviética,admitted,exact,,
fbi,organisation,fr,FBI,preferred,exact,,
fbi,organisation,es,FBI,preferred,exact,,
fbi,organisation,es,Oficina Federal de Investigación,admitted,exact,,
cairo,place,fr,Le Caire,preferred,forms,contr=au Caire|contr=du Caire,
cairo,place,es,El Cairo,preferred,exact,,
truce,common,fr,trêve,preferred,exact,,
truce,common,es,tregua,preferred,exact,,
`,
    'house.csv',
  ),
);

/** A dictionary of words and rules as an engine has one: what it does not know stays, and an article before it goes by its guess. */
function engine(text: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/ministre russe des Armées/gu, 'ministro ruso de los Ejércitos'],
    [/[Ll]a ministre des Armées/gu, 'la ministra de los Ejércitos'],
    [/ministres des Armées/gu, 'ministros de los Ejércitos'],
    [/ministre des Armées/gu, 'ministro de los Ejércitos'],
    [/Bureau des séismes/gu, 'Despacho de los seísmos'],
    [/« Les Heures »/gu, '« Las Horas »'],
    [/trêve/gu, 'pausa'],
    [/au Caire/gu, 'al Caire'],
    [/de l’/gu, 'del '],
    [/[Ll]’/gu, 'el '],
    [/\b[Ll]e /gu, 'el '],
    [/\b[Ll]es /gu, 'los '],
    [/\b[Ll]a /gu, 'la '],
    [/ va à /gu, ' va a '],
    [/ vont à /gu, ' van a '],
  ];
  return rules.reduce((known, [from, to]) => known.replace(from, to), text);
}

async function stage(
  sentences: readonly string[],
  { answers = engine, freeToAsk = true, ...options }: Partial<ScriptedOptions> & { freeToAsk?: boolean } = {},
) {
  const provider = createScripted({ answers, capabilities: { placeholders: true, freeToAsk }, ...options });
  const scheduler = createScheduler(provider, { clock: instantClock() });
  const tools = { scheduler, journal: createInMemoryJournal(), termbase: house };
  const asked = await translate(draftOf(sentences, { locale: 'es' }), tools);
  const draft = enforceTerms(asked, house);
  const sent = provider.calls.map(({ segments }) => segments.map(({ text }) => text));
  return { draft, sent, issues: draft.units.flatMap(({ issues }) => issues.map(({ check }) => check)) };
}

describe('the words of an engine for a term', () => {
  it.each([
    ['le ministre russe des Armées va à Genève', 'el ministro ruso de Defensa va a Ginebra'],
    ['les ministres des Armées vont à Genève', 'los ministros de Defensa van a Ginebra'],
    ['la ministre des Armées va à Genève', 'la ministra de Defensa va a Ginebra'],
    ['le livre « Les Heures »', 'el livre « Les Heures »'],
  ])('become those of the house, in the same form: %s', async (source, target) => {
    const { draft, issues } = await stage([source]);
    expect(textsOf(draft)).toEqual([target]);
    expect(issues).toEqual([]);
  });

  it('become those of the house with their article, and a person is told where another gender came', async () => {
    const { draft, issues } = await stage(['le Bureau des séismes (BS) va à Genève']);
    expect(textsOf(draft)).toEqual(['la Oficina de Seísmos (BS) va a Ginebra']);
    expect(issues).toContain('term-article');
  });

  it('are asked for in one request more, of the sentences that lack a term alone, and provenance tells it', async () => {
    const { draft, sent } = await stage(['le ministre des Armées va à Genève', 'rien']);
    expect(sent).toEqual([
      ['le ministre des Armées va à {{name1}}', 'rien'],
      ['le {{name2}} va à {{name1}}'],
    ]);
    expect(targetsOf(draft)[0]).toMatchObject({
      provenance: {
        steps: [
          { did: 'repaired', by: 'shield:geneva' },
          { did: 'repaired', by: 'termbase:minister' },
        ],
      },
    });
  });

  it('stay where no form of the term begins as they do', async () => {
    const answers = (text: string) =>
      engine(text).replace('ministro de los Ejércitos', 'jefe de los Ejércitos');
    const { draft } = await stage(['le ministre des Armées va à Genève', 'la trêve'], { answers });
    expect(textsOf(draft)).toEqual(['el jefe de los Ejércitos va a Ginebra', 'la pausa']);
  });

  it('stay where the copy has more in its form than the house has words for', async () => {
    const { draft } = await stage(['une visite au Caire']);
    expect(textsOf(draft)).toEqual(['une visite al Caire']);
  });

  it.each([
    [
      'the rest of the sentence is another one',
      (text: string) => engine(text).replace(/^(.*)\{\{name2\}\}(.*)$/u, '$2 {{name2}}'),
    ],
    ['the placeholder is lost', (text: string) => engine(text).replace('{{name2}}', '')],
    ['there is no answer', (text: string) => (text.includes('{{name2}}') ? undefined : engine(text))],
  ])('stay where %s', async (_, answers) => {
    const { draft } = await stage(['le ministre des Armées va à Genève'], { answers });
    expect(textsOf(draft)).toEqual(['el ministro de los Ejércitos va a Ginebra']);
  });

  it('stay where the term would take the place of another term that the engine said', async () => {
    const answers = (text: string) =>
      text.includes('{{') ? 'el {{name1}}' : 'la tregua del Despacho de los seísmos';
    const { draft } = await stage(['la trêve du Bureau des séismes'], { answers });
    expect(textsOf(draft)).toEqual(['la tregua del Despacho de los seísmos']);
  });

  it('stay where the request fails, and the draft is what it was', async () => {
    const { draft } = await stage(['le ministre des Armées va à Genève'], {
      failures: new Map([[2, 'bad-request']]),
    });
    expect(textsOf(draft)).toEqual(['el ministro de los Ejércitos va a Ginebra']);
  });

  it('are not asked for where a provider does not say that it is free to ask, nor where no term is lacking', async () => {
    const { sent } = await stage(['le ministre des Armées va à Genève'], { freeToAsk: false });
    expect(sent).toHaveLength(1);
    expect((await stage(['il va à Genève'])).sent).toHaveLength(1);
  });

  it('are asked for so many times at most that a sentence without end is not sent for each of its words', async () => {
    const { sent } = await stage([Array(100).fill('la trêve').join(', ')]);
    expect(sent.flat()).toHaveLength(1 + 16);
  });

  it.each([
    ['la fin de l’URSS', 'la fin de la URSS'],
    ['l’URSS va à Genève', 'la URSS va a Ginebra'],
    ['le FBI va à Genève', 'el FBI va a Ginebra'],
    ['l’URSS, oui, l’URSS', 'el URSS, oui, el URSS'],
  ])(
    'are given the article that the copy hides, where the long name tells it: %s → %s',
    async (source, target) => {
      const { draft } = await stage([source]);
      expect(textsOf(draft)).toEqual([target]);
    },
  );
});
