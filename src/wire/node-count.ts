import { mostNodes } from './limits.ts';
import { refuseAt } from './refuse-at.ts';

/**
 * Counts what a text is made of, for a reading of it takes memory by the piece.
 *
 * @returns adds nodes that begin at a place of the raw text
 * @throws DepecheError `invalid`, with line and column, where there are more than {@link mostNodes}
 */
export function nodeCounter(raw: string, what: string): (nodes: number, at: number) => void {
  let count = 0;
  return (nodes, at) => {
    count += nodes;
    if (count <= mostNodes) return;
    refuseAt(raw, at, `more than ${mostNodes.toLocaleString('en')} ${what}: no dispatch has so many`);
  };
}
