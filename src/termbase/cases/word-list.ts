/** Words in one string with blanks between, as tables of words are written. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** A pattern for words that begin with one of the stems, behind one of the prefixes or none. */
export function beginningWith(stems: string, prefixes = ''): RegExp {
  const front = prefixes === '' ? '' : `(?:${prefixes.trim().split(/\s+/u).join('|')})?`;
  return new RegExp(`^${front}(?:${stems.trim().split(/\s+/u).join('|')})`, 'u');
}
