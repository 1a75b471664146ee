import { isDispatchId } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import { parseLocale } from '../model/locale.ts';
import type { Edition, Layout, Manifest, StoryEntry, Tombstone } from './manifest.ts';

/**
 * Reads `locales/manifest.json`. Members it does not know are dropped, so the next run writes them no more.
 *
 * @param file where the text came from, for the error
 * @throws DepecheError `invalid` where the text is no manifest, with the path of the member that is wrong
 */
export function readManifest(text: string, file?: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new DepecheError('invalid', `The manifest is not JSON. ${remedy}`, { cause, place: placeOf(file) });
  }
  try {
    const dispatches = entriesOf(membersOf(json, 'the manifest').get('dispatches'), 'dispatches');
    return {
      dispatches: Object.fromEntries(
        dispatches.map(([id, value]) => [checkedId(id), entry(value, `dispatches.${id}`)]),
      ),
    };
  } catch (error) {
    if (error instanceof DepecheError && file !== undefined) throw error.in(file);
    throw error;
  }
}

const remedy = 'Take it back from version control, or delete it and run `translate` again.';

function entry(value: unknown, at: string): StoryEntry | Tombstone {
  const members = membersOf(value, at);
  if (members.get('canceled') === true) return { canceled: true };
  const versions = entriesOf(members.get('versions'), `${at}.versions`).map(
    ([version, item]) => [version, layout(item, `${at}.versions.${version}`)] as const,
  );
  const numbers = new Set(versions.map(([version]) => version));
  const locales = entriesOf(members.get('locales'), `${at}.locales`).map(([locale, item]) => {
    const where = `${at}.locales.${locale}`;
    const read = edition(item, where);
    if (parseLocale(locale) !== locale) throw wrong(where, 'a language tag as its name');
    if (!numbers.has(String(read.version))) throw wrong(`${where}.version`, 'a version that is listed');
    return [locale, read] as const;
  });
  return {
    source: string(members.get('source'), `${at}.source`),
    version: count(members.get('version'), `${at}.version`),
    versions: Object.fromEntries(versions),
    locales: Object.fromEntries(locales),
  };
}

function layout(value: unknown, at: string): Layout {
  const members = membersOf(value, at);
  return {
    dateline: members.get('dateline') === true,
    paragraphs: list(members.get('paragraphs'), `${at}.paragraphs`).map((item, index) => {
      const where = `${at}.paragraphs.${index}`;
      const paragraph = membersOf(item, where);
      return {
        id: string(paragraph.get('id'), `${where}.id`),
        kind: oneOf(kinds, paragraph.get('kind'), `${where}.kind`),
        segments: keysIn(paragraph.get('segments'), `${where}.segments`),
      };
    }),
  };
}

function edition(value: unknown, at: string): Edition {
  const members = membersOf(value, at);
  const responsible = members.get('responsible');
  const order = members.get('order');
  return {
    dir: oneOf(directions, members.get('dir'), `${at}.dir`),
    version: count(members.get('version'), `${at}.version`),
    complete: members.get('complete') === true,
    disclosure: oneOf(disclosures, members.get('disclosure'), `${at}.disclosure`),
    ...(responsible !== undefined && { responsible: string(responsible, `${at}.responsible`) }),
    ...(order !== undefined && { order: orderIn(order, `${at}.order`) }),
  };
}

function orderIn(value: unknown, at: string): NonNullable<Edition['order']> {
  return Object.fromEntries(
    entriesOf(value, at).map(([paragraph, keys]) => [paragraph, keysIn(keys, `${at}.${paragraph}`)]),
  );
}

function keysIn(value: unknown, at: string): readonly string[] {
  return list(value, at).map((id, place) => string(id, `${at}.${place}`));
}

const kinds = ['headline', 'body', 'list', 'table', 'signoff'] as const;
const directions = ['ltr', 'rtl'] as const;
const disclosures = ['ai-autonomous', 'ai-assisted', 'none'] as const;

function checkedId(id: string): string {
  if (!isDispatchId(id)) throw wrong(`dispatches.${id}`, 'the id of a dispatch');
  return id;
}

function entriesOf(value: unknown, at: string): [string, unknown][] {
  return [...membersOf(value, at)];
}

function membersOf(value: unknown, at: string): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at, 'an object');
  return new Map(Object.entries(value));
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(at, 'a list');
  return value;
}

function string(value: unknown, at: string): string {
  if (typeof value !== 'string') throw wrong(at, 'a string');
  return value;
}

function count(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
    throw wrong(at, 'a whole number from 1');
  }
  return value;
}

function oneOf<Name extends string>(names: readonly Name[], value: unknown, at: string): Name {
  const found = names.find((name) => name === value);
  if (found === undefined) throw wrong(at, `one of ${names.join(', ')}`);
  return found;
}

function wrong(at: string, expected: string): DepecheError {
  return new DepecheError('invalid', `The manifest has something else than ${expected} at ${at}. ${remedy}`);
}

function placeOf(file: string | undefined) {
  return file === undefined ? {} : { file };
}
