import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Concept } from '../../src/termbase/concept.ts';
import { readGlossary, readTermsCsv } from '../../src/termbase/csv.ts';
import { lintTerms } from '../../src/termbase/lint/lint.ts';
import { lintRules } from '../../src/termbase/lint/rules.ts';

const header = 'concept,type,lang,term,status,match,forms,note,valid_from,valid_until,translate\n';
const context = { source: 'fr', targets: ['de'], today: '2026-11-25' };

/** Rows with the columns that follow the note left out. */
function rows(...lines: readonly string[]): Concept[] {
  return readTermsCsv(
    header + lines.map((line) => `${line}${','.repeat(11 - line.split(',').length)}\n`).join(''),
  );
}

const found = (concepts: readonly Concept[]) =>
  lintTerms(concepts, context).map(({ rule, severity, concept }) => `${rule} ${severity} ${concept}`);

const place = (id: string, french: string, german: string) => [
  `${id},place,fr,${french},preferred,exact`,
  `${id},place,de,${german},preferred,forms`,
];

type Case = readonly [rule: string, lines: readonly string[], expected: readonly string[]];

const raising: readonly Case[] = [
  [
    'duplicate-term',
    [...place('a', 'Saint-Orval', 'Orval'), ...place('b', 'saint\u2011orval', 'Neu-Orval')],
    ['duplicate-term error b'],
  ],
  [
    'shared-form',
    [
      ...place('a', 'Genève', 'Genf'),
      ...place('b', 'Gênes', 'Genua'),
      'b,place,de,Zena,admitted,forms,alt=Genf',
    ],
    ['shared-form warning b', 'unpaired-label info b'],
  ],
  [
    'shared-family',
    ['Ilham', 'Heydar'].flatMap((name) => [
      `${name.toLowerCase()},person,fr,${name} Aliev,preferred,forms,family=Aliev`,
      `${name.toLowerCase()},person,de,${name} Alijew,preferred,forms,family=Alijew`,
    ]),
    ['shared-family info heydar', 'shared-family info heydar'],
  ],
  [
    'forbidden-accepted',
    [
      ...place('a', 'Genève', 'Genf'),
      'a,place,de,Stadt Genf,admitted,forms,kurz=Gent',
      'a,place,de,Gent,forbidden,exact',
    ],
    ['forbidden-accepted error a', 'unpaired-label info a'],
  ],
  [
    'forbidden-accepted in another concept',
    [...place('a', 'Genève', 'Genf'), 'a,place,de,Gent,forbidden,exact', ...place('b', 'Gand', 'Gent')],
    ['forbidden-accepted warning a'],
  ],
  ['missing-source', ['a,place,de,Genf,preferred,forms'], ['missing-source error a']],
  ['missing-preferred', ['a,place,fr,Genève,preferred,exact'], ['missing-preferred warning a']],
  [
    'missing-preferred with an admitted term',
    ['a,place,fr,Genève,preferred,exact', 'a,place,de,Genf,admitted,forms'],
    ['missing-preferred warning a'],
  ],
  [
    'person-without-family',
    ['roy,person,fr,Anne Roy,preferred,forms,family=Roy', 'roy,person,de,Anne Roy,preferred,exact'],
    ['person-without-family warning roy'],
  ],
  [
    'unpaired-label',
    [...place('a', 'Genève', 'Genf'), 'a,place,de,Genève,forbidden,forms,gen=Genèves|dat=Genève'],
    ['unpaired-label warning a'],
  ],
  [
    'unconfirmed-forms',
    ['a,place,fr,Genève,preferred,exact', 'a,place,de,Genf,preferred,forms,gen?=Genfs'],
    ['unconfirmed-forms info a'],
  ],
  [
    'forbidden-generated',
    [...place('a', 'Luc', 'Luka'), 'a,place,de,Lukas,forbidden,exact'],
    ['forbidden-generated info a'],
  ],
  [
    'nested-contradiction',
    [
      ...place('a', 'Genève', 'Genf'),
      'a,place,de,Genève,forbidden,exact',
      ...place('b', 'Foire de Genève', 'Messe Genève'),
    ],
    ['nested-contradiction info b'],
  ],
  [
    'expired-validity',
    [
      'a,place,fr,Noursoultan,preferred,exact',
      'a,place,de,Nur-Sultan,preferred,forms,,,2019-03-23,2022-09-16',
    ],
    ['expired-validity warning a'],
  ],
  [
    'expired-validity between two terms',
    [
      'a,place,fr,Noursoultan,preferred,exact',
      'a,place,de,Nur-Sultan,preferred,forms,,,2019-03-23,2022-09-16',
      'a,place,de,Astana,preferred,forms,,,2022-10-01',
    ],
    ['expired-validity warning a'],
  ],
  ['mixed-scripts', place('a', 'Moscou', 'M\u043eskau'), ['mixed-scripts warning a']],
  ['hidden-character', place('a', 'Moscou', 'Mos\u00adkau'), ['hidden-character warning a']],
  ['hidden-character: two blanks', place('a', 'Mont  Blanc', 'Montblanc'), ['hidden-character warning a']],
  [
    'typed-twice',
    ["a,place,fr,Ville,preferred,forms,alt=L’Aquila|alt=L'Aquila", 'a,place,de,Stadt,preferred,forms'],
    ['typed-twice info a'],
  ],
];

