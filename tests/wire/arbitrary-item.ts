import fc from 'fast-check';

/** A story as a format carries it: what a reader must find again. */
export type ArbitraryItem = { readonly headline: string; readonly paragraphs: readonly string[] };

const word = fc.constantFrom(
  ...[
    'Brest',
    'port',
    'l’été',
    'œuvre',
    '«',
    '»',
    '12',
    '&',
    '<',
    '>',
    '"',
    "'",
    'é',
    '😀',
    '\\',
    '&amp;',
    ']]',
  ],
  ...['a\u00a0b', '—', '{', '}', 'Dimanche.', 'A', '#', '%', ';', '/'],
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `Le ${words.join(' ')} fin.`);

export const arbitraryItem: fc.Arbitrary<ArbitraryItem> = fc.record({
  headline: sentence.map((text) => `Titre ${text}`),
  paragraphs: fc.array(sentence, { minLength: 1, maxLength: 4 }),
});

/** How each format may write a text: with an escape, with none, or in a CDATA section. */
export type Escaping = 'least' | 'numeric' | 'cdata';
export const escapings: readonly Escaping[] = ['least', 'numeric', 'cdata'];

function xml(text: string, escaping: Escaping): string {
  if (escaping === 'cdata') return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  const special = escaping === 'numeric' ? /[^a-z ]/giu : /[&<>"']/gu;
  return text.replace(special, (character) => `&#x${character.codePointAt(0)?.toString(16)};`);
}

function json(text: string, escaping: Escaping): string {
  const written = JSON.stringify(text);
  if (escaping !== 'numeric') return written;
  return written.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** HTML has no CDATA sections; its references may go without a semicolon, which is for tests of their own. */
function html(text: string, escaping: Escaping): string {
  return xml(text, escaping === 'cdata' ? 'least' : escaping);
}

function markdown(text: string, escaping: Escaping): string {
  if (escaping === 'numeric') return xml(text, escaping);
  return text.replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}

/** The same item in each format with a syntax of its own. */
export const writers: Readonly<Record<string, (item: ArbitraryItem, escaping: Escaping) => string>> = {
  'newsml-g2': ({ headline, paragraphs }, escaping) =>
    `<?xml version="1.0"?>\n<newsItem guid="urn:x" version="1"><contentMeta><headline>${xml(headline, escaping)}</headline></contentMeta>` +
    `<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>\n${paragraphs
      .map((text) => `  <p>${xml(text, escaping)}</p>\n`)
      .join('')}</body></html></inlineXML></contentSet></newsItem>`,
  nitf: ({ headline, paragraphs }, escaping) =>
    `<nitf><body><body.head><hedline><hl1>${xml(headline, escaping)}</hl1></hedline></body.head><body.content>${paragraphs
      .map((text) => `<p>${xml(text, escaping)}</p>`)
      .join('\r\n')}</body.content></body></nitf>`,
  ninjs: ({ headline, paragraphs }, escaping) =>
    `{ "uri": "urn:x", "body_xhtml": ${json(
      paragraphs.map((text) => `<p>${xml(text, escaping)}</p>`).join('\n'),
      escaping,
    )},\n  "headline": ${json(headline, escaping)} }`,
  html: ({ headline, paragraphs }, escaping) =>
    `<!doctype html>\n<title>Fil</title><body><h1>${html(headline, escaping)}</h1>${paragraphs
      .map((text) => `<p>${html(text, escaping)}`)
      .join('\r\n')}</body>`,
  markdown: ({ headline, paragraphs }, escaping) =>
    `# ${markdown(headline, escaping)}\n\n${paragraphs.map((text) => markdown(text, escaping)).join('\r\n\r\n')}\n`,
  'anpa-1312': ({ headline, paragraphs }) =>
    `\u0016\u0016\u0001a0231\u001f\r\nu i\u0013\u0011 bc-port 10-21 0231\r\n\u0002^${headline}<\r\n${paragraphs
      .map((text) => `\t${text}\r\n`)
      .join('')}\u0003DE-10-21-20 0912GMT\r\n\u0004`,
};
