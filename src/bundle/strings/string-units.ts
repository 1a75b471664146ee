import type { Locale } from '../../model/locale.ts';
import { type JsonNode, type JsonObject, nodeAt, type Path } from './json-tree.ts';
import {
  categoriesIn,
  numbersOf,
  type PluralCategory,
  type PluralKey,
  parsePluralKey,
  pluralCategories,
  sourceCategory,
} from './plural-forms.ts';
import { idOfPath } from './unit-id.ts';

export type Languages = { readonly from: Locale; readonly to: Locale };

/** A text that has to be translated, and where its translation belongs. */
export type StringUnit = {
  readonly id: string;
  readonly path: Path;
  /** The text of the source without the blanks at its ends, its line breaks as `\n`. */
  readonly source: string;
  /** The text of the source as the file has it. */
  readonly written: string;
  /** The form, where this is one of a plural. */
  readonly plural?: PluralKey & { readonly numbers: readonly number[] };
};

/**
 * The texts of a resource that a target language needs, in the order of the file. A plural has the forms of the target language,
 * not those of the source: a form the source lacks is made from its `_other`. Texts without words, numbers and the like are no units.
 */
export function stringUnits(source: JsonObject, languages: Languages): readonly StringUnit[] {
  return [...unitsIn(source, [], languages)];
}

/** The blanks at the ends of a text are form, not language: they stay as the source has them, and so do its line ends. */
export function coreOf(text: string): string {
  return text.trim().replace(/\r\n?/gu, '\n');
}

/** A translation with the blanks and line ends of its source. */
export function asWritten(target: string, written: string): string {
  const lineEnd = /\r\n?|\n/u.exec(written.trim())?.[0] ?? '\n';
  const start = written.slice(0, written.length - written.trimStart().length);
  const end = written.slice(written.trimEnd().length);
  return `${start}${target.trim().replace(/\r\n?|\n/gu, lineEnd)}${end}`;
}

function* unitsIn(value: JsonNode, path: Path, languages: Languages): Generator<StringUnit> {
  switch (value.kind) {
    case 'text':
      if (coreOf(value.text) !== '') {
        yield { id: idOfPath(path), path, source: coreOf(value.text), written: value.text };
      }
      return;
    case 'other':
      return;
    case 'list':
      for (const [index, item] of value.items.entries()) yield* unitsIn(item, [...path, index], languages);
      return;
    case 'object':
      for (const entry of entriesFor(value, languages)) {
        if (entry.plural === undefined) yield* unitsIn(entry.value, [...path, entry.key], languages);
        else
          for (const unit of unitsIn(entry.value, [...path, entry.key], languages))
            yield { ...unit, plural: entry.plural };
      }
      return;
    default:
      value satisfies never;
  }
}

/** A member as the target language has it, with the value of the source it is made from. */
export type TargetEntry = {
  readonly key: string;
  readonly value: JsonNode;
  readonly plural?: NonNullable<StringUnit['plural']>;
};

/** The members of an object, its plurals in the forms of the target language. */
export function entriesFor(source: JsonObject, languages: Languages): readonly TargetEntry[] {
  const families = familiesIn(source);
  const written = new Set<string>();
  return Array.from(source.members).flatMap(([key, value]): TargetEntry[] => {
    const plural = parsePluralKey(key);
    const forms = plural && families.get(plural.family);
    if (!plural || !forms || value.kind !== 'text') return [{ key, value }];
    if (written.has(plural.family)) return [];
    written.add(plural.family);
    return formsFor(plural, forms, languages);
  });
}

type Forms = ReadonlyMap<PluralCategory, JsonNode>;

function formsFor({ family, ordinal }: PluralKey, forms: Forms, languages: Languages): TargetEntry[] {
  const needed = categoriesIn(languages.to, ordinal);
  // i18next asks for `_zero` in every language, where there is one.
  const wanted = pluralCategories.filter(
    (category) => needed.includes(category) || (category === 'zero' && !ordinal && forms.has('zero')),
  );
  return wanted.flatMap((category) => {
    const own = category === 'zero' ? forms.get('zero') : undefined;
    const value = own ?? forms.get(sourceCategory(category, languages, ordinal)) ?? forms.get('other');
    if (!value) return [];
    const numbers = needed.includes(category) ? numbersOf(languages.to, ordinal, category) : [0];
    const left =
      category !== 'zero' && forms.has('zero') ? numbers.filter((number) => number !== 0) : numbers;
    return [{ key: `${family}_${category}`, value, plural: { family, ordinal, category, numbers: left } }];
  });
}

/**
 * The plurals of an object. `colour_other` beside `colour_red` is no plural but a context: a family needs `_other`, and beside it a
 * second form, an ordinal, or a count in the text.
 */
function familiesIn({ members }: JsonObject): ReadonlyMap<string, Forms> {
  const families = new Map<string, Map<PluralCategory, JsonNode>>();
  for (const [key, node] of members) {
    const plural = parsePluralKey(key);
    if (!plural || node.kind !== 'text') continue;
    const forms = families.get(plural.family) ?? new Map<PluralCategory, JsonNode>();
    families.set(plural.family, forms.set(plural.category, node));
  }
  return new Map(
    [...families].filter(([family, forms]) => {
      const other = forms.get('other');
      if (other?.kind !== 'text') return false;
      return forms.size > 1 || family.endsWith('_ordinal') || /\{\{-?\s*count\b/u.test(other.text);
    }),
  );
}

/** The translation that a target file has for a unit, in the shape of {@link StringUnit.source}. */
export function translationIn(target: JsonObject | undefined, unit: StringUnit): string | undefined {
  const node = nodeAt(target, unit.path);
  const text = node?.kind === 'text' ? coreOf(node.text) : '';
  return text === '' ? undefined : text;
}
