import type { Dateline } from '../model/dispatch.ts';
import { type Draft, isInHand, type Unit } from '../model/draft.ts';
import type { Issue } from '../model/issue.ts';
import type { Locale } from '../model/locale.ts';
import type { ConceptType } from '../model/term-hit.ts';
import { type Concept, isAccepted } from './concept.ts';
import { type Day, datelineStyle } from './datelines/house-table.ts';
import { findTerms } from './match.ts';
import type { Languages } from './reading.ts';
import { isAllCapitals } from './spelling.ts';
import { preferredIn, type Termbase, termsIn } from './termbase.ts';

/** The check id of a place that the termbase does not know. */
export const datelinePlace = 'dateline-place';

/**
 * Writes the dateline of a draft by rule: places and agency from the termbase, the date by the house table of the locale.
 *
 * `Paris/Bruxelles` and `Le Mont-Dore (France)` are several places. One the termbase does not know stays as it is, and
 * the unit says so in an issue `dateline-place`. A dateline that a person has taken in hand is left alone.
 */
export function localiseDateline(draft: Draft, termbase: Termbase): Draft {
  const { dateline: unit, dispatch, locale } = draft;
  if (!unit || !dispatch.dateline || isInHand(unit.target)) return draft;
  const languages = { source: dispatch.locale, target: locale };
  const { text, unknown } = render(dispatch.dateline, termbase, languages);
  const dateline: Unit = {
    ...unit,
    target: {
      state: 'drafted',
      text,
      provenance: { origin: { kind: 'rule', rule: 'dateline' }, steps: [] },
    },
    issues: [
      ...unit.issues.filter((issue) => issue.check !== datelinePlace),
      ...unknown.map(
        (place): Issue => ({
          check: datelinePlace,
          severity: 'warning',
          message: `“${place}” stands in the dateline as in the source: the termbase has no ${locale} term for it`,
        }),
      ),
    ],
  };
  return { ...draft, dateline };
}

function render(
  { place, date, agency }: Dateline,
  termbase: Termbase,
  languages: Languages,
): { text: string; unknown: string[] } {
  const style = datelineStyle(languages.target);
  const unknown: string[] = [];
  const localPlace = localised(place, languages, (name) => {
    const concept = conceptNamed(termbase, name, languages.source, 'place');
    const term = concept && preferredIn(concept, languages.target);
    if (!term) unknown.push(name);
    return term?.text;
  });
  const concept = conceptNamed(termbase, agency, languages.source, 'organisation');
  const localAgency = (concept && shortestTerm(concept, languages.target)) ?? agency;
  const day = dayOf(date);
  const localDate = day ? style.date(day) : date;
  return { text: style.line(localPlace, localDate, agency === '' ? '' : ` (${localAgency})`), unknown };
}

/** Puts each name of a list of places into the target language; what stands between them stays. */
function localised(
  place: string,
  { target }: Languages,
  termFor: (name: string) => string | undefined,
): string {
  return place.replace(/[^\s/(),](?:[^/(),]*[^\s/(),])?/gu, (name) => {
    const term = termFor(name);
    if (term === undefined) return name;
    return isAllCapitals(name) ? term.toLocaleUpperCase(target) : term;
  });
}

/** The concept of a type that the whole of a name stands for. */
function conceptNamed(
  termbase: Termbase,
  name: string,
  locale: Locale,
  type: ConceptType,
): Concept | undefined {
  const match = findTerms(termbase, name, locale).find(
    ({ start, end, concept }) => start === 0 && end === name.length && concept.type === type,
  );
  return match?.concept;
}

/** A dateline has room for the short name of an agency: `أ ف ب` rather than `فرانس برس`. */
function shortestTerm(concept: Concept, locale: Locale): string | undefined {
  return termsIn(concept, locale)
    .filter(isAccepted)
    .map((term) => term.text)
    .reduce<string | undefined>(
      (best, text) => (best === undefined || text.length < best.length ? text : best),
      undefined,
    );
}

/** Reads `2020-10-21` and `--10-21`; undefined for anything that is no day of a calendar. */
function dayOf(date: string): Day | undefined {
  const parts = /^(?:(?<year>\d{4})|-)-(?<month>\d{2})-(?<day>\d{2})$/u.exec(date)?.groups;
  const [month, day] = [Number(parts?.month), Number(parts?.day)];
  if (!parts || !(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return { ...(parts.year !== undefined && { year: Number(parts.year) }), month, day };
}
