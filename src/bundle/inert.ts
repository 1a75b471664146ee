/** WORD JOINER: no width, no line break, and no part of what i18next looks for. */
const joiner = '\u2060';

/**
 * Makes copy inert for i18next, which runs `$t(…)` and fills `{{…}}` wherever it finds them: a joiner is put behind the `$` of `$t(`
 * and between two braces. A joiner of the copy's own is doubled, so {@link fromInert} gives the copy back unchanged.
 */
export function toInert(copy: string): string {
  return copy
    .replaceAll(joiner, joiner + joiner)
    .replace(/\$(?=t\()/gu, `$$${joiner}`)
    .replace(/\{(?=\{)/gu, `{${joiner}`);
}

/** Undoes {@link toInert}: of two joiners one stays, a single one goes. */
export function fromInert(text: string): string {
  return text.replace(/\u2060(\u2060?)/gu, '$1');
}
