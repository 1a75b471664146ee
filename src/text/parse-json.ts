import { parse, type ValueNode } from '@humanwhocodes/momoa';

/** Throws an error of ours at a place of a text; lines and columns count from 1. */
export type RefuseAt = (what: string, line: number, column: number) => never;

const maxDepth = 64;

/**
 * Reads JSON without comments into a tree in which every node knows its place.
 *
 * @param refuse is told of what is no JSON, and of nesting deeper than 64
 */
export function parseJson(text: string, refuse: RefuseAt): ValueNode {
  const tooDeep = tooDeepAt(text);
  if (tooDeep) refuse(`nested more than ${maxDepth} deep`, tooDeep.line, tooDeep.column);
  try {
    return parse(text).body;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [, line, column] = /\((\d+):(\d+)\)$/u.exec(error.message) ?? [];
    return refuse(`not JSON: ${error.message}`, Number(line ?? 1), Number(column ?? 1));
  }
}

/** The parser goes down as deep as a text does, so this is asked first. */
function tooDeepAt(text: string): { readonly line: number; readonly column: number } | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '[' || character === '{')) depth += 1;
    else if (!quoted && (character === ']' || character === '}')) depth -= 1;
    if (depth <= maxDepth) continue;
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return undefined;
}