const silent: readonly (readonly [string, readonly string[]])[] = [
  ['two places', [...place('a', 'Genève', 'Genf'), ...place('b', 'Vienne', 'Wien')]],
  ['one name for two languages', place('a', 'Paris', 'Paris')],
  ['what is not translated', ['a,event,fr,Tour de France,preferred,exact,,,,,no']],
  ['initials', ['a,person,fr,A. K.,preferred,exact', 'a,person,de,A. K.,preferred,exact']],
  ['a single name', ['a,person,fr,Vidalin,preferred,exact', 'a,person,de,Vidalin,preferred,forms']],
  [
    'a wrong term whose forms the right one has, listed or generated',
    [...place('a', 'Genève', 'Genf'), 'a,place,de,Genève,forbidden,forms,gen=Genèves'],
  ],
  [
    'an abbreviation, which has no forms to pair with',
    [
      'a,place,fr,ONU,preferred,exact',
      'a,place,de,UN,preferred,exact',
      'a,place,de,Vereinte Nationen,admitted,forms,dat=Vereinten Nationen',
    ],
  ],
  [
    'a name for each time, without a gap',
    [
      'a,place,fr,Astana,preferred,exact',
      'a,place,de,Nur-Sultan,preferred,forms,,,2019-03-23,2022-09-16',
      'a,place,de,Astana,preferred,forms,,,2022-09-17',
    ],
  ],
  [
    'another case alone that is forbidden',
    [
      'a,organisation,fr,Otan,preferred,exact',
      'a,organisation,de,Nato,preferred,forms',
      'a,organisation,de,NATO,forbidden,exact',
    ],
  ],
  [
    'a longer name with the right form in it',
    [...place('a', 'Genève', 'Genf'), ...place('b', 'Foire de Genève', 'Messe Genf')],
  ],
  ['accents, apostrophes and joiners', place('a', 'L’Île-d’Yeu', 'Insel Yeu')],
];

describe('the lint of a glossary', () => {
  it.each(raising)('raises %s', (_, lines, expected) => {
    expect(found(rows(...lines))).toEqual(expected);
  });

  it.each(silent)('says nothing of %s', (_, lines) => {
    expect(found(rows(...lines))).toEqual([]);
  });

  it('has a case for every rule but the one that a CSV cannot break', () => {
    const tried = new Set(raising.map(([rule]) => rule.split(/[ :]/u)[0]));
    expect(lintRules.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual(['overlapping-validity']);
  });

  it('has a row for every rule in docs/terms.md, with its severity', () => {
    const documentation = readFileSync(new URL('../../docs/terms.md', import.meta.url), 'utf8');
    const told = [...documentation.matchAll(/^\| `([a-z-]+)` \| \*([a-z]+)\* \|/gmu)].map(
      ([, id, severity]) => `${id} ${severity}`,
    );
    expect(told).toEqual(lintRules.map(({ id, severity }) => `${id} ${severity}`));
  });

  it('raises overlapping-validity in terms that do not come from a CSV', () => {
    const [concept] = rows('a,place,fr,Astana,preferred,exact', 'a,place,de,Astana,preferred,forms');
    const [, german] = concept?.terms ?? [];
    const both =
      concept && german ? [{ ...concept, terms: [...concept.terms, { ...german, text: 'Akmola' }] }] : [];
    expect(found(both)).toEqual(['overlapping-validity error a']);
  });

  it('says what to do, in which language, and can be told its line', () => {
    const { concepts, lineOf } = readGlossary(
      `${header}\n"a",place,fr,"Ge\nnève",preferred,exact,,"a\nnote",,,\n\na,place,de,Genf,preferred,forms,gen?=Genfs,,,,\n`,
    );
    const finding = lintTerms(concepts, context).find(({ rule }) => rule === 'unconfirmed-forms');
    expect(finding).toMatchObject({ lang: 'de', message: expect.stringContaining('--confirm a') });
    expect(finding?.term && lineOf(finding.term)).toBe(7);
  });

  it('finds no error in the glossary of the demo', () => {
    const file = new URL('../../locales/glossary.csv', import.meta.url);
    const concepts = readTermsCsv(readFileSync(file, 'utf8'));
    const targets = ['en', 'de', 'es', 'pt', 'ar'];
    const findings = lintTerms(concepts, { ...context, targets });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.length).toBeLessThan(15);
  });
});
