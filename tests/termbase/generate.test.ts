import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Concept, formsOf } from '../../src/termbase/concept.ts';
import { readTermsCsv, writeTermsCsv } from '../../src/termbase/csv.ts';
import { generatedForms, withConfirmedForms, withGeneratedForms } from '../../src/termbase/generate.ts';
import { findTerms } from '../../src/termbase/match.ts';
import { termProblems } from '../../src/termbase/problems.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { arbitraryConcepts } from './arbitrary-concepts.ts';
import { byPerson, draftOf } from './house.ts';

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
