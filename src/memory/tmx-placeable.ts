const placeholders = [
  '\\{\\{[^{}]{1,200}\\}\\}',
  '\\$t\\([^()]{1,200}\\)',
  '\\{[A-Za-z_][\\w.]{0,60}\\}',
  '%(?:\\d\\$)?[sdif@]',
  '(?:https?:\\/\\/|www\\.)\\S{1,2000}',
].join('|');

/**
 * What tools put into a `<ph>` though it is no code but part of the text: `{{name}}`, `$t(key)`, `{name}`, `%s`, an address. Our texts
 * have it in plain sight, so a memory that lost it would never match them.
 */
const placeable = new RegExp(`^(?:${placeholders})$`, 'u');

export function isPlaceable(text: string): boolean {
  return placeable.test(text);
}

const placeableOrTag = new RegExp(`${placeholders}|<\\/?[A-Za-z][^<>]{0,200}>`, 'gu');

/** What of a text a machine reads: placeholders, addresses and tags, in their order. */
export function placeablesIn(text: string): string[] {
  return /[{$%<:]|www/u.test(text) ? (text.match(placeableOrTag) ?? []) : [];
}
