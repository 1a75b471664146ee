/**
 * The local name of the root of an XML document by its first characters, or by its document type where it has one; nothing where a text does
 * not begin like XML.
 */
export function rootName(document: string): string | undefined {
  let at = 0;
  for (;;) {
    while (at < document.length && /[\s\ufeff]/u.test(document.charAt(at))) at += 1;
    const skipped = skips.find(([open]) => document.startsWith(open, at));
    if (!skipped) break;
    const end = document.indexOf(skipped[1], at);
    if (end < 0) return undefined;
    at = end + skipped[1].length;
  }
  begins.lastIndex = at;
  return begins.exec(document)?.[1];
}

const begins =
  /<(?:!(?:DOCTYPE|doctype)\s{1,20})?(?:[\p{L}_][\p{L}\p{N}_.-]{0,99}:)?([\p{L}_][\p{L}\p{N}_.-]{0,99})[\s/>[]/uy;

/** What may stand before the root, and how each ends. */
const skips = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
