import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseErrorsIn } from '../../src/termbase/cases/case-errors.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { findTerms } from '../../src/termbase/match.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';

const gold = new URL('../gold/', import.meta.url);
const terms = createTermbase(
  readTermsCsv(readFileSync(new URL('names/glossary.csv', gold), 'utf8'), 'glossary.csv'),
  { generate: true },
);

describe.each(['ru', 'de', 'ar'])('the correct sentences in %s, in many constructions', (locale) => {
  const sentences = readdirSync(new URL('cases/', gold))
    .filter((file) => file.startsWith(locale))
    .flatMap((file) =>
      readFileSync(new URL(`cases/${file}`, gold), 'utf8')
        .trimEnd()
        .split('\n'),
    );

  it('have a name in a wrong form in one of a hundred at most', () => {
    let names = 0;
    const alarms = sentences.filter((text) => {
      const matches = findTerms(terms, text, locale);
      names += matches.length;
      return caseErrorsIn(text, matches, locale).size > 0;
    });
    expect(sentences.length).toBeGreaterThan(100);
    expect(names).toBeGreaterThan(sentences.length);
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(sentences.length / 100);
  });
});
