import { foldCovers } from '../model/covers.ts';
import { type Draft, isFilled } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import type { ConceptType } from '../model/term-hit.ts';
import { unanswered } from './answered.ts';
import { isName, type TermStatus } from './concept.ts';
import { consistencyOf, type SaidAs, saidIn } from './consistency.ts';
import type { TermMatch } from './match.ts';
import { type Reading, readDraft } from './reading.ts';
import { isCovered, type Termbase, termbaseFor } from './termbase.ts';

/** A sentence of a draft. */
export type DraftPlace = { readonly dispatch: string; readonly locale: Locale; readonly segment: string };

/** One way in which a concept is said in a locale. */
export type RenderingUse = {
  /** The term, in its basic form. */
  readonly term: string;
  /** What the house thinks of it; `untranslated` is a term of the source language. */
  readonly status: TermStatus | 'untranslated';
  readonly count: number;
  readonly places: readonly DraftPlace[];
};

/** How a concept is said in one locale, over all drafts. */
export type LocaleUsage = {
  readonly locale: Locale;
  /** The oftenest first. */
  readonly renderings: readonly RenderingUse[];
  /** Mentions that nothing in the target answers. */
  readonly missing: readonly DraftPlace[];
  /**
   * The share of the oftenest accepted term, 0 to 1, the dateline left out; 1 where the concept is not said. Where a dispatch says the name in
   * full and in short, the share of each of the two.
   */
  readonly consistency: number;
};

/** How a concept is said in all drafts. */
export type ConceptUsage = {
  readonly concept: string;
  readonly type: ConceptType;
  readonly locales: readonly LocaleUsage[];
  /** Nothing wrong, nothing missing, and a name is said in one way in each locale. */
  readonly isSound: boolean;
};

/** One sighting of a concept in a target, or of its absence. */
type Sighting = {
  readonly concept: string;
  readonly place: DraftPlace;
  /** None: it is missing. */
  readonly match?: TermMatch;
  /** None in the dateline, which has a style of its own. */
  readonly said?: SaidAs;
};

/**
 * How every concept that the drafts mention is said in them: those with something wrong first, then the least consistent, then as they come.
 * Concepts that the termbase does not render in a locale are left out there, and so are sentences without a target.
 */
export function conceptUsage(drafts: readonly Draft[], house: Termbase): readonly ConceptUsage[] {
  const sightings = drafts.flatMap((draft) => sightingsIn(draft, house));
  const usages = Array.from(
    Map.groupBy(sightings, ({ concept }) => concept),
    ([concept, own]): ConceptUsage => {
      const type = house.concepts.get(concept)?.type ?? 'common';
      const locales = Array.from(
        Map.groupBy(own, ({ place }) => place.locale),
        ([locale, here]) => usageIn(locale, here),
      );
      return { concept, type, locales, isSound: locales.every((usage) => isSoundIn(usage, type)) };
    },
  );
  return usages.toSorted((left, right) => faultsOf(right) - faultsOf(left) || worst(left) - worst(right));
}

/** Whether there is nothing to do about a concept in a locale. */
export function isSoundIn({ renderings, missing, consistency }: LocaleUsage, type: ConceptType): boolean {
  const isRight = missing.length === 0 && renderings.every(({ status }) => isAcceptedUse(status));
  return isRight && (consistency === 1 || !isName(type));
}

function isAcceptedUse(status: RenderingUse['status']): boolean {
  return status === 'preferred' || status === 'admitted';
}

function faultsOf({ locales }: ConceptUsage): number {
  const wrong = locales.flatMap(({ renderings }) =>
    renderings.filter(({ status }) => !isAcceptedUse(status)),
  );
  const missing = locales.reduce((sum, usage) => sum + usage.missing.length, 0);
  return missing + wrong.reduce((sum, { count }) => sum + count, 0);
}

/** What is no name may vary. */
function worst({ locales, type }: ConceptUsage): number {
  return isName(type) ? Math.min(...locales.map(({ consistency }) => consistency)) : 1;
}

function sightingsIn(drafted: Draft, house: Termbase): readonly Sighting[] {
  const draft = foldCovers(drafted);
  const termbase = termbaseFor(draft.dispatch, house);
  const { locale } = draft;
  const readings = readDraft(draft, termbase);
  const saidAs = new Map(saidIn(readings).map((said) => [said.rendering, said]));
  return readings.flatMap((reading: Reading): Sighting[] => {
    const { unit, renderings } = reading;
    if (!isFilled(unit.target)) return [];
    const of = (concept: string): Omit<Sighting, 'match'> => ({
      concept,
      place: { dispatch: draft.dispatch.id, locale, segment: unit.segment.id },
    });
    const missing = unanswered(reading, locale);
    const said = renderings.filter(({ concept }) => isCovered(concept, locale));
    return [
      ...said.map((match) => {
        const as = saidAs.get(match);
        return { ...of(match.concept.id), match, ...(as && { said: as }) };
      }),
      ...missing.map(({ concept }) => of(concept.id)),
    ];
  });
}

function usageIn(locale: Locale, sightings: readonly Sighting[]): LocaleUsage {
  const said = sightings.flatMap((sighting) =>
    sighting.match ? [{ ...sighting, match: sighting.match }] : [],
  );
  const groups = Map.groupBy(said, ({ match }) => `${statusOf(match)} ${match.term.text}`);
  const renderings = Array.from(groups.values(), (group): RenderingUse[] => {
    const [first] = group;
    if (!first) return [];
    const places = group.map(({ place }) => place);
    return [{ term: first.match.term.text, status: statusOf(first.match), count: group.length, places }];
  }).flat();
  return {
    locale,
    renderings: renderings.toSorted((left, right) => right.count - left.count),
    missing: sightings.flatMap(({ match, place }) => (match ? [] : [place])),
    consistency: consistencyOf(said.flatMap((sighting) => sighting.said ?? [])),
  };
}

function statusOf({ foreign, term }: TermMatch): RenderingUse['status'] {
  return foreign ? 'untranslated' : term.status;
}
