import { align } from '../../src/align/align.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { disturbed, pairsOf, stories } from '../align/disturbed.ts';
import { handMade } from '../align/hand-made.ts';
import { inventedPairs } from '../align/invented-pairs.ts';
import { f1Of, type Score, scoreOf, sumOf } from '../align/score.ts';

/** How many beads are right, strictly: both sides alike. Seeds from 101 up are those that the constants were set on. */
function scoreAlign(): void {
  const scores = ['en', 'de', 'es', 'pt', 'ar'].map((locale) => {
    const score = sumOf(Array.from({ length: 10 }, (_, at) => scoreOf(disturbed(locale, at + 1))));
    console.log(`disturbed translations, ${locale}: F1 ${f1Of(score).toFixed(3)} over ${score.gold} beads`);
    return score;
  });
  tellConfidence(sumOf(scores));
  const alone = sumOf(handMade().map(({ gold }) => scoreOf(gold)));
  const taught = sumOf(
    handMade().map(({ gold }) =>
      scoreOf(gold, { known: stories.flatMap((story) => pairsOf(story, gold.target.locale)) }),
    ),
  );
  console.log(`stories made by hand: F1 ${f1Of(alone).toFixed(3)}, with a memory ${f1Of(taught).toFixed(3)}`);
  tellConfidence(alone);
}

function tellConfidence({ judged }: Score): void {
  for (const [least, below] of [
    [0.9, 1.01],
    [0.7, 0.9],
    [0, 0.7],
  ] as const) {
    const some = judged.filter(({ confidence }) => confidence >= least && confidence < below);
    const right = some.filter(({ isRight }) => isRight).length;
    console.log(`  confidence from ${least}: ${right} of ${some.length} beads are right`);
  }
}

/** What aligning costs beside cutting the same two texts into sentences, which comes before it, and whether it grows with the texts. */
function benchAlign(): void {
  align(...sides(inventedPairs({ pairs: 300, seed: 1 })));
  const tenth = measured('1,000 pairs', 1000, 0);
  const whole = measured('10,000 pairs', 10_000, 0);
  console.log(`  ${(whole / tenth).toFixed(1)} × 1,000 pairs`);
  const inserted = measured('10,000 pairs and 3,000 sentences put in', 10_000, 3000);
  console.log(`  ${(inserted / whole).toFixed(2)} × without them`);
}

function measured(name: string, pairs: number, inserted: number): number {
  const text = inventedPairs({ pairs, seed: 7, inserted });
  const cutting = secondsOf(() => {
    for (const { locale, sentences } of [text.source, text.target]) {
      const segmenter = houseSegmenter(locale);
      for (let at = 0; at < sentences.length; at += 10) segmenter.cut(sentences.slice(at, at + 10).join(' '));
    }
  });
  let right = 0;
  const seconds = secondsOf(() => {
    for (const { source, target } of align(...sides(text))) {
      if (source.end - source.start !== 1 || target.end - target.start !== 1) continue;
      if (text.places[source.start] === target.start) right += 1;
    }
  });
  console.log(
    `${name}: ${seconds.toFixed(2)} s of CPU, ${(seconds / cutting).toFixed(1)} × cutting both texts; ${((100 * right) / pairs).toFixed(2)} % of the pairs found`,
  );
  return seconds;
}

function sides({ source, target }: ReturnType<typeof inventedPairs>) {
  return [source, target] as const;
}

function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

if (import.meta.main) {
  scoreAlign();
  benchAlign();
}
