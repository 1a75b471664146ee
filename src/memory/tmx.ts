import { DepecheError } from '../model/errors.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { predefinedEntities } from '../xml/predefined-entities.ts';
import type { XmlStream } from '../xml/stream.ts';
import type { MemoryEntry } from './entry.ts';
import { type Property, provenanceOf } from './provenance-properties.ts';
import { type TmxUnit, type TmxVariant, tmxUnits } from './tmx-units.ts';

/** What to read out of a TMX file. */
export type TmxReading = {
  /** Translations from this language, whatever the file says it was translated from; by default from what the file says. */
  readonly source?: Locale;
  /** What {@link MemoryEntry.from} is to be, where that is not the file. */
  readonly from?: string;
};

/**
 * Reads a whole TMX file (1.0 to 1.4b).
 *
 * A unit of several languages gives an entry for each of them beside its source; where the file says `*all*`, for each ordered pair.
 * Neighbours come from properties of those tools that write both of them ({@link neighbours}); variants without words are
 * passed over.
 *
 * @param file the path of the file in the project: for errors, and for {@link MemoryEntry.from}
 * @throws DepecheError `invalid`, with file, line and column, at anything that is not TMX, and where the file has units but no text in
 *   the source language
 */
export function readTmx(text: string, file: string, reading: TmxReading = {}): MemoryEntry[] {
  const entries: MemoryEntry[] = [];
  const stream = tmxStream(file, (entry) => entries.push(entry), reading);
  stream.write(text);
  stream.end();
  return entries;
}

/** The same for a file that is read piece by piece. No more of it is held than the entries of one piece. */
export function* tmxEntries(
  pieces: Iterable<string>,
  file: string,
  reading: TmxReading = {},
): Generator<MemoryEntry> {
  for (const unit of tmxUnitEntries(pieces, file, reading)) for (const { entry } of unit) yield entry;
}

/** An entry, and which of the variants of its unit is its translation, from 0. */
export type UnitEntry = { readonly entry: MemoryEntry; readonly variant: number };

/** The same unit by unit: for each the entries it gives, which may be none. */
export function* tmxUnitEntries(
  pieces: Iterable<string>,
  file: string,
  reading: TmxReading = {},
): Generator<readonly UnitEntry[]> {
  let ready: (readonly UnitEntry[])[] = [];
  const stream = unitStream(file, (unit) => ready.push(unit), reading);
  for (const piece of pieces) {
    stream.write(piece);
    const read = ready;
    ready = [];
    yield* read;
  }
  stream.end();
  yield* ready;
}

/** The same for a file that arrives in pieces: entries are told as they are read, and nothing is held. */
export function tmxStream(
  file: string,
  tell: (entry: MemoryEntry) => void,
  reading: TmxReading = {},
): XmlStream {
  const tellAll = (unit: readonly UnitEntry[]): void => {
    for (const { entry } of unit) tell(entry);
  };
  return unitStream(file, tellAll, reading);
}

function unitStream(
  file: string,
  tell: (unit: readonly UnitEntry[]) => void,
  reading: TmxReading,
): XmlStream {
  const locales = new Set<Locale>();
  let expected: Locale | undefined;
  const stream = tmxUnits((unit) => {
    for (const variant of unit.variants) locales.add(variant.locale);
    const source = reading.source ?? unit.source;
    expected ??= source;
    tell([...entriesIn(unit, source, reading.from ?? file)]);
  });
  const inFile = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      throw error instanceof DepecheError ? error.in(file) : error;
    }
  };
  return {
    write: (piece) => inFile(() => stream.write(piece)),
    end: () =>
      inFile(() => {
        stream.end();
        const wanted = expected;
        if (wanted === undefined || [...locales].some((locale) => sameLanguage(locale, wanted))) return;
        const known = [...locales].sort().join(', ') || 'none';
        throw new DepecheError('invalid', `there is no text in ${wanted} in it; its languages are: ${known}`);
      }),
  };
}

function* entriesIn(unit: TmxUnit, source: Locale | undefined, file: string): Generator<UnitEntry> {
  const spoken = unit.variants.filter((variant) => variant.text.trim() !== '');
  const sources = source === undefined ? spoken : variantsIn(spoken, source);
  for (const from of sources) {
    for (const to of spoken) {
      if (to.locale === from.locale || (source !== undefined && sources.includes(to))) continue;
      yield { entry: entryOf(unit, from, to, file), variant: unit.variants.indexOf(to) };
    }
  }
}

function variantsIn(variants: readonly TmxVariant[], locale: Locale): readonly TmxVariant[] {
  const same = variants.filter((variant) => variant.locale === locale);
  if (same.length > 0) return same;
  return variants.filter((variant) => sameLanguage(variant.locale, locale));
}

function sameLanguage(left: Locale, right: Locale): boolean {
  return left === right || languageOf(left) === languageOf(right);
}

function entryOf(unit: TmxUnit, from: TmxVariant, to: TmxVariant, file: string): MemoryEntry {
  // What was done to one translation of several stands with that one.
  const steps = to.properties.filter(([type]) => type === 'x-depeche-step');
  const provenance = provenanceOf(steps.length === 0 ? unit.properties : [...unit.properties, ...steps]);
  if (!provenance) {
    throw new DepecheError('invalid', 'the provenance (x-depeche-…) of a unit cannot be read', {
      place: unit.place,
    });
  }
  const ownLanguage = unit.source !== undefined && sameLanguage(unit.source, from.locale);
  const properties = ownLanguage ? [...from.properties, ...unit.properties] : from.properties;
  const previous = neighbourIn(properties, neighbours.previous);
  const next = neighbourIn(properties, neighbours.next);
  const by = to.by ?? unit.by;
  const at = textOf(unit.properties, 'x-depeche-at') ?? to.at ?? unit.at;
  return {
    source: from.locale,
    target: to.locale,
    sourceText: from.text,
    targetText: to.text,
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    provenance,
    ...(by !== undefined && { by }),
    ...(at !== undefined && { at }),
    from: file,
  };
}

/**
 * The properties for the source texts beside a unit: of OmegaT and ours, memoQ, XTM, Phrase. What Trados writes (`x-Context`,
 * `x-ContextContent`) tells of one side alone, and one side alone would mean the edge of a dispatch.
 */
const neighbours = {
  previous: ['prev', 'x-context-pre', 'x-previous-source-text', 'context_prev'],
  next: ['next', 'x-context-post', 'x-next-source-text', 'context_next'],
};

function neighbourIn(properties: readonly Property[], types: readonly string[]): string | undefined {
  const property = properties.find(([type]) => types.includes(type));
  if (!property) return undefined;
  const [type, written] = property;
  const text = type.startsWith('x-context-') ? plainText(written) : written;
  return text.trim() === '' ? undefined : text;
}

/** memoQ writes a neighbour as the XML of its segment. */
function plainText(text: string): string {
  if (!text.startsWith('<seg>') || !text.endsWith('</seg>')) return text;
  return text
    .replace(/<[^<>]*>/gu, '')
    .replace(/&(lt|gt|quot|apos|amp);/gu, (entity, name: string) => predefinedEntities.get(name) ?? entity);
}

function textOf(properties: readonly Property[], type: string): string | undefined {
  return properties.find(([name]) => name === type)?.[1];
}
