import { SaxesParser } from 'saxes';

/** Whether a text can stand inside an XML element, as DeepL's strict reading of tags asks for. */
export function isWellFormed(text: string): boolean {
  const parser = new SaxesParser();
  let isWell = true;
  parser.on('error', () => {
    isWell = false;
  });
  parser.write(`<r>${text}</r>`).close();
  return isWell;
}

const pair = /<([tx]) id="(\d+)">([^<]*)<\/\1>/u;
const everyPair = new RegExp(pair.source, 'gu');

/** What has been seen, or must be feared, to become of tags on their way through an engine; the words stay. */
export const tagDamages = {
  moved: (xml) => `${pair.exec(xml)?.[0] ?? ''} ${xml.replace(pair, '')}`,
  swapped: (xml) => xml.replace(/id="1"(.*)id="2"/u, 'id="2"$1id="1"'),
  aside: (xml) => xml.replace(everyPair, '<$1 id="$2"></$1>$3'),
  around: (xml) => xml.replace(everyPair, '<$1 id="$2">le $3 de</$1>'),
  dropped: (xml) => xml.replace(/<[^>]+>/gu, ''),
  halved: (xml) => xml.replace(pair, '$3'),
  doubled: (xml) => xml.replace(pair, '$& $&'),
  nested: (xml) => xml.replace(pair, '<$1 id="$2"><t id="9">$3</t></$1>'),
  crossed: (xml) => xml.replace(/<\/[tx]>/u, '').concat('</t>'),
  unclosed: (xml) => xml.replace(/<\/[tx]>/gu, ''),
  unopened: (xml) => xml.replace(/<[tx] [^>]+>/gu, ''),
  selfClosed: (xml) => xml.replace(everyPair, '<$1 id="$2"/>$3'),
  escaped: (xml) => xml.replace(/<([^>]+)>/gu, '&lt;$1&gt;'),
  capital: (xml) => xml.replace(/<[^>]+>/gu, (tag) => tag.toUpperCase()),
  spaced: (xml) => xml.replace(/<([^>]+)>/gu, '< $1 >'),
  unquoted: (xml) => xml.replaceAll('"', ''),
  curly: (xml) => xml.replace(/id="(\d+)"/gu, 'id=“$1”'),
  wide: (xml) => xml.replace(/<([^>]+)>/gu, '＜$1＞'),
  renumbered: (xml) => xml.replace(/id="1"/u, 'id="77"'),
  grown: (xml) => xml.replaceAll(' <', '<').replaceAll('> ', '>'),
  quoted: (xml) => xml.replace(everyPair, '<$1 id="$2">“$3”</$1>'),
  cut: (xml) => xml.slice(0, Math.ceil(xml.length / 2)),
  beheaded: (xml) => xml.slice(Math.floor(xml.length / 3)),
} satisfies Record<string, (xml: string) => string>;

export type TagDamage = keyof typeof tagDamages;
