import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { paragraphsOf } from './gold.ts';

const segmenter = houseSegmenter('fr');
const cut = (text: string): string[] => segmenter.cut(text).map(({ start, end }) => text.slice(start, end));

const goldFile = (path: string): URL => new URL(path, import.meta.url);

describe('wire copy with the traps of the trade', () => {
  const paragraphs = paragraphsOf(readFileSync(goldFile('wire.fr.txt'), 'utf8'));

  it.each(paragraphs.map((sentences) => [sentences[0], sentences] as const))('%s', (_, sentences) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });

  it('is cut alike whatever blank and apostrophe the desk types', () => {
    for (const sentences of paragraphs) {
      const typed = sentences.map((sentence) =>
        sentence.replace(/'/gu, '’').replace(/(?<=«) | (?=[»?!:;%])/gu, '\u00a0'),
      );
      expect(cut(typed.join(' '))).toEqual(typed);
    }
  });

  it('a sentence that was cut is not cut again', () => {
    for (const sentence of paragraphs.flat()) expect(cut(sentence)).toEqual([sentence]);
  });
});

describe('quotations of several sentences', () => {
  const keep = houseSegmenter('fr', { quotations: 'keep' });
  const kept = (text: string): string[] => keep.cut(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['« J’ai peur. Oui, peur ! », a-t-il dit.', 2],
    ['"J’ai peur. Oui, peur !", a-t-il dit.', 2],
    ['“J’ai peur. Oui, peur !” a ajouté M. Roy.', 2],
    ['« Il crie : “Sors. Vite !” Je sors », raconte-t-elle.', 3],
  ])('%s: %i sentences, or one where the quotation is kept', (text, count) => {
    expect(cut(text)).toHaveLength(count);
    expect(kept(text)).toEqual([text]);
  });

  it('keeps a quotation whole only where its sentence goes on', () => {
    expect(kept('« Un. Deux. » Trois. « Quatre. Cinq », dit-il. Six.')).toEqual([
      '« Un.',
      'Deux. »',
      'Trois.',
      '« Quatre. Cinq », dit-il.',
      'Six.',
    ]);
  });

  it.each(['"Il part. "', 'Il part. »', 'Il part ! ”', 'Il part… »'])(
    '%s: a closing mark stays with its stop',
    (text) => {
      expect(cut(`${text} Elle reste.`)).toEqual([text, 'Elle reste.']);
    },
  );

  it.each(['Elle reste.', 'Elle dit "non" et reste.', '"Je reste", dit-elle.'])(
    'a straight mark that nothing answers closes: before %s',
    (next) => {
      expect(cut(`Il part ! " ${next}`)).toEqual(['Il part ! "', next]);
    },
  );

  it('tells a straight mark that opens from one that closes', () => {
    expect(cut('Il part. " Je reste. " Elle rit.')).toEqual(['Il part.', '" Je reste. "', 'Elle rit.']);
  });
});

describe('a stop with a mark or a capital right behind it', () => {
  it.each([
    ['Il part.« Je reste », dit-elle.', 2],
    ['Il part."Je reste", dit-elle.', 2],
    ['Voir www.exemple.fr/Page.Html et Node.Js.', 1],
  ])('%s', (text, count) => {
    expect(cut(text)).toHaveLength(count);
  });
});

describe('other languages', () => {
  it('fall back to Intl.Segmenter and say so', () => {
    const dutch = houseSegmenter('nl-BE');
    expect(dutch.origin).toBe('intl');
    expect(dutch.cut(' Een. Twee. ')).toEqual([
      { start: 1, end: 5, rule: 'intl' },
      { start: 6, end: 11 },
    ]);
  });

  it('never cut before a mark that closes, as Intl.Segmenter itself would', () => {
    const text = 'Hij zei: “Ik ga. ” Zij bleef.';
    const starts = houseSegmenter('nl')
      .cut(text)
      .map(({ start }) => text.charAt(start));
    expect(starts).not.toContain('”');
  });

  it('French of every region has our rules', () => {
    expect(houseSegmenter('fr-CA').origin).toBe('srx');
  });
});
