import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { surroundings } from '../../src/provider/surroundings.ts';
import { type Concept, createTermbase, type Term } from '../../src/termbase/termbase.ts';
import { draftOf } from './drafts.ts';

function term(lang: string, text: string, more: Partial<Term> = {}): Term {
  return { lang, text, status: 'preferred', match: 'forms', forms: [], ...more };
}

const concepts: Concept[] = [
  {
    id: 'karabakh',
    type: 'place',
    terms: [
      term('fr', 'Karabakh'),
      term('de', 'Bergkarabach'),
      term('de', 'Karabach-Region', { status: 'forbidden' }),
    ],
  },
  {
    id: 'lavrov',
    type: 'person',
    terms: [
      term('fr', 'Sergueï Lavrov', { forms: [{ label: 'family', text: 'Lavrov' }] }),
      term('de', 'Sergej Lawrow', { forms: [{ label: 'family', text: 'Lawrow' }] }),
    ],
  },
  { id: 'erevan', type: 'place', terms: [term('fr', 'Erevan'), term('es', 'Ereván')] },
];

const sentences = [
  'Sergueï Lavrov est à Erevan.',
  'Lavrov a parlé du Karabakh, du Karabakh seul.',
  'Il pleut.',
  'Rien de neuf.',
];

function around(draft: Draft, capabilities: { terms?: boolean; neighbours?: boolean }) {
  const surround = surroundings(draft, createScripted({ capabilities }), createTermbase(concepts));
  return draft.units.map(({ segment: { id, text } }) => surround({ id, text }));
}

describe('what goes along with a text', () => {
  it('is nothing for a provider that takes nothing', () => {
    expect(around(draftOf(sentences), {})[1]).toEqual({ id: 's1', text: sentences[1] });
  });

  it('is what the house calls what the text names, each once, in the form that stands there', () => {
    const [first, second, third] = around(draftOf(sentences), { terms: true });
    expect(first?.terms).toEqual([{ source: 'Sergueï Lavrov', target: 'Sergej Lawrow', avoid: [] }]);
    expect(second?.terms).toEqual([
      { source: 'Lavrov', target: 'Lawrow', avoid: [] },
      { source: 'Karabakh', target: 'Bergkarabach', avoid: ['Karabach-Region'] },
    ]);
    expect(third).toEqual({ id: 's2', text: 'Il pleut.' });
  });

  it('is two sentences on either side, where there are so many', () => {
    const [first, , third] = around(draftOf(sentences), { neighbours: true });
    expect(first?.neighbours).toEqual({ before: [], after: [sentences[1], sentences[2]] });
    expect(third?.neighbours).toEqual({ before: [sentences[0], sentences[1]], after: [sentences[3]] });
  });

  it('is the term of the day of the dispatch', () => {
    const dated = createTermbase([
      {
        id: 'capital',
        type: 'place',
        terms: [
          term('fr', 'Astana'),
          term('de', 'Nur-Sultan', { validFrom: '2019-03-23', validUntil: '2022-09-16' }),
          term('de', 'Astana', { validFrom: '2022-09-17' }),
        ],
      },
    ]);
    const draft = draftOf(['Il est à Astana.']);
    const on = (date: string): Draft => ({
      ...draft,
      dispatch: {
        ...draft.dispatch,
        dateline: { text: '', span: { start: 0, end: 0 }, place: 'Paris', date, agency: 'AFP' },
      },
    });
    const targetOn = (date: string) =>
      surroundings(
        on(date),
        createScripted({ capabilities: { terms: true } }),
        dated,
      )({
        id: 's0',
        text: 'Il est à Astana.',
      }).terms?.[0]?.target;
    expect([targetOn('2020-11-03'), targetOn('2024-11-03')]).toEqual(['Nur-Sultan', 'Astana']);
  });
});
