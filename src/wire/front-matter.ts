import type { Reading } from '../model/copy.ts';
import type { Span } from '../model/span.ts';

/** The metadata above a text in Markdown. */
export type FrontMatter = {
  /** By their names in small letters; of a name that stands there twice the first. Lists and maps are left aside. */
  readonly values: ReadonlyMap<string, Reading>;
  /** Where the text begins. */
  readonly end: number;
};

const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/u;
const closing = /^(?:---|\.\.\.)[ \t]*$/u;

/** What a line of simple YAML is: a name with its value, one of a list, what goes on from above, a remark, or nothing. */
const yamlLine = /^(?:[\p{L}_][\p{L}\p{N}_.-]{0,99}[ \t]{0,9}:(?=[ \t]|$)|-[ \t]|[ \t]|#|$)/u;

/** In lines. */
const longest = 200;

/** The simple YAML between a first line `---` and the next one, if all of it reads like YAML and a value is in it. */
export function frontMatter(raw: string): FrontMatter | undefined {
  const start = opening.exec(raw)?.[0].length;
  if (start === undefined) return undefined;
  const values = new Map<string, Reading>();
  let at = start;
  for (let count = 0; count < longest; count += 1) {
    const lineEnd = /\r\n|\n|\r|$/gu;
    lineEnd.lastIndex = at;
    const found = lineEnd.exec(raw);
    if (!found) return undefined;
    const line = raw.slice(at, found.index);
    const next = found.index + found[0].length;
    if (closing.test(line)) return values.size > 0 ? { values, end: next } : undefined;
    if (!yamlLine.test(line) || next === at) return undefined;
    const { name } = /^(?<name>[\p{L}_][^:]{0,99}?)[ \t]{0,9}:/u.exec(line)?.groups ?? {};
    if (name !== undefined) {
      const key = name.toLowerCase().replace(/[-_]/gu, '');
      if (!values.has(key))
        values.set(key, scalar(raw, { start: at + line.indexOf(':') + 1, end: found.index }));
    }
    at = next;
  }
  return undefined;
}

/** A value without its quotation marks; a remark behind it is none of it. */
function scalar(raw: string, { start, end }: Span): Reading {
  const written = raw.slice(start, end);
  const quoted = /^[ \t]*(?:"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^']|'')*)')[ \t]*(?:#.*)?$/u.exec(
    written,
  );
  const { double, single } = quoted?.groups ?? {};
  if (double !== undefined) return escaped(raw, start + written.indexOf('"') + 1, double.length, '\\');
  if (single !== undefined) return escaped(raw, start + written.indexOf("'") + 1, single.length, "'");
  const text = written.replace(/(?:^|[ \t])#.*$/u, '');
  return escaped(raw, start + (text.length - text.trimStart().length), text.trim().length, undefined);
}

/** @param mark stands before a character that is meant as it is */
function escaped(raw: string, start: number, length: number, mark: string | undefined): Reading {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at < start + length; ) {
    const next = at + (raw[at] === mark ? 2 : 1);
    text.push(raw.charAt(next - 1));
    starts.push(at);
    ends.push(next);
    at = next;
  }
  return { text: text.join('').toWellFormed(), starts, ends };
}
