import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indefiniteArticle } from '../../src/termbase/articles/en.ts';
import { mendBefore } from '../../src/termbase/articles/mend.ts';

/** The text with `right` in place of what stands between brackets, and whether the rule was sure of what stands before it. */
function mended(locale: string, marked: string, right: string, otherCase = false) {
  const start = marked.indexOf('[');
  const found = marked.slice(start + 1, marked.indexOf(']'));
  const after = marked.slice(marked.indexOf(']') + 1);
  const text = marked.slice(0, start) + found + after;
  const result = mendBefore(text, { start, found, right, otherCase }, locale);
  const from = result?.start ?? start;
  return { text: text.slice(0, from) + (result?.text ?? '') + right + after, sure: result?.sure ?? true };
}

describe('mendBefore', () => {
  it.each([
    ['fr', 'l’accord de l’[Artsakh]', 'Haut-Karabakh', 'l’accord du Haut-Karabakh'],
    ['fr', 'à l’[Artsakh]', 'Haut-Karabakh', 'au Haut-Karabakh'],
    ['fr', "dans l'[Artsakh]", 'Haut-Karabakh', 'dans le Haut-Karabakh'],
    ['fr', 'L’[Artsakh] dit', 'Haut-Karabakh', 'Le Haut-Karabakh dit'],
    ['fr', 'L’[ARTSAKH]', 'Haut-Karabakh', 'Le Haut-Karabakh'],
    ['fr', 'Le [Conseil atlantique]', 'Otan', 'L’Otan'],
    ['fr', 'la voix du [Pacte]', 'Otan', 'la voix de l’Otan'],
    ['fr', 'au [Pacte]', 'OTAN', 'à l’OTAN'],
    ['fr', 'AU [PACTE]', 'OTAN', 'À L’OTAN'],
    ['fr', 'la ville de [Stepanakert]', 'Erevan', 'la ville d’Erevan'],
    ['fr', 'la ville d’[Erevan]', 'Bakou', 'la ville de Bakou'],
    ['fr', 'alors que [Bakou]', 'Erevan', 'alors qu’Erevan'],
    ['fr', "il dit qu'[Erevan]", 'Bakou', 'il dit que Bakou'],
    ['fr', 'lorsque [Bakou]', 'Erevan', 'lorsqu’Erevan'],
    ['fr', 'd’[Erevan]', 'Haïti', 'd’Haïti'],
    ['fr', 'd’[Erevan]', 'Hambourg', 'de Hambourg'],
    ['fr', 'd’[Erevan]', 'Yalta', 'de Yalta'],
    ['fr', 'de [Rome]', 'Ypres', 'd’Ypres'],
    ['fr', 'le [Haut-Karabagh]', 'Haut-Karabakh', 'le Haut-Karabakh'],
    ['fr', 'de\u00a0[Bakou]', 'Erevan', 'd’Erevan'],
    ['it', 'l’[Artsakh]', 'Alto-Karabakh', 'l’Alto-Karabakh'],
    ['it', 'dell’[Organizzazione]', 'Lega', 'della Lega'],
    ['it', 'il [Ministero]', 'Stato', 'il Stato', false],
    ['it', 'nella [Lega]', 'Organizzazione', 'nell’Organizzazione'],
    ['it', 'una [Lega]', 'Alleanza', 'un’Alleanza'],
    ['it', 'd’[Ivrea]', 'Torino', 'di Torino'],
    ['it', 'di [Torino]', 'Ivrea', 'di Ivrea'],
    ['it', 'sull’[Azerbaijan]', 'Azerbaigian', 'sull’Azerbaigian'],
    ['it', 'per l’[Impero]', 'Brasile', 'per il Brasile'],
    ['es', 'el [Organismo]', 'Organización', 'la Organización', false],
    ['es', 'del [Consejo X]', 'Consejo Y', 'del Consejo Y'],
    ['es', 'de la [Misión]', 'Oficina', 'de la Oficina'],
    ['es', 'al [Ministère]', 'Ministerio', 'al Ministerio'],
    ['pt', 'pela [Misión]', 'União', 'pela União'],
    ['pt', 'no [Conseil]', 'Conselho', 'no Conselho'],
    ['ca', 'el [Despatx]', 'Oficina', 'l’Oficina', false],
    ['ca', 'del [Moscou]', 'Observatori', 'de l’Observatori'],
    ['ca', 'als [Estats]', 'Països', 'als Països'],
    ['ca', 'pel [Consell]', 'Grup', 'pel Grup'],
    ['ca', 'al [Nagorny Karabakh]', 'Alt Karabakh', 'a l’Alt Karabakh'],
    ['ca', 'd’[Ardecha]', 'Bakú', 'de Bakú'],
    ['ca', 'el [Grup]', 'Cambra', 'la Cambra', false],
    ['ca', 'l’[Agència]', 'Unió', 'la Unió'],
    ['ca', 'de [Moscou]', 'Iker Olazar', 'd’Iker Olazar'],
    ['ca', 'de [Moscou]', 'Hélène Garrigue', 'd’Hélène Garrigue'],
    ['ca', 'd’[Ardecha]', 'Iemen', 'de Iemen'],
    ['oc', 'sul [Conselh]', 'Grop', 'sul Grop'],
    ['oc', 'sul [Burèu]', 'Observatòri', 'sus l’Observatòri'],
    ['oc', 'de l’[Observatòri]', 'Burèu', 'del Burèu'],
    ['oc', 'de [Moscòu]', 'Ardecha', 'd’Ardecha'],
    ['oc', 'lo [Burèu]', 'Cambra', 'la Cambra', false],
    ['en', 'a [Birman]', 'Armenian', 'an Armenian'],
    ['en', 'An [OSCE]', 'UN', 'A UN'],
    ['en', 'an [Italian]', 'European', 'a European'],
    ['en', 'the [Etats-Unis]', 'United States', 'the United States'],
    ['de', 'der [Haut-Karabakh]', 'Haut-Karabach', 'der Haut-Karabach'],
    ['ru', 'в [Karabakh]', 'Карабах', 'в Карабах'],
  ] as const)('%s: %s, %s → %s', (locale, marked, right, text, sure: boolean = true) => {
    if (sure) expect(mended(locale, marked, right)).toEqual({ text, sure });
    else expect(mended(locale, marked, right).sure).toBe(false);
  });

  it.each([
    ['fr', 'l’[Artsakh]', 'Karabakh', 'a gender no table has'],
    ['fr', 'd’[Artsakh]', 'Hrodna', 'an h of which nothing is known'],
    ['fr', 'la [Birmanie]', 'Myanmar', 'another name, another gender perhaps'],
    ['fr', 'les [Etats-Unis]', 'Union', 'another number'],
    ['fr', 'la [Fédération]', 'Conseil', 'another gender, which goes through the sentence'],
    ['pt', 'a [Moscou]', 'Conselho', 'an article or a preposition'],
    ['de', 'in der [Russischen Föderation]', 'Russland', 'a name that takes no article'],
    ['en', 'a [Frenchman]', 'SEATO', 'letters or a word'],
  ])('is not sure in %s of %s, %s: %s', (locale, marked, right) => {
    expect(mended(locale, marked, right).sure).toBe(false);
  });

  it('is not sure of a German article where the case is another one', () => {
    expect(mended('de', 'des [Karabachs]', 'Karabach', true)).toEqual({ text: 'des Karabach', sure: false });
  });

  it.each([
    ['fr', 'presque [Bakou]', 'Erevan'],
    ['fr', 'coude [Bakou]', 'Erevan'],
    ['fr', '[Bakou]', 'Erevan'],
    ['de', 'und [Bakou]', 'Baku'],
    ['en', 'vitamin a-[Baku]', 'Yerevan'],
  ])('leaves other words alone: %s %s', (locale, marked, right) => {
    const plain = marked.replace(/\[.*\]/u, right);
    expect(mended(locale, marked, right)).toEqual({ text: plain, sure: true });
  });

  it('comes back to what was there when the first name is put back, wherever it was sure', () => {
    const names = fc.constantFrom('Otan', 'Erevan', 'Bakou', 'Haïti', 'Yalta', 'Union', 'Alliance');
    const words = fc.constantFrom('de ', 'd’', 'que ', 'qu’', 'lorsque ');
    fc.assert(
      fc.property(names, names, words, (first, second, before) => {
        const start = mended('fr', `${before}[x${first}]`, first).text;
        const there = mended('fr', start.replace(first, `[${first}]`), second);
        const back = mended('fr', there.text.replace(second, `[${second}]`), first);
        expect([there.sure, back]).toEqual([true, { text: start, sure: true }]);
      }),
    );
  });
});

describe('indefiniteArticle', () => {
  it.each([
    ['Armenian', 'an'],
    ['European', 'a'],
    ['United', 'a'],
    ['Ukrainian', 'a'],
    ['Uzbek', 'an'],
    ['hour', 'an'],
    ['Hungarian', 'a'],
    ['OSCE', 'an'],
    ['UN', 'a'],
    ['FBI', undefined],
    ['MP', 'an'],
    ['NATO', 'a'],
    ['Élysée', 'an'],
    ['Uyghur', undefined],
    ['Карабах', undefined],
  ])('before %s is %s', (word, article) => {
    expect(indefiniteArticle(word)).toBe(article);
  });
});
