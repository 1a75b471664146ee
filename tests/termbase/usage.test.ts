import { describe, expect, it } from 'vitest';
import type { Draft, Target } from '../../src/model/draft.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { scoreTerms } from '../../src/termbase/score.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { conceptUsage } from '../../src/termbase/usage.ts';
import { exampleDraft, segment, unit } from '../xliff/example-draft.ts';

const termbase = createTermbase(
  readTermsCsv(`concept,type,lang,term,status,match,forms,note
ferrand,person,fr,Odile Ferrand,preferred,forms,family=Ferrand,
ferrand,person,en,Odile Ferrand,preferred,forms,family=Ferrand,
ferrand,person,ar,أوديل فيران,preferred,forms,family=فيران,
anselle,place,fr,Anselle,preferred,forms,,
anselle,place,en,Anselle,preferred,forms,,
anselle,place,en,Anzelle,admitted,forms,,
anselle,place,en,Anselia,forbidden,forms,,
mayor,title,fr,maire,preferred,forms,,
mayor,title,en,mayor,preferred,forms,,
mayor,title,en,chief of the town,admitted,forms,,
`),
);

/** A draft of pairs; one without a second text is pending. */
function draftOf(id: string, locale: string, ...pairs: readonly (readonly [string, string?])[]): Draft {
  const provenance = { origin: { kind: 'human', by: 'Ada' }, steps: [] } as const;
  const units = pairs.map(([source, text], at) => {
    const target: Target =
      text === undefined ? { state: 'pending' } : { state: 'translated', text, by: 'Ada', provenance };
    return unit(segment(`s${at}`, source), target);
  });
  const example = exampleDraft();
  const { dateline: _, ...dispatch } = example.dispatch;
  const paragraphs = [{ id: 'p0', kind: 'body' as const, segments: units.map((each) => each.segment) }];
  return { dispatch: { ...dispatch, id, paragraphs }, locale, units, removed: [] };
}

const drafts = [
  draftOf(
    'un',
    'en',
    ['Odile Ferrand voit l’Anselle.', 'Odile Ferrand sees the Anselle.'],
    ['L’Anselle monte.', 'The Anzelle rises.'],
    ['L’Anselle baisse.', 'The river falls.'],
    ['L’Anselle dort.'],
    ['Le maire parle, le maire se tait.', 'The mayor speaks, the chief of the town is silent.'],
  ),
  draftOf('un', 'ar', ['Odile Ferrand voit l’Anselle.', 'Ferrand ترى النهر.']),
  draftOf(
    'deux',
    'en',
    ['L’Anselle déborde.', 'The Anselia floods.'],
    ['Mme Ferrand le dit.', 'Ms Ferrand says so.'],
  ),
];

describe('how concepts are said', () => {
  const usage = conceptUsage(drafts, termbase);

  it('has what is wrong first, and what is in order last', () => {
    expect(usage.map(({ concept, isSound }) => [concept, isSound])).toEqual([
      ['anselle', false],
      ['ferrand', false],
      ['mayor', true],
    ]);
  });

  it('counts each rendering, and what is missing, with its places; what is pending is not looked at', () => {
    const place = (dispatch: string, at: number, locale = 'en') => ({ dispatch, locale, segment: `s${at}` });
    expect(usage[0]?.locales).toEqual([
      {
        locale: 'en',
        renderings: [
          { term: 'Anselle', status: 'preferred', count: 1, places: [place('un', 0)] },
          { term: 'Anzelle', status: 'admitted', count: 1, places: [place('un', 1)] },
          { term: 'Anselia', status: 'forbidden', count: 1, places: [place('deux', 0)] },
        ],
        missing: [place('un', 2)],
        consistency: 1 / 3,
      },
    ]);
    const [english, arabic] = usage[1]?.locales ?? [];
    expect(english).toMatchObject({ consistency: 1, missing: [] });
    expect(arabic).toMatchObject({
      consistency: 0,
      renderings: [
        { term: 'Odile Ferrand', status: 'untranslated', count: 1, places: [place('un', 0, 'ar')] },
      ],
    });
  });

  it('agrees with the score of one draft', () => {
    for (const draft of drafts) {
      const { concepts, consistency } = scoreTerms(draft, termbase);
      const own = conceptUsage([draft], termbase);
      const names = own.filter(({ type }) => type !== 'title').flatMap(({ locales }) => locales);
      const said = names.filter(({ renderings }) => renderings.length > 0);
      const mean = said.reduce((sum, one) => sum + one.consistency, 0) / said.length;
      expect(mean).toBeCloseTo(consistency);
      for (const { concept, accepted, wrong } of concepts) {
        const [here] = own.find((one) => one.concept === concept)?.locales ?? [];
        const counts = here?.renderings ?? [];
        const total = (isRight: boolean) =>
          counts
            .filter(({ status }) => ['preferred', 'admitted'].includes(status) === isRight)
            .reduce((sum, { count }) => sum + count, 0);
        expect(total(true)).toBe(accepted.reduce((sum, { count }) => sum + count, 0));
        expect(total(false)).toBe(wrong);
      }
    }
  });
});
