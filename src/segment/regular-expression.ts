import { characterClass, classEscape, literal } from './character-class.ts';
import { PatternError } from './pattern-error.ts';
import { forWesternText, ignoresCase } from './western.ts';

/** A pattern in the syntax of JavaScript with the flag `v`, and what is not quite as it was. */
export type ConvertedPattern = { readonly source: string; readonly warnings: readonly string[] };

/** How far a rule can see to either side, in characters: what bounds the work on hostile text. */
export const reach = 200;

const word = '[\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]';

/** Escapes that stand for something longer; ICU's meaning, where Java's differs. */
const wholeEscapes = new Map([
  ['b', `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`],
  ['B', `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`],
  ['R', '(?:\\r\\n|[\\n\\v\\f\\r\\x85\\u2028\\u2029])'],
  ['A', '(?<![\\s\\S])'],
  ['z', '(?![\\s\\S])'],
  ['Z', '(?=\\n?(?![\\s\\S]))'],
]);

/**
 * Converts a regular expression in the syntax of ICU or Java, which SRX files are written in, to one for JavaScript's flag `v`.
 *
 * `\w`, `\d` and `\b` know all of Unicode, as in ICU. Possessive quantifiers and atomic groups become plain ones, with a warning.
 * A quantifier without an upper bound is bounded at {@link reach}, and groups do not capture.
 *
 * @throws PatternError for what cannot be converted, and what is no pattern at all
 */
export function convertPattern(pattern: string): ConvertedPattern {
  const characters = Array.from(pattern);
  const warnings = new Set<string>();
  const warn = (message: string): void => {
    warnings.add(message);
  };
  let at = 0;
  let out = '';
  /** One entry for each open group: the flags switched on in the middle of it, to be opened again behind each `|`. */
  const groups: string[][] = [[]];

  /** Each character in a class of its own where case may be ignored, for the reason that `text/either-case.ts` has. */
  const inClasses = ignoresCase(pattern);
  const itself = (one: string): string => (inClasses ? `[${literal(one)}]` : literal(one));
  const startsWith = (text: string): boolean => characters.slice(at, at + text.length).join('') === text;
  /** With an empty group behind: until another group opens, V8 takes classes with the flags of the one that closed last. */
  const closeFlags = (): string => ')(?:)'.repeat(groups.at(-1)?.length ?? 0);

  while (at < characters.length) {
    const character = characters[at] ?? '';
    if (character === '\\') atom(escaped());
    else if (character === '[') {
      const found = characterClass(characters, at, warn);
      at = found.end;
      atom(found.source);
    } else if (character === '(') openGroup();
    else if (character === ')') {
      if (groups.length === 1) throw new PatternError('a “)” that closes nothing');
      out += closeFlags();
      groups.pop();
      at += 1;
      atom(')');
    } else if (character === '|') {
      out += `${closeFlags()}|${(groups.at(-1) ?? []).join('')}`;
      at += 1;
    } else if (/[*+?{]/u.test(character)) throw new PatternError(`“${character}” repeats nothing`);
    else {
      at += 1;
      atom(/[\^$.]/u.test(character) ? character : itself(character));
    }
  }
  if (groups.length > 1) throw new PatternError('a “(” that is never closed');
  out += closeFlags();
  try {
    // As right as the pattern itself, and read in less time
    new RegExp(forWesternText(out), 'v');
  } catch (cause) {
    throw new PatternError(cause instanceof Error ? cause.message : String(cause));
  }
  return { source: out, warnings: [...warnings] };

  /** Writes one thing that can be repeated, with the quantifier behind it. */
  function atom(source: string): void {
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})/u.exec(characters.slice(at, at + 24).join(''))?.[0];
    if (quantifier === undefined) {
      out += source;
      return;
    }
    at += quantifier.length;
    out += `${source}${bounded(quantifier)}`;
    if (characters[at] === '?') {
      out += '?';
      at += 1;
    } else if (characters[at] === '+') {
      warn('possessive quantifiers are taken as plain ones');
      at += 1;
    }
  }

  function escaped(): string {
    const letter = characters[at + 1];
    if (letter === undefined) throw new PatternError('ends in a lone “\\”');
    if (letter === 'Q') {
      const rest = characters.slice(at + 2).join('');
      const end = rest.indexOf('\\E');
      const quoted = Array.from(end < 0 ? rest : rest.slice(0, end));
      at += 2 + quoted.length + (end < 0 ? 0 : 2);
      return quoted.length === 1 ? itself(quoted[0] ?? '') : `(?:${quoted.map(itself).join('')})`;
    }
    const whole = wholeEscapes.get(letter);
    if (whole !== undefined) {
      at += 2;
      return whole;
    }
    if (/[1-9k]/u.test(letter)) throw new PatternError('a rule cannot refer back to a group');
    const found = classEscape(characters, at, warn);
    at = found.end;
    return inClasses ? `[${found.source}]` : found.source;
  }

  function openGroup(): void {
    if (startsWith('(?#')) {
      const end = characters.indexOf(')', at);
      if (end < 0) throw new PatternError('a comment that is never closed');
      at = end + 1;
      return;
    }
    const head = characters.slice(at, at + 64).join('');
    const flags = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/u.exec(head);
    if (flags) {
      at += flags[0].length;
      const open = `(?${flagGroup(flags[1] ?? '', flags[2] ?? '')}:`;
      if (flags[3] === ':') {
        out += '(?:';
        groups.push([]);
      }
      out += open;
      groups.at(-1)?.push(open);
      return;
    }
    const [written, source] = groupHead(head);
    if (written === '(?>') warn('atomic groups are taken as plain ones');
    at += written.length;
    out += source;
    groups.push([]);
  }
}

/** What opens a group, as it is written and in JavaScript. */
function groupHead(head: string): readonly [string, string] {
  const look = /^\(\?<?[=!]/u.exec(head)?.[0];
  if (look !== undefined) return [look, look];
  const plain = /^\(\?(?:>|<[A-Za-z][A-Za-z0-9]*>)/u.exec(head)?.[0];
  if (plain !== undefined) return [plain, '(?:'];
  if (head.startsWith('(?'))
    throw new PatternError(`“${head.slice(0, 4)}” opens no group that is known here`);
  return ['(', '(?:'];
}

/** The flags that mean the same here; those about Unicode and line ends are how JavaScript works anyway. */
function flagGroup(on: string, off: string): string {
  const unknown = /[^imsuUd]/u.exec(on + off)?.[0];
  if (unknown !== undefined) throw new PatternError(`the flag “${unknown}” has no counterpart in JavaScript`);
  const known = (flags: string): string => [...new Set(flags.replace(/[^ims]/gu, ''))].join('');
  return known(off) === '' ? known(on) : `${known(on)}-${known(off)}`;
}

function bounded(quantifier: string): string {
  if (quantifier === '*') return `{0,${reach}}`;
  if (quantifier === '+') return `{1,${reach}}`;
  const open = /^\{(\d+),\}$/u.exec(quantifier);
  return open ? `{${open[1]},${Math.max(reach, Number(open[1]))}}` : quantifier;
}
