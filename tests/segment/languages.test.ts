import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { paragraphsOf } from './gold.ts';

const languages = ['ar', 'de', 'en', 'es', 'it', 'pt', 'ru'];

describe.each(languages)('wire copy with the traps of the trade, in %s', (language) => {
  const segmenter = houseSegmenter(language);
  const cut = (text: string): string[] => segmenter.cut(text).map(({ start, end }) => text.slice(start, end));
  const paragraphs = paragraphsOf(readFileSync(new URL(`wire.${language}.txt`, import.meta.url), 'utf8'));

  it('is cut by rules of our own', () => {
    expect(segmenter.origin).toBe('srx');
  });

  it.each(paragraphs.map((sentences) => [sentences[0], sentences] as const))('%s', (_, sentences) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });

  it('a sentence that was cut is not cut again', () => {
    for (const sentence of paragraphs.flat()) expect(cut(sentence)).toEqual([sentence]);
  });
});
