import { PatternError } from './pattern-error.ts';
import { propertySet } from './unicode-property.ts';

/** A piece of a converted pattern, and where the pattern goes on behind it, in characters. */
export type Converted = { readonly source: string; readonly end: number };

type Warn = (message: string) => void;

const sets = new Map([
  ['w', '[\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]'],
  ['W', '[^\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]'],
  ['d', '\\p{Nd}'],
  ['D', '\\P{Nd}'],
  ['s', '\\s'],
  ['S', '\\S'],
  ['h', '[\\t\\p{Zs}]'],
  ['H', '[^\\t\\p{Zs}]'],
  ['v', '[\\n\\v\\f\\r\\x85\\u2028\\u2029]'],
  ['V', '[^\\n\\v\\f\\r\\x85\\u2028\\u2029]'],
]);

const controls = new Map([
  ['t', '\\t'],
  ['n', '\\n'],
  ['r', '\\r'],
  ['f', '\\f'],
  ['a', '\\x07'],
  ['e', '\\x1b'],
]);

/** How a character can be named by its number: hexadecimal in two or four or eight digits or braces, octal behind `\0`. */
const numbered =
  /^\\(?:x\{(?<braced>[0-9A-Fa-f]{1,6})\}|x(?<two>[0-9A-Fa-f]{2})|u(?<four>[0-9A-Fa-f]{4})|U(?<eight>[0-9A-Fa-f]{8})|0(?<octal>[0-3]?[0-7]{1,2}))/u;

/**
 * Converts the escape at `at` that stands for one character or a set of them, inside a class or outside.
 *
 * @throws PatternError for an escape that is not known
 */
export function classEscape(characters: readonly string[], at: number, warn: Warn): Converted {
  const letter = characters[at + 1];
  if (letter === undefined) throw new PatternError('ends in a lone “\\”');
  const set = sets.get(letter) ?? controls.get(letter);
  if (set !== undefined) return { source: set, end: at + 2 };
  if (letter === 'p' || letter === 'P') return property(characters, at, warn);
  const rest = characters.slice(at, at + 16).join('');
  const control = /^\\c[A-Za-z]/u.exec(rest)?.[0];
  if (control !== undefined) return { source: control, end: at + control.length };
  const number = numbered.exec(rest);
  if (number) {
    const { braced, two, four, eight, octal } = number.groups ?? {};
    const code =
      octal !== undefined
        ? Number.parseInt(octal, 8)
        : Number.parseInt(braced ?? two ?? four ?? eight ?? '', 16);
    if (code > 0x10ffff) throw new PatternError(`“${number[0]}” is no character`);
    return { source: `\\u{${code.toString(16)}}`, end: at + number[0].length };
  }
  if (/[A-Za-z0-9]/u.test(letter)) throw new PatternError(`the escape “\\${letter}” is not known`);
  return { source: literal(letter), end: at + 2 };
}

function property(characters: readonly string[], at: number, warn: Warn): Converted {
  const negated = characters[at + 1] === 'P';
  const first = characters[at + 2] ?? '';
  if (first !== '{') return { source: propertySet(first, negated, warn), end: at + 3 };
  const end = characters.indexOf('}', at);
  if (end < 0) throw new PatternError('a “\\p{” that is never closed');
  return { source: propertySet(characters.slice(at + 3, end).join(''), negated, warn), end: end + 1 };
}

/**
 * Converts the class in brackets that opens at `at`: nested classes, POSIX names (`[:alpha:]`) and intersections (`&&`) as Java and ICU
 * have them.
 *
 * @throws PatternError where it is not closed or holds what cannot be converted
 */
export function characterClass(characters: readonly string[], at: number, warn: Warn): Converted {
  let end = at + 1;
  const negated = characters[end] === '^';
  if (negated) end += 1;
  /** The operands of `&&`; each is a union of its items. */
  const operands: string[][] = [[]];
  let first = true;
  while (first || characters[end] !== ']') {
    if (end >= characters.length) throw new PatternError('a “[” that is never closed');
    if (characters[end] === '&' && characters[end + 1] === '&') {
      operands.push([]);
      end += 2;
    } else {
      const item = classItem(characters, end, warn);
      end = item.end;
      const high = item.single ? rangeEnd(characters, end, warn) : undefined;
      operands.at(-1)?.push(high ? `${item.source}-${high.source}` : item.source);
      if (high) end = high.end;
    }
    first = false;
  }
  const unions = operands.filter((items) => items.length > 0).map((items) => items.join(''));
  const inside = unions.length === 1 ? unions.join('') : unions.map((union) => `[${union}]`).join('&&');
  return { source: `[${negated ? '^' : ''}${inside}]`, end: end + 1 };
}

type ClassItem = Converted & {
  /** One character, so that a range can begin or end with it. */ readonly single: boolean;
};

function classItem(characters: readonly string[], at: number, warn: Warn): ClassItem {
  const character = characters[at] ?? '';
  if (character === '[') {
    const posix = /^\[:(\^?)(\w+):\]/u.exec(characters.slice(at, at + 32).join(''));
    if (!posix) return { ...characterClass(characters, at, warn), single: false };
    return {
      source: propertySet(posix[2] ?? '', posix[1] === '^', warn),
      end: at + posix[0].length,
      single: false,
    };
  }
  if (character !== '\\') return { source: literal(character), end: at + 1, single: true };
  if (characters[at + 1] === 'Q') {
    const rest = characters.slice(at + 2).join('');
    const stop = rest.indexOf('\\E');
    if (stop < 0) throw new PatternError('a “\\Q” without its “\\E”');
    const quoted = Array.from(rest.slice(0, stop));
    return { source: quoted.map(literal).join(''), end: at + 4 + quoted.length, single: false };
  }
  const escaped = classEscape(characters, at, warn);
  return { ...escaped, single: !/^(?:\[|\\[pPsS])/u.test(escaped.source) };
}

/** The upper end of a range, where `-` and a single character follow. */
function rangeEnd(characters: readonly string[], at: number, warn: Warn): Converted | undefined {
  const next = characters[at + 1];
  if (characters[at] !== '-' || next === undefined || next === ']' || next === '[') return undefined;
  const high = classItem(characters, at + 1, warn);
  return high.single ? high : undefined;
}

/** A character as itself, escaped so that it means nothing else inside a class or outside. */
export function literal(character: string): string {
  if (/[\^$\\.*+?()[\]{}|/]/u.test(character)) return `\\${character}`;
  return /[-&!#%,:;<=>@`~]/u.test(character) ? `\\x${character.charCodeAt(0).toString(16)}` : character;
}
