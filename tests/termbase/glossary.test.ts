import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/draft.ts';
import { formsOf, isAccepted, type Term } from '../../src/termbase/concept.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { writeTermsCsv } from '../../src/termbase/csv-write.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { findTerms } from '../../src/termbase/match.ts';
import { termProblems } from '../../src/termbase/problems.ts';
import { createTermbase, preferredIn, termsIn } from '../../src/termbase/termbase.ts';
import { foldTypography } from '../../src/text/fold.ts';
import { draftOf } from './house.ts';

const file = new URL('../../locales/glossary.csv', import.meta.url);
const csv = readFileSync(file, 'utf8');
const concepts = readTermsCsv(csv, 'locales/glossary.csv');
const termbase = createTermbase(concepts);
const locales = ['fr', 'en', 'de', 'es', 'pt', 'ar'];

describe('the glossary of the house', () => {
  it('is canonical', () => {
    expect(writeTermsCsv(concepts)).toBe(csv);
  });

  it('prefers one term for each concept and language', () => {
    const lacking = concepts.flatMap((concept) =>
      locales.filter((locale) => !preferredIn(concept, locale)).map((locale) => `${concept.id} ${locale}`),
    );
    expect(lacking).toEqual([]);
  });

  it.each(locales)('gives no form to two concepts in %s', (locale) => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const concept of concepts) {
      for (const form of termsIn(concept, locale).flatMap(formsOf)) {
        const text = foldTypography(form.text);
        const owner = owners.get(text);
        if (owner !== undefined && owner !== concept.id) shared.push(`${text}: ${owner}, ${concept.id}`);
        owners.set(text, concept.id);
      }
    }
    expect(shared).toEqual([]);
  });

  it.each(locales)('forbids in %s nothing that it accepts', (locale) => {
    const contradictions = concepts.flatMap((concept) => {
      const textsOf = (terms: readonly Term[]) =>
        terms.flatMap((term) => formsOf(term).map((form) => form.text));
      const terms = termsIn(concept, locale);
      const accepted = new Set(textsOf(terms.filter(isAccepted)));
      return textsOf(terms.filter((term) => !isAccepted(term))).filter((text) => accepted.has(text));
    });
    expect(contradictions).toEqual([]);
  });

  it.each(locales)('finds each of its own forms in %s', (locale) => {
    const lost = concepts.flatMap((concept) =>
      termsIn(concept, locale)
        .flatMap(formsOf)
        .filter(({ text }) => {
          const [match] = findTerms(termbase, text, locale, { named: new Set([concept.id]) });
          return match?.concept !== concept || match.start !== 0 || match.end !== text.length;
        })
        .map(({ text }) => `${concept.id}: ${text}`),
    );
    expect(lost).toEqual([]);
  });

  it.each(locales.slice(1))(
    'repairs each wrong form and each French one in %s, or reports what it says beyond the term',
    (locale) => {
      const left = concepts.flatMap((concept) => {
        const [french] = termsIn(concept, 'fr');
        const wrong = [
          ...termsIn(concept, locale).filter((term) => !isAccepted(term)),
          ...termsIn(concept, 'fr'),
        ];
        return wrong.flatMap(formsOf).flatMap(({ label, text }) => {
          const target = `(${text})`;
          const [unit] = enforceTerms(draftOf(locale, [[french?.text ?? '', target]]), termbase).units;
          const problems = unit ? termProblems(unit, termbase, 'fr', locale) : [];
          const reported =
            label.startsWith('adj') && unit && textOf(unit.target) === target && problems.length > 0;
          return reported ? [] : problems.map((problem) => `${text}: ${problem.kind} ${problem.concept}`);
        });
      });
      expect(left).toEqual([]);
    },
  );
});

const gold = new URL('../../../shared/dispatches/000_2659b0ccd858b0a9.gold.json', import.meta.url);

describe('the names of the sample dispatch', () => {
  it.skipIf(!existsSync(gold))(
    'are all found in their sentences (skipped: ../shared/dispatches is missing)',
    () => {
      const { paragraphs, names }: { paragraphs: string[][]; names: Record<string, string[]> } = JSON.parse(
        readFileSync(gold, 'utf8'),
      );
      const sentences = paragraphs.flat();
      const missed = Object.entries(names).flatMap(([number, expected]) => {
        const sentence = sentences[Number(number) - 1] ?? '';
        const found = findTerms(termbase, sentence, 'fr').map(({ start, end }) => sentence.slice(start, end));
        return expected.filter((name) => !found.includes(name)).map((name) => `${number}: ${name}`);
      });
      expect(sentences).toHaveLength(14);
      expect(missed).toEqual([]);
    },
  );
});
