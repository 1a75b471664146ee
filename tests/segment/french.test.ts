import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { houseSegmenter } from '../../src/segment/house-rules.ts';

const segmenter = houseSegmenter('fr');
const cut = (text: string): string[] => segmenter.cut(text).map(({ start, end }) => text.slice(start, end));

const paragraphsOf = (gold: string): string[][] =>
  gold
    .trim()
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''));

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
    const german = houseSegmenter('de-AT');
    expect(german.origin).toBe('intl');
    expect(german.cut(' Eins. Zwei. ')).toEqual([
      { start: 1, end: 6, rule: 'intl' },
      { start: 7, end: 12 },
    ]);
  });

  it('French of every region has our rules', () => {
    expect(houseSegmenter('fr-CA').origin).toBe('srx');
  });
});

/** The F1 of boundaries between sentences that have final punctuation: recall leaves out gold sentences without final punctuation, which no punctuation can find. */
function tF(documents: readonly (readonly string[])[]): number {
  let [hit, extra, missed] = [0, 0, 0];
  const ends = (sentences: readonly string[]): number[] => {
    let length = 0;
    return sentences.map((sentence) => (length += sentence.replace(/\s+/gu, '').length)).slice(0, -1);
  };
  for (const gold of documents) {
    const wanted = ends(gold);
    const found = ends(cut(gold.join(' ')));
    extra += found.filter((end) => !wanted.includes(end)).length;
    wanted.forEach((end, index) => {
      if (!/[.!?…][\s"'»”’)\]]*$/u.test(gold[index] ?? '')) return;
      if (found.includes(end)) hit += 1;
      else missed += 1;
    });
  }
  return (200 * hit) / (2 * hit + extra + missed);
}

describe.each(['fr-gsd-dev.txt', 'fr-sequoia-train.txt'])('gold sentences of others', (name) => {
  const file = goldFile(`../../../shared/segmentation/${name}`);

  it.skipIf(!existsSync(file))(
    `tF on ${name} is at least 99.4 (needs ../shared/segmentation/${name})`,
    () => {
      expect(tF(paragraphsOf(readFileSync(file, 'utf8')))).toBeGreaterThan(99.4);
    },
  );
});
