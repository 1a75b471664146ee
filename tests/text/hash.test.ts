import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, portableHash } from '../../src/text/hash.ts';

describe('hashOf', () => {
  it('is the SHA-256 of the parts, each with its length', () => {
    // Made with `printf '3:abc' | sha256sum`.
    expect(hashOf('abc')).toBe('aab5f9ae99b2e38fb462025c8f72f570c9c811705d2a4277dc855d7fa293fe97');
  });

  it('tells apart what would be the same if it were joined', () => {
    expect(hashOf('ab', 'c')).not.toBe(hashOf('a', 'bc'));
  });

  it('is the same on every platform, whatever the text, halves of characters included', () => {
    const anyText = fc.string({
      unit: fc.oneof(fc.constantFrom('\ud800', '\udc00', 'é', '\u0000'), fc.string()),
    });
    fc.assert(fc.property(anyText, (text) => hashOf(text) === portableHash(`${text.length}:${text}`)));
  });
});
