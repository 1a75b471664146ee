import type { Dispatch, ParagraphKind } from '../model/dispatch.ts';
import type { Draft } from '../model/draft.ts';
import { type Direction, directionOf, type Locale } from '../model/locale.ts';
import { paragraphsAsRead } from '../model/sentence-order.ts';
import { compareText } from '../text/compare.ts';
import { type Disclosure, disclosureOf } from './disclosure.ts';
import { editionsBefore, isEmbargoed } from './embargo.ts';
import { type MinState, publishable } from './publishable.ts';

/** What of a story stands where: paragraphs in reading order, each with the keys of its sentences in the bundles. */
export type Layout = {
  /** Whether the bundles of this version have a `dateline`. */
  readonly dateline: boolean;
  readonly paragraphs: readonly {
    readonly id: string;
    readonly kind: ParagraphKind;
    readonly segments: readonly string[];
  }[];
};

/** The bundle of one locale as it was last published. */
export type Edition = {
  readonly dir: Direction;
  /** The version of the story this bundle is of; it may be older than the story's own. */
  readonly version: number;
  /** Whether the bundle is the story as it stands: false while a newer wording waits for its translation. */
  readonly complete: boolean;
  readonly disclosure: Disclosure;
  /** Who has editorial responsibility for it. */
  readonly responsible?: string;
  /** By the id of a paragraph, its keys as they are read in this locale; only paragraphs that are read otherwise than in the layout. */
  readonly order?: Readonly<Record<string, readonly string[]>>;
};

/** What the manifest says of one story. */
export type StoryEntry = {
  readonly source: Locale;
  readonly version: number;
  /** By number, today's and each one that a bundle is still of. */
  readonly versions: Readonly<Record<string, Layout>>;
  /** Only locales that have a bundle; the source language is one of them. */
  readonly locales: Readonly<Record<Locale, Edition>>;
};

/** What is left of a story that was canceled: no bundle, and word that there was one. */
export type Tombstone = { readonly canceled: true };

/** `locales/manifest.json`: what an app must know of the bundles beside it. Derived, with stable bytes and no time of run. */
export type Manifest = { readonly dispatches: Readonly<Record<string, StoryEntry | Tombstone>> };

/** The manifest of a project that has published nothing yet. */
export const emptyManifest: Manifest = { dispatches: {} };

/** How stories go out, from the configuration. */
export type PublishPolicy = {
  readonly minState: MinState;
  readonly responsible?: string;
  /** ISO 8601. A story under embargo goes out once it is later than that; where nobody says what time it is, it does not. */
  readonly now?: string;
};

/** The entry of a dispatch, if the manifest has one; safe for ids such as `constructor`. */
export function entryOf(manifest: Manifest, id: string): StoryEntry | Tombstone | undefined {
  return Object.hasOwn(manifest.dispatches, id) ? manifest.dispatches[id] : undefined;
}

/**
 * The entry of a dispatch after a run. Locales that were not run, and those whose draft is not publishable, keep the bundle they had.
 *
 * @param drafts the drafts of this run, at most one for each locale
 * @returns a tombstone for a canceled story; for one that is withheld or under embargo what was out before this version, or nothing
 */
