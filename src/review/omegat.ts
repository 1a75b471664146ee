import type { TmxUnit, TmxVariant } from '../memory/tmx-units.ts';
import type { Locale } from '../model/locale.ts';
import { wordingOf } from '../text/wording.ts';
import type { Returned, ReturnedSegment } from './returned.ts';

/** One dispatch in a project of OmegaT, and the memory in which OmegaT keeps what was done in it. */
export type OmegatWork = {
  /** The name of its file in `source/` and `target/`. */
  readonly file: string;
  /** What was sent: the file in `source/`. */
  readonly sent: Returned;
  /** The file in `target/`, where there is one: OmegaT writes it only when it is told to. */
  readonly created?: Returned;
  /** `omegat/project_save.tmx`, where there is one. */
  readonly saved?: readonly TmxUnit[];
  /** What is in `tm/auto/`: OmegaT fills it in, and saves it as it saves what a person wrote. */
  readonly auto: readonly TmxUnit[];
};

/**
 * What was done to a dispatch in OmegaT. The memory of the project says who, when, and what was only filled in; the file in `target/`
 * has the word where the memory says nothing. Where neither has a translation, nobody has translated.
 */
export function workInOmegat({ file, sent, created, saved, auto }: OmegatWork): Returned {
  const find = savedFinder(file, sent, saved ?? [], auto);
  const filled = new Set(auto.map(({ properties }) => new Map(properties).get('x-depeche-segment')));
  const written = new Map(created?.segments.map((segment) => [segment.id, segment]));
  const segments = sent.segments.map((segment, index): ReturnedSegment => {
    const { id, source, line } = segment;
    const bare = { id, source, line, standing: {} };
    const found = find(segment, index);
    if (found) return { ...bare, ...found };
    // OmegaT saves all that it fills in: what it was given from the start and has not saved, a person took out.
    if (saved && filled.has(id)) return { ...bare, target: '', hand: 'person' };
    const { target } = written.get(id) ?? {};
    if (target === undefined || wordingOf(target) === wordingOf(source)) return { ...bare, hand: 'nobody' };
    return { ...bare, target };
  });
  return { ...sent, segments };
}

type Translation = Pick<ReturnedSegment, 'target' | 'by' | 'at' | 'hand' | 'note'>;

/** A translation that was made for one segment alone goes before the one for every segment with these words. */
function savedFinder(
  file: string,
  { source, target, segments }: Returned,
  saved: readonly TmxUnit[],
  auto: readonly TmxUnit[],
): (segment: ReturnedSegment, index: number) => Translation | undefined {
  const bySource = new Map<string, { unit: TmxUnit; translation: Translation }[]>();
  const languages = { source, target };
  const filled = new Set(auto.map((unit) => entryKey(unit, languages)));
  for (const unit of saved) {
    const from = variantIn(unit, source);
    const to = variantIn(unit, target);
    if (!from || !to) continue;
    const { by = unit.by, at = unit.at } = to;
    const isAuto = isFilledIn(unit) || filled.has(entryKey(unit, languages));
    const translation: Translation = {
      target: to.text,
      hand: isAuto ? 'nobody' : 'person',
      ...(unit.note !== undefined && { note: unit.note }),
      ...(by !== undefined && { by }),
      ...(at !== undefined && { at }),
    };
    const key = wordingOf(from.text);
    const same = bySource.get(key);
    if (same) same.push({ unit, translation });
    else bySource.set(key, [{ unit, translation }]);
  }
  const ids = new Set(segments.map(({ id }) => id));
  const textAt = (index: number) => segments[index]?.source;
  return ({ id, source: words }, index) => {
    const found = bySource.get(wordingOf(words)) ?? [];
    const own = found.find(({ unit }) => {
      const place = placeOf(unit);
      if (!place || (place.file !== undefined && place.file !== file)) return false;
      if (place.id !== undefined && ids.has(place.id)) return place.id === id;
      return isBeside(place.prev, textAt(index - 1)) && isBeside(place.next, textAt(index + 1));
    });
    return (own ?? found.find(({ unit }) => !placeOf(unit)))?.translation;
  };
}

function variantIn({ variants }: TmxUnit, wanted: Locale): TmxVariant | undefined {
  return variants.find(({ locale }) => locale === wanted);
}

/** The same in a memory and in what OmegaT saved of it: OmegaT keeps author and date, and writes its own where a person changes a word. */
function entryKey(unit: TmxUnit, languages: { source: Locale; target: Locale }): string {
  const to = variantIn(unit, languages.target);
  const from = variantIn(unit, languages.source);
  return JSON.stringify([wordingOf(from?.text ?? ''), to?.text, to?.by ?? unit.by, to?.at ?? unit.at]);
}

type SavedPlace = { file?: string; id?: string; prev?: string; next?: string };

/** Where a translation belongs, or undefined for one that serves every segment with these words. */
function placeOf({ properties }: TmxUnit): SavedPlace | undefined {
  const facts = new Map(properties);
  const place: SavedPlace = {};
  for (const name of ['file', 'id', 'prev', 'next'] as const) {
    const value = facts.get(name);
    if (value !== undefined) place[name] = value;
  }
  return Object.keys(place).length === 0 ? undefined : place;
}

/** OmegaT writes no neighbour, or an empty one, at the edge of a file. */
function isBeside(written: string | undefined, text: string | undefined): boolean {
  return wordingOf(written ?? '') === wordingOf(text ?? '');
}

/** Whether OmegaT took a translation out of a memory by itself. */
function isFilledIn({ properties }: TmxUnit): boolean {
  return properties.some((property) =>
    property.some((word) => /^x-?(?:auto|ice|100pc|enforced)$/iu.test(word)),
  );
}
