import { DepecheError } from '../model/errors.ts';
import { type Locale, parseLocale } from '../model/locale.ts';
import { type XmlElement, type XmlPlace, type XmlStream, xmlStream } from '../xml/read.ts';
import type { Property } from './provenance-properties.ts';

/** Who wrote something last and when, as far as a file says. */
export type TmxAuthor = { readonly by?: string; readonly at?: string };

/** One language of a translation unit: its text without inline codes. */
export type TmxVariant = TmxAuthor & {
  readonly locale: Locale;
  readonly text: string;
  readonly properties: readonly Property[];
};

/** A translation unit as it stands in the file. */
export type TmxUnit = TmxAuthor & {
  readonly place: XmlPlace;
  /** The language it was translated from, or `*all*` where any of them may be. */
  readonly sourceLanguage: string;
  readonly properties: readonly Property[];
  readonly variants: readonly TmxVariant[];
};

type Tag = Omit<XmlElement, 'children'>;

const codes = ['bpt', 'ept', 'it', 'ph', 'ut'];
const inline = [...codes, 'hi'];

/** Which elements may stand in which, in any TMX from 1.0 to 1.4b. */
const contents = new Map<string, readonly string[]>([
  ['tmx', ['header', 'body']],
  ['header', ['note', 'prop', 'ude']],
  ['ude', ['map']],
  ['body', ['tu']],
  ['tu', ['note', 'prop', 'tuv']],
  ['tuv', ['note', 'prop', 'seg']],
  ['seg', [...inline, 'sub']],
  ['hi', [...inline, 'sub']],
  ['sub', inline],
  ...codes.map((code) => [code, ['sub']] as const),
]);

/**
 * Reads TMX as a stream and tells of each translation unit when it is complete; nothing else is held.
 *
 * Of inline markup the text inside `hi` is kept; codes and what stands in them (`bpt`, `ept`, `it`, `ph`, `ut`, `sub`) are dropped. A
 * document type is passed over: entities it declares are unknown, and their use is an error.
 *
 * @throws DepecheError `invalid`, with line and column, at anything that is not TMX
 */
export function tmxUnits(tell: (unit: TmxUnit) => void): XmlStream {
  const open: string[] = [];
  let headerLanguage: string | undefined;
  let hasBody = false;
  let unit: { tag: Tag; properties: Property[]; variants: TmxVariant[] } | undefined;
  let variant: { tag: Tag; properties: Property[]; text?: string } | undefined;
  let property: { type: string; text: string } | undefined;
  let codeDepth = 0;

  const enter = new Map<string, (tag: Tag) => void>([
    [
      'tmx',
      (tag) => {
        const version = attribute(tag, 'version') ?? 'none';
        if (!/^1\.[0-4]/u.test(version)) fail(tag, `TMX of version ${version} is not known: 1.0 to 1.4 are`);
      },
    ],
    [
      'header',
      (tag) => {
        headerLanguage =
          attribute(tag, 'srclang') ?? fail(tag, 'the header does not say the source language (srclang)');
      },
    ],
    [
      'body',
      (tag) => {
        if (headerLanguage === undefined) fail(tag, 'there is no header before the body');
        hasBody = true;
      },
    ],
    [
      'tu',
      (tag) => {
        unit = { tag, properties: [], variants: [] };
      },
    ],
    [
      'tuv',
      (tag) => {
        variant = { tag, properties: [] };
      },
    ],
    [
      'seg',
      (tag) => {
        if (variant?.text !== undefined) fail(tag, 'a second <seg> in one <tuv>');
        if (variant) variant.text = '';
      },
    ],
    [
      'prop',
      (tag) => {
        property = { type: attribute(tag, 'type') ?? fail(tag, 'a <prop> without a type'), text: '' };
      },
    ],
  ]);

  const leave = new Map<string, () => void>([
    [
      'tu',
      () => {
        if (unit) {
          const { tag, properties, variants } = unit;
          const sourceLanguage = attribute(tag, 'srclang') ?? headerLanguage ?? '*all*';
          const { line, column } = tag;
          tell({ place: { line, column }, sourceLanguage, properties, variants, ...authorOf(tag) });
        }
        unit = undefined;
      },
    ],
    [
      'tuv',
      () => {
        if (variant) {
          const { tag, properties, text } = variant;
          const locale = localeOf(tag);
          unit?.variants.push({
            locale,
            text: text ?? fail(tag, `the <tuv> in ${locale} has no <seg>`),
            properties,
            ...authorOf(tag),
          });
        }
        variant = undefined;
      },
    ],
    [
      'prop',
      () => {
        if (property) (variant ?? unit)?.properties.push([property.type, property.text]);
        property = undefined;
      },
    ],
  ]);

  const stream = xmlStream({
    doctype() {},
    open(tag) {
      const { local } = tag;
      const parent = open.at(-1);
      if (parent === undefined && local !== 'tmx')
        fail(tag, `this is no TMX file: its root is <${tag.name}>`);
      if (parent !== undefined && !contents.get(parent)?.includes(local)) {
        fail(tag, `<${tag.name}> has no place in <${parent}>`);
      }
      open.push(local);
      if (codes.includes(local) || local === 'sub') codeDepth += 1;
      enter.get(local)?.(tag);
    },
    text(text) {
      if (property) property.text += text;
      else if (variant?.text !== undefined && codeDepth === 0 && inSegment(open)) variant.text += text;
    },
    close() {
      const local = open.pop() ?? '';
      if (codes.includes(local) || local === 'sub') codeDepth -= 1;
      leave.get(local)?.();
    },
  });
  return {
    write: (piece) => stream.write(piece),
    end() {
      stream.end();
      if (!hasBody)
        throw new DepecheError('invalid', 'the TMX has no <body>', { place: { line: 1, column: 1 } });
    },
  };
}

function inSegment(open: readonly string[]): boolean {
  const innermost = open.at(-1);
  return innermost === 'seg' || innermost === 'hi';
}

/** The language of a variant; `lang` is what TMX said before 1.3, and `en_US` is what some tools write. */
function localeOf(tag: Tag): Locale {
  const written =
    attribute(tag, 'lang', 'http://www.w3.org/XML/1998/namespace') ??
    attribute(tag, 'lang') ??
    fail(tag, 'a <tuv> does not say its language (xml:lang)');
  return parseLocale(written.replaceAll('_', '-')) ?? fail(tag, `“${written}” is no language tag`);
}

function authorOf(tag: Tag): TmxAuthor {
  const act = (attribute(tag, 'changeid') ?? attribute(tag, 'changedate')) ? 'change' : 'creation';
  const by = attribute(tag, `${act}id`);
  const at = isoDate(attribute(tag, `${act}date`) ?? '');
  return { ...(by !== undefined && { by }), ...(at !== undefined && { at }) };
}

/** `20201021T140000Z`, as TMX writes dates, as ISO 8601; undefined for anything else. */
function isoDate(date: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(date);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function attribute(tag: Tag, local: string, uri = ''): string | undefined {
  return tag.attributes.find((candidate) => candidate.local === local && candidate.uri === uri)?.value;
}

function fail(place: XmlPlace, what: string): never {
  const { line, column } = place;
  throw new DepecheError('invalid', what, { place: { line, column } });
}
