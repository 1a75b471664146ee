import type { Span } from '../model/span.ts';

/** What machines read in a text; `key` is what must be the same wherever it stands. */
export type Placeable = { readonly key: string; readonly span: Span };

const hint = /[{<@%&\\]|\$t\(|:\/\/|www\./u;

/**
 * `{{x}}`, `$t(x)`, `{x}` and its ICU forms, tags, entities, `%s`, `%1$d` and `%5.2f` where no number stands before them, `%(name)s`, `\n`
 * as two signs, addresses.
 */
const pattern = new RegExp(
  [
    '\\{\\{[^{}]{0,200}\\}\\}',
    '\\$t\\([^()]{0,200}\\)',
    '\\{\\s{0,9}[\\p{L}\\d_]{1,60}\\s{0,9}[,}]',
    '</?[a-zA-Z][a-zA-Z0-9-]{0,40}(?=[\\s/>])[^<>]{0,400}>',
    '&(?:[a-zA-Z]{2,12}|#\\d{1,7}|#x[\\da-fA-F]{1,6});',
    '(?<!\\d\\s?)%(?:\\d\\$)?(?:0?\\d{1,2})?(?:\\.\\d{1,2})?(?:ll?)?[sdiufx@](?![\\p{L}\\d])',
    '%\\([A-Za-z_]\\w{0,40}\\)[sdif]',
    '\\\\[nrt]',
    '(?:https?://|www\\.)[^\\s<>"«»“”]{1,2000}',
    '[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}',
  ].join('|'),
  'gu',
);

/** The placeables of a text, in its order. */
export function placeablesOf(text: string): Placeable[] {
  if (!hint.test(text)) return [];
  return Array.from(text.matchAll(pattern), ({ 0: found, index: start }) => {
    const placeable = isAddress.test(found) ? found.replace(/[.,;:!?)\]'’…]+$/u, '') : found;
    return { key: keyOf(placeable), span: { start, end: start + placeable.length } };
  });
}

const isAddress = /:\/\/|^www\./u;

/** What must be the same: of a tag its name, of `{n, plural, …}` its argument. */
function keyOf(placeable: string): string {
  if (placeable.startsWith('<')) return `${/^<\/?[a-zA-Z][a-zA-Z0-9-]*/u.exec(placeable)?.[0] ?? placeable}>`;
  if (placeable.startsWith('{{') || placeable.startsWith('$t(')) return placeable.replace(/\s+/gu, '');
  return placeable.startsWith('{') ? `{${placeable.slice(1, -1).trim()}}` : placeable;
}

/** Those of `some` that have no equal left among `others`; the same one twice needs two. */
export function without(some: readonly Placeable[], others: readonly Placeable[]): Placeable[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return some.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}
