import { describe, expect, it } from 'vitest';
import { type Draft, textOf, type Unit } from '../../src/model/draft.ts';
import {
  type Concept,
  type Form,
  formsOf,
  isAccepted,
  isName,
  type Term,
} from '../../src/termbase/concept.ts';
import { scoreTerms } from '../../src/termbase/score.ts';
import { preferredIn, termsIn } from '../../src/termbase/termbase.ts';
import { demoDispatches, demoLocales, demoTerms, demoTranslations, journey } from './demo-story.ts';

/** A place in a right translation where a concept of the glossary is rendered. */
type Place = {
  readonly unit: Unit;
  readonly concept: Concept;
  readonly start: number;
  readonly end: number;
  readonly words: string;
};

type Wrong = {
  readonly place: Place;
  readonly text: string;
  readonly kind: 'French' | 'forbidden' | 'deprecated' | 'mixed';
  /** Whether the right words are the same form of their term: then no other repair is right. */
  readonly sameForm: boolean;
};

/** What became of a wrong form; `repaired`: into another form than the translation had, accepted too. */
type Outcome = 'restored' | 'repaired' | 'reported' | 'missed';

const words = (unit: Unit): string => textOf(unit.target) ?? '';

/** How often a text has these words; `copresident` is not in `copresidente`. */
function timesIn(text: string, part: string): number {
  const edges = text.split(part);
  return edges.slice(1).filter((after, index) => {
    const before = edges[index] ?? '';
    return !/\p{Script=Latin}$/u.test(before) && !/^\p{Script=Latin}/u.test(after);
  }).length;
}

function placesIn(draft: Draft): Place[] {
  return draft.units.flatMap((unit) =>
    unit.terms.flatMap(({ concept: id, target }) => {
      const concept = demoTerms.concepts.get(id);
      if (!concept || !target) return [];
      return [{ unit, concept, ...target, words: words(unit).slice(target.start, target.end) }];
    }),
  );
}

/** Every form of French, every form that is forbidden or out of use, and every variant of a name that is said oftener. */
function wrongFormsFor(place: Place, places: readonly Place[], locale: string): Wrong[] {
  const { concept } = place;
  const terms = termsIn(concept, locale);
  const right = terms.filter(isAccepted);
  const accepted = new Set(right.flatMap(formsOf).map(({ text }) => text));
  const own = new Set(
    right.flatMap(formsOf).flatMap(({ label, text }) => (equal(text, place.words) ? [label] : [])),
  );
  const preferred = preferredIn(concept, locale);
  const isPreferred =
    preferred !== undefined && formsOf(preferred).some(({ text }) => equal(text, place.words));
  const wrong = (kind: Wrong['kind'], { label, text }: Form): Wrong => {
    const sameForm = isPreferred && own.has(label) && !label.includes('adj');
    return { place, text, kind, sameForm };
  };
  const french = termsIn(concept, 'fr').flatMap((term) => formsOf(term).map((form) => wrong('French', form)));
  const banned = terms.flatMap((term) =>
    term.status === 'forbidden' || term.status === 'deprecated'
      ? formsOf(term).map((form) => wrong(term.status === 'forbidden' ? 'forbidden' : 'deprecated', form))
      : [],
  );
  const isSaidOftener = places.filter((other) => other.concept === concept).length > 1;
  const variants = (term: Term): Wrong[] =>
    formsOf(term).flatMap((form) => {
      const isVariant = own.has(form.label) && !equal(form.text, place.words);
      return isVariant && isShort(form.text) === isShort(place.words) ? [wrong('mixed', form)] : [];
    });
  const mixed =
    isSaidOftener && isName(concept.type)
      ? terms.filter((term) => term.status === 'admitted').flatMap(variants)
      : [];
  return [...[...french, ...banned].filter(({ text }) => !accepted.has(text)), ...mixed];
}

function equal(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** An abbreviation says the same as the long form, and a story may have both. */
function isShort(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text);
}

/** How engines and desks type the same words. */
const typings: readonly (readonly [string, (text: string) => string])[] = [
  ['as they are', (text) => text],
  ['with accents apart', (text) => text.normalize('NFD')],
  [
    'with blanks and hyphens that do not break',
    (text) => text.replace(/ /gu, '\u00a0').replace(/-/gu, '\u2011'),
  ],
  ['with straight apostrophes', (text) => text.replace(/’/gu, "'")],
  ['in capitals', (text) => text.toUpperCase()],
];

/** Words that are wrong as they are listed may be right in capitals: `PRIX DU PHARE`. */
function isAcceptedIn({ place, text }: Wrong, locale: string): boolean {
  const right = termsIn(place.concept, locale).filter(isAccepted).flatMap(formsOf);
  return right.some((form) => form.text.toUpperCase() === text);
}

/** The answers of a provider that gives the right translations, but for these places. */
function answersWith(draft: Draft, wrongs: readonly Wrong[]): Map<string, string> {
  return new Map(
    draft.units.map((unit) => {
      const here = wrongs.filter(({ place }) => place.unit === unit);
      const text = here
        .toSorted((a, b) => b.place.start - a.place.start)
        .reduce(
          (known, { place, text: wrong }) => known.slice(0, place.start) + wrong + known.slice(place.end),
          words(unit),
        );
      return [unit.segment.text, text];
    }),
  );
}

