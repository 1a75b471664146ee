import type { Anchor } from './anchors.ts';
import { longestRun } from './bead.ts';

/**
 * Where an alignment is looked for: for each place between two sentences of the source, the lowest and the highest place between two
 * sentences of the target. Neither ever falls, and there is always a way through.
 */
export type Corridor = { readonly low: Int32Array; readonly high: Int32Array };

/** Texts of up to so many pairs of places are searched whole. */
const smallEnough = 40_000;
/** Between two anchors all is searched where one side has no more sentences than this. */
const shortStretch = 40;
/** On either side of the straight line through a stretch without anchors. */
const halfWidth = 60;

/**
 * The corridor around anchors, in size proportional to the texts.
 *
 * @param margin so many sentences an anchor may be off
 */
export function corridorAround(
  anchors: readonly Anchor[],
  {
    sources,
    targets,
    margin,
  }: { readonly sources: number; readonly targets: number; readonly margin: number },
): Corridor {
  const low = new Int32Array(sources + 1);
  const high = new Int32Array(sources + 1).fill(targets);
  if ((sources + 1) * (targets + 1) <= smallEnough) return { low, high };
  low.fill(targets);
  high.fill(0);
  const widen = (source: number, from: number, to: number): void => {
    low[source] = Math.max(0, Math.min(low[source] ?? 0, from));
    high[source] = Math.min(targets, Math.max(high[source] ?? 0, to));
  };
  let [source, target] = [0, 0];
  for (const next of [...anchors, { source: sources, target: targets }]) {
    const [rows, columns] = [next.source - source, next.target - target];
    const isShort = Math.min(rows, columns) <= shortStretch;
    for (let row = 0; row <= rows; row += 1) {
      if (isShort) widen(source + row, target, next.target);
      else {
        const on = target + Math.round((columns * row) / rows);
        // The line may rise by more than its own width from one sentence to the next.
        const step = Math.ceil(columns / rows);
        widen(
          source + row,
          Math.max(target, on - halfWidth - step),
          Math.min(next.target, on + halfWidth + step),
        );
      }
    }
    source = next.source;
    target = next.target;
  }
  return withMargin({ low, high }, targets, margin);
}

function withMargin({ low, high }: Corridor, targets: number, margin: number): Corridor {
  const places = low.length;
  // Along the path a margin in columns is one in rows too; where the path runs along a row, for what was put in, rows are needed.
  const rows = Math.ceil(margin / 2);
  const wide = {
    low: low.map((_, at) => Math.max(0, (low[Math.max(0, at - rows)] ?? 0) - margin)),
    high: high.map((_, at) => Math.min(targets, (high[Math.min(places - 1, at + rows)] ?? 0) + margin)),
  };
  wide.low[0] = 0;
  wide.high[places - 1] = targets;
  for (let at = places - 2; at >= 0; at -= 1)
    wide.low[at] = Math.min(wide.low[at] ?? 0, wide.low[at + 1] ?? 0);
  for (let at = 1; at < places; at += 1) wide.high[at] = Math.max(wide.high[at] ?? 0, wide.high[at - 1] ?? 0);
  return wide;
}

/** How wide the corridor is at a place, all that beads which begin there may touch included. */
export function reachOf(
  { low, high }: Corridor,
  source: number,
): { readonly from: number; readonly to: number } {
  return { from: low[source] ?? 0, to: high[Math.min(high.length - 1, source + longestRun)] ?? 0 };
}
