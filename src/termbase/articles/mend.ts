import { type Locale, languageOf } from '../../model/locale.ts';
import { withoutAccents } from '../../text/fold.ts';
import { isAllCapitals, startsWithCapital } from '../spelling.ts';
import { articleBefore } from './article-before.ts';
import { indefiniteArticle } from './en.ts';
import { type Grammar, type Kind, kinds, type Sound } from './grammar.ts';
import { fold, grammars, type Reading, readingsBefore } from './readings.ts';

/** A name that takes the place of another one. */
export type Replaced = {
  readonly start: number;
  /** The words that go and those that come. */
  readonly found: string;
  readonly right: string;
  /** Whether the right words stand in another case than those that were found: then a German article is wrong. */
  readonly otherCase?: boolean;
  /** Whether it is the name of something else, and not another name of the same: then they may be alike by chance. */
  readonly isOther?: boolean;
};

/** What is to stand before a name in place of the words from `start` on; not `sure`: a person should look at it. */
export type Mended = { readonly start: number; readonly text: string; readonly sure: boolean };

/**
 * Mends what stands before a name when another name takes its place: `l’Artsakh` → `le Haut-Karabakh`, `du Kiev` → `de
 * l’Oblast`, `a Birman` → `an Armenian`. French, Italian, Spanish, Portuguese, Catalan, Occitan, and the English indefinite article.
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
  if (!article || (!replaced.otherCase && isOneName(replaced))) return undefined;
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
function kindsOf(replaced: Replaced, readings: readonly Reading[], grammar: Grammar): readonly Kind[] {
  const { found, right } = replaced;
  const shown = kinds.filter((kind) => readings.some((reading) => reading.kind === kind));
  const known = grammar.kindOf(wordsOf(right));
  // With another number the verb is another one: whatever is written before the name, a person must look.
  if (known) return shown.some(({ number }) => number === known.number) ? [known] : kinds;
  if (isOneName(replaced)) {
    const before = grammar.kindOf(wordsOf(found));
    return before && shown.includes(before) ? [before] : shown;
  }
  if (/[sxz]$/u.test(firstWord(right)) !== shown.every(({ number }) => number === 'plural')) return kinds;
  return kinds.filter(({ number }) => shown.some((kind) => kind.number === number));
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

function isOneName({ found, right, isOther = false }: Replaced): boolean {
  return !isOther && isAlike(found, right);
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
