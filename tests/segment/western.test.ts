import { describe, expect, it } from 'vitest';
import { forWesternText, isWestern } from '../../src/segment/western.ts';

const western = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).filter(isWestern);

describe('patterns for western text', () => {
  it.each(['L', 'Lu', 'Ll', 'M', 'N', 'Nd', 'Zs'])('know the western characters of %s', (property) => {
    for (const pattern of [`\\p{${property}}`, `\\P{${property}}`, `[_\\p{${property}}]`]) {
      const [wide, narrow] = [new RegExp(pattern, 'v'), new RegExp(forWesternText(pattern), 'v')];
      expect(narrow.source).not.toBe(wide.source);
      expect(western.filter((character) => narrow.test(character))).toEqual(
        western.filter((character) => wide.test(character)),
      );
    }
  });

  it('leave alone what ignores case, and properties that they do not know', () => {
    expect(forWesternText('(?i:\\p{Lu})')).toBe('(?i:\\p{Lu})');
    expect(forWesternText('\\p{P}')).toBe('\\p{P}');
  });

  it('are not for text with other letters', () => {
    expect(western.length).toBeGreaterThan(300);
    expect(isWestern('« L’œuvre coûte 3 € » – à Žilina.')).toBe(true);
    expect(isWestern('Erdoğan')).toBe(false);
    expect(isWestern('Москва')).toBe(false);
    expect(isWestern('e\u0301')).toBe(false);
    expect(isWestern('Le port est fermé. '.repeat(600_000))).toBe(true);
  });
});
