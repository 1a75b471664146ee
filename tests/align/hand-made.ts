import { readdirSync, readFileSync } from 'node:fs';
import type { Gold, GoldBead } from './disturbed.ts';

const folder = new URL('./gold/', import.meta.url);

/**
 * The documents of `gold/`: short stories in French with translations as people make them. A blank line stands between two beads, `<`
 * before a sentence of the source, `>` before one of the target.
 */
export function handMade(): { readonly name: string; readonly gold: Gold }[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, gold: goldOf(name, readFileSync(new URL(name, folder), 'utf8')) }));
}

function goldOf(name: string, text: string): Gold {
  const source: string[] = [];
  const target: string[] = [];
  const beads = text
    .trim()
    .split(/\n{2,}/u)
    .map((bead): GoldBead => {
      const lines = bead.split('\n');
      const add = (mark: string, side: string[]): number[] =>
        lines.filter((line) => line.startsWith(`${mark} `)).map((line) => side.push(line.slice(2)) - 1);
      return { source: add('<', source), target: add('>', target) };
    });
  const locale = name.split('.')[1] ?? '';
  return { source: { locale: 'fr', sentences: source }, target: { locale, sentences: target }, beads };
}
