import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromInert, toInert } from '../../src/bundle/inert.ts';

const copy = fc
  .array(fc.constantFrom('{', '{{', '}}', '$', '$t(', 't(', ')', '\u2060', 'x', ' ', '-', '😀', '\ud800'))
  .map((parts) => parts.join(''));

describe('inert copy', () => {
  it('has nothing left that i18next would run or fill', () => {
    fc.assert(
      fc.property(copy, (text) => {
        expect(toInert(text)).not.toContain('{{');
        expect(toInert(text)).not.toContain('$t(');
      }),
    );
  });

  it('gives every copy back, joiners of its own included', () => {
    fc.assert(
      fc.property(copy, (text) => {
        expect(fromInert(toInert(text))).toBe(text);
      }),
    );
  });

  it('leaves copy without such marks as it is', () => {
    expect(toInert('Il a dit : « {Oui}, $3 (ou 3 €) ».')).toBe('Il a dit : « {Oui}, $3 (ou 3 €) ».');
  });
});
