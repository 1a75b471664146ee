import { PatternError } from './pattern-error.ts';

/** POSIX names as ICU reads them, and Java's `java…` methods; by lower-case name. */
const named = new Map([
  ['lower', '\\p{Lowercase}'],
  ['upper', '\\p{Uppercase}'],
  ['alpha', '\\p{Alphabetic}'],
  ['digit', '\\p{Nd}'],
  ['alnum', '\\p{Alphabetic}\\p{Nd}'],
  ['punct', '\\p{P}'],
  ['graph', '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Cf}\\p{Co}'],
  ['print', '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Cf}\\p{Co}\\p{Zs}'],
  ['blank', '\\t\\p{Zs}'],
  ['cntrl', '\\p{Cc}'],
  ['xdigit', '0-9A-Fa-f'],
  ['space', '\\s'],
  ['whitespace', '\\s'],
  ['word', '\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d'],
  ['javalowercase', '\\p{Lowercase}'],
  ['javauppercase', '\\p{Uppercase}'],
  ['javatitlecase', '\\p{Lt}'],
  ['javaalphabetic', '\\p{Alphabetic}'],
  ['javaletter', '\\p{L}'],
  ['javadigit', '\\p{Nd}'],
  ['javaletterordigit', '\\p{L}\\p{Nd}'],
  ['javawhitespace', '\\s'],
  ['javaspacechar', '\\p{Z}'],
  ['javaideographic', '\\p{Ideographic}'],
]);

/**
 * The set that `\p{name}` means in ICU and in Java: `Lu`, `Uppercase_Letter`, `IsLatin`, `script=Latin`, `IsAlphabetic`, `Punct`,
 * `javaLowerCase`, `^Lu`. A block (`InGreek`) is taken as the script of that name, with a warning.
 *
 * @throws PatternError for a name that JavaScript has no set for
 */
export function propertySet(name: string, negated: boolean, warn: (message: string) => void): string {
  if (name.startsWith('^')) return propertySet(name.slice(1), !negated, warn);
  const known = named.get(name.toLowerCase());
  if (known !== undefined) return `[${negated ? '^' : ''}${known}]`;
  const property = candidates(name).find(isProperty);
  if (property === undefined) throw new PatternError(`the property “${name}” is not known`);
  if (/^In[A-Z]/u.test(name)) warn(`the block “${name}” is taken as the script of that name`);
  return `\\${negated ? 'P' : 'p'}{${property}}`;
}

/** The ways JavaScript may call a property that Java or ICU calls `name`, likeliest first. */
function candidates(name: string): readonly string[] {
  const [, key, value] = /^([\w ]+)[=:]([\w -]+)$/u.exec(name) ?? [];
  if (key !== undefined && value !== undefined) {
    const written = capitalised(value);
    if (/^(?:gc|general.?category)$/iu.test(key)) return [value, written];
    return /^(?:sc|script)$/iu.test(key) ? [`Script=${written}`] : [`Script_Extensions=${written}`];
  }
  const bare = name.replace(/^I[sn](?=[A-Z])/u, '');
  return [name, bare, capitalised(bare), `Script=${capitalised(bare)}`];
}

/** `uppercase letter` → `Uppercase_Letter`, `LATIN` → `Latin`. */
function capitalised(name: string): string {
  return name
    .split(/[ _-]/u)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase())
    .join('_');
}

const tried = new Map<string, boolean>();

/** Whether JavaScript knows a property. The answers are kept: asking means building a set of characters. */
function isProperty(property: string): boolean {
  const known = tried.get(property) ?? compiles(`\\p{${property}}`);
  tried.set(property, known);
  return known;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
