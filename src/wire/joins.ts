import { followsOn, leadsOn } from '../text/leading-words.ts';
import { type Filled, filledLines } from './filled-lines.ts';
import type { PhysicalLine } from './physical-lines.ts';
import { mayBeginSentence, type SentenceEnd, sentenceEnd } from './sentence-end.ts';

/** What can be said of the place between a physical line and the next one. */
export type Join = {
  readonly end: SentenceEnd;
  /** Whether the next line may begin a sentence. */
  readonly nextBegins: boolean;
  /** Whether the line ends with a word that leads to another, or the next begins with one that follows from another. */
  readonly leads: boolean;
  /** The column in which the first word of the next line would have ended, had it stood on this line. */
  readonly need: number;
  /** Blank lines between the two. */
  readonly gap: number;
  /** Characters before the next line. */
  readonly indent: number;
  /** A mark that ends a section stood between the two. */
  readonly section: boolean;
};

/** How the paragraphs of one dispatch are laid out, told from its own lines. */
export type Layout = {
  /** A next word that would have ended in this column or before it would have fitted. Infinite where no line was wrapped. */
  readonly width: number;
  /** The usual number of blank lines inside a paragraph. */
  readonly gap: number;
  /** The usual indentation inside a paragraph. */
  readonly indent: number;
  /** How many lines go on for sure, where none of them is short: then a short one was ended on purpose. 0 where one is. */
  readonly evenLines: number;
  readonly filled: Filled;
  /** What marks a paragraph here: more blank lines, more indentation, or neither. */
  readonly mark: 'blank-line' | 'indentation' | 'none';
};

/** One join for each line but the last. */
export function joinsOf(lines: readonly PhysicalLine[]): Join[] {
  return lines.slice(1).map((next, at) => {
    const line = lines[at] ?? next;
    const firstWord = /^[^ \t]*/u.exec(next.text)?.[0].length ?? 0;
    return {
      end: sentenceEnd(line.text, next.text),
      nextBegins: mayBeginSentence(next.text),
      leads: leadsOn(line.text) || followsOn(next.text),
      need: line.columns + 1 + firstWord,
      gap: next.gap,
      indent: next.indent,
      section: next.opensSection === true,
    };
  });
}

/**
 * Width, line gap and indentation from the joins where a sentence goes on, for there is no paragraph's end.
 *
 * A wrapper breaks a line because the next word does not fit, so the width is just below the smallest need of those joins. Needs far
 * below the others are headings and the like and are left out; the longest line says little, a long word may exceed the width.
 */
export function layoutOf(lines: readonly PhysicalLine[], joins: readonly Join[]): Layout {
  const inside = joins.filter((join) => join.end === 'no');
  const goingOn = inside.filter((join) => !join.nextBegins);
  const long = quantile(
    lines.map((line) => line.columns),
    0.95,
  );
  // A heading or an item of a list has no stop either: where enough lines go on beyond doubt, they alone are asked.
  const wrapped = goingOn.length >= enoughLines ? goingOn : inside;
  const needs = wrapped.map((join) => join.need).filter((need) => need >= long * fullShare);
  const width = needs.length === 0 ? Number.POSITIVE_INFINITY : quantile(needs, 0.02) - 1;
  const usual = inside.length > 0 ? inside : joins;
  const gap =
    inside.length > 0 ? mostFrequent(usual.map((join) => join.gap)) : least(usual.map((join) => join.gap));
  const indent = mostFrequent(usual.map((join) => join.indent));
  const evident = joins.filter((join) => join.end === 'yes' && join.need <= width);
  const marked = (test: (join: Join) => boolean): boolean => {
    const count = joins.filter((join) => join.end !== 'no' && test(join)).length;
    return count > 0 && evident.filter(test).length * 2 >= evident.length;
  };
  const mark = marked((join) => join.gap > gap)
    ? 'blank-line'
    : marked((join) => join.indent > indent)
      ? 'indentation'
      : 'none';
  const filled = filledLines(lines, joins, width);
  const evenLines = goingOn.every((join) => join.need >= long * fullShare) ? goingOn.length : 0;
  return { width, gap, indent, evenLines, filled, mark };
}

/** A line whose next word would have ended before this share of the longest lines was ended on purpose, or by a ragged hand. */
export const fullShare = 0.85;

/** With fewer lines that go on little is said of the others. */
export const enoughLines = 4;

/** Of few values the least or the greatest: the outermost is left out only where there are enough. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  return sorted[share < 0.5 ? Math.floor(at) : Math.ceil(at)] ?? 0;
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? 0;
}
