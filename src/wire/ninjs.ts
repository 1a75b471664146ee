import type { ValueNode } from '@humanwhocodes/momoa';
import type { Copy, Reading } from '../model/copy.ts';
import { DepecheError } from '../model/errors.ts';
import { parseJson, type RefuseAt } from '../text/parse-json.ts';
import type { Decoded } from './decode.ts';
import { type Item, itemCopy, itemOfLines } from './item-copy.ts';
import { headerOf } from './item-facts.ts';
import { jsonReading } from './json-reading.ts';
import { mostNodes } from './limits.ts';
import { htmlBlocksInText, isHtml, xhtmlBlocks } from './markup-in-text.ts';
import { refuseAt } from './refuse-at.ts';
import type { ReadOptions, WireFormat } from './wire-format.ts';

/** ninjs 1 to 3, news in JSON: 1.x and 2.x with `headline` and `body_xhtml` or `body_text`, 2.x and 3.x with `headlines` and `bodies`. */
export const ninjs: WireFormat = {
  name: 'ninjs',
  detects: (raw) => /^\s*\{\s*"/u.test(raw),
  read(decoded, options) {
    const { raw } = decoded;
    const refuse: RefuseAt = (message, line, column) => {
      throw new DepecheError('invalid', message, { place: { line, column } });
    };
    const root = parseJson(raw, refuse, mostNodes);
    return ninjsCopy(decoded, membersOf(raw, root), options);
  },
};

type Value = { readonly json: ValueNode; readonly raw: string };
type Members = ReadonlyMap<string, Value>;

function ninjsCopy(decoded: Decoded, item: Members, options: ReadOptions): Copy {
  const { raw } = decoded;
  const first = (...names: string[]): Value | undefined => {
    const values = names.flatMap((name) => item.get(name) ?? []);
    return values.find(({ json }) => json.type !== 'Null');
  };
  if (first('uri') === undefined) refuseAt(raw, 0, 'no ninjs: it has no “uri”');
  const fact = (...names: string[]): string | undefined => {
    const value = first(...names);
    return value && (value.json.type === 'Number' ? sourceOf(value) : readingOf(value).text);
  };
  const note = first('edNote', 'ednote');
  const headline = mainOf(first('headlines')) ?? first('headline', 'headline_text');
  const known: Omit<Item, 'body'> = {
    header: headerOf({
      status: fact('pubStatus', 'pubstatus'),
      embargo: fact('embargoedUntil', 'embargoeduntil', 'embargoed'),
      urgency: fact('urgency'),
      itemId: fact('uri'),
      itemVersion: fact('version'),
      language: fact('language'),
      carrier: fact('slugline', 'slug'),
      byline: fact('by', 'byline'),
    }),
    notes: note ? [readingOf(note)] : [],
    headline: headline && readingOf(headline),
  };
  const body = bodyOf(first('bodies'), [
    [first('body_xhtml'), 'xhtml'],
    [first('body_html'), 'html'],
    [first('body_text'), 'lines'],
  ]);
  if (!body) return itemCopy(decoded, { ...known, body: [] });
  const reading = readingOf(body.value);
  switch (body.kind) {
    case 'xhtml':
      return itemCopy(decoded, { ...known, body: xhtmlBlocks(raw, reading) });
    case 'html':
      return itemCopy(decoded, { ...known, body: htmlBlocksInText(raw, reading) });
    case 'lines':
      return itemCopy(decoded, itemOfLines(known, reading, options));
    default:
      return body.kind satisfies never;
  }
}

type Body = { readonly value: Value; readonly kind: 'xhtml' | 'html' | 'lines' };

/** Of several bodies with the same words the one with markup, where paragraphs are marked. */
function bodyOf(
  bodies: Value | undefined,
  named: readonly (readonly [Value | undefined, Body['kind']])[],
): Body | undefined {
  const listed = (bodies ? itemsOf(bodies) : []).map(({ members, value }): Body => {
    const type = members.get('contentType') ?? members.get('contenttype');
    return { value, kind: kindOf(type === undefined ? '' : readingOf(type).text) };
  });
  const flat = named.flatMap(([value, kind]): Body[] => (value ? [{ value, kind }] : []));
  const all = [...listed, ...flat].filter(({ value }) => readingOf(value).text.trim() !== '');
  return all.find(({ kind }) => kind !== 'lines') ?? all[0];
}

function kindOf(mediaType: string): Body['kind'] {
  if (isHtml(mediaType)) return 'html';
  return /html/iu.test(mediaType) ? 'xhtml' : 'lines';
}

/** Of values with roles that of the main one, or the first. */
function mainOf(list: Value | undefined): Value | undefined {
  const items = list ? itemsOf(list) : [];
  const main = items.find(({ members }) => {
    const role = members.get('role');
    return role !== undefined && readingOf(role).text === 'main';
  });
  return (main ?? items[0])?.value;
}

/** The objects of a list such as `headlines`, each with its `value`. */
function itemsOf({ json, raw }: Value): { readonly members: Members; readonly value: Value }[] {
  if (json.type !== 'Array')
    return refuseAt(raw, json.loc.start.offset, 'a list in brackets is expected here');
  return json.elements.map((element) => {
    const members = membersOf(raw, element.value);
    const value = members.get('value');
    return value
      ? { members, value }
      : refuseAt(raw, element.value.loc.start.offset, 'this object has no “value”');
  });
}

function membersOf(raw: string, json: ValueNode): Members {
  if (json.type !== 'Object')
    return refuseAt(raw, json.loc.start.offset, 'an object in braces is expected here');
  const members = new Map<string, Value>();
  for (const { name, value } of json.members) {
    const key = name.type === 'String' ? name.value : name.name;
    if (members.has(key)) refuseAt(raw, name.loc.start.offset, `the key “${key}” stands there twice`);
    members.set(key, { json: value, raw });
  }
  return members;
}

function readingOf({ json, raw }: Value): Reading {
  if (json.type !== 'String')
    return refuseAt(raw, json.loc.start.offset, 'a text in quotation marks is expected here');
  return jsonReading(raw, { start: json.loc.start.offset, end: json.loc.end.offset });
}

function sourceOf({ json, raw }: Value): string {
  return raw.slice(json.loc.start.offset, json.loc.end.offset);
}
