import { type JsonNode, type JsonObject, nodeAt, type Path } from './json-tree.ts';
import { placeholderDamage } from './placeholders.ts';
import { isSent } from './sent-note.ts';
import {
  asWritten,
  entriesFor,
  type Languages,
  type StringUnit,
  stringUnits,
  translationIn,
} from './string-units.ts';
import type { StringsReturn } from './strings-xliff.ts';
import { describePath } from './unit-id.ts';

/** What became of a text. */
export type StringOutcome = {
  readonly key: string;
  /**
   * - `taken`: the translation is new
   * - `unchanged`: the target file has it already
   * - `pending`: there is no translation, or work is left to do on it
   * - `conflicting`: it was changed there and here; the target file keeps what it has
   * - `refused`: the translation cannot be taken
   * - `unknown`: the source has no such text
   */
  readonly outcome: 'taken' | 'unchanged' | 'pending' | 'conflicting' | 'refused' | 'unknown';
  readonly why?: string;
};

/** What a conflict is decided for; by default nothing is decided. */
export type Preference = 'theirs' | 'ours' | undefined;

export type StringsMerge = { readonly resource: JsonObject; readonly outcomes: readonly StringOutcome[] };

type Unit = StringsReturn['files'][number]['units'][number];

/**
 * Brings translations home into a target resource, in the shape of its source: nested objects and lists as they are there, plurals
 * in the forms of the target language. What the target file has and nobody sent stays as it is, and so does what people have changed there
 * since it went out. A list is written when all its
 * texts have a translation: i18next gives it out as a whole.
 */
export function mergeStrings(
  source: JsonObject,
  existing: JsonObject | undefined,
  returned: readonly Unit[],
  languages: Languages,
  prefer?: Preference,
): StringsMerge {
  const home = new Map(returned.map((unit) => [unit.id, unit]));
  const wanted = stringUnits(source, languages);
  const judged = wanted.map((unit) => judge(unit, home.get(unit.id), existing, prefer));
  const held = incompleteLists(judged, existing);
  const taken = new Map<string, string>();
  const outcomes = judged.map(({ unit, outcome, why, text }): StringOutcome => {
    const key = describePath(unit.path);
    if (text === undefined) return { key, outcome, ...(why !== undefined && { why }) };
    if (held.has(listOf(unit.path))) {
      return { key, outcome: 'pending', why: 'other texts of its list have no translation yet' };
    }
    taken.set(unit.id, text);
    return { key, outcome };
  });
  const known = new Set(wanted.map(({ id }) => id));
  const unknown = returned
    .filter(({ id }) => !known.has(id))
    .map(({ id }): StringOutcome => ({ key: id, outcome: 'unknown', why: 'the source has no such text' }));
  const texts = new Map(
    wanted.flatMap((unit) => {
      const text = taken.get(unit.id);
      return text === undefined ? [] : [[describe(unit.path), text] as const];
    }),
  );
  return {
    resource: mergedObject(source, existing, [], { languages, texts }),
    outcomes: [...outcomes, ...unknown],
  };
}

type Judged = StringOutcome & { readonly unit: StringUnit; readonly text?: string };

function judge(
  unit: StringUnit,
  home: Unit | undefined,
  existing: JsonObject | undefined,
  prefer: Preference,
): Judged {
  const key = describePath(unit.path);
  const is = (outcome: StringOutcome['outcome'], why?: string): Judged => ({
    key,
    unit,
    outcome,
    ...(why !== undefined && { why }),
  });
  const before = nodeAt(existing, unit.path);
  if (!home) return before?.kind === 'text' ? is('unchanged') : is('pending', 'it was not in the file');
  if (!home.readable) return is('refused', 'it came home in pieces, or with inline codes that were not sent');
  if (home.source !== unit.source) return is('refused', 'its source has changed: export it again');
  if (home.target === '') return is('pending');
  if (home.marked) return is('pending', 'the file says that work is left to do');
  if (before && before.kind !== 'text') return is('refused', 'the target file has no text in this place');
  const counted = unit.plural && { omissible: unit.plural.numbers.length === 1 };
  const damage = placeholderDamage(unit.source, home.target, counted);
  if (damage) {
    const missing = damage.missing.length > 0 ? [`${damage.missing.join(', ')} is missing`] : [];
    const added = damage.added.length > 0 ? [`${damage.added.join(', ')} is not in the source`] : [];
    return is('refused', [...missing, ...added].join('; '));
  }
  const ours = translationIn(existing, unit);
  if (home.target === ours) return is('unchanged');
  if (prefer !== 'theirs' && isSent(home.target, home.note)) {
    // Nobody has changed it there: the later word is the one here.
    return ours === undefined ? is('pending', 'it was taken out here since it went out') : is('unchanged');
  }
  if (ours !== undefined && !isSent(ours, home.note) && prefer !== 'theirs') {
    if (prefer === 'ours') return is('unchanged');
    return is(
      'conflicting',
      `changed there and here: decide with --prefer theirs or --prefer ours; here “${ours}”, there “${home.target}”`,
    );
  }
  return { key, unit, outcome: 'taken', text: asWritten(home.target, unit.written) };
}

