import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/draft.ts';
import { type Concept, formsOf } from '../../src/termbase/concept.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { generatedForms, withConfirmedForms, withGeneratedForms } from '../../src/termbase/generate.ts';
import { findTerms } from '../../src/termbase/match.ts';
import { termProblems } from '../../src/termbase/problems.ts';
import { createTermbase, termsIn } from '../../src/termbase/termbase.ts';
import { arbitraryConcepts } from './arbitrary-concepts.ts';
import { byPerson, draftOf } from './house.ts';

const goldGlossary = readFileSync(new URL('../gold/names/glossary.csv', import.meta.url), 'utf8');
const header = 'concept,type,lang,term,status,match,forms,note\n';
const generating = (rows: string) => createTermbase(readTermsCsv(header + rows), { generate: true });

const inGerman: fc.Arbitrary<Concept[]> = arbitraryConcepts.map((concepts) =>
  concepts.map((concept) => ({
    ...concept,
    terms: concept.terms.map((term) => ({ ...term, lang: term.lang === 'fr' ? 'ru' : 'de' })),
  })),
);

describe('generated forms', () => {
  it('stand behind the listed ones, never under a label that is listed, and are made once', () => {
    fc.assert(
      fc.property(inGerman, (concepts) => {
        for (const concept of concepts) {
          const made = withGeneratedForms(concept);
          expect(withGeneratedForms(made)).toBe(made);
          for (const [index, term] of made.terms.entries()) {
            const listed = concept.terms[index]?.forms ?? [];
            expect(term.forms.slice(0, listed.length)).toEqual(listed);
            const labels = new Set(listed.map(({ label }) => label));
            for (const form of term.forms.slice(listed.length)) {
              expect(form.generated).toBe(true);
              expect(labels.has(form.label)).toBe(false);
              expect(form.text).not.toBe(term.text);
            }
          }
        }
      }),
    );
  });

  it('are written with a question mark, and without it once they are confirmed', () => {
    const [concept] = readTermsCsv(`${header}a,place,de,Genf,preferred,forms,adj=Genfer,\n`);
    const made = concept ? [withGeneratedForms(concept)] : [];
    expect(writeTermsCsv(made)).toBe(`${header}a,place,de,Genf,preferred,forms,adj=Genfer|gen?=Genfs,\n`);
    expect(writeTermsCsv(made.map((one) => withConfirmedForms(one)))).toBe(
      `${header}a,place,de,Genf,preferred,forms,adj=Genfer|gen=Genfs,\n`,
    );
  });

  it('are not made of what matches exactly', () => {
    const [concept] = readTermsCsv(`${header}a,place,de,Genf,preferred,exact,,\n`);
    expect(concept?.terms.flatMap((term) => generatedForms(concept, term))).toEqual([]);
  });

  it('are found and say that they were generated', () => {
    const termbase = generating('a,place,de,Genf,preferred,forms,,\n');
    expect(findTerms(termbase, 'Genfs Hafen', 'de').map(({ form }) => form)).toEqual([
      { label: 'gen', text: 'Genfs', generated: true },
    ]);
  });

  it('give way to a form that another concept lists', () => {
    const termbase = generating(
      'luka,person,de,Luka,preferred,forms,,\nlukas,person,de,Lukas,preferred,forms,,\n',
    );
    expect(findTerms(termbase, 'Lukas kam.', 'de').map(({ concept }) => concept.id)).toEqual(['lukas']);
  });

  it('are right where a wrong term is spelled the same', () => {
    const termbase = generating(
      'dore,person,ru,Поль Доре,forbidden,forms,family=Доре,\ndore,person,ru,Поль Дор,preferred,forms,family=Дор,\n',
    );
    const [match] = findTerms(termbase, 'Говорили о Доре.', 'ru');
    expect(match?.term.status).toBe('preferred');
  });

  it('of a wrong term are told apart from those that a person listed', () => {
    const termbase = generating(
      'a,place,fr,Genève,preferred,exact,,\na,place,de,Genf,preferred,forms,,\na,place,de,Gent,forbidden,forms,,\n',
    );
    const problemsOf = (target: string) => {
      const [unit] = draftOf('de', [['Genève', byPerson(target)]]).units;
      return unit ? termProblems(unit, termbase, 'fr', 'de') : [];
    };
    expect(problemsOf('Gents Hafen')).toMatchObject([{ kind: 'forbidden', generated: true }]);
    expect(problemsOf('in Gent')).toMatchObject([{ kind: 'forbidden' }]);
    expect(problemsOf('in Gent')[0]).not.toHaveProperty('generated');
  });

  it('leave the forms of a termbase alone that does not ask for them', () => {
    const [concept] = readTermsCsv(`${header}a,place,de,Genf,preferred,forms,,\n`);
    const termbase = createTermbase(concept ? [concept] : []);
    expect(termbase.concepts.get('a')?.terms.flatMap(formsOf)).toHaveLength(1);
  });
});

it.each([
  [
    'ru',
    'Le Haut-Karabakh.',
    'Статус Верхнего Карабаха не обсуждался.',
    'Статус Нагорного Карабаха не обсуждался.',
  ],
  ['ru', 'Angela Merkel.', 'Он говорил с Анжелой Меркель.', 'Он говорил с Ангелой Меркель.'],
  ['ru', 'Christine Lagarde.', 'Спросили Кристину Лагард.', 'Спросили Кристин Лагард.'],
  ['de', 'Dmitri Peskov.', 'Dmitri Peskovs Rede.', 'Dmitri Peskows Rede.'],
  ['de', 'Le Kremlin.', 'Der Kremlinsprecher.', 'Der Kremlsprecher.'],
])('in %s a wrong name becomes the right one in its own case: %s', (language, source, wrong, right) => {
  const termbase = createTermbase(readTermsCsv(goldGlossary), { generate: true });
  const [unit] = enforceTerms(draftOf(language, [[source, wrong]]), termbase).units;
  expect(unit && textOf(unit.target)).toBe(right);
  const [byHand] = enforceTerms(draftOf(language, [[source, byPerson(wrong)]]), termbase).units;
  expect(byHand?.target).toEqual(byPerson(wrong));
});

describe.each(['de', 'ru'])(
  'a draft in %s put together at random from all forms of the gold glossary',
  (language) => {
    const termbase = createTermbase(
      readTermsCsv(readFileSync(new URL('../gold/names/glossary.csv', import.meta.url), 'utf8')),
      { generate: true },
    );
    const concepts = [...termbase.concepts.values()];
    const saidIn = (locale: string) =>
      concepts.flatMap((concept) =>
        termsIn(concept, locale).flatMap((term) => formsOf(term).map(({ text }) => text)),
      );
    const said = (locale: string) =>
      fc
        .array(fc.constantFrom(...saidIn(locale), 'und', '-', ',', '«'), { maxLength: 8 })
        .map((words) => words.join(' '));
    const draft = fc
      .array(fc.tuple(said('fr'), said(language)), { maxLength: 4 })
      .map((pairs) => draftOf(language, pairs));

    it('is enforced once and for all, with no wrong form left', () => {
      fc.assert(
        fc.property(draft, (before) => {
          const once = enforceTerms(before, termbase);
          expect(enforceTerms(once, termbase)).toEqual(once);
          const wrong = once.units.flatMap((unit) =>
            termProblems(unit, termbase, 'fr', language).filter(({ kind }) => kind !== 'missing'),
          );
          expect(wrong).toEqual([]);
        }),
      );
    });
  },
);