export function entryAfter(
  previous: StoryEntry | Tombstone | undefined,
  dispatch: Dispatch,
  drafts: readonly Draft[],
  policy: PublishPolicy,
): StoryEntry | Tombstone | undefined {
  switch (dispatch.header.status) {
    case 'canceled':
      return { canceled: true };
    case 'withheld':
      return entryBefore(dispatch, previous);
    case 'usable':
      break;
    default:
      return dispatch.header.status satisfies never;
  }
  if (isEmbargoed(dispatch.header, policy.now)) return entryBefore(dispatch, previous);
  const known = previous && 'versions' in previous ? previous : undefined;
  const { version } = dispatch;
  const editions = new Map<Locale, Edition>();
  for (const [locale, edition] of Object.entries(known?.locales ?? {})) {
    editions.set(locale, { ...edition, complete: edition.complete && edition.version === version });
  }
  const publish = (locale: Locale, disclosure: Disclosure, order: Edition['order']) =>
    editions.set(locale, {
      dir: directionOf(locale),
      version,
      complete: true,
      disclosure,
      ...(policy.responsible !== undefined && { responsible: policy.responsible }),
      ...(order && { order }),
    });
  for (const draft of drafts) {
    const edition = editions.get(draft.locale);
    if (publishable(draft, policy)) publish(draft.locale, disclosureOf(draft), orderOf(draft));
    else if (edition) editions.set(draft.locale, { ...edition, complete: false });
  }
  publish(dispatch.locale, 'none', undefined);

  const versions = new Map([[String(version), layoutOf(dispatch)]]);
  for (const edition of editions.values()) {
    const layout = known?.versions[edition.version];
    if (edition.version !== version && layout) versions.set(String(edition.version), layout);
  }
  return {
    source: dispatch.locale,
    version,
    versions: sortedRecord(versions),
    locales: sortedRecord(editions),
  };
}

/** A story whose new version is withheld or under embargo: its earlier versions stay as they are, and so does a tombstone. */
function entryBefore(
  { version }: Dispatch,
  known: StoryEntry | Tombstone | undefined,
): StoryEntry | Tombstone | undefined {
  if (!known || !('versions' in known)) return known;
  const editions = editionsBefore(version, known.locales);
  if (editions.size === 0) return undefined;
  const numbers = new Set(Array.from(editions.values(), (edition) => String(edition.version)));
  const versions = new Map(Object.entries(known.versions).filter(([number]) => numbers.has(number)));
  const latest = Math.max(...Array.from(numbers, Number));
  return {
    ...known,
    version: Math.min(known.version, latest),
    versions: sortedRecord(versions),
    locales: sortedRecord(editions),
  };
}

/** The manifest with the entries of this run in place of the old ones; an entry that is undefined leaves it. */
export function withEntries(
  manifest: Manifest,
  entries: ReadonlyMap<string, StoryEntry | Tombstone | undefined>,
): Manifest {
  const merged = new Map(Object.entries(manifest.dispatches));
  for (const [id, entry] of entries) {
    if (entry) merged.set(id, entry);
    else merged.delete(id);
  }
  return { dispatches: sortedRecord(merged) };
}

/** The locales whose bundles of a dispatch must leave the disk, because the new entry has them no longer. */
export function withdrawnLocales(
  previous: StoryEntry | Tombstone | undefined,
  next: StoryEntry | Tombstone | undefined,
): Locale[] {
  const after = next && 'locales' in next ? next.locales : {};
  const before = previous && 'locales' in previous ? Object.keys(previous.locales) : [];
  return before.filter((locale) => !Object.hasOwn(after, locale));
}

/** The manifest as JSON text: the same facts always give the same bytes. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function layoutOf(dispatch: Dispatch): Layout {
  return {
    dateline: dispatch.dateline !== undefined,
    paragraphs: dispatch.paragraphs.map(({ id, kind, segments }) => ({
      id,
      kind,
      segments: segments.map((segment) => segment.id),
    })),
  };
}

/** What a locale reads otherwise than the source: another order, or sentences that a translator has joined. */
function orderOf(draft: Draft): Edition['order'] {
  const paragraphs = new Map(draft.dispatch.paragraphs.map(({ id, segments }) => [id, segments]));
  const other = paragraphsAsRead(draft).flatMap(({ paragraph: { id }, units }): [string, string[]][] => {
    const read = units.map(({ segment }) => segment.id);
    const written = paragraphs.get(id) ?? [];
    const isSame = read.length === written.length && read.every((key, place) => key === written[place]?.id);
    return isSame ? [] : [[id, read]];
  });
  return other.length === 0 ? undefined : Object.fromEntries(other);
}

/** `fromEntries` makes own properties, whatever their names. */
function sortedRecord<Value>(entries: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareText(a, b)));
}
