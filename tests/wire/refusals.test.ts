import { describe, expect, it } from 'vitest';
import { DepecheError } from '../../src/model/errors.ts';
import { detectedFormat, readWire } from '../../src/wire/read-wire.ts';
import { decoded } from './reading.ts';

function refusal(raw: string, format?: string): string {
  try {
    readWire(decoded(raw), { format });
  } catch (error) {
    if (!(error instanceof DepecheError)) throw error;
    return `${error.code} ${error.place.line}:${error.place.column} ${error.message}`;
  }
  return 'read';
}

const g2 = (inside: string): string => `<newsItem guid="a">${inside}</newsItem>`;
const body = '<contentSet><inlineData>Le port.</inlineData></contentSet>';
const ninjs = (members: string): string => `{\n  "uri": "urn:x",\n  ${members}\n}`;

describe('what is refused, and where', () => {
  it.each([
    ['a tag that is not closed', '<nitf>\n  <body>\n</nitf>', /^invalid 3:\d+ not well-formed XML/u],
    [
      'an entity nobody declared',
      `<nitf>\n<body>&wolf;</body></nitf>`,
      /^invalid 2:\d+ not well-formed XML: undefined entity/u,
    ],
    [
      'a document type with entities of its own',
      `<?xml version="1.0"?>\n<!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<nitf/>`,
      /^invalid 2:\d+ a document type \(DOCTYPE\) with declarations/u,
    ],
    ['deep nesting', `<nitf>${'<p>'.repeat(100)}`, /^invalid 1:\d+ elements are nested more than 64 deep/u],
    ['an item without text', g2('<itemMeta/>'), /^invalid 1:1 there is no text in this item/u],
    [
      'two items of text',
      `<newsMessage><itemSet>${g2(body)}\n${g2(body)}</itemSet></newsMessage>`,
      /^invalid 2:1 a second newsItem with text: keep one dispatch in a file/u,
    ],
    [
      'a message without items',
      '<newsMessage>\n</newsMessage>',
      /^invalid 1:1 there is no newsItem with text/u,
    ],
    ['JSON that is cut', '{\n  "uri": "a",\n  "headline": "b', /^invalid 3:\d+ not JSON/u],
    ['JSON of another kind', '{ "name": "a" }', /^invalid 1:1 no ninjs: it has no “uri”/u],
    ['a body that is a number', ninjs('"body_text": 12'), /^invalid 3:16 a text in quotation marks/u],
    ['bodies that are no list', ninjs('"bodies": {}'), /^invalid 3:13 a list in brackets/u],
    ['a body without a value', ninjs('"bodies": [{}]'), /^invalid 3:14 this object has no “value”/u],
    ['a key that stands there twice', ninjs('"uri": "b"'), /^invalid 3:3 the key “uri” stands there twice/u],
    ['nesting in JSON', ninjs(`"x": ${'['.repeat(100)}`), /^invalid 3:\d+ nested more than 64 deep/u],
    [
      'XHTML in JSON that is broken',
      ninjs('"body_xhtml": "<p>Un</b></p>"'),
      /^invalid 3:\d+ in the markup: not well-formed/u,
    ],
    [
      'HTML in JSON that is cut',
      ninjs('"bodies": [{ "contentType": "text/html", "value": "<p>Un<b" }]'),
      /^invalid 3:59 in the markup: the tag “b” has no end/u,
    ],
    [
      'a message of IPTC 7901 without ETX',
      '\u0001fra0123 4 POL 0231\r\n\u0002Le port.\r\n',
      /^invalid 3:1 the message has no end/u,
    ],
    [
      'two messages of IPTC 7901',
      '\u0001fra0123 4 POL 0231\r\n\u0002Le port.\u0003\r\n\u0001fra0124 4 POL 0231\r\n\u0002Un.\u0003',
      /^invalid 3:1 a second message begins here/u,
    ],
    [
      'a message of ANPA 1312 without ETX',
      '\u0001a0231\u001f\r\nu i\u0013\u0011 bc-port 10-21 0231\r\n\u0002\tLe port.\r\n',
      /^invalid 4:1 the message has no end/u,
    ],
    [
      'two messages of ANPA 1312',
      '\u0001a0231\u001f\r\nu i\u0013\u0011 bc-port 10-21 0231\r\n\u0002\tUn.\r\n\u0003\r\n\u0001a0232\u001f',
      /^invalid 5:1 a second message begins here/u,
    ],
    ['HTML with a tag that is cut', '<p>Le port.</p>\n<p class="a', /^invalid 2:1 the tag “p” has no end/u],
    ['HTML with a comment that is cut', '<p>Le port.\n <!-- a > b', /^invalid 2:2 a comment has no end/u],
    ['HTML with a script that is cut', '<p>Un.\n<script>a', /^invalid 2:9 the element “script” has no end/u],
    [
      'HTML that nests without measure',
      `<p>${'<b>'.repeat(300)}`,
      /^invalid 1:\d+ elements are nested more/u,
    ],
    ['a page without text', '<html><body><nav>Accueil</nav></body></html>', /^invalid 1:1 there is no text/u],
    [
      'Markdown with code that is cut',
      '# Un port\n\n ```js\nlet a;',
      /^invalid 3:1 the code that begins here \(```\)/u,
    ],
    [
      'Markdown with a comment that is cut',
      '# Un port\n\n<!-- a',
      /^invalid 3:1 the comment that begins here/u,
    ],
    [
      'Markdown with a script that is cut',
      '# Un port\n\n<script>\nb',
      /^invalid 3:1 the script that begins here/u,
    ],
    ['metadata without text', '---\ntitle:\n---\n', /^invalid 1:1 there is no text in this item/u],
  ])('%s', (_, raw, expected) => expect(refusal(raw)).toMatch(expected));

  it.each([
    [
      'too many elements',
      `<nitf>${'<a/>'.repeat(100_001)}</nitf>`,
      /^invalid 1:\d+ more than 100,000 elements/u,
    ],
    ['too many values', ninjs(`"x": [${'1,'.repeat(100_001)}1]`), /^invalid 3:\d+ more than 100,000 values/u],
    ['too much of anything', `<nitf>${' '.repeat(1_000_000)}</nitf>`, /at most 1,000,000 characters/u],
  ])('%s', (_, raw, expected) => expect(refusal(raw)).toMatch(expected));

  it('names the place in XHTML where it stands in the JSON, not in the XHTML', () => {
    const raw = ninjs('"body_xhtml": "<p>\\u00e9t\\u00e9</q>"');
    const [, column] = /^invalid 3:(\d+)/u.exec(refusal(raw)) ?? [];
    const line = raw.split('\n')[2] ?? '';
    expect(line.slice(0, Number(column))).toContain('</q');
  });

  it.each([
    ['newsml-g2', '<nitf/>', /^invalid 1:1 no NewsML-G2: its root is “nitf”/u],
    ['nitf', '<html/>', /^invalid 1:1 no NITF: its root is “html”/u],
    ['ninjs', '[]', /^invalid 1:1 an object in braces is expected here/u],
    ['anpa-1312', 'Le port.', /^invalid 1:1 no message of ANPA 1312/u],
    ['iptc-7901', 'Le port.', /^invalid 1:1 no message of IPTC 7901/u],
    [
      'telex',
      'Le port.',
      /^usage .*“telex” is no wire format; there are newsml-g2, newsml-1, nitf, ninjs, iptc-7901, anpa-1312, html, markdown, text/u,
    ],
  ])('what is said to be %s and is not', (format, raw, expected) => {
    expect(refusal(raw, format)).toMatch(expected);
  });
});

describe('what is not refused', () => {
  it('a canceled item without text', () => {
    const raw = g2('<itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>');
    expect(readWire(decoded(raw))).toMatchObject({ header: { status: 'canceled' }, blocks: [] });
  });

  it('markup read as plain text because somebody said so', () => {
    expect(readWire(decoded('<nitf/>'), { format: 'text' }).blocks).toHaveLength(1);
  });

  it('HTML and Markdown that are neither, because somebody said so', () => {
    expect(readWire(decoded('Le port.'), { format: 'html' }).blocks).toHaveLength(1);
    expect(readWire(decoded('Le port.'), { format: 'markdown' }).blocks).toHaveLength(1);
  });

  it.each([
    ...[
      '- un\n- deux',
      'Le port\n---\nSuite',
      'a *b* c',
      '**',
      '> oui',
      '5 < 6 <p',
      '---\nLe port\n---\nSuite',
    ],
    ...['1. Lyon\n2. Nantes', '#lesport est ouvert', '*** URGENT ***\n\nLe port', 'Les <p> du port'],
  ])('%j is plain text, for one sign alone is none', (raw) => expect(detectedFormat(raw).name).toBe('text'));

  it.each(['<i>Non</i>, dit-il.', '{Sic} dit-il.', '\u0001Le port.', '< 5 %'])('%j is plain text', (raw) => {
    expect(readWire(decoded(raw)).blocks).toHaveLength(1);
  });
});
