import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Copy } from '../../src/model/copy.ts';
import { DepecheError } from '../../src/model/errors.ts';
import { viewOf } from '../../src/text/reading.ts';
import { wireFormats } from '../../src/wire/formats.ts';
import { detectedFormat, readWire } from '../../src/wire/read-wire.ts';
import { textIn } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { arbitraryItem, escapings, writers } from './arbitrary-item.ts';
import { decoded } from './reading.ts';

const formats = Object.keys(writers);
const anyFormat = fc.constantFrom(...formats);
const anyEscaping = fc.constantFrom(...escapings);

function written(format: string, ...item: Parameters<(typeof writers)[string]>): string {
  return writers[format]?.(...item) ?? '';
}

function textsIn(copy: Copy): string[] {
  return copy.blocks.map((block) => viewOf(copy.raw, block).text);
}

/** What a stretch of a file says by itself, as somebody else would read it. */
function said(format: string, stretch: string): string {
  if (format === 'anpa-1312') return stretch;
  if (format === 'markdown') return saidInXml(stretch.replace(/\\(&|<|[!-/:-@[-`{-~])/gu, inXml));
  if (format !== 'ninjs') return saidInXml(stretch);
  const text: unknown = JSON.parse(`"${stretch}"`);
  return typeof text === 'string' ? saidInXml(text) : '';
}

function saidInXml(stretch: string): string {
  return textIn(readXml(`<p>${stretch}</p>`));
}

/** What stands behind a backslash in Markdown is itself. */
const inXml = (_: string, sign: string): string => `&#${sign.charCodeAt(0)};`;

const bare = (text: string): string => text.replace(/\s/gu, '');

describe('an item in any format', () => {
  it('is known by its content and read word for word', () => {
    fc.assert(
      fc.property(arbitraryItem, anyFormat, anyEscaping, (item, format, escaping) => {
        const raw = written(format, item, escaping);
        expect(detectedFormat(raw).name).toBe(format);
        const copy = readWire(decoded(raw));
        expect(textsIn(copy)).toEqual([item.headline, ...item.paragraphs]);
        expect(copy.header.headline).toBe(item.headline);
        expect(copy.raw).toBe(raw);
      }),
      { numRuns: 400 },
    );
  });

  it('has spans that say exactly its text, each of them and all in order and apart', () => {
    const withoutCdata = fc.constantFrom('least' as const, 'numeric' as const);
    fc.assert(
      fc.property(arbitraryItem, anyFormat, withoutCdata, (item, format, escaping) => {
        const raw = written(format, item, escaping);
        const copy = readWire(decoded(raw));
        const inXml = (block: Block, stretch: string): string =>
          format === 'ninjs' && block.kind === 'headline'
            ? String(JSON.parse(`"${stretch}"`))
            : said(format, stretch);
        for (const block of copy.blocks) {
          const stretches = block.spans.map(({ start, end }) => inXml(block, raw.slice(start, end)));
          expect(bare(stretches.join(''))).toBe(bare(viewOf(raw, block).text));
        }
        const spans = copy.blocks.flatMap((block) => block.spans).sort((a, b) => a.start - b.start);
        let at = 0;
        let again = '';
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          again += raw.slice(at, start) + raw.slice(start, end);
          at = end;
        }
        expect(again + raw.slice(at)).toBe(raw);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the spans of any part of a paragraph, and they say that part', () => {
    fc.assert(
      fc.property(arbitraryItem, fc.nat(60), fc.nat(60), (item, one, other) => {
        const raw = written('nitf', item, 'numeric');
        const [, block] = readWire(decoded(raw)).blocks;
        const view = block && viewOf(raw, block);
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const text = view?.text.slice(start, end) ?? '';
        // Half a letter of two units has no place of its own.
        fc.pre(text.isWellFormed());
        const stretches = (view?.spansAt(start, end) ?? []).map((span) => raw.slice(span.start, span.end));
        expect(bare(stretches.map((stretch) => said('nitf', stretch)).join(''))).toBe(bare(text));
      }),
      { numRuns: 400 },
    );
  });
});

const plainFiles = [
  'dispatches.fr.txt',
  ...['fr', 'en', 'de', 'es'].map((lng) => `../segment/wire.${lng}.txt`),
];

it.each(plainFiles)('%s is plain text, and so is every dispatch in it', (file) => {
  const copy = readFileSync(new URL(file, import.meta.url), 'utf8');
  for (const text of [copy, ...copy.split(/^%%$/mu), ...copy.split(/\n{2,}/u)]) {
    expect(detectedFormat(text).name, text.slice(0, 80)).toBe('text');
  }
});

describe('damage', () => {
  const damaged = fc
    .tuple(arbitraryItem, anyFormat, anyEscaping, fc.nat(2000), fc.nat(40), fc.string({ maxLength: 6 }))
    .map(([item, format, escaping, at, length, put]) => {
      const raw = written(format, item, escaping);
      const start = at % raw.length;
      return { format, raw: raw.slice(0, start) + put + raw.slice(start + length) };
    });

  it('is either read or refused with line and column, never anything else', () => {
    fc.assert(
      fc.property(damaged, ({ format, raw }) => {
        try {
          const copy = readWire(decoded(raw), { format });
          expect(textsIn(copy).join('')).not.toMatch(/[^\P{Cc}\t]/u);
        } catch (error) {
          expect(error).toBeInstanceOf(DepecheError);
          expect(error).toMatchObject({
            code: 'invalid',
            place: { line: expect.any(Number), column: expect.any(Number) },
          });
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('of any text at all is no worse, whatever format it is said to be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(...wireFormats),
        (raw, { name }) => {
          try {
            readWire(decoded(raw), { format: name });
          } catch (error) {
            expect(error).toMatchObject({ code: 'invalid', place: { line: expect.any(Number) } });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('time that grows with the length alone', () => {
  const many = 25_000;
  it.each([
    [
      'newsml-g2',
      written('newsml-g2', { headline: 'T', paragraphs: Array(many).fill('Le port &.') }, 'numeric'),
    ],
    ['nitf', written('nitf', { headline: 'T', paragraphs: [`Le ${'<>& '.repeat(many)}fin.`] }, 'least')],
    ['nitf', `<nitf><body><body.content><p>${'a<em>b</em> '.repeat(many)}</p></body.content></body></nitf>`],
    ['ninjs', written('ninjs', { headline: 'T', paragraphs: Array(many).fill('Le port é.') }, 'numeric')],
    ['ninjs', `{"uri":"x","body_text":"${'Le port de Brest.\\n\\n'.repeat(many)}"}`],
    ['ninjs', `{"uri":"x","body_text":"${'Le port de Brest\\n'.repeat(many)}"}`],
    ['html', `<body>${'<p>Le port &eacute;.'.repeat(many)}`],
    ['html', `<body>${'<div>'.repeat(200)}${'<i>a</b></i> < '.repeat(many / 2)}</body>`],
    ['html', `<p>${' '.repeat(many * 10)}<a ${'b="c" '.repeat(many)}>Un.</a>`],
    ['markdown', `# T\n\n${'Le *port* de [Brest](/b).\n\n'.repeat(many / 5)}`],
    ['markdown', `# T\n\n${'*'.repeat(many)}${'a* '.repeat(many)}`],
    ['markdown', `# T\n\n${'!['.repeat(many / 2)}${'[a](b)'.repeat(many / 2)}${'](c)'.repeat(many / 2)}`],
    ['markdown', `# T\n\n${'[a]('.repeat(many / 2)}${'`'.repeat(many)} b\n\n${'> '.repeat(many)}c`],
    ['markdown', `# T\n\na | b\n${' '.repeat(many * 10)}x\n${'_a **b '.repeat(many / 2)}`],
    [
      'anpa-1312',
      written('anpa-1312', { headline: 'T', paragraphs: Array(many).fill("Le port ``d'été''.") }, 'least'),
    ],
    ['iptc-7901', `\u0001fra0123 4 POL 0231\r\n\u0002${'Le port.\r\n'.repeat(many)}\u0003`],
    [
      'newsml-g2',
      `<!--${'-x'.repeat(many)}--><newsItem><contentSet><inlineData>Un.${' '.repeat(many)}</inlineData></contentSet></newsItem>`,
    ],
  ])('%s, a large one', (format, raw) => {
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    expect(readWire(decoded(raw), { format }).blocks.length).toBeGreaterThan(0);
  });
});
