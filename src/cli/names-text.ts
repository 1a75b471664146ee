import type { NewName } from '../termbase/new-names.ts';
import {
  type ConceptUsage,
  type DraftPlace,
  isSoundIn,
  type LocaleUsage,
  type RenderingUse,
} from '../termbase/usage.ts';
import { styled, table } from './terminal.ts';

/**
 * How concepts are said: in full, with places, where something is to be done; the others a line each.
 *
 * @param inFull whether all of them are shown with their places
 */
export function usageText(usage: readonly ConceptUsage[], inFull: boolean): string {
  const shown = inFull ? usage : usage.filter(({ isSound }) => !isSound);
  const others = inFull ? [] : usage.filter(({ isSound }) => isSound);
  const full = shown.map((one) => conceptText(one, inFull)).join('\n');
  const head = shown.length > 0 && !inFull ? `${styled('bold', `To be looked at: ${shown.length}`)}\n\n` : '';
  const sound =
    others.length === 0
      ? ''
      : `${styled('bold', `In order: ${others.length}`)}\n\n${table(others.map((one) => [one.concept, one.type, one.locales.map(inShort).join('; ')]))}`;
  return [`${head}${full}`, sound].filter((part) => part !== '').join('\n');
}

function conceptText({ concept, type, locales }: ConceptUsage, inFull: boolean): string {
  const shown = inFull ? locales : locales.filter((usage) => !isSoundIn(usage, type));
  return `${concept} (${type})\n${shown.map(localeText).join('')}`;
}

function localeText({ locale, renderings, missing, consistency }: LocaleUsage): string {
  const lines = [
    ...renderings.map(
      ({ term, status, count, places }) => `${status} “${term}” ${count}×: ${placesText(places)}`,
    ),
    ...(missing.length === 0 ? [] : [`missing ${missing.length}×: ${placesText(missing)}`]),
  ];
  return `  ${locale}, ${percent(consistency)} consistent\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

function inShort({ locale, renderings }: LocaleUsage): string {
  return `${locale} ${renderings.map(wayText).join(', ')}`;
}

function wayText({ term, count }: RenderingUse): string {
  return `${term} ${count}×`;
}

/** `flash s7k2f s0qd4, other s1zz9`: the segments under their dispatch. */
function placesText(places: readonly DraftPlace[]): string {
  return Array.from(
    Map.groupBy(places, ({ dispatch }) => dispatch),
    ([dispatch, own]) => [dispatch, ...new Set(own.map(({ segment }) => segment))].join(' '),
  ).join(', ');
}

/** Rounded down: what is not quite whole is never 100 %. */
function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

/** The names that the termbase does not have, with the dispatches they stand in and how often drafts leave them as they are. */
export function newNamesText(names: readonly NewName[]): string {
  if (names.length === 0) return '';
  const rows = names.map(({ name, family, long, type, count, places, unchanged }) => {
    const further = [...(family === undefined ? [] : [family]), ...(long === undefined ? [] : [long])];
    const dispatches = [...new Set(places.map(({ dispatch }) => dispatch))];
    return [
      further.length === 0 ? name : `${name} (${further.join(', ')})`,
      type,
      count,
      unchanged
        .filter(({ sentences }) => sentences > 0)
        .map(({ locale, count: same, sentences }) => `${locale} ${same}/${sentences}`)
        .join(' '),
      dispatches.join(' '),
    ];
  });
  return `\n${styled('bold', `New names: ${names.length}`)}\n\n${table([['name', 'perhaps', 'count', 'unchanged in', 'dispatches'], ...rows])}`;
}
