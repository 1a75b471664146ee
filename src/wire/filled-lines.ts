import type { Join } from './joins.ts';
import type { PhysicalLine } from './physical-lines.ts';

/**
 * How strictly the lines were filled. A wrapper leaves no room for the next word; people who type, and systems that wrap again what was
 * wrapped, do. So the more lines go on and are filled, the surer a short one was ended on purpose.
 */
export type Filled = {
  /** A next word that would have ended in this column or before it would have fitted. */
  readonly column: number;
  /** Lines whose sentence goes on and that had no room. */
  readonly full: number;
  /** Lines with room that surely go on: they end with an article or the like. */
  readonly short: number;
  /** Lines with room that seem to go on, for the next one begins with a small letter. */
  readonly doubtful: number;
  /** Lines without a stop, with room, before a capital: of lines that go on only few would be. */
  readonly beforeCapital: number;
};

/** @param width as told from the lines that go on; it is at least the longest line where they are filled */
export function filledLines(lines: readonly PhysicalLine[], joins: readonly Join[], width: number): Filled {
  const longest = lines.reduce(
    (most, { columns, text }) => (/\s/u.test(text) ? Math.max(most, columns) : most),
    0,
  );
  const column = Math.min(width, longest);
  let [full, short, doubtful, beforeCapital] = [0, 0, 0, 0];
  joins.forEach(({ end, need, nextBegins, leads }) => {
    if (end !== 'no') return;
    if (nextBegins && !leads) {
      if (need <= column) beforeCapital += 1;
    } else if (need > column) full += 1;
    else if (leads) short += 1;
    else doubtful += 1;
  });
  return { column, full, short, doubtful, beforeCapital };
}

/** How likely a paragraph ends behind a line without a stop, before a capital, that left room for the next word. */
export function chanceBeforeCapital(join: Join, filled: Filled): number {
  if (join.need > filled.column || join.leads) return 0;
  const goingOn = filled.short + filled.doubtful * chanceOfRagged(filled, 1);
  const rate = (goingOn + 0.5) / (filled.full + goingOn + 1);
  const others = filled.beforeCapital - 1 - filled.short - filled.doubtful;
  const odds = oddsBeforeCapital * Math.min(mostSupport, support ** Math.max(0, others));
  const ratio = (odds * shareOfShortEnds) / rate;
  return ratio / (1 + ratio);
}

/**
 * The same before a small letter. Copy whose paragraphs begin so has short lines too, but none of them ends with an article.
 *
 * @param weight how much likelier than elsewhere a paragraph ends here, by what the lines say
 */
export function chanceBeforeSmallLetter(join: Join, filled: Filled, weight: number): number {
  if (join.need > filled.column || join.leads || filled.full < fewestLines) return 0;
  return 1 - chanceOfRagged(filled, weight);
}

/** How likely it is that the short lines of this copy are of a ragged hand rather than the ends of paragraphs. */
function chanceOfRagged({ short, doubtful }: Filled, weight: number): number {
  if (short > 0) return 1;
  const ragged = shareThatDoesNotLead ** Math.max(1, doubtful);
  return ragged / (ragged + oddsBeforeSmallLetter * weight);
}

/** Headings and the like beside lines that go on with a name. */
const oddsBeforeCapital = 0.1;

/** How much likelier each further line before a capital makes it, that is not matched by one before a small letter; and the most. */
const support = 3;
const mostSupport = 5;

/** Copy in which paragraphs begin with a small letter, beside copy that has been worked over by hand. */
const oddsBeforeSmallLetter = 0.12;

/** How often the last line of a paragraph leaves room. */
const shareOfShortEnds = 0.85;

/** Of ten lines of copy about four end with an article, a preposition or a conjunction. */
const shareThatDoesNotLead = 0.5;

/** With fewer lines that go on nothing is said against the small letter. */
const fewestLines = 6;
