import { foldTypography } from '../../text/fold.ts';
import { catalan } from './ca.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { type Frame, type Grammar, type Kind, kinds } from './grammar.ts';
import { italian } from './it.ts';
import { occitan } from './oc.ts';
import { portuguese } from './pt.ts';

/** The languages of which we know what grows together before a name. */
export const grammars: ReadonlyMap<string, Grammar> = new Map([
  ['fr', french],
  ['it', italian],
  ['es', spanish],
  ['pt', portuguese],
  ['ca', catalan],
  ['oc', occitan],
]);

/** What words before a name can mean. */
export type Reading = { readonly frame: Frame; readonly kind: Kind };

/** What may be meant by the words that end at an offset, the longest ones that mean anything. */
export function readingsBefore(
  text: string,
  start: number,
  grammar: Grammar,
): { written: string; readings: readonly Reading[] } | undefined {
  const table = tableOf(grammar);
  for (let length = Math.min(longest, start); length > 1; length -= 1) {
    const written = text.slice(start - length, start);
    const readings = table.get(fold(written));
    if (readings && !/[\p{L}\p{N}'’-]$/u.test(text.slice(0, start - length).slice(-1))) {
      return { written, readings };
    }
  }
  return undefined;
}

/** `quoique ` and `dello stesso` are the longest ones there are. */
const longest = 10;

const tables = new Map<Grammar, ReadonlyMap<string, readonly Reading[]>>();

/** Everything a language can write before a name, by how it is written. */
function tableOf(grammar: Grammar): ReadonlyMap<string, readonly Reading[]> {
  const known = tables.get(grammar);
  if (known) return known;
  const table = new Map<string, Reading[]>();
  const frames = ['', ...grammar.prepositions].flatMap((preposition): Frame[] => [
    { preposition, article: 'definite' },
    { preposition, article: 'indefinite' },
    ...(preposition === '' ? [] : [{ preposition, article: 'none' } as const]),
  ]);
  for (const frame of frames) {
    for (const kind of kinds) {
      for (const sound of ['vowel', 'consonant', 'impure'] as const) {
        const written = grammar.write(frame, kind, sound);
        if (written === undefined) continue;
        const key = fold(written);
        const readings = table.get(key) ?? [];
        if (!readings.some((one) => one.frame === frame && one.kind === kind)) readings.push({ frame, kind });
        table.set(key, readings);
      }
    }
  }
  tables.set(grammar, table);
  return table;
}

export function fold(text: string): string {
  return foldTypography(text).toLowerCase();
}
