import { DepecheError } from '../model/errors.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { type Concept, isAccepted, type Term } from './concept.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';

export type { Concept, Form, Term } from './concept.ts';

/** The terms of a house, made ready for matching. Opaque: ask it through the functions of this room. */
export type Termbase = {
  readonly concepts: ReadonlyMap<string, Concept>;
  /**
   * What is looked for in texts of `locale`, and, where `leftFrom` is given, the terms of that language too, as words that were
   * left untranslated. Built when it is first asked for and then kept.
   */
  readonly lexicon: (locale: Locale, leftFrom?: Locale) => Lexicon;
};

/**
 * Makes concepts ready for matching.
 *
 * @throws DepecheError `invalid` where two concepts have the same id
 */
export function createTermbase(concepts: readonly Concept[]): Termbase {
  const byId = new Map<string, Concept>();
  for (const concept of concepts) {
    if (byId.has(concept.id)) {
      throw new DepecheError('invalid', `two concepts have the id “${concept.id}”: merge them or rename one`);
    }
    byId.set(concept.id, concept);
  }
  const lexicons = new Map<string, Lexicon>();
  return {
    concepts: byId,
    lexicon(locale, leftFrom) {
      const key = `${locale} ${leftFrom ?? ''}`;
      const known = lexicons.get(key);
      if (known) return known;
      const built = buildLexicon(languageOf(locale), entriesFor(concepts, locale, leftFrom));
      lexicons.set(key, built);
      return built;
    },
  };
}

/** The terms a concept has for a locale: those of `en-GB` itself where there are any, else those of `en`. */
export function termsIn(concept: Concept, locale: Locale): readonly Term[] {
  const own = concept.terms.filter((term) => term.lang === locale);
  if (own.length > 0) return own;
  const language = languageOf(locale);
  return concept.terms.filter((term) => term.lang === language);
}

/** The term the house prefers for a concept in a locale. */
export function preferredIn(concept: Concept, locale: Locale): Term | undefined {
  return termsIn(concept, locale).find((term) => term.status === 'preferred');
}

/** Whether the termbase says how a concept is rendered in a locale. */
export function isCovered(concept: Concept, locale: Locale): boolean {
  return termsIn(concept, locale).some(isAccepted);
}

function entriesFor(concepts: readonly Concept[], locale: Locale, leftFrom: Locale | undefined) {
  return concepts.flatMap((concept) => [
    ...termsIn(concept, locale).map((term) => ({ concept, term, foreign: false })),
    ...(leftFrom !== undefined && isCovered(concept, locale)
      ? termsIn(concept, leftFrom).map((term) => ({ concept, term, foreign: true }))
      : []),
  ]);
}
