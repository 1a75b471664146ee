import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../src/model/dispatch.ts';
import { DepecheError } from '../../src/model/errors.ts';
import { decode, maxBytes } from '../../src/wire/decode.ts';
import { encode } from '../../src/wire/encode.ts';

const story = 'Pâques à Orléans : « 3,4 % » de visiteurs, l’été déjà.\r\nÇa va\u00a0?\rOui…\n';
const plain = 'Pâques à Orléans, "3,4 %" de visiteurs.\n';
const unicode = ['utf-8', 'utf-16le', 'utf-16be'] as const;
const singleByte = ['windows-1252', 'iso-8859-1'] as const;

function messageOf(bytes: Uint8Array, encoding?: Encoding): string {
  try {
    decode(bytes, encoding ? { encoding } : {});
  } catch (error) {
    if (error instanceof DepecheError && error.code === 'unreadable') return error.message;
    throw error;
  }
  return 'was read';
}

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('encodings', () => {
  it.each(unicode)('%s is found, with a byte order mark and without', (encoding) => {
    for (const bom of [true, false]) {
      expect(decode(encode(story, encoding, bom))).toEqual({ raw: story, encoding, bom });
    }
  });

  it('windows-1252 is found where bytes are no UTF-8', () => {
    expect(decode(encode(story, 'windows-1252', false))).toEqual({
      raw: story,
      encoding: 'windows-1252',
      bom: false,
    });
  });

  it('every byte of windows-1252 is read as the decoder of the platform reads it', () => {
    const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    const bytes = Uint8Array.from({ length: 0xe0 }, (_, at) => at + 0x20).filter(
      (byte) => !undefinedBytes.includes(byte),
    );
    expect(decode(bytes).raw).toBe(new TextDecoder('windows-1252').decode(bytes));
  });

  it('a declared encoding is believed where nothing contradicts it', () => {
    const bytes = encode(plain, 'iso-8859-1', false);
    expect(decode(bytes, { encoding: 'iso-8859-1' })).toEqual({
      raw: plain,
      encoding: 'iso-8859-1',
      bom: false,
    });
  });

  it.each([
    ['iso-8859-1', 'windows-1252'],
    ['utf-8', 'windows-1252'],
    ['utf-16le', 'windows-1252'],
    ['windows-1252', 'utf-8'],
    ['iso-8859-1', 'utf-8'],
    ['utf-16be', 'utf-8'],
    ['utf-16be', 'utf-16le'],
    ['utf-8', 'utf-16be'],
    ['windows-1252', 'utf-16le'],
  ] as const)('declared %s, but it is %s', (encoding, real) => {
    expect(decode(encode(story, real, false), { encoding })).toEqual({
      raw: story,
      encoding: real,
      bom: false,
    });
  });

  it('a byte order mark is believed before what is declared', () => {
    expect(decode(encode(story, 'utf-16le', true), { encoding: 'utf-8' }).encoding).toBe('utf-16le');
  });

  it('capitals before a closing quotation mark are windows-1252, though the pair could be UTF-8', () => {
    const text = 'Il a crié «CAFÉ» hier.';
    expect(decode(encode(text, 'windows-1252', false)).raw).toBe(text);
  });

  it('a few control characters of a wire are no binary file', () => {
    const framed = '\u0001fra0123 4 pol 0042\u0002\r\nDeux mots.\r\n\u0003\u0004';
    expect(decode(bytesOf(framed)).raw).toBe(framed);
  });
});

