/** Whether a text has only the characters of western European copy: Latin-1, `Œ`, `Š`, `Ž`, `Ÿ`, and the marks of print. */
export function isWestern(text: string): boolean {
  return !foreign.test(text);
}

/** Looked for, rather than a text of nothing else: an expression that takes ten million characters runs out of stack. */
const foreign = /[^\t-\r\u0020-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2000-\u206f\u20ac]/u;

/**
 * A pattern that says of western text what `pattern` says of it, with a class of a few ranges for each property of Unicode: V8 makes those
 * in a third of the time. One that ignores case stays as it is, for case reaches out of any set of characters.
 */
export function forWesternText(pattern: string): string {
  if (ignoresCase(pattern)) return pattern;
  return pattern.replace(/\\(p|P)\{(\w+)\}/gu, (property: string, sign: string, name: string) => {
    const members = membersOf.get(name);
    return members === undefined ? property : `[${sign === 'P' ? '^' : ''}${members}]`;
  });
}

/** Whether any part of a pattern ignores case. */
export function ignoresCase(pattern: string): boolean {
  return /\(\?[a-zA-Z]*i/u.test(pattern);
}

/** The western characters of the properties that rules are made of. */
const membersOf: ReadonlyMap<string, string> = new Map([
  ['L', 'A-Za-zªµºÀ-ÖØ-öø-ÿŒœŠšŸŽž'],
  ['Lu', 'A-ZÀ-ÖØ-ÞŒŠŸŽ'],
  ['Ll', 'a-zµß-öø-ÿœšž'],
  ['M', ''],
  ['N', '0-9²³¹¼-¾'],
  ['Nd', '0-9'],
  ['Zs', ' \\u00a0\\u2000-\\u200a\\u202f\\u205f'],
]);
