import type { Dispatch } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { type Concept, isAccepted, type Term } from './concept.ts';
import { withGeneratedForms } from './generate.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { withStemForms } from './stems.ts';
import { isValidOn } from './validity.ts';

export type { Concept, Form, Term } from './concept.ts';

/** The terms of a house, made ready for matching. Opaque: ask it through the functions of this room. */
export type Termbase = {
  readonly concepts: ReadonlyMap<string, Concept>;
  /**
   * What is looked for in texts of `locale`, and, where `leftFrom` is given, the terms of that language too, as words that were
   * left untranslated. Built when it is first asked for and then kept.
   */
  readonly lexicon: (locale: Locale, leftFrom?: Locale) => Lexicon;
  /**
   * The termbase as it is on a day (ISO 8601): terms that are not right on it are deprecated. The same one where that changes nothing, and
   * where the day is not known.
   */
  readonly on: (day: string | undefined) => Termbase;
};

/** How a termbase is made. */
export type TermbaseOptions = {
  /** Also look for the forms that regular paradigms make of terms; a form that is listed always wins over one that is made. Default: false. */
  readonly generate?: boolean;
};

/**
 * Makes concepts ready for matching.
 *
 * @throws DepecheError `invalid` where two concepts have the same id
 */
export function createTermbase(
  listed: readonly Concept[],
  { generate = false }: TermbaseOptions = {},
): Termbase {
  const inflected = generate ? listed.map((concept) => withGeneratedForms(concept)) : listed;
  const concepts = inflected.map(withStemForms);
  const byId = new Map<string, Concept>();
  for (const concept of concepts) {
    if (byId.has(concept.id)) {
      throw new DepecheError('invalid', `two concepts have the id “${concept.id}”: merge them or rename one`);
    }
    byId.set(concept.id, concept);
  }
  const lexicons = new Map<string, Lexicon>();
  const dated = concepts.flatMap(({ terms }) => terms).filter((term) => term.validFrom ?? term.validUntil);
  /** By which of the dated terms are right: most days are alike. */
  const views = new Map<string, Termbase>();
  const termbase: Termbase = {
    concepts: byId,
    lexicon(locale, leftFrom) {
      const key = `${locale} ${leftFrom ?? ''}`;
      const known = lexicons.get(key);
      if (known) return known;
      const built = buildLexicon(languageOf(locale), entriesFor(concepts, locale, leftFrom));
      lexicons.set(key, built);
      return built;
    },
    on(day) {
      if (day === undefined || dated.every((term) => isValidOn(term, day))) return termbase;
      const key = dated.map((term) => (isValidOn(term, day) ? '1' : '0')).join('');
      const view = views.get(key) ?? createTermbase(concepts.map((concept) => conceptOn(concept, day)));
      views.set(key, view);
      return view;
    },
  };
  return termbase;
}

/** The terms that hold for a dispatch: those of the day in its dateline, where that has a year. */
export function termbaseFor({ dateline }: Pick<Dispatch, 'dateline'>, termbase: Termbase): Termbase {
  const day = dateline?.date;
  return termbase.on(day !== undefined && /^\d{4}-/u.test(day) ? day : undefined);
}

function conceptOn(concept: Concept, day: string): Concept {
  const terms = concept.terms.map(
    (term): Term => (isAccepted(term) && !isValidOn(term, day) ? { ...term, status: 'deprecated' } : term),
  );
  return { ...concept, terms };
}

/**
 * The terms a concept has for a locale: those of `en-GB` itself where there are any, else those of `en`. What is not translated has those of
 * its first language everywhere.
 */
export function termsIn(concept: Concept, locale: Locale): readonly Term[] {
  const own = concept.terms.filter((term) => term.lang === locale);
  if (own.length > 0) return own;
  const language = languageOf(locale);
  const wider = concept.terms.filter((term) => term.lang === language);
  if (wider.length > 0 || concept.translate !== false) return wider;
  const [first] = concept.terms;
  return concept.terms.filter((term) => term.lang === first?.lang);
}

/** The term the house prefers for a concept in a locale; of several, each for a time of its own, the last. */
export function preferredIn(concept: Concept, locale: Locale): Term | undefined {
  return termsIn(concept, locale).findLast((term) => term.status === 'preferred');
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
