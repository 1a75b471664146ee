import { DepecheError } from '../model/errors.ts';
import { type Locale, parseLocale } from '../model/locale.ts';
import { attributeOf, type XmlElement, type XmlPlace } from '../xml/node.ts';
import { type XmlHandler, type XmlStream, xmlStream } from '../xml/stream.ts';
import type { Property } from './provenance-properties.ts';
import { isPlaceable } from './tmx-placeable.ts';

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
  /** The language it was translated from; none where the file says that any of them may be (`*all*`). */
  readonly source?: Locale;
  readonly properties: readonly Property[];
  /** What somebody noted on the unit as a whole. */
  readonly note?: string;
  readonly variants: readonly TmxVariant[];
};

type Tag = Omit<XmlElement, 'children'>;

/** In UTF-16 units, markup left out. */
const longestUnit = 8 * 1024 * 1024;

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
 * Of inline markup the text inside `hi` is kept; codes and what stands in them (`bpt`, `ept`, `it`, `ph`, `ut`, `sub`) are dropped, but
 * for a `ph` around what a reader would see in a text of ours: a placeholder or an address. A document type is passed over:
 * entities it declares are unknown, and their use is an error.
 *
 * @throws DepecheError `invalid`, with line and column, at anything that is not TMX
 */
export function tmxUnits(tell: (unit: TmxUnit) => void): XmlStream {
  const parse = languageReader();
  const open: string[] = [];
  let header: { readonly source?: Locale } | undefined;
  let hasBody = false;
  let unit: { tag: Tag; properties: Property[]; variants: TmxVariant[]; note?: string } | undefined;
  let variant: { tag: Tag; properties: Property[]; text?: string } | undefined;
  let property: { type: string; text: string } | undefined;
  let codeDepth = 0;
  let unitLength = 0;
  let placeholder: string | undefined;

  const begin = (tag: Tag): void => {
    switch (tag.local) {
      case 'tmx':
        checkVersion(tag);
        break;
      case 'header':
        header = sourceOf(tag, parse) ?? fail(tag, 'the header does not say the source language (srclang)');
        break;
      case 'body':
        if (!header) fail(tag, 'there is no header before the body');
        hasBody = true;
        break;
      case 'tu':
        unitLength = 0;
        unit = { tag, properties: [], variants: [] };
        break;
      case 'tuv':
        variant = { tag, properties: [] };
        break;
      case 'seg':
        if (variant?.text !== undefined) fail(tag, 'a second <seg> in one <tuv>');
        if (variant) variant.text = '';
        break;
      case 'prop':
        property = { type: attributeOf(tag, 'type') ?? fail(tag, 'a <prop> without a type'), text: '' };
        break;
      default:
        if (!isCode(tag.local)) return;
        placeholder = tag.local === 'ph' && codeDepth === 0 ? '' : undefined;
        codeDepth += 1;
    }
  };

  const end = (local: string): void => {
    if (isCode(local)) codeDepth -= 1;
    if (local === 'ph' && placeholder !== undefined) {
      if (variant?.text !== undefined && isPlaceable(placeholder)) variant.text += placeholder;
      placeholder = undefined;
    }
    if (local === 'prop' && property) {
      (variant ?? unit)?.properties.push([property.type, property.text]);
      property = undefined;
    }
    if (local === 'tuv' && variant) {
      unit?.variants.push(variantOf(variant, parse));
      variant = undefined;
    }
    if (local === 'tu' && unit) {
      const { tag, properties, variants, note } = unit;
      const { line, column } = tag;
      const source = sourceOf(tag, parse) ?? header;
      const said = note === undefined ? {} : { note };
      tell({ place: { line, column }, ...source, properties, variants, ...said, ...authorOf(tag) });
      unit = undefined;
    }
  };

  /** A file may have any length, for it is told of unit by unit; a unit is held. */
  const measure = (more: number): void => {
    unitLength += more;
    if (unit && unitLength > longestUnit) {
      fail(unit.tag, `a <tu> of more than ${longestUnit / 1024 / 1024} million characters`);
    }
  };

  const handler: XmlHandler = {
    doctype() {},
    open(tag) {
      const parent = open.at(-1);
      if (parent === undefined && tag.local !== 'tmx') {
        fail(tag, `this is no TMX file: its root is <${tag.name}>`);
      }
      if (parent !== undefined && !contents.get(parent)?.includes(tag.local)) {
        fail(tag, `<${tag.name}> has no place in <${parent}>`);
      }
      open.push(tag.local);
      measure(tag.name.length);
      begin(tag);
    },
    text(text) {
      measure(text.length);
      if (property) property.text += text;
      else if (unit && open.at(-1) === 'note' && !variant) unit.note = (unit.note ?? '') + text;
      else if (placeholder !== undefined) placeholder += text;
      else if (variant?.text !== undefined && codeDepth === 0 && inSegment(open)) variant.text += text;
    },
    close() {
      end(open.pop() ?? '');
    },
  };
  const stream = xmlStream(handler, Number.POSITIVE_INFINITY);
  return {
    write: (piece) => stream.write(piece),
    end() {
      stream.end();
      if (!hasBody) fail({ line: 1, column: 1 }, 'the TMX has no <body>');
    },
  };
}

