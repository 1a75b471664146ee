import * as v from 'valibot';
import { js2xliff, jsToXliff12, xliff2js, xliff12ToJs } from 'xliff';
import { DepecheError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import { isXmlText } from '../../xml/write.ts';
import { sentNote } from './sent-note.ts';

/**
 * The npm package `xliff`, and what has to be known of it. It has no types, escapes no `<` and `&` in attributes, takes `&amp;` in a
 * text for `&`, cuts line breaks off the end of a text, keeps units in plain objects, and reads a damaged file as an empty one. Who
 * calls it gives texts without blanks at their ends, checks a file before it is read, and reads again what was written.
 */

export type XliffVersion = '1.2' | '2.0';

/** A text on its way: its translation, and a note for the translator. */
export type XliffText = {
  readonly id: string;
  readonly source: string;
  readonly target?: string;
  readonly note?: string;
};

/** One `<file>`: the path of a resource and its texts. */
export type XliffFile = { readonly id: string; readonly texts: readonly XliffText[] };

export type XliffDocument = {
  readonly from: Locale;
  readonly to: Locale;
  readonly files: readonly XliffFile[];
};

/** @throws DepecheError `invalid` where a text has characters that XML cannot hold */
export async function writeWithPackage(written: XliffDocument, version: XliffVersion): Promise<string> {
  const resources = Object.fromEntries(
    written.files.map(({ id, texts }) => [
      inAttribute(id),
      Object.fromEntries(texts.map((text) => [text.id, unitOf(text, version)])),
    ]),
  );
  const contents = { sourceLanguage: written.from, targetLanguage: written.to, resources };
  const write = version === '1.2' ? jsToXliff12 : js2xliff;
  const xml = v.parse(v.string(), await write(contents, { indent: '' }));
  // No text and no attribute holds a `<` of its own, so lines can be broken before tags without touching a text.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.replace(/<(?=(?:file|trans-unit|unit) |\/file>)/gu, '\n<')}\n`;
}

/** A 1.2 file can say that a translation is approved; the package has no place for a state in 2.0. */
function unitOf({ source, target, note }: XliffText, version: XliffVersion) {
  const attributes =
    version === '2.0' ? { canResegment: 'no' } : target === undefined ? {} : { approved: 'yes' };
  const notes = [...(note === undefined ? [] : [note]), ...(target === undefined ? [] : [sentNote(target)])];
  return {
    source: inText(source),
    ...(target !== undefined && { target: inText(target) }),
    ...(notes.length > 0 && { note: inText(notes.join('; ')) }),
    additionalAttributes: attributes,
  };
}

function inText(text: string): string {
  if (!isXmlText(text)) {
    throw new DepecheError('invalid', `a text has characters that XML cannot hold: “${text.slice(0, 40)}”`);
  }
  return text.replaceAll('&', '&amp;');
}

function inAttribute(text: string): string {
  return inText(text).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Not `record`, which passes over members called `constructor`: any of these may be the key of a text. */
const membersSchema = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const documentSchema = v.object({ resources: membersSchema });

/** Texts are strings, or lists of strings and inline elements. */
const unitSchema = v.object({
  source: v.optional(v.unknown()),
  target: v.optional(v.unknown()),
  groupUnits: v.optional(membersSchema),
});

/** What the package reads of one unit. */
export type PackageText = Pick<XliffText, 'target'> & { readonly source?: string };

export type PackageReading = ReadonlyMap<string, ReadonlyMap<string, PackageText>>;

/**
 * What the package reads: the texts of each file by their ids, inline elements without their tags.
 *
 * @throws DepecheError `invalid` where the package gives up, or gives something unheard of
 */
export async function readWithPackage(text: string, version: XliffVersion): Promise<PackageReading> {
  const read = version === '1.2' ? xliff12ToJs : xliff2js;
  try {
    const { resources } = v.parse(documentSchema, await read(text));
    return new Map(
      Object.entries(resources).map(([id, units]) => [id, new Map(unitsIn(v.parse(membersSchema, units)))]),
    );
  } catch (cause) {
    throw new DepecheError('invalid', 'the file cannot be read as XLIFF', { cause });
  }
}

function* unitsIn(
  units: Readonly<Record<string, unknown>>,
): Generator<readonly [string, { source?: string; target?: string }]> {
  for (const [id, unit] of Object.entries(units)) {
    const { success, output } = v.safeParse(unitSchema, unit);
    if (!success) continue;
    const { source, target, groupUnits } = output;
    if (groupUnits) yield* unitsIn(groupUnits);
    else
      yield [
        id,
        {
          ...(source !== undefined && { source: plain(source) }),
          ...(target !== undefined && { target: plain(target) }),
        },
      ];
  }
}

/** The words of a text; an inline element is an object of one member, in which `contents` is what it encloses. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain).join('');
  const { success, output } = v.safeParse(membersSchema, value);
  if (!success) return '';
  return Object.values(output)
    .map((element) => {
      const inner = v.safeParse(v.object({ contents: v.optional(v.unknown()) }), element);
      return inner.success ? plain(inner.output.contents ?? '') : '';
    })
    .join('');
}
