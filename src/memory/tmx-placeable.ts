/**
 * What tools put into a `<ph>` though it is no code but part of the text: `{{name}}`, `$t(key)`, `{name}`, `%s`, an address. Our texts
 * have it in plain sight, so a memory that lost it would never match them.
 */
const placeable =
  /^(?:\{\{[^{}]{1,200}\}\}|\$t\([^()]{1,200}\)|\{[A-Za-z_][\w.]{0,60}\}|%(?:\d\$)?[sdif@]|(?:https?:\/\/|www\.)\S{1,2000})$/u;

export function isPlaceable(text: string): boolean {
  return placeable.test(text);
}
