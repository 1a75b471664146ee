import type { Dispatch, Header, ParagraphKind } from '../../model/dispatch.ts';
import { type Draft, textOf } from '../../model/draft.ts';
import { type Direction, directionOf, type Locale } from '../../model/locale.ts';
import { paragraphsAsRead } from '../../model/sentence-order.ts';
import { hashOf } from '../../text/hash.ts';
import { authorshipOf, authorshipWords, type DigitalSource, digitalSourceOf } from './digital-source.ts';
import { isUri, itemUri, type UriPolicy } from './item-uri.ts';
import { representable } from './representable.ts';

/** A story in one locale as it goes out on a wire, whatever the format. */
export type WireItem = {
  readonly uri: string;
  /** The id of the dispatch. */
  readonly id: string;
  readonly locale: Locale;
  readonly dir: Direction;
  /** The version of the dispatch, and a mark of what this item says: another wording is another version. */
  readonly version: string;
  readonly status: Header['status'];
  readonly embargo?: string;
  readonly urgency?: number;
  /** For the desk that gets it, never for readers. */
  readonly note?: string;
  readonly byline?: string;
  readonly agency?: string;
  /** Who has editorial responsibility. */
  readonly responsible?: string;
  /** What it is a translation of; none where it is the original. */
  readonly source?: {
    readonly uri: string;
    readonly locale: Locale;
    /** What its sender calls it, where that is no URI. */
    readonly itemId?: string;
    readonly version?: string;
    readonly headline?: string;
  };
  readonly digitalSource?: DigitalSource;
  readonly dateline?: string;
  readonly headline?: string;
  /** The first headline is not among them. */
  readonly paragraphs: readonly WireParagraph[];
};

export type WireParagraph = { readonly kind: ParagraphKind; readonly text: string };

/** What the configuration says of items. */
export type WirePolicy = UriPolicy & { readonly responsible?: string };

/** A draft that is published, as an item that says what it is a translation of and how it came about. */
export function translatedItem(draft: Draft, policy: WirePolicy): WireItem {
  const { dispatch, locale } = draft;
  const authorship = authorshipOf(draft);
  const paragraphs = paragraphsAsRead(draft).map(({ paragraph: { kind }, units }) => ({
    kind,
    text: units.flatMap(({ target }) => textOf(target) ?? []).join(' '),
  }));
  const words = authorshipWords(dispatch.locale, authorship);
  return itemOf(dispatch, locale, policy, {
    note: [dispatch.header.note?.text, words].filter((text) => text).join(' – '),
    digitalSource: digitalSourceOf(authorship),
    dateline: draft.dateline && textOf(draft.dateline.target),
    paragraphs,
  });
}

/** The dispatch itself. How the agency made it is not known, so nothing is said of that. */
export function originalItem(dispatch: Dispatch, policy: WirePolicy): WireItem {
  return itemOf(dispatch, dispatch.locale, policy, {
    note: dispatch.header.note?.text,
    dateline: dispatch.dateline?.text,
    paragraphs: dispatch.paragraphs.map(({ kind, segments }) => ({
      kind,
      text: segments.map(({ text }) => text).join(' '),
    })),
  });
}

/** Word that a story must not be used: taken back for good, or until it comes again. It says nothing of what it said. */
export function recalledItem(
  dispatch: Dispatch,
  locale: Locale,
  status: 'withheld' | 'canceled',
  policy: WirePolicy,
): WireItem {
  const { note, embargo } = dispatch.header;
  const {
    byline: _,
    urgency: __,
    agency: ___,
    ...item
  } = itemOf(dispatch, locale, policy, {
    note: note?.text,
    paragraphs: [],
  });
  return { ...item, status, ...(embargo !== undefined && { embargo }) };
}

type Parts = {
  readonly note?: string | undefined;
  readonly digitalSource?: DigitalSource | undefined;
  readonly dateline?: string | undefined;
  readonly paragraphs: readonly WireParagraph[];
};

function itemOf(dispatch: Dispatch, locale: Locale, policy: WirePolicy, parts: Parts): WireItem {
  const { header, id } = dispatch;
  const filled = parts.paragraphs
    .map(({ kind, text }) => ({ kind, text: representable(text) }))
    .filter(({ text }) => text.trim() !== '');
  const first = filled.find(({ kind }) => kind === 'headline');
  const isOriginal = locale === dispatch.locale;
  const { responsible } = policy;
  const agency = dispatch.dateline?.agency;
  const byline = header.byline?.replace(/^par\s+/iu, '');
  const said = {
    ...(header.urgency !== undefined && { urgency: header.urgency }),
    ...(header.embargo !== undefined && { embargo: header.embargo }),
    ...(parts.note !== undefined && parts.note !== '' && { note: representable(parts.note) }),
    ...(byline !== undefined && { byline }),
    ...(agency !== undefined && { agency }),
    ...(responsible !== undefined && { responsible }),
    ...(parts.digitalSource && { digitalSource: parts.digitalSource }),
    ...(parts.dateline !== undefined && { dateline: representable(parts.dateline) }),
    ...(first && { headline: first.text }),
    paragraphs: filled.filter((paragraph) => paragraph !== first),
  };
  const mark = hashOf(JSON.stringify(said)).slice(0, 8);
  return {
    uri: itemUri(dispatch, locale, policy),
    id,
    locale,
    dir: directionOf(locale),
    version: `${dispatch.version}-${mark}`,
    status: 'usable',
    ...(!isOriginal && { source: sourceOf(dispatch, policy, parts.paragraphs.length > 0) }),
    ...said,
  };
}

function sourceOf(dispatch: Dispatch, policy: UriPolicy, tells: boolean): NonNullable<WireItem['source']> {
  const { headline, itemVersion, itemId } = dispatch.header;
  return {
    uri: itemUri(dispatch, dispatch.locale, policy),
    locale: dispatch.locale,
    ...(itemId !== undefined && !isUri(itemId) && { itemId }),
    ...(itemVersion !== undefined && { version: itemVersion }),
    ...(headline !== undefined && tells && { headline }),
  };
}
