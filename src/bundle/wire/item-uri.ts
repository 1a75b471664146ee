import type { Dispatch } from '../../model/dispatch.ts';
import type { Locale } from '../../model/locale.ts';
import { hashOf } from '../../text/hash.ts';

export type UriPolicy = {
  /** What the addresses of items begin with: `https://news.example/items/`. None: they are UUIDs. */
  readonly uri?: string;
};

/**
 * The name of an item for life. The dispatch itself keeps the one its sender gave it, where that is a URI; other items have an address
 * under that of the house, or else a UUID that is made from what they are the items of, so it is the same in every run.
 */
export function itemUri(
  { id, header, locale: source }: Pick<Dispatch, 'id' | 'header' | 'locale'>,
  locale: Locale,
  { uri }: UriPolicy,
): string {
  const { itemId } = header;
  if (locale === source && itemId !== undefined && isUri(itemId)) return itemId;
  if (uri !== undefined) return `${uri}${uri.endsWith('/') ? '' : '/'}${locale}/${id}`;
  return uuidOf('wire-item', itemId ?? '', id, locale);
}

/** Whether a text is an absolute URI by its looks (RFC 3986): a scheme, and no blank in it. */
export function isUri(text: string | undefined): boolean {
  return text !== undefined && /^[A-Za-z][A-Za-z0-9+.-]{1,30}:[!#-;=?-[\]_a-z~%]+$/u.test(text);
}

/** A UUID of version 8 (RFC 9562): bits of our own choice, here of a hash. */
function uuidOf(...parts: readonly string[]): string {
  const hex = hashOf(...parts);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return `urn:uuid:${[...groups, hex.slice(20, 32)].join('-')}`;
}
