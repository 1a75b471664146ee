/**
 * The answer of a pure function, kept in a map for a while: what is asked of a sentence is asked again for each of its locales, and by one
 * check after the other. Text that comes once costs a place in the map and no more: it is emptied when it is full.
 */
export function remembered<Answer>(kept: Map<string, Answer>, key: string, answer: () => Answer): Answer {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = answer();
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, made);
  return made;
}

const mostKept = 2048;
