import type { i18n } from 'i18next';
import type { ParagraphKind } from '../model/dispatch.ts';
import type { Direction, Locale } from '../model/locale.ts';
import type { Disclosure } from './disclosure.ts';
import { fromInert } from './inert.ts';
import type { Edition, Layout, Manifest } from './manifest.ts';

export type { Disclosure } from './disclosure.ts';
export type { Manifest } from './manifest.ts';

/** A story ready to be shown, all of it in one language. Its texts are plain text: put them into a page as text, never as HTML. */
export type Story = {
  readonly id: string;
  /** The language it is in, which may be a fallback of the one that was asked for: for the `lang` attribute. */
  readonly lang: Locale;
  /** For the `dir` attribute. */
  readonly dir: Direction;
  readonly disclosure: Disclosure;
  /** Who has editorial responsibility for this text. */
  readonly responsible?: string;
  readonly dateline?: string;
  /** The first headline; a further one stands among the paragraphs. */
  readonly headline?: string;
  readonly paragraphs: readonly StoryParagraph[];
};

/** A paragraph of a story; its sentences are joined by a blank. */
export type StoryParagraph = {
  readonly id: string;
  readonly kind: ParagraphKind;
  readonly sentences: readonly { readonly id: string; readonly text: string }[];
};

/** The part of an i18next instance that a story is read from. */
export type StoryResources = Pick<i18n, 'getResource' | 'languages'>;

/**
 * Puts a story together from the bundle that i18next has loaded as the namespace `id`.
 *
 * It looks for the first language, `lng` and then `i18n.languages`, in which the whole story is there; languages are never mixed.
 * Copy is not run through `t`, so nothing in it is filled, nested or read as a plural.
 *
 * @param manifest `locales/manifest.json`
 * @param lng a language to try before those of the instance
 * @returns undefined where no language has the story whole: not published, not loaded yet, or canceled ({@link isCanceled} tells)
 */
export function readStory(
  manifest: Manifest,
  i18n: StoryResources,
  id: string,
  lng?: string,
): Story | undefined {
  const entry = own(manifest.dispatches, id);
  if (!entry || 'canceled' in entry) return undefined;
  for (const lang of languagesToTry(i18n, lng)) {
    const edition = own(entry.locales, lang);
    const layout = edition && own(entry.versions, String(edition.version));
    const words = layout && readWords(layout, edition, i18n, lang, id);
    if (words) {
      const { dir, disclosure, responsible } = edition;
      return { id, lang, dir, disclosure, ...(responsible !== undefined && { responsible }), ...words };
    }
  }
  return undefined;
}

/** Whether a story was published and then canceled by the agency, so an app can say so instead of showing nothing. */
export function isCanceled(manifest: Manifest, id: string): boolean {
  const entry = own(manifest.dispatches, id);
  return entry !== undefined && 'canceled' in entry;
}

type Words = Pick<Story, 'dateline' | 'headline' | 'paragraphs'>;

function readWords(
  layout: Layout,
  { order = {} }: Pick<Edition, 'order'>,
  i18n: StoryResources,
  lang: Locale,
  id: string,
): Words | undefined {
  const textOf = (key: string): string | undefined => {
    const text: unknown = i18n.getResource(lang, id, key, { keySeparator: false });
    return typeof text === 'string' && text !== '' ? fromInert(text) : undefined;
  };
  const dateline = layout.dateline ? textOf('dateline') : undefined;
  if (layout.dateline && dateline === undefined) return undefined;
  const paragraphs: StoryParagraph[] = [];
  for (const { id: paragraphId, kind, segments } of layout.paragraphs) {
    const sentences: StoryParagraph['sentences'][number][] = [];
    for (const segment of own(order, paragraphId) ?? segments) {
      const text = textOf(segment);
      if (text === undefined) return undefined;
      sentences.push({ id: segment, text });
    }
    if (sentences.length > 0 || segments.length === 0) paragraphs.push({ id: paragraphId, kind, sentences });
  }
  const headline = paragraphs.find((paragraph) => paragraph.kind === 'headline');
  return {
    ...(dateline !== undefined && { dateline }),
    ...(headline && { headline: headline.sentences.map((sentence) => sentence.text).join(' ') }),
    paragraphs: paragraphs.filter((paragraph) => paragraph !== headline),
  };
}

/** `pt-BR` is tried as `pt` too, as i18next does for its own languages, which are not set before its `init`. */
function languagesToTry(i18n: StoryResources, lng: string | undefined): string[] {
  const first = lng === undefined ? [] : [lng, lng.split('-')[0] ?? lng];
  return [...new Set([...first, ...(i18n.languages ?? [])])];
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
