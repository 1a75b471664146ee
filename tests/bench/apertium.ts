import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { segmentsOf } from '../../src/model/dispatch.ts';
import { readDispatch } from '../../src/pipeline.ts';
import { openApertium } from '../../src/provider/apertium.ts';
import { batchesOf } from '../../src/provider/batches.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';

const sources = resolve(import.meta.dirname, '../../source-texts');
const files = [
  'economie-inflation',
  'festival-lecture',
  'karabakh-diplomatie',
  'seisme-ardeche',
  'tour-etape',
];

/** Words of French in a second through one open pipeline of Apertium, and what it takes until the first answer. */
export async function benchApertium(rounds: number): Promise<void> {
  const segmenter = houseSegmenter('fr');
  const texts = files.flatMap((id) => {
    const { dispatch } = readDispatch(
      readFileSync(join(sources, `${id}.txt`)),
      { id, locale: 'fr' },
      segmenter,
    );
    return segmentsOf(dispatch).map(({ text }) => text);
  });
  const segments = Array.from({ length: rounds }, () => texts)
    .flat()
    .map((text, at) => ({ id: `s${at}`, text }));
  const words = segments.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{Nd}]+/gu)?.length ?? 0), 0);
  for (const target of ['es', 'ca', 'oc']) {
    const provider = await openApertium();
    const ask = (batch: typeof segments) =>
      provider.translate({ source: 'fr', target, segments: batch }, new AbortController().signal);
    const cold = performance.now();
    await ask(segments.slice(0, 1));
    const warm = performance.now();
    for (const batch of batchesOf(segments, provider.capabilities).batches) await ask([...batch]);
    const seconds = (performance.now() - warm) / 1000;
    await provider.close?.();
    const rate = (words / seconds).toFixed(0);
    console.log(
      `fr → ${target}: first answer ${(warm - cold).toFixed(0)} ms; ${words} words in ${seconds.toFixed(1)} s, ${rate} a second`,
    );
  }
}

if (import.meta.main) await benchApertium(20);