/** Judged by the letters of the text and by what the reviewer is told, not by the matcher. */
function outcomeOf({ place, text, kind }: Wrong, after: Draft): Outcome {
  const unit = after.units.find((candidate) => candidate.segment.id === place.unit.segment.id);
  if (!unit) return 'missed';
  if (words(unit) === words(place.unit)) return 'restored';
  const check = kind === 'mixed' ? 'term-mixed' : 'term-forbidden';
  const isReported = unit.issues.some(
    (issue) => issue.check === check && issue.message.includes(`“${text}”`),
  );
  if (isReported) return 'reported';
  return timesIn(words(unit), text) > timesIn(words(place.unit), text) ? 'missed' : 'repaired';
}

function describeWrong({ place, text, kind }: Wrong): string {
  return `${kind} “${text}” for “${place.words}” (${place.concept.id}) in: ${words(place.unit)}`;
}

describe.each(demoLocales)(
  'a provider that answers in %s with wrong names in right translations',
  (locale) => {
    const right = demoTranslations(locale);
    const stories = Promise.all(
      Array.from(demoDispatches.values(), async (dispatch) => {
        const draft = await journey(dispatch, locale, right);
        const places = placesIn(draft);
        return { dispatch, draft, wrongs: places.map((place) => wrongFormsFor(place, places, locale)) };
      }),
    );

    it('has its right translations left as they are, every term of them accepted', async () => {
      for (const { draft } of await stories) {
        for (const unit of draft.units) {
          expect(unit.issues.filter(({ check }) => check.startsWith('term-'))).toEqual([]);
          expect(words(unit)).toBe(right.get(unit.segment.text) ?? unit.segment.text);
        }
        expect(scoreTerms(draft, demoTerms).success).toBe(1);
      }
    });

    it('has each of them repaired, or else reported, wherever it stands alone', async () => {
      const outcomes: { readonly wrong: Wrong; readonly outcome: Outcome }[] = [];
      const notAsGood: string[] = [];
      for (const { dispatch, draft, wrongs } of await stories) {
        for (const wrong of wrongs.flat()) {
          const after = await journey(dispatch, locale, answersWith(draft, [wrong]));
          const outcome = outcomeOf(wrong, after);
          outcomes.push({ wrong, outcome });
          const { success } = scoreTerms(after, demoTerms);
          const isGood = outcome === 'reported' || (outcome !== 'missed' && success === 1);
          if (!isGood || (wrong.sameForm && outcome === 'repaired')) {
            notAsGood.push(`${outcome}, ${success}: ${describeWrong(wrong)}`);
          }
        }
      }
      expect(notAsGood).toEqual([]);
      const count = (test: (one: (typeof outcomes)[number]) => boolean) => outcomes.filter(test).length;
      expect(count(({ wrong }) => wrong.kind === 'French')).toBeGreaterThanOrEqual(60);
      expect(count(({ wrong }) => wrong.kind === 'forbidden')).toBeGreaterThanOrEqual(60);
      expect(count(({ wrong }) => wrong.kind === 'mixed')).toBeGreaterThanOrEqual(5);
      expect(count(({ outcome }) => outcome === 'restored') / outcomes.length).toBeGreaterThan(0.65);
      expect(count(({ outcome }) => outcome === 'reported') / outcomes.length).toBeLessThan(0.03);
    });

    it.each(typings)(
      'has all of them repaired, or else reported, all through a story: %s',
      async (_, type) => {
        const missed: string[] = [];
        let injected = 0;
        for (const { dispatch, draft, wrongs } of await stories) {
          const banned = wrongs.map((forms) => forms.filter(({ kind }) => kind !== 'mixed'));
          const rounds = Math.max(...banned.map((forms) => forms.length));
          for (let round = 0; round < rounds; round += 1) {
            const chosen = banned
              .flatMap((forms) => forms[round % Math.max(1, forms.length)] ?? [])
              .map((wrong) => ({ ...wrong, text: type(wrong.text) }))
              .filter((wrong) => !isAcceptedIn(wrong, locale));
            const after = await journey(dispatch, locale, answersWith(draft, chosen));
            const outcomes = chosen.map((wrong) => ({ wrong, outcome: outcomeOf(wrong, after) }));
            injected += chosen.length;
            missed.push(
              ...outcomes.flatMap(({ wrong, outcome }) =>
                outcome === 'missed' ? [describeWrong(wrong)] : [],
              ),
            );
            if (outcomes.some(({ outcome }) => outcome === 'reported')) continue;
            const { success, consistency } = scoreTerms(after, demoTerms);
            expect(success).toBe(1);
            expect(consistency).toBeGreaterThanOrEqual(scoreTerms(draft, demoTerms).consistency);
          }
        }
        expect(missed).toEqual([]);
        expect(injected).toBeGreaterThan(100);
      },
    );
  },
);
