import { parse, type ValueNode } from '@humanwhocodes/momoa';

/** Throws an error of ours at a place of a text; lines and columns count from 1. */
export type RefuseAt = (what: string, line: number, column: number) => never;

const maxDepth = 64;

/**
 * Reads JSON without comments into a tree in which every node knows its place.
 *
 * @param refuse is told of what is no JSON, of nesting deeper than 64, and of too many values
 * @param maxValues how many values, keys among them, there may be about
 */
export function parseJson(
  text: string,
  refuse: RefuseAt,
  maxValues: number = Number.POSITIVE_INFINITY,
): ValueNode {
  const tooMuch = tooMuchAt(text, maxValues);
  if (tooMuch) refuse(tooMuch.what, tooMuch.line, tooMuch.column);
  try {
    return parse(text).body;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [, line, column] = /\((\d+):(\d+)\)$/u.exec(error.message) ?? [];
    return refuse(`not JSON: ${error.message}`, Number(line ?? 1), Number(column ?? 1));
  }
}

/** The parser goes down as deep as a text does, and holds all of it, so this is asked first. */
function tooMuchAt(
  text: string,
  maxValues: number,
): { readonly what: string; readonly line: number; readonly column: number } | undefined {
  let depth = 0;
  let values = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '[' || character === '{')) depth += 1;
    else if (!quoted && (character === ']' || character === '}')) depth -= 1;
    if (!quoted && marks.has(character)) values += 1;
    if (depth <= maxDepth && values <= maxValues) continue;
    const before = text.slice(0, at).split('\n');
    const what =
      depth > maxDepth
        ? `nested more than ${maxDepth} deep`
        : `more than ${maxValues.toLocaleString('en')} values belong together`;
    return { what, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return undefined;
}

/** What stands before a value that is not the first. */
const marks = new Set(['[', '{', ',', ':']);
