import type { ConstraintId } from './constraints.ts';

/** What the value of an attribute may be. */
export type ValueType = {
  accepts(value: string): boolean;
  /** For messages: “the value must be …”. */
  readonly description: string;
  /** The constraint that a wrong value breaks. */
  readonly constraint: ConstraintId;
};

const type = (
  description: string,
  accepts: (value: string) => boolean,
  constraint: ConstraintId = 'attribute-value',
): ValueType => ({ description, accepts, constraint });

/** XML Schema collapses blanks around the values of most types before it looks at them. */
const collapsed = (value: string): string => value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '');

// https://www.w3.org/TR/xml/#NT-NameChar
const nameCharacters =
  '[-.:A-Z_a-z0-9\\u00b7\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u203f\\u2040\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}]+';
const nameToken = new RegExp(`^${nameCharacters}$`, 'u');

export function isNameToken(value: string): boolean {
  return nameToken.test(collapsed(value));
}

/** Well-formed by BCP 47 (https://www.rfc-editor.org/rfc/rfc5646#section-2.1), be it registered or not. */
const languageTag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]{2,8}|art-lojban|cel-gaulish|en-gb-oed|no-bok|no-nyn|sgn-[a-z]{2}-[a-z]{2}|zh-[a-z]{3,7}(?:-[a-z]{3,7})?)$/iu;
/** Longer than any tag that has been seen: keeps a hostile value away from the pattern. */
const longestTag = 200;

export function isLanguageTag(value: string): boolean {
  return value.length <= longestTag && languageTag.test(value);
}

export const anything = type('any text', () => true);
export const token = type('a name token (NMTOKEN): no blanks and none of / # \\ =', isNameToken);
export const id = type('a name token (NMTOKEN): no blanks and none of / # \\ =', isNameToken, 'id-syntax');
/** What `xml:id` may be. */
export const ncName = type('an XML name without a colon', (value) => {
  const name = collapsed(value);
  // What no name has is looked for: an expression that takes millions of characters runs out of stack.
  return /^[\p{L}_]/u.test(name) && !/[^\p{L}\p{N}\p{M}_.·-]/u.test(name);
});
export const tokens = type('name tokens (NMTOKENS) with blanks between them', (value) =>
  collapsed(value)
    .split(/[ \t\r\n]+/u)
    .every((one) => nameToken.test(one)),
);
export const language = type('a language tag (BCP 47), such as fr or pt-BR', isLanguageTag, 'language-tag');
/** `xml:lang` may be empty: then the language is not known. */
export const languageOrNone = type(
  'a language tag (BCP 47), such as fr or pt-BR',
  (value) => value === '' || isLanguageTag(value),
  'language-tag',
);
export const space = type('default or preserve', (value) => value === 'default' || value === 'preserve');
export const positiveInteger = integer(1);
export const anInteger = type('a whole number', (value) => /^[+-]?\d+$/u.test(collapsed(value)));
export const prefixed = type('prefix:value, without blanks', (value) => /^[^\s:]+:[^\s:]+$/u.test(value));
/** What XML Schema takes for a URI is nearly everything: but `%` begins an escape, `#` the one fragment, and `:` ends a scheme. */
export const uri = type('a URI', (value) => {
  const [beforePath = ''] = value.split(/[/?#]/u, 1);
  const colon = beforePath.indexOf(':');
  return (
    !/%(?![0-9A-Fa-f]{2})|#[^#]*#/u.test(value) &&
    (colon === -1 || /^[A-Za-z][A-Za-z\d+.-]*$/u.test(beforePath.slice(0, colon)))
  );
});
export const yesNo = oneOf('yes', 'no');

export function integer(least: number, most?: number): ValueType {
  const range = most === undefined ? `from ${least}` : `from ${least} to ${most}`;
  return type(`a whole number ${range}`, (value) => {
    const digits = collapsed(value);
    if (!/^\+?\d{1,15}$/u.test(digits)) return most === undefined && /^\+?0*[1-9]\d*$/u.test(digits);
    return Number(digits) >= least && (most === undefined || Number(digits) <= most);
  });
}

export function decimal(least: number, most: number): ValueType {
  return type(`a number from ${least} to ${most}`, (value) => {
    const digits = collapsed(value);
    return (
      /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(digits) && Number(digits) >= least && Number(digits) <= most
    );
  });
}

/** A number as floating point has it: `1e-3` too. */
export function float(least: number, most: number): ValueType {
  return type(`a number from ${least} to ${most}`, (value) => {
    const digits = collapsed(value);
    const shape = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u;
    return shape.test(digits) && Number(digits) >= least && Number(digits) <= most;
  });
}

export function oneOf(...values: readonly string[]): ValueType {
  const set = new Set(values);
  const list = values.length > 12 ? `${values.slice(0, 12).join(', ')}, …` : values.join(', ');
  return type(`one of ${list}`, (value) => set.has(value));
}

/** Any of several types, described as the first. */
export function either(first: ValueType, ...more: readonly ValueType[]): ValueType {
  return { ...first, accepts: (value) => first.accepts(value) || more.some((one) => one.accepts(value)) };
}

export function pattern(description: string, expression: RegExp): ValueType {
  return type(description, (value) => expression.test(value));
}

/** Values of one type with blanks between them. */
export function listOf(each: ValueType): ValueType {
  return type(`a list: ${each.description}`, (value) => {
    const items = collapsed(value);
    return items === '' || items.split(/[ \t\r\n]+/u).every((item) => each.accepts(item));
  });
}
