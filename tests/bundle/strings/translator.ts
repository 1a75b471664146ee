import { type JsonObject, readJson } from '../../../src/bundle/strings/json-tree.ts';
import { mergeStrings, type StringsMerge } from '../../../src/bundle/strings/merge-strings.ts';
import { type Languages, stringUnits, translationIn } from '../../../src/bundle/strings/string-units.ts';
import { readStringsXliff, writeStringsXliff } from '../../../src/bundle/strings/strings-xliff.ts';
import type { XliffVersion } from '../../../src/bundle/strings/xliff-package.ts';

export const file = 'locales/fr/app.json';

/** A resource as people write it. */
export function resource(contents: unknown): JsonObject {
  return readJson(JSON.stringify(contents), file);
}

/** What goes out to a translator. */
export async function sent(
  source: JsonObject,
  languages: Languages,
  version: XliffVersion = '1.2',
  existing?: JsonObject,
): Promise<string> {
  const texts = stringUnits(source, languages).map((unit) => {
    const target = translationIn(existing, unit);
    return { id: unit.id, source: unit.source, ...(target !== undefined && { target }) };
  });
  return writeStringsXliff({ ...languages, files: [{ id: file, texts }] }, version);
}

/** A translator at work: writes a target into each unit, from its id and source as they stand in the XML; undefined leaves it alone. */
export function filled(xliff: string, translate: (id: string, source: string) => string | undefined): string {
  return xliff.replace(
    /(<(?:trans-)?unit id="([^"]*)".*?<source>)([\s\S]*?)(<\/source>)(?:<target>[\s\S]*?<\/target>)?/gu,
    (whole, head: string, id: string, source: string, tail: string) => {
      const target = translate(id, source);
      return target === undefined ? whole : `${head}${source}${tail}<target>${target}</target>`;
    },
  );
}

/** What comes home of it. */
export async function merged(
  source: JsonObject,
  xliff: string,
  languages: Languages,
  existing?: JsonObject,
): Promise<StringsMerge> {
  const { files } = await readStringsXliff(xliff);
  return mergeStrings(source, existing, files[0]?.units ?? [], languages);
}
