import { anpa1312 } from './anpa-1312.ts';
import { html } from './html.ts';
import { iptc7901 } from './iptc-7901.ts';
import { markdown } from './markdown.ts';
import { newsml1 } from './newsml-1.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { plainText } from './plain-text.ts';
import type { WireFormat } from './wire-format.ts';

/** All formats of wire copy, in the order in which they are asked whether a text is theirs. */
export const wireFormats: readonly WireFormat[] = [
  newsmlG2,
  newsml1,
  nitf,
  ninjs,
  iptc7901,
  anpa1312,
  html,
  markdown,
  plainText,
];
