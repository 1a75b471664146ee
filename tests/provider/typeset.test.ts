import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainFrench } from '../../src/provider/apertium-french.ts';
import { typeset } from '../../src/provider/typeset.ts';

describe('typeset', () => {
  it.each([
    ['es', 'Inflation : non', 'Inflación : no', 'Inflación: no'],
    ['es', '« Non », dit-il', '« No », dice', '«No», dice'],
    ['es', '"Non", dit-il', '"No", dice', '«No», dice'],
    ['es', '« Il dit "tout va bien" »', '« Dice "todo va bien" »', '«Dice “todo va bien”»'],
    ['es', 'Où ?', 'Dónde ?', '¿Dónde?'],
    ['es', '« Vite ! », dit-il', '« Rápido ! », dice', '«¡Rápido!», dice'],
    ['es', '« Est-ce que je rêve ? »', '« ¿ sueño ? »', '«¿Sueño?»'],
    ['es', '« Pourquoi “Les Misérables” ? »', '« Porqué “Los Miserables” ? »', '«¿Porqué “Los Miserables”?»'],
    ['es', 'Oui. Où ? Là.', 'Sí. Dónde ? Allí.', 'Sí. ¿Dónde? Allí.'],
    [
      'es',
      'pour des « consultations avec eux »',
      'para consultas «  con ellos »',
      'para «consultas con ellos»',
    ],
    [
      'es',
      'parlé de "blessures sans gravité"',
      'hablado heridas " sin gravedad"',
      'hablado «heridas sin gravedad»',
    ],
    ['es', 'le lendemain', 'el el día siguiente', 'el día siguiente'],
    ['es', 'de ne pas regagner', 'de no  recuperar', 'de no recuperar'],
    ['es', 'Un 3 : 1 net', 'Un 3 : 1 neto', 'Un 3 : 1 neto'],
    ['ca', 'M. Gaudin, l’ami', "el senyor Gaudin, l'amic", 'El senyor Gaudin, l’amic'],
    ['ca', "L'ami ; l’autre", "L'amic ; l’altre", "L'amic; l’altre"],
    ['oc', '« Non » : rien', '« Non » : res', '« Non » : res'],
  ])('%s: %s, %s → %s', (target, source, text, right) => {
    expect(typeset(text, source, target)).toBe(right);
    expect(typeset(right, source, target)).toBe(right);
  });

  it('loses no letter or digit of what is not doubled, whatever it is sent', () => {
    const word = fc.constantFrom(
      'el',
      'día',
      '«',
      '»',
      '"',
      '“',
      '”',
      '?',
      '¿',
      '!',
      ':',
      '12',
      "l'a",
      '…',
      '(',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.filter((one, at) => one !== words[at - 1]).join(' ');
        const kept = (of: string) =>
          of
            .toLowerCase()
            .match(/[\p{L}\p{N}]/gu)
            ?.join('') ?? '';
        expect(kept(typeset(text, 'Rien', 'es'))).toBe(kept(text));
      }),
      { examples: [[['día', '"', 'día']]] },
    );
  });

  it.each(['a', ' ', '“a” ', '1a : '])('takes linear time on a long text of %j', (piece) => {
    // At a cost that grows with the square this takes a minute, and the runner gives up.
    const text = `“a${piece.repeat(200_000 / piece.length)}b” a`;
    typeset(text, text, 'es');
  });
});

describe('plainFrench', () => {
  it.each([
    ['« Non », a-t-elle confié.', '« Non », a confié.'],
    ['Le plus dur est-il derrière ?', 'Le plus dur est derrière ?'],
    ["s'est-elle interrogée", "s'est interrogée"],
    ['Combien y a-t-il de morts ?', 'Combien y a-t-il de morts ?'],
    ['la guerre elle-même, celui-ci', 'la guerre elle-même, celui-ci'],
    ['A Moscou, rien.', 'À Moscou, rien.'],
    ['« A 31 ans', '« À 31 ans'],
    ['A. K., un lycéen', 'A. K., un lycéen'],
    ['Vitamine A dit', 'Vitamine A dit'],
    ["l'art. 3 de la loi, un art. Oui", "l'article 3 de la loi, un art. Oui"],
  ])('%s → %s', (text, plain) => {
    expect(plainFrench(text)).toBe(plain);
  });
});
