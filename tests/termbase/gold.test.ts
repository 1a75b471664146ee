import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/check/checks.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import type { Issue } from '../../src/model/issue.ts';
import { formsOf, isAccepted } from '../../src/termbase/concept.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { createTermbase, termsIn } from '../../src/termbase/termbase.ts';
import { byPerson, drafted, draftOf } from './house.ts';

const folder = new URL('../gold/names/', import.meta.url);
const concepts = readTermsCsv(readFileSync(new URL('glossary.csv', folder), 'utf8'), 'glossary.csv');
const generating = createTermbase(concepts, { generate: true });
const listing = createTermbase(concepts);
const languages = ['ru', 'de', 'ar'] as const;

/** Correct sentences, each with its source: whatever a check of names says of one is a false alarm. */
function linesOf(language: string): readonly (readonly [source: string, target: string])[] {
  return readFileSync(new URL(`${language}.tsv`, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [source = '', target = ''] = line.split('\t');
      return [source, target];
    });
}

function alarmsOn(source: string, target: string, language: string, termbase = generating): readonly Issue[] {
  const draft = enforceTerms(draftOf(language, [[source, byPerson(target)]]), termbase);
  const { units } = runChecks(draft, { termbase, checks });
  return units.flatMap(({ issues }) => issues.filter(({ check }) => check.startsWith('term-')));
}

describe.each(languages)('the correct sentences in %s', (language) => {
  const lines = linesOf(language);

  it('raise term-missing, term-forbidden or term-mixed in one of a hundred at most', () => {
    const alarms = lines.flatMap(([source, target]) => {
      const issues = alarmsOn(source, target, language);
      return issues.length === 0 ? [] : [`${target}: ${issues.map(({ message }) => message).join('; ')}`];
    });
    expect(lines.length).toBeGreaterThan(120);
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(lines.length / 100);
  });

  it('are left as they are where a machine wrote them', () => {
    for (const [source, target] of lines) {
      const [unit] = enforceTerms(draftOf(language, [[source, target]]), generating).units;
      expect(unit?.target).toEqual(drafted(target));
    }
  });
});

it.each(['ru', 'de'])(
  'without generated forms, correct sentences in %s raise alarms by the dozen',
  (language) => {
    const raised = linesOf(language).filter(
      ([source, target]) => alarmsOn(source, target, language, listing).length > 0,
    );
    expect(raised.length).toBeGreaterThan(60);
  },
);

describe.each(languages)('a sentence in %s from which a name was taken', (language) => {
  it('raises term-missing, whichever name it was', () => {
    const silent: string[] = [];
    let taken = 0;
    for (const [source, target] of linesOf(language)) {
      const [unit] = enforceTerms(draftOf(language, [[source, byPerson(target)]]), generating).units;
      for (const hit of unit?.terms ?? []) {
        if (!hit.target) continue;
        const without = `${target.slice(0, hit.target.start)}…${target.slice(hit.target.end)}`;
        taken += 1;
        const checksOf = alarmsOn(source, without, language).map(({ check }) => check);
        if (!checksOf.includes('term-missing')) silent.push(`${hit.concept}: ${without}`);
      }
    }
    expect(silent).toEqual([]);
    expect(taken).toBeGreaterThan(300);
  });
});

describe.each(languages)('a sentence in %s in which a name was put wrong', (language) => {
  it('raises term-forbidden, for every wrong form that is not a right one too', () => {
    const silent = new Set<string>();
    let put = 0;
    for (const [source, target] of linesOf(language)) {
      const [unit] = enforceTerms(draftOf(language, [[source, byPerson(target)]]), generating).units;
      for (const hit of unit?.terms ?? []) {
        const concept = generating.concepts.get(hit.concept);
        if (!hit.target || !concept) continue;
        const wrong = termsIn(concept, language).filter((term) => !isAccepted(term));
        for (const { text } of wrong.flatMap(formsOf)) {
          const said = target.slice(0, hit.target.start) + text + target.slice(hit.target.end);
          put += 1;
          const found = alarmsOn(source, said, language).some(({ check }) => check === 'term-forbidden');
          if (!found) silent.add(text);
        }
      }
    }
    expect([...silent]).toEqual(language === 'ru' ? ['Лефевре'] : []);
    expect(put).toBeGreaterThan(90);
  });
});