describe('what is refused says where and what to do', () => {
  it.each([
    ['no bytes', bytesOf(), 'empty'],
    ['blanks alone', bytesOf(' \r\n\t \u00a0'), 'only blanks'],
    ['a byte order mark alone', bytesOf([0xef, 0xbb, 0xbf]), 'only blanks'],
    ['a PNG image', bytesOf([0x89], 'PNG\r\n'), 'PNG image'],
    ['a ZIP archive', bytesOf('PK', [3, 4], 'mimetype'), 'ZIP archive'],
    ['a PDF document', bytesOf('%PDF-1.7\n'), 'PDF document'],
    ['a NUL', bytesOf('Un mot', [0], ' de trop'), 'byte 6 (0x00)'],
    ['many control characters', bytesOf([1, 2, 3, 4, 5, 6, 7, 8, 14, 15], 'quelques mots'), 'byte 0 (0x01)'],
    ['a byte that windows-1252 leaves undefined', bytesOf('caf', [0xe9, 0x20, 0x81]), 'byte 5 (0x81)'],
    ['damaged UTF-8', bytesOf('été, été', [0xc3], ' et été'), 'byte 12 (0xC3)'],
    ['UTF-8 cut short', bytesOf('à la fin de l’ét', [0xc3]), 'byte 20 (0xC3)'],
    ['a mark of three bytes cut to two', bytesOf('été ', [0xe2, 0x80], ' fini'), 'byte 6 (0xE2)'],
    ['damaged UTF-8 behind a mark', bytesOf([0xef, 0xbb, 0xbf], 'ab', [0xe9], 'c'), 'byte 5 (0xE9)'],
    ['half a surrogate pair', bytesOf([0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x42, 0]), 'byte 4 (0x3D)'],
    ['half a unit', bytesOf([0xff, 0xfe, 0x41, 0, 0x42]), 'byte 4 (0x42)'],
    ['UTF-32', bytesOf([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'byte 2 (0x00)'],
  ])('%s', (_, bytes, where) => {
    const message = messageOf(bytes);
    expect(message).toContain(where);
    expect(message).toMatch(/fetch|convert|save|delete/u);
  });

  it('damaged UTF-8 also where windows-1252 is declared', () => {
    expect(messageOf(bytesOf('été, été', [0xc3], ' fin'), 'windows-1252')).toContain('byte 12');
  });

  it('more than 16 MB', () => {
    expect(messageOf(new Uint8Array(maxBytes + 1).fill(0x61))).toContain('16 MB');
    expect(decode(new Uint8Array(maxBytes).fill(0x61)).raw.length).toBe(maxBytes);
  });

  it('a character that an encoding cannot hold is not written', () => {
    expect(() => encode('Бaку', 'windows-1252', false)).toThrow(/character 0, U\+0411/u);
    expect(() => encode('œuvre', 'iso-8859-1', false)).toThrow(/U\+0153/u);
    expect(() => encode('\ud83d', 'utf-8', false)).toThrow(/U\+D83D/u);
  });
});

it('UTF-8 is told from bytes that are not as the decoder of the platform tells it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ min: 0x7f, max: 0xff, minLength: 1, maxLength: 8 }), (bytes) => {
      const marked = Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, ...bytes]);
      let platform = true;
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        platform = false;
      }
      expect(messageOf(marked) === 'was read').toBe(platform);
    }),
    { numRuns: 3000 },
  );
});

describe('bytes are refused or come back exactly', () => {
  const declared = fc.option(fc.constantFrom<Encoding>(...unicode, ...singleByte), { nil: undefined });
  const likely = fc.uint8Array({ min: 0x20, max: 0xff, maxLength: 60 });
  const text = fc.string({ unit: 'binary', maxLength: 40 }).map((value) => bytesOf(value));
  const marked = fc
    .tuple(fc.constantFrom([0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]), fc.uint8Array({ maxLength: 30 }))
    .map(([mark, rest]) => Uint8Array.from([...mark, ...rest]));

  it('whatever they are and whatever is declared', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 60 }), likely, text, marked),
        declared,
        (bytes, encoding) => {
          if (messageOf(bytes, encoding) !== 'was read') return;
          read += 1;
          const decoded = decode(bytes, encoding ? { encoding } : {});
          expect([...encode(decoded.raw, decoded.encoding, decoded.bom)]).toEqual([...bytes]);
        },
      ),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(200);
  });
});
