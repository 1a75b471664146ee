import type { Dateline } from '../model/dispatch.ts';
import { eitherCase } from '../text/either-case.ts';
import { type JoinedView, joinedView } from '../text/joined-view.ts';
import { isoDate, monthPattern } from './french-date.ts';
import type { PhysicalLine } from './physical-lines.ts';

/** A dateline and the lines that it begins and ends on, counted from 0. */
export type FoundDateline = {
  readonly dateline: Dateline;
  readonly firstLine: number;
  readonly lastLine: number;
};

/** A dateline may be broken over this many physical lines. */
const mostLines = 3;

/** In UTF-16 units; the longest dateline anyone has to read is shorter. */
const longest = 240;

/**
 * Place, date, agency in parentheses, and the hyphen or dash that may follow. Case is ignored in words only: a class of Unicode that ignores
 * case takes long to make.
 */
const pattern = new RegExp(
  String.raw`^(?<place>\p{L}[^\p{Cc}]{0,99}?)\s?,\s{1,3}(?:${eitherCase('le')}\s{1,3})?` +
    String.raw`(?:${eitherCase('lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche')}\s{1,3})?` +
    String.raw`(?<day>1\s?${eitherCase('er')}|\d{1,2})\s{1,3}(?<month>${eitherCase(monthPattern)})\.?(?:\s{1,3}(?<year>\d{4}))?\s{0,3}` +
    String.raw`\((?<agency>\p{L}[^()\p{Cc}]{0,59})\)(?:\s{0,3}(?:--|[-–—]))?`,
  'u',
);

/** A capital, an Arabic article before one, or a place that has no name: `al-Arich`, `îles Féroé`, `à bord de l'Ocean Viking`. */
const beginsPlace = /^(?:\p{Lu}|[ae]l-\p{Lu}|îles?\s|à bord\s|au large\s|en mer)/u;

/**
 * Finds the first dateline that begins a line, also where it goes on in the next one: `Moscou, 21 oct 2020 (AFP) -`, French months in
 * full or abbreviated, any agency, a year or none, several places.
 *
 * @returns undefined where there is none, or its day is not in the calendar
 */
export function findDateline(raw: string, lines: readonly PhysicalLine[]): FoundDateline | undefined {
  const found = lines.flatMap((_, at) => datelineAt(raw, lines, at) ?? []);
  // A headline without a full stop reads like the beginning of a place: of those that end together the shortest is the dateline.
  return found.filter(({ lastLine }) => lastLine === found[0]?.lastLine).at(-1);
}

function datelineAt(raw: string, lines: readonly PhysicalLine[], at: number): FoundDateline | undefined {
  const spans = lines
    .slice(at, at + mostLines)
    .map(({ span }) => ({ start: span.start, end: Math.min(span.end, span.start + longest) }));
  const view = joinedView(raw, spans);
  const dateline = beginningDateline(view);
  if (!dateline) return undefined;
  const found = view.spansAt(0, dateline.text.length);
  return { dateline, firstLine: at, lastLine: at + found.length - 1 };
}

/** The dateline that a text begins with, if it begins with one. */
export function beginningDateline(view: JoinedView): Dateline | undefined {
  const match = pattern.exec(view.text.slice(0, longest));
  const { place, day, month, year, agency } = match?.groups ?? {};
  if (!match || !place || !day || !month || !agency || !beginsPlace.test(place)) return undefined;
  const date = isoDate(day, month, year);
  if (!date) return undefined;
  const found = view.spansAt(0, match[0].length);
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last) return undefined;
  return { text: match[0], span: { start: first.start, end: last.end }, place, date, agency };
}
