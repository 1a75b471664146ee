import { isDateline } from '../model/draft.ts';
import { languageOf } from '../model/locale.ts';
import { type Concept, isName, type Term } from './concept.ts';
import type { TermMatch } from './match.ts';
import { isWrong, type Languages, type Reading } from './reading.ts';
import { hasOneCounterpart } from './replacement.ts';
import { isAllCapitals } from './spelling.ts';
import { preferredIn, termsIn } from './termbase.ts';

/** One accepted rendering in one target of a draft. */
type Use = { readonly reading: Reading; readonly rendering: TermMatch };

/**
 * Finds where a draft says a name in more than one accepted way, and the term each odd one out should be.
 *
 * Left as they are: titles and common nouns, whose variants say different things (préfet, préfète); an abbreviation beside its long
 * form, where the source has both or where the target explains one by the other; a form that may stand for two forms of the
 * right term; and a name whose article would be wrong for the right one (`the Russian Federation` beside `Russia`).
 *
 * @returns the right term for each rendering that is to change
 */
export function findOddOnes(readings: readonly Reading[], { target }: Languages): Map<TermMatch, Term> {
  const odd = new Map<TermMatch, Term>();
  const body = readings.filter((reading) => !isDateline(reading.unit));
  for (const [concept, uses] of usesByConcept(body)) {
    if (new Set(uses.map((use) => use.rendering.term)).size < 2) continue;
    const mentioned = body.flatMap((reading) =>
      reading.mentions.filter((match) => match.concept === concept),
    );
    const shapes = new Set(mentioned.map((match) => isAbbreviation(match.term)));
    const withArticle = (use: Use) => followsArticle(use.reading.text, use.rendering, languageOf(target));
    for (const use of uses) {
      const goal = goalFor(concept, use.rendering.term, shapes.size > 1, target);
      if (!goal || goal === use.rendering.term || explains(use.reading, concept)) continue;
      if (!hasOneCounterpart(use.rendering.term, use.rendering.form, goal)) continue;
      const right = uses.filter((other) => other.rendering.term === goal);
      const articles = right.length > 0 ? right.map(withArticle) : [false];
      if (articles.includes(withArticle(use))) odd.set(use.rendering, goal);
    }
  }
  return odd;
}

function usesByConcept(readings: readonly Reading[]): Map<Concept, Use[]> {
  const uses = new Map<Concept, Use[]>();
  for (const reading of readings) {
    for (const rendering of reading.renderings) {
      if (isWrong(rendering) || !isName(rendering.concept.type)) continue;
      const known = uses.get(rendering.concept);
      if (known) known.push({ reading, rendering });
      else uses.set(rendering.concept, [{ reading, rendering }]);
    }
  }
  return uses;
}

/** The preferred term; where the source itself varies between short and long, the first accepted term of the same length. */
function goalFor(concept: Concept, term: Term, varies: boolean, locale: string): Term | undefined {
  const preferred = preferredIn(concept, locale);
  if (!varies || !preferred || isAbbreviation(preferred) === isAbbreviation(term)) return preferred;
  return termsIn(concept, locale).find(
    (other) => other.status === 'admitted' && isAbbreviation(other) === isAbbreviation(term),
  );
}

/** Whether a target names a concept oftener than its source: `OSCE (Organization for …)`. */
function explains({ mentions, renderings }: Reading, concept: Concept): boolean {
  const count = (matches: readonly TermMatch[]) =>
    matches.filter((match) => match.concept === concept).length;
  return count(renderings) > count(mentions);
}

/** Abbreviations of Latin script: a word in capitals, with or without stops. */
function isAbbreviation(term: Term): boolean {
  return isAllCapitals(term.text) && !term.text.includes(' ');
}

const articles = new Map(
  Object.entries({
    en: 'the',
    de: 'der die das den dem des im vom zum zur am beim ins',
    es: 'el la los las del al',
    pt: 'o a os as do da dos das no na nos nas ao à aos às pelo pela pelos pelas',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

function followsArticle(text: string, { start }: TermMatch, language: string): boolean {
  const word = /(\p{L}{1,8})[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 9), start))?.[1];
  return word !== undefined && articles.get(language)?.has(word.toLowerCase()) === true;
}