/** The outermost list that a path leads through, for people and as a key; empty where there is none. */
function listOf(path: Path): string {
  const index = path.findIndex((step) => typeof step === 'number');
  return index < 0 ? '' : describe(path.slice(0, index));
}

function describe(path: Path): string {
  return JSON.stringify(path);
}

function incompleteLists(judged: readonly Judged[], existing: JsonObject | undefined): ReadonlySet<string> {
  const missing = judged.filter(
    ({ unit, text }) => text === undefined && nodeAt(existing, unit.path)?.kind !== 'text',
  );
  return new Set(missing.map(({ unit }) => listOf(unit.path)).filter((list) => list !== ''));
}

type Merging = { readonly languages: Languages; readonly texts: ReadonlyMap<string, string> };

/** Members that are there keep their order; a new one comes behind the one that stands before it in the source. */
function mergedObject(
  source: JsonObject,
  existing: JsonNode | undefined,
  path: Path,
  merging: Merging,
): JsonObject {
  const old = existing?.kind === 'object' ? existing.members : new Map<string, JsonNode>();
  const members = new Map<string, JsonNode>();
  const fresh = new Map<string, [string, JsonNode][]>();
  let anchor = '';
  for (const { key, value: wanted } of entriesFor(source, merging.languages)) {
    const value = merged(wanted, old.get(key), [...path, key], merging);
    if (value === undefined) continue;
    if (old.has(key)) {
      members.set(key, value);
      anchor = `:${key}`;
    } else {
      const behind = fresh.get(anchor);
      if (behind) behind.push([key, value]);
      else fresh.set(anchor, [[key, value]]);
    }
  }
  const ordered = Array.from(old, ([key, value]) => [
    [key, members.get(key) ?? value] as const,
    ...(fresh.get(`:${key}`) ?? []),
  ]);
  return { kind: 'object', members: new Map([...(fresh.get('') ?? []), ...ordered.flat()]) };
}

/** The node of the target for one of the source; undefined where there is nothing to write yet. */
function merged(
  source: JsonNode,
  existing: JsonNode | undefined,
  path: Path,
  merging: Merging,
): JsonNode | undefined {
  switch (source.kind) {
    case 'text': {
      const text = merging.texts.get(describe(path));
      return text === undefined ? existing : { kind: 'text', text };
    }
    case 'other':
      return existing ?? source;
    case 'list': {
      const old = existing?.kind === 'list' ? existing.items : [];
      const items = source.items.map((item, index) => {
        const value = merged(item, old[index], [...path, index], merging);
        return value ?? (hasWords(item) ? undefined : item);
      });
      const whole = items.filter((item) => item !== undefined);
      return whole.length === items.length && (existing === undefined || existing.kind === 'list')
        ? { kind: 'list', items: whole }
        : existing;
    }
    case 'object': {
      if (existing && existing.kind !== 'object') return existing;
      const object = mergedObject(source, existing, path, merging);
      return object.members.size === 0 && source.members.size > 0 ? existing : object;
    }
    default:
      return source satisfies never;
  }
}

function hasWords(value: JsonNode): boolean {
  switch (value.kind) {
    case 'text':
      return value.text.trim() !== '';
    case 'other':
      return false;
    case 'list':
      return value.items.some(hasWords);
    case 'object':
      return [...value.members.values()].some(hasWords);
    default:
      return value satisfies never;
  }
}
