import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThread } from '../../src/provider/fxtranslate-thread.ts';
import { type ModelSize, randomModel } from '../builders/random-model.ts';

/** Sizes of Firefox's models, by their architecture; weights of 17 and 31 MB. */
const sizes: Readonly<Record<string, ModelSize>> = {
  tiny: { width: 256, inner: 1536, encoders: 6, decoders: 2, vocabulary: 32_000 },
  'base-memory': { width: 384, inner: 1536, encoders: 6, decoders: 4, vocabulary: 32_000 },
};

const sentence = Array.from({ length: 25 }, (_, at) => `w${at * 37 + 200}`).join(' ');
const rounds = 10;

/** How fast the engine is with models as large as the real ones, whose weights are noise. */
export async function benchSpeed(): Promise<void> {
  for (const [architecture, size] of Object.entries(sizes)) {
    const folder = mkdtempSync(join(tmpdir(), 'depeche-models-'));
    const files = Object.entries(randomModel(size)).map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return [name, join(folder, name)] as const;
    });
    const { weights = '', vocabulary = '', shortlist = '' } = Object.fromEntries(files);
    const model = {
      source: 'fr',
      target: 'en',
      version: '0',
      weights,
      sourceVocabulary: vocabulary,
      targetVocabulary: vocabulary,
    };
    for (const [how, loaded] of [
      ['with its shortlist', { ...model, shortlist }],
      ['without one', model],
    ] as const) {
      const before = process.memoryUsage().rss;
      const started = performance.now();
      const thread = startThread(loaded);
      await thread.loaded;
      const ready = performance.now();
      const spent = process.cpuUsage();
      let pieces = 0;
      for (let round = 0; round < rounds; round += 1) pieces += (await thread.translate(sentence)).written;
      const { user, system } = process.cpuUsage(spent);
      const seconds = (user + system) / 1e6;
      const memory = (process.memoryUsage().rss - before) / 1e6;
      await thread.end();
      console.log(
        `${architecture} ${how}: loaded in ${(ready - started).toFixed(0)} ms, ${(pieces / seconds).toFixed(0)} pieces in a second of one core, ${memory.toFixed(0)} MB more`,
      );
    }
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) await benchSpeed();
