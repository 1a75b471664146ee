import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PatternError } from '../../src/segment/pattern-error.ts';
import { convertPattern } from '../../src/segment/regular-expression.ts';

const whole = (pattern: string, text: string): boolean =>
  new RegExp(`^(?:${convertPattern(pattern).source})$`, 'v').test(text);

describe('a pattern of ICU or Java means the same here', () => {
  it.each([
    ['[\\.\\?\\!]+', '?!', 'a'],
    ['\\p{Lu}\\p{javaLowerCase}+', 'Éa', 'éa'],
    ['\\p{IsLatin}\\pL', 'àя', 'яà'],
    ['\\p{uppercase letter}\\P{Lu}', 'Éé', 'éÉ'],
    ['\\p{script=Greek}\\p{^Lu}', 'αβ', 'aΒ'],
    ['\\p{IsAlphabetic}\\p{Punct}', 'é…', '…é'],
    ['[\\p{L}&&[^\\p{Lu}]]+', 'été', 'Été'],
    ['[a-d&&b-f&&[^c]]', 'b', 'c'],
    ['[[:alpha:][:digit:]-]+', 'é-9', 'é_9'],
    ['[^[:^digit:]]', '7', 'a'],
    ['[»\\"\\-|&~:(]+', '»"-|&~:(', '\\'],
    ['\\Qa.b\\E+', 'a.ba.b', 'axb'],
    ['\\Q.\\E{2}', '..', 'aa'],
    ['[\\Q^]\\E]+', ']^', 'a'],
    ['\\h*\\S', '\u00a0\u202f\tx', '\nx'],
    ['\\x{1F600}\\u00e9\\x41\\0101', '\u{1F600}éAA', '\u{1F600}éAB'],
    ['(?i)été|non', 'ÉTÉ', 'ÉTA'],
    ['oui|(?i)non|peut', 'PEUT', 'OUI'],
    ['(a(?i)b)c', 'aBc', 'aBC'],
    ['(?i:a)b', 'Ab', 'AB'],
    ['(?i:a|[c])[b-d]', 'Ab', 'AB'],
    ['(?i:a)\\p{Ll}', 'Ab', 'AB'],
    ['(a(?i)c|d)+\\p{Ll}', 'aCDb', 'aCB'],
    ['(?i:a)|[b]', 'b', 'B'],
    ['(?i:a){2}[b]', 'aAb', 'aAB'],
    ['(?i:a(?-i:b)[c])', 'AbC', 'ABc'],
    ['(?i:\\Qab\\E|\\x63)\\x64', 'Cd', 'CD'],
    ['(?i)a(?-i:b)', 'Ab', 'AB'],
    ['(?<jour>lundi|mardi)(?#le jour)\\R', 'mardi\r\n', 'mardi '],
    ['a{2,}b', 'aaab', 'ab'],
    ['a++b', 'aaab', 'b'],
    ['(?>ab|a)c', 'abc', 'abb'],
    ['\\w+\\d', 'été٣', 'é-3'],
  ])('%s', (pattern, yes, no) => {
    expect(whole(pattern, yes)).toBe(true);
    expect(whole(pattern, no)).toBe(false);
  });

  it('takes \\b as ICU does: no border inside a word with accents', () => {
    const found = (text: string): boolean => new RegExp(convertPattern('\\bt\\b').source, 'v').test(text);
    expect(found('été')).toBe(false);
    expect(found('a-t-il')).toBe(true);
  });

  it.each([
    ['a*+', /possessive/u],
    ['(?>a)', /atomic/u],
    ['\\p{InGreek}', /block/u],
  ])('warns that %s is not quite the same', (pattern, warning) => {
    expect(convertPattern(pattern).warnings.join()).toMatch(warning);
  });

  it.each([
    '(a)\\1',
    '\\k<a>',
    '[a',
    'a)',
    '(a',
    '*a',
    'a{2}{3}',
    '\\',
    '\\y',
    '\\p{Nix}',
    '\\p{L',
    '(?x)a',
    '(?P<a>b)',
    '\\G',
  ])('refuses %s', (pattern) => {
    expect(() => convertPattern(pattern)).toThrow(PatternError);
  });

  it('converts or refuses whatever comes, and what it converts compiles', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        '\\',
        '[',
        ']',
        '^',
        '-',
        '&&',
        '(',
        '(?',
        '?',
        ':',
        ')',
        '|',
        '*',
        '+',
        '{1',
        '}',
        'p{L}',
        'Q',
        '\\E',
        'x',
        'é',
        '.',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          new RegExp(convertPattern(pieces.join('')).source, 'v');
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