function isCode(local: string): boolean {
  return codes.includes(local) || local === 'sub';
}

function inSegment(open: readonly string[]): boolean {
  const innermost = open.at(-1);
  return innermost === 'seg' || innermost === 'hi';
}

type LanguageReader = (written: string) => Locale | undefined;

/** Reads the language tags of one file, each of them once. `en_US` is what some tools write. */
function languageReader(): LanguageReader {
  const known = new Map<string, Locale | undefined>();
  return (written) => {
    if (!known.has(written)) known.set(written, parseLocale(written.replaceAll('_', '-')));
    return known.get(written);
  };
}

/** What an element says of the source language, if it does. */
function sourceOf(tag: Tag, parse: LanguageReader): { readonly source?: Locale } | undefined {
  const written = attributeOf(tag, 'srclang');
  if (written === undefined) return undefined;
  if (written.toLowerCase() === '*all*') return {};
  return { source: parse(written) ?? fail(tag, `the source language “${written}” is no language tag`) };
}

/** `lang` is how TMX named the language before 1.3. */
function variantOf(
  { tag, properties, text }: { tag: Tag; properties: readonly Property[]; text?: string },
  parse: LanguageReader,
): TmxVariant {
  const written =
    attributeOf(tag, 'lang', 'http://www.w3.org/XML/1998/namespace') ??
    attributeOf(tag, 'lang') ??
    fail(tag, 'a <tuv> does not say its language (xml:lang)');
  const locale = parse(written) ?? fail(tag, `“${written}” is no language tag`);
  return {
    locale,
    text: text ?? fail(tag, `the <tuv> in ${locale} has no <seg>`),
    properties,
    ...authorOf(tag),
  };
}

function checkVersion(tag: Tag): void {
  const version = attributeOf(tag, 'version') ?? 'none';
  if (!/^1\.[0-4]/u.test(version)) fail(tag, `TMX of version ${version} is not known: 1.0 to 1.4 are`);
}

function authorOf(tag: Tag): TmxAuthor {
  const act = (attributeOf(tag, 'changeid') ?? attributeOf(tag, 'changedate')) ? 'change' : 'creation';
  const by = attributeOf(tag, `${act}id`);
  const at = isoDate(attributeOf(tag, `${act}date`) ?? '');
  return { ...(by !== undefined && { by }), ...(at !== undefined && { at }) };
}

/** `20201021T140000Z`, as TMX writes dates, as ISO 8601; undefined for anything else. */
function isoDate(date: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(date);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function fail(place: XmlPlace, what: string): never {
  const { line, column } = place;
  throw new DepecheError('invalid', what, { place: { line, column } });
}
