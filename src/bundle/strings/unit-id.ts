import type { Path } from './json-tree.ts';

/**
 * A path as the id of a unit: a name token that every XLIFF tool keeps, and that can be read back. Steps are joined by full stops;
 * an index is `:3`, an empty name `::`, and any other character than a-z, A-Z, 0-9, _ and - is `:` its hexadecimal number `:`. So
 * `menu.items.:0.title` and `a:2e:b` (a key `a.b`).
 */
export function idOfPath(path: Path): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `:${step}`;
      if (step === '') return '::';
      // No id is `__proto__`: the xliff package keeps units in a plain object.
      return step.replace(/^_(?=_)|[^A-Za-z0-9_-]/gu, (character) => `:${hexOf(character)}:`);
    })
    .join('.');
}

/** @returns undefined for an id that {@link idOfPath} does not write */
export function pathOfId(id: string): Path | undefined {
  const path = id.split('.').map((step) => {
    if (/^:\d{1,9}$/u.test(step)) return Number(step.slice(1));
    if (step === '::') return '';
    return step.replace(/:([0-9a-f]{1,6}):/gu, (written, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff ? written : String.fromCodePoint(code);
    });
  });
  return idOfPath(path) === id ? path : undefined;
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

/** A path for people: `menu.items[0].title`. */
export function describePath(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}
