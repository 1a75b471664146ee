import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOpen, modeFor, modesAmong } from '../../src/provider/apertium-modes.ts';
import { fromStream, toStream, withKept } from '../../src/provider/apertium-stream.ts';

describe('the stream format', () => {
  it('keeps placeables, addresses and placeholders out of the dictionaries', () => {
    const text = 'Écrire à a.b@example.org, {{name12}}, $t(x) ou https://example.org/a?b=c.';
    const { stream, kept } = toStream(text, 3);
    expect(stream).toBe('Écrire à Xqwbq, Xqwcq, Xqwdq ou Xqwfq.[;3]');
    expect(kept).toEqual(['a.b@example.org', '{{name12}}', '$t(x)', 'https://example.org/a?b=c']);
  });

  it('puts back a word of ours in whatever capitals it comes', () => {
    expect(withKept('XQWCQ y xqwbq', ['{{name1}}', '{{name2}}'])).toBe('{{name2}} y {{name1}}');
  });

  it('gives a text that nobody changed back as it was, whatever is in it', () => {
    const odd = fc.constantFrom(
      ...[
        '[',
        ']',
        '\\',
        '{{a}}',
        '{',
        '~',
        '^',
        '$',
        '@',
        '<b>',
        '/',
        'Xqwbq',
        '[;1]',
        '\0',
        'œ',
        'é',
        '🙂',
        '\n',
        ' ',
      ],
    );
    const texts = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 6 }), fc.string()));
    fc.assert(
      fc.property(texts, fc.nat(), (parts, number) => {
        const text = parts.join('');
        const { stream, kept } = toStream(text, number);
        expect(stream).not.toContain('\0');
        const read = fromStream(stream);
        expect(read?.number).toBe(number);
        const known = text.replaceAll('\0', ' ').replaceAll('œ', 'oe').replaceAll('Œ', 'Oe');
        expect(withKept(read?.text ?? '', kept).normalize('NFC')).toBe(known.normalize('NFC'));
      }),
    );
  });
});

describe('the directions that are installed', () => {
  const modes = modesAmong([
    ...['fra-oci_gascon', 'fra-oci', 'fr-es', 'eco-fr-es', 'cat-fra', 'fra-cat_pre2017', 'oci-fra'].map(
      (name) => `${name}.mode`,
    ),
    'README',
  ]);

  it('are told by names of two letters and of three', () => {
    expect(modes.map(({ source, target }) => `${source} ${target}`)).toEqual([
      'ca fr',
      'fr es',
      'fr ca-pre2017',
      'fr oc',
      'fr oc-gascon',
      'oc fr',
    ]);
  });

  it.each([
    ['fr', 'es', 'fr-es'],
    ['fr-CA', 'es-MX', 'fr-es'],
    ['fr', 'oc', 'fra-oci'],
    ['fr', 'oc-gascon', 'fra-oci_gascon'],
    ['fr', 'ca', undefined],
    ['es', 'fr', undefined],
  ])('%s to %s: %s', (source, target, name) => expect(modeFor(modes, source, target)?.name).toBe(name));

  it('stay open by -z for each program, and once', () => {
    expect(keptOpen("lt-proc -w 'a | b.bin' | cg-proc -z 'c' | lt-proc $1 'd'\n")).toBe(
      "lt-proc -z -w 'a | b.bin' | cg-proc -z 'c' | lt-proc -z $1 'd'",
    );
  });
});
