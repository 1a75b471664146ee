import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, type Target, textOf } from '../../src/model/draft.ts';
import type { Concept, Term } from '../../src/termbase/concept.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { termProblems } from '../../src/termbase/problems.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { byPerson, drafted, draftOf, house, withDateline } from './house.ts';

/** The target of one sentence after enforcement. */
function enforced(locale: string, source: string, target: string): string | undefined {
  const unit = enforceTerms(draftOf(locale, [[source, target]]), house).units[0];
  return unit && textOf(unit.target);
}

function textsOf(draft: Draft): (string | undefined)[] {
  return draft.units.map((unit) => textOf(unit.target));
}

const artsakh: Concept = {
  id: 'artsakh',
  type: 'place',
  terms: [
    { lang: 'en', text: 'Artsakh', status: 'preferred', match: 'exact', forms: [] },
    { lang: 'fr', text: 'Haut-Karabakh', status: 'preferred', match: 'exact', forms: [] },
    { lang: 'fr', text: 'Artsakh', status: 'forbidden', match: 'exact', forms: [] },
  ],
};

/** With a right name whose gender no table has. */
function withoutTable(term: Term): Term {
  return term.text === 'Haut-Karabakh' ? { ...term, text: 'Karabagne' } : term;
}

describe('enforceTerms', () => {
  it.each([
    ['en', 'Sergueï Lavrov est à Moscou', 'Sergueï Lavrov is in Moscou', 'Sergei Lavrov is in Moscow'],
    ['en', 'au Nagorny Karabakh', 'in Haut-Karabakh', 'in Nagorno-Karabakh'],
    ['en', 'au Nagorny Karabakh', 'in Mountainous Karabakh', 'in Nagorno-Karabakh'],
    ['en', 'les Etats-Unis', 'the Etats-Unis', 'the United States'],
    ['es', 'le ministère turc', 'el ministère turc', 'el Ministerio turco'],
    ['pt', 'le ministère russe', 'o ministère russe', 'o Ministério russo'],
    ['en', 'des ministres des Affaires étrangères', 'MINISTRES DES AFFAIRES ETRANGERES', 'FOREIGN MINISTERS'],
    ['en', 'MOSCOU', 'MOSCOU', 'MOSCOW'],
    ['en', 'la trêve et les trêves', 'the trêve and the trêves', 'the truce and the truces'],
    ['en', 'La foire aux Lettres', 'Foire of Letters', 'Letters fair'],
    ['en', 'Moscou', 'Moscou’s, “Moscou”, (Moscou)', 'Moscow’s, “Moscow”, (Moscow)'],
    ['de', 'le discours de Lavrov', 'die Rede Sergueï Lavrovs', 'die Rede Sergej Lawrows'],
    ['de', "l'avenir du Nagorny Karabakh", 'die Zukunft Nagorny Karabachs', 'die Zukunft Bergkarabachs'],
    ['de', 'Nagorny Karabakh', 'der Haut-Karabakh-Konflikt', 'der Bergkarabach-Konflikt'],
    ['es', 'Moscou et Genève', 'MOSCOU y Genève', 'MOSCÚ y Ginebra'],
    ['pt', 'À Moscou', 'Em Moscou', 'Em Moscovo'],
    ['ar', 'à Moscou', 'في Moscou', 'في موسكو'],
    ['ar', 'à Moscou', 'بـMoscou وMoscou', 'بـموسكو وموسكو'],
    ['ar', "l'ONU", 'لONU', 'للأمم المتحدة'],
    ['ar', "l'ONU", 'للONU والONU', 'للأمم المتحدة والأمم المتحدة'],
  ])('repairs for %s: %s: %s → %s', (locale, source, target, right) => {
    expect(enforced(locale, source, target)).toBe(right);
  });

  it.each([
    ['en', 'Sergueï Lavrov', 'Sergey Lavrov', 'an admitted variant that is used throughout'],
    ['en', 'Moscou', 'see https://example.org/Moscou, {{Moscou}}, Moscou@example.org', 'what machines read'],
    ['en', 'rien', 'Moscou and Genève', 'French words of which the source says nothing'],
    [
      'en',
      "l'OSCE",
      'the OSCE (Organization for Security and Co-operation in Europe)',
      'a name that is explained',
    ],
    [
      'en',
      'un ministre des Affaires étrangères',
      'a minister of foreign affairs, a foreign minister',
      'titles that vary',
    ],
    [
      'pt',
      'le ministère turc',
      'o ministère turc',
      'a form that says more than the right term has forms for',
    ],
    ['es', 'la Russie', 'la Russie', 'a concept without a term in the language'],
    [
      'en',
      'les Nations unies (ONU)',
      'the United Nations (UN)',
      'short and long forms of which the source has both',
    ],
    ['de', 'M. Moscou', 'Bas-Moscou-Straße', 'a part of another name'],
  ])('leaves alone for %s: %s: %s (%s)', (locale, source, target) => {
    expect(enforced(locale, source, target)).toBe(target);
  });

  it('says a name in one way all through a draft', () => {
    const draft = draftOf('de', [
      ['Le Nagorny Karabakh', 'Bergkarabach'],
      ['du Haut-Karabakh', 'Nagorno-Karabachs'],
      ['Sergueï Lavrov', 'Sergej Lawrow'],
      ['de Lavrov', 'Lavrovs'],
    ]);
    expect(textsOf(enforceTerms(draft, house))).toEqual([
      'Bergkarabach',
      'Bergkarabachs',
      'Sergej Lawrow',
      'Lawrows',
    ]);
  });

  it('reports what it cannot safely make one', () => {
    const draft = draftOf('de', [
      ['la Russie', 'in Russland'],
      ['la Russie', 'aus der Russischen Föderation'],
    ]);
    const [, unit] = enforceTerms(draft, house).units;
    expect(unit?.target).toEqual(drafted('aus der Russischen Föderation'));
    expect(unit?.issues).toMatchObject([
      { check: 'term-mixed', severity: 'info', target: { start: 8, end: 29 } },
    ]);
  });

  it('never unifies a name into one that wants no article', () => {
    const draft = draftOf('en', [
      ['La Russie', 'Russia'],
      ['La Russie', 'The Russian Federation'],
      ['Les États-Unis', 'the United States'],
      ['Les États-Unis', 'the USA'],
    ]);
    expect(textsOf(enforceTerms(draft, house))).toEqual([
      'Russia',
      'The Russian Federation',
      'the United States',
      'the United States',
    ]);
  });

  it('writes every repair into the provenance, in order, and keeps the origin', () => {
    const draft = draftOf('en', [['Lavrov à Moscou', 'Sergueï Lavrov in Moscou, Moscou']]);
    expect(enforceTerms(draft, house).units[0]?.target).toEqual({
      state: 'drafted',
      text: 'Sergei Lavrov in Moscow, Moscow',
      provenance: {
        origin: { kind: 'machine', provider: 'scripted' },
        steps: [
          { did: 'repaired', by: 'termbase:lavrov' },
          { did: 'repaired', by: 'termbase:moscow' },
        ],
      },
    });
  });

  it('mends what stands before a repaired name, and says so in the provenance alone', () => {
    const terms = createTermbase([artsakh]);
    const draft = draftOf('fr', [['Artsakh', 'la défense de l’Artsakh']]);
    const { units } = enforceTerms({ ...draft, dispatch: { ...draft.dispatch, locale: 'en' } }, terms);
    expect(units[0]?.target).toMatchObject({
      text: 'la défense du Haut-Karabakh',
      provenance: { steps: [{ did: 'repaired', by: 'termbase:artsakh' }] },
    });
    expect(units[0]?.issues).toEqual([]);
  });

  it('lets the repair stand where it is not sure of the article, tells of it, and goes on telling', () => {
    const terms = createTermbase([{ ...artsakh, terms: artsakh.terms.map(withoutTable) }]);
    const draft = draftOf('fr', [['Artsakh', 'la défense de l’Artsakh']]);
    const once = enforceTerms({ ...draft, dispatch: { ...draft.dispatch, locale: 'en' } }, terms);
    const [unit] = once.units;
    expect(unit?.target).toMatchObject({
      text: 'la défense de l’Karabagne',
      provenance: {
        steps: [
          { did: 'repaired', by: 'termbase:artsakh' },
          { did: 'repaired', by: 'termbase:artsakh:article' },
        ],
      },
    });
    expect(unit?.issues).toMatchObject([
      { check: 'term-article', severity: 'info', target: { start: 14, end: 25 } },
    ]);
    expect(enforceTerms(once, terms)).toEqual(once);
    const signed = { ...once, units: once.units.map((one) => ({ ...one, target: byPerson('l’Karabagne') })) };
    expect(enforceTerms(signed, terms).units[0]?.issues).toEqual([]);
  });

  it('never changes what people wrote, what was recalled, or the dateline', () => {
    const { provenance, text } = {
      provenance: { origin: { kind: 'memory' }, steps: [] },
      text: 'in Moscou',
    } as const;
    const person = { by: 'Ada', provenance, text };
    const targets: Target[] = [
      { state: 'recalled', match: 'ice', text, provenance },
      { state: 'translated', ...person },
      { state: 'reviewed', ...person },
      { state: 'final', ...person },
      { state: 'stale', was: 'final', previousSource: 'x', ...person },
      { state: 'pending' },
      { state: 'failed', code: 'timeout', message: 'no answer' },
    ];
    const draft = withDateline(
      draftOf(
        'en',
        targets.map((target) => ['À Moscou', target] as const),
      ),
      { place: 'Moscou', date: '--10-21' },
      drafted('Moscou, Oct 21 (AFP) -'),
    );
    const result = enforceTerms(draft, house);
    expect(allUnits(result).map((unit) => unit.target)).toEqual(allUnits(draft).map((unit) => unit.target));
    expect(result.units.map((unit) => unit.terms.length)).toEqual(targets.map(() => 1));
  });

  it('pairs the terms of the source with their renderings', () => {
    const draft = draftOf('en', [
      ['Lavrov à Moscou, puis Lavrov à Genève', byPerson('Lavrov in Moscow, then he in Genève')],
    ]);
    expect(enforceTerms(draft, house).units[0]?.terms).toEqual([
      {
        concept: 'lavrov',
        type: 'person',
        source: { start: 0, end: 6 },
        target: { start: 0, end: 6 },
        preferred: 'Sergei Lavrov',
      },
      {
        concept: 'moscow',
        type: 'place',
        source: { start: 9, end: 15 },
        target: { start: 10, end: 16 },
        preferred: 'Moscow',
      },
      { concept: 'lavrov', type: 'person', source: { start: 22, end: 28 }, preferred: 'Sergei Lavrov' },
      { concept: 'geneva', type: 'place', source: { start: 31, end: 37 }, preferred: 'Geneva' },
    ]);
  });

  it('counts a term out of use as a rendering, a forbidden one not', () => {
    const draft = draftOf('en', [
      ['Nagorny Karabakh', byPerson('Mountainous Karabakh')],
      ['Nagorny Karabakh', byPerson('Nagorny Karabakh')],
    ]);
    expect(enforceTerms(draft, house).units.map((unit) => unit.terms[0]?.target)).toEqual([
      { start: 0, end: 20 },
      undefined,
    ]);
  });

  it('takes linear time on a hostile line', () => {
    const draft = draftOf('en', [
      [
        'Moscou, États-Unis '.repeat(15_000),
        'the USA, the United States, Moscou, https://a.b/c '.repeat(15_000),
      ],
    ]);
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    enforceTerms(draft, house);
  });

  it('stays as it was where the termbase contradicts itself', () => {
    const term = (text: string, status: 'preferred' | 'forbidden') =>
      ({ lang: 'en', text, status, match: 'exact', forms: [] }) as const;
    const concepts: Concept[] = [
      { id: 'x', type: 'common', terms: [term('b c', 'preferred'), term('a', 'forbidden')] },
      { id: 'y', type: 'common', terms: [term('a d', 'preferred'), term('c d', 'forbidden')] },
    ];
    const draft = draftOf('en', [
      ['…', 'a d a e'],
      ['…', 'c d d d d d d d'],
    ]);
    const once = enforceTerms(draft, createTermbase(concepts));
    expect(enforceTerms(once, createTermbase(concepts))).toEqual(once);
  });
});

