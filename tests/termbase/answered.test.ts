import { describe, expect, it } from 'vitest';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { termProblems } from '../../src/termbase/problems.ts';
import { scoreTerms } from '../../src/termbase/score.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { conceptUsage } from '../../src/termbase/usage.ts';
import { byPerson, draftOf } from './house.ts';

const house = createTermbase(
  readTermsCsv(
    `concept,type,lang,term,status,match,forms,note
osce,organisation,fr,OSCE,preferred,exact,,
osce,organisation,es,OSCE,preferred,exact,,
osce,organisation,es,Organización para la Seguridad en Europa,admitted,exact,,
osce,organisation,es,Organismo de Seguridad en Europa,forbidden,exact,,
europe,place,fr,Europe,preferred,exact,,
europe,place,es,Europa,preferred,exact,,
`,
    'house.csv',
  ),
);

function read(source: string, target: string) {
  const draft = draftOf('es', [[source, byPerson(target)]]);
  const { mentions, rendered } = scoreTerms(draft, house);
  const missing = draft.units.flatMap((unit) =>
    termProblems(unit, house, 'fr', 'es').flatMap((problem) =>
      problem.kind === 'missing' ? [problem.mention] : [],
    ),
  );
  const places = conceptUsage([draft], house).flatMap(({ concept, locales }) =>
    locales.flatMap((locale) => locale.missing.map(() => concept)),
  );
  return { mentions, rendered, missing, places };
}

describe('a term inside a longer one', () => {
  const long = 'Organización para la Seguridad en Europa';
  it.each([
    ['l’OSCE (Organisation pour la sécurité en Europe)', `la OSCE (${long})`],
    ['l’OSCE (Organisation pour la sécurité en Europe)', `la ${long} (OSCE)`],
    ['l’OSCE (organisation en Europe) et l’Europe', `la OSCE (${long}) y Europa`],
    ['Organisation pour la sécurité en Europe', long],
  ])('is no missing term where the longer one answers no mention of its own: %s → %s', (source, target) => {
    const found = read(source, target);
    expect(found).toMatchObject({ missing: [], places: [] });
    expect(found.rendered).toBe(found.mentions);
  });

  it.each([
    ['l’OSCE en Europe', `la ${long}`, 'the longer one is a rendering of its own mention'],
    ['l’OSCE en Europe et en Europe', `la OSCE (${long})`, 'it is said twice'],
    ['l’OSCE en Europe', 'la OSCE (Organismo de Seguridad en Europa)', 'the longer one is wrong itself'],
    ['l’OSCE en Europe', 'la OSCE, la OSCE', 'the other one has it not in it'],
  ])('is missing in %s → %s: %s', (source, target) => {
    const found = read(source, target);
    expect(found).toMatchObject({ missing: ['Europe'], places: ['europe'] });
    expect(found.rendered).toBe(found.mentions - 1);
  });
});
