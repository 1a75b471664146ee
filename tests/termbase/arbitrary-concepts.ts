import fc from 'fast-check';
import type { Concept, Term } from '../../src/termbase/concept.ts';

const word = fc.oneof(
  fc.stringMatching(/^[\p{L}\p{N}"',;=’<&>ẞé -]{0,12}[\p{L}\p{N}]$/u),
  fc.constantFrom('depeche:match=exact', ']]> x', 'مرحبا', '__proto__', 'a\u00a0b', '&amp;', '#MeToo'),
);
const text = word.map((written) => written.trim().normalize('NFC')).filter((written) => written !== '');
const form = fc.record({ label: fc.constantFrom('gen', 'dat', 'family', 'family-gen'), text });

function termsIn(lang: string): fc.Arbitrary<Term[]> {
  const term = fc.record({
    text,
    status: fc.constantFrom('admitted' as const, 'deprecated' as const, 'forbidden' as const),
    match: fc.constantFrom('exact' as const, 'forms' as const),
    forms: fc.array(form, { maxLength: 3 }),
    note: fc.option(text, { nil: undefined }),
  });
  const selector = (one: { text: string }) => one.text.replaceAll('’', "'").replaceAll('\u00a0', ' ');
  return fc
    .tuple(fc.uniqueArray(term, { minLength: 1, maxLength: 3, selector }), fc.nat(3))
    .map(([terms, preferred]) =>
      terms.map(
        ({ note, ...one }, index): Term => ({
          ...one,
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
      french: termsIn('fr'),
      brazilian: termsIn('pt-BR'),
    })
    .map(({ id, type, note, french: [first, ...french], brazilian }): Concept => {
      const { note: _, ...bare } = first ?? {
        lang: 'fr',
        text: 'x',
        status: 'admitted',
        match: 'exact',
        forms: [],
      };
      return { id, type, terms: [bare, ...french, ...brazilian], ...(note !== undefined && { note }) };
    }),
  { selector: ({ id }) => id, maxLength: 6 },
);
