import type { NewName } from '../../termbase/new-names.ts';
import { type ConceptUsage, type DraftPlace, isSoundIn, type LocaleUsage } from '../../termbase/usage.ts';
import { quoted } from './copy-text.ts';
import { percent } from './draft-facts.ts';
import { type Content, element, type Html, lines } from './html.ts';

/** The names of all drafts together: those that are not in order, and those of the copy that the termbase lacks. */
export function namesSection(
  usage: readonly ConceptUsage[],
  unknown: readonly NewName[],
  source: string,
): Content {
  const unsound = usage.filter(({ isSound }) => !isSound);
  if (unsound.length === 0 && unknown.length === 0) return undefined;
  return element(
    'div',
    { class: 'names', role: 'region', 'aria-labelledby': 'names' },
    element('h2', { id: 'names' }, 'Names'),
    unsound.length === 0
      ? undefined
      : element(
          'details',
          { class: 'varied' },
          element('summary', {}, `Not in order: ${unsound.length}`),
          element('ul', {}, unsound.map(conceptItem)),
        ),
    unknown.length === 0
      ? undefined
      : element(
          'details',
          { class: 'unknown' },
          element('summary', {}, `Not in the termbase: ${unknown.length}`),
          unknownTable(unknown, source),
        ),
  );
}

function conceptItem({ concept, type, locales }: ConceptUsage): Html {
  const items = locales.filter((usage) => !isSoundIn(usage, type)).map(localeItem);
  return element('li', {}, element('code', {}, concept), ` (${type})`, element('ul', {}, items));
}

function localeItem({ locale, renderings, missing, consistency }: LocaleUsage): Html {
  const ways: Content[] = renderings.map(({ term, status, count, places }) => [
    quoted(term, locale),
    ` (${status}) ${count}× `,
    placeLinks(places),
  ]);
  if (missing.length > 0) ways.push([`missing ${missing.length}× `, placeLinks(missing)]);
  const listed = ways.map((way, index) => [index === 0 ? '' : '; ', way]);
  return element('li', {}, `${locale}, ${percent(consistency)} consistent: `, listed);
}

/** The first places where something is said so; a page with all of them would be read by nobody. */
const shownPlaces = 5;

function placeLinks(places: readonly DraftPlace[]): Content {
  const links = places.slice(0, shownPlaces).map(({ dispatch, locale, segment }, index) => {
    const anchor = encodeURIComponent(`${dispatch}.${locale}.${segment}`);
    return [index === 0 ? '' : ' ', element('a', { href: `#${anchor}` }, segment)];
  });
  return places.length > shownPlaces ? [...links, ' …'] : links;
}

function unknownTable(unknown: readonly NewName[], source: string): Html {
  const heads = ['Name', 'Perhaps', 'Count', 'As it is in', 'Dispatches'];
  const rows = unknown.map(({ name, family, long, type, count, unchanged, places }) => {
    const others = [family, long].flatMap((other) =>
      other === undefined ? [] : [', ', quoted(other, source)],
    );
    const kept = unchanged
      .filter(({ sentences }) => sentences > 0)
      .map(({ locale, count: same, sentences }) => `${locale} ${same} of ${sentences}`);
    const dispatches = [...new Set(places.map(({ dispatch }) => dispatch))];
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, quoted(name, source), others),
      element('td', {}, type),
      element('td', { class: 'number' }, String(count)),
      element('td', {}, kept.join(', ')),
      element('td', {}, dispatches.join(', ')),
    );
  });
  return element(
    'table',
    { 'aria-labelledby': 'names' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        heads.map((head) => element('th', { scope: 'col' }, head)),
      ),
    ),
    element('tbody', {}, lines(rows)),
  );
}
