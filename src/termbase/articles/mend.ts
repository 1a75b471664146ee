import { type Locale, languageOf } from '../../model/locale.ts';
import { foldTypography, withoutAccents } from '../../text/fold.ts';
import { isAllCapitals, startsWithCapital } from '../spelling.ts';
import { articleBefore } from './article-before.ts';
import { indefiniteArticle } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { type Frame, type Grammar, type Kind, kinds, type Sound } from './grammar.ts';
import { italian } from './it.ts';
import { portuguese } from './pt.ts';

/** A name that takes the place of another one. */
export type Replaced = {
  readonly start: number;
  /** The words that go and those that come. */
  readonly found: string;
  readonly right: string;
  /** Whether the right words stand in another case than those that were found: then a German article is wrong. */
  readonly otherCase?: boolean;
};

/** What is to stand before a name in place of the words from `start` on; not `sure`: a person should look at it. */
export type Mended = { readonly start: number; readonly text: string; readonly sure: boolean };

const grammars: ReadonlyMap<string, Grammar> = new Map([
  ['fr', french],
  ['it', italian],
  ['es', spanish],
  ['pt', portuguese],
]);

/**
 * Mends what stands before a name when another name takes its place: `l’Artsakh` → `le Haut-Karabakh`, `du Kiev` → `de
 * l’Oblast`, `a Birman` → `an Armenian`. French, Italian, Spanish, Portuguese, and the English indefinite article.
 *
 * It is sure where all that is possible of the gender, number and sound of the right name is written alike. A name that is only spelled
 * otherwise keeps the gender and the number it had. Where it is not sure, and before every other German name, the words stay.
 */
export function mendBefore(text: string, replaced: Replaced, locale: Locale): Mended | undefined {
  const language = languageOf(locale);
  if (language === 'en') return english(text, replaced);
  const grammar = grammars.get(language);
  if (grammar) return romance(text, replaced, grammar);
  const article = articleBefore(text, replaced.start, language);
  if (!article || (!replaced.otherCase && isAlike(replaced.found, replaced.right))) return undefined;
  return asItIs(text, article.start, replaced);
}

function asItIs(text: string, start: number, replaced: Replaced): Mended {
  return { start, text: text.slice(start, replaced.start), sure: false };
}

function english(text: string, replaced: Replaced): Mended | undefined {
  const article = articleBefore(text, replaced.start, 'en');
  if (!article) return undefined;
  const written = text.slice(article.start, article.end);
  // `the` is the same before every word, but before some names it does not stand at all.
  if (/^the/iu.test(written)) return undefined;
  const right = indefiniteArticle(firstWord(replaced.right));
  if (right === undefined) return asItIs(text, article.start, replaced);
  return changed(written, right + written.slice(-1), { text, start: article.start, sure: true });
}

type Reading = { readonly frame: Frame; readonly kind: Kind };

function romance(text: string, replaced: Replaced, grammar: Grammar): Mended | undefined {
  const found = readingsBefore(text, replaced.start, grammar);
  if (!found) return undefined;
  const { written, readings } = found;
  const right = wordsOf(replaced.right);
  const sound = grammar.soundOf(right[0] ?? '');
  const sounds: readonly Sound[] = sound ? [sound] : ['vowel', 'consonant', 'impure'];
  const wanted = kindsOf(replaced, readings, grammar);
  const frames = [...new Set(readings.map(({ frame }) => frame))];
  const outputs = new Set(
    frames.flatMap((frame) =>
      wanted.flatMap((kind) => sounds.flatMap((each) => grammar.write(frame, kind, each) ?? [])),
    ),
  );
  const [output] = outputs;
  const start = replaced.start - written.length;
  if (output === undefined || outputs.size > 1) return asItIs(text, start, replaced);
  if (grammar.mayStand?.(fold(written), output)) return undefined;
  // Another gender goes through the whole sentence.
  const bends = readings.every(({ kind }) => !wanted.includes(kind));
  return changed(written, output, { text, start, sure: !bends });
}

/** What gender and number the right name can have, as far as table, spelling and the words before it tell. */
function kindsOf(
  { found, right }: Replaced,
  readings: readonly Reading[],
  grammar: Grammar,
): readonly Kind[] {
  const shown = kinds.filter((kind) => readings.some((reading) => reading.kind === kind));
  const known = grammar.kindOf(wordsOf(right));
  // With another number the verb is another one: whatever is written before the name, a person must look.
  if (known) return shown.some(({ number }) => number === known.number) ? [known] : kinds;
  if (isAlike(found, right)) {
    const before = grammar.kindOf(wordsOf(found));
    return before && shown.includes(before) ? [before] : shown;
  }
  if (/[sxz]$/u.test(firstWord(right)) !== shown.every(({ number }) => number === 'plural')) return kinds;
  return kinds.filter(({ number }) => shown.some((kind) => kind.number === number));
}

/** What may be meant by the words that end at an offset, the longest ones that mean anything. */
function readingsBefore(
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

function fold(text: string): string {
  return foldTypography(text).toLowerCase();
}

/** The words as they are to be written, with the capitals, the apostrophe and the blank of what was there; undefined where that is the same. */
function changed(
  written: string,
  output: string,
  { text, start, sure }: { text: string; start: number; sure: boolean },
): Mended | undefined {
  if (fold(written) === fold(output)) return undefined;
  const apostrophe = text.includes("'") && !text.includes('’') ? "'" : '’';
  const blank = /[\u00a0\u202f]$/u.exec(written)?.[0] ?? ' ';
  const typed = output.replace('’', apostrophe).replace(/ $/u, blank);
  const cased = isAllCapitals(written)
    ? typed.toUpperCase()
    : startsWithCapital(written)
      ? typed.charAt(0).toUpperCase() + typed.slice(1)
      : typed;
  return { start, text: cased, sure };
}

function wordsOf(name: string): string[] {
  return name.split(/[ \u00a0]/u);
}

function firstWord(name: string): string {
  return wordsOf(name)[0] ?? '';
}

/** Whether two names are one name in two spellings: at least half of the pairs of letters that stand side by side are the same. */
export function isAlike(left: string, right: string): boolean {
  const [one, other] = [pairsOf(left), pairsOf(right)];
  const shared = one.filter((pair) => other.includes(pair)).length;
  return (
    2 * shared >= one.length + other.length - 2 * shared && wordsOf(left).length === wordsOf(right).length
  );
}

function pairsOf(name: string): string[] {
  const letters = withoutAccents(name).toLowerCase();
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}