describe('a draft put together at random', () => {
  const source = fc.constantFrom(
    'Sergueï Lavrov est à Moscou pour le Nagorny Karabakh',
    'MM. Lavrov et Aliev, l’OSCE et les Etats-Unis',
    'la Russie, l’ONU, Genève et Ilham Aliev',
    'le ministre des Affaires étrangères et la trêve',
    'rien',
  );
  const words = [...house.concepts.values()].flatMap((concept) =>
    concept.terms.flatMap((term) => [term.text, ...term.forms.map((form) => form.text)]),
  );
  const target = fc
    .array(
      fc.constantFrom(...words, ...words, 'the', 'und', '-', ',', '(', ')', 'in', "l'", 'https://x.y/'),
      {
        maxLength: 10,
      },
    )
    .map((parts) => parts.join(' '));
  const draft = fc
    .tuple(
      fc.constantFrom('en', 'de', 'es', 'pt', 'ar'),
      fc.array(fc.tuple(source, target), { maxLength: 4 }),
    )
    .map(([locale, pairs]) => draftOf(locale, pairs));

  it('is enforced once and for all', () => {
    fc.assert(
      fc.property(draft, (before) => {
        const once = enforceTerms(before, house);
        expect(enforceTerms(once, house)).toEqual(once);
      }),
    );
  });

  it('has no wrong form left, but for those that say more than the right one', () => {
    fc.assert(
      fc.property(draft, (before) => {
        for (const unit of enforceTerms(before, house).units) {
          const problems = termProblems(unit, house, 'fr', before.locale);
          const wrong = problems.filter((problem) => problem.kind !== 'missing');
          expect(wrong.filter((problem) => !/ russe| turc/u.test(problem.found))).toEqual([]);
        }
      }),
    );
  });

  it('has hits that stand where they say', () => {
    fc.assert(
      fc.property(draft, (before) => {
        for (const unit of enforceTerms(before, house).units) {
          const text = textOf(unit.target) ?? '';
          for (const hit of unit.terms) {
            expect(unit.segment.text.slice(hit.source.start, hit.source.end)).not.toBe('');
            if (hit.target) expect(text.slice(hit.target.start, hit.target.end)).toMatch(/^\S(?:.*\S)?$/u);
          }
        }
      }),
    );
  });
});
