import fc from 'fast-check';
import type { Concept, Term } from '../../src/termbase/concept.ts';

const word = fc.oneof(
  fc.stringMatching(/^[\p{L}\p{N}"',;=’<&>ẞé -]{0,12}[\p{L}\p{N}]$/u),
  fc.constantFrom('depeche:match=exact', ']]> x', 'مرحبا', '__proto__', 'a\u00a0b', '&amp;', '#MeToo'),
);
const text = word.map((written) => written.trim().normalize('NFC')).filter((written) => written !== '');
const form = fc.record(
  {
    label: fc.constantFrom('gen', 'dat', 'family', 'family-gen'),
    text,
    generated: fc.constant(true as const),
  },
  { requiredKeys: ['label', 'text'] },
);
const day = fc.constantFrom('1999-12-31', '2019-04-30', '2024-02-29');

function termsIn(lang: string): fc.Arbitrary<Term[]> {
  const term = fc.record({
    text,
    status: fc.constantFrom('admitted' as const, 'deprecated' as const, 'forbidden' as const),
    match: fc.constantFrom('exact' as const, 'forms' as const),
    forms: fc.array(form, { maxLength: 3 }),
    note: fc.option(text, { nil: undefined }),
    facts: fc.record(
      { source: text, validFrom: fc.constant('1990-01-01'), validUntil: day },
      { requiredKeys: [] },
    ),
  });
  const selector = (one: { text: string }) => one.text.replaceAll('’', "'").replaceAll('\u00a0', ' ');
  return fc
    .tuple(fc.uniqueArray(term, { minLength: 1, maxLength: 3, selector }), fc.nat(3))
    .map(([terms, preferred]) =>
      terms.map(
        ({ note, facts, ...one }, index): Term => ({
          ...one,
          ...facts,
          lang,
          status: index === preferred ? 'preferred' : one.status,
          forms: one.match === 'exact' ? [] : one.forms,
          ...(note !== undefined && { note }),
        }),
      ),
    );
}

/** Concepts as a glossary holds them, the terms of each language together. The first row of a CSV is the concept's. */
export const arbitraryConcepts: fc.Arbitrary<Concept[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/u),
      type: fc.constantFrom('person' as const, 'place' as const, 'title' as const, 'common' as const),
      note: fc.option(text, { nil: undefined }),
      facts: fc.record(
        {
          translate: fc.constant(false as const),
          speaks: fc.constantFrom(['ru'], ['en', 'pt-BR']),
        },
        { requiredKeys: [] },
      ),
      french: termsIn('fr'),
      brazilian: termsIn('pt-BR'),
    })
    .map(({ id, type, note, facts, french: [first, ...french], brazilian }): Concept => {
      const { note: _, ...bare } = first ?? {
        lang: 'fr',
        text: 'x',
        status: 'admitted',
        match: 'exact',
        forms: [],
      };
      const terms = [bare, ...french, ...brazilian];
      return { id, type, terms, ...facts, ...(note !== undefined && { note }) };
    }),
  { selector: ({ id }) => id, maxLength: 6 },
);
