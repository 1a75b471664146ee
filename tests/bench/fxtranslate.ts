import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { segmentsOf } from '../../src/model/dispatch.ts';
import { readDispatch } from '../../src/pipeline.ts';
import { installedModels } from '../../src/project/models/models-folder.ts';
import { systemClock } from '../../src/provider/clock.ts';
import { createFxtranslate } from '../../src/provider/fxtranslate.ts';
import type { OfflineModel } from '../../src/provider/offline-model.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { wordsOf } from '../../src/text/words.ts';
import { installTinyModels } from '../builders/install-models.ts';
import { watchThreads } from '../builders/watch-threads.ts';
import { delayText, loopDelay } from './loop-delay.ts';

const targets = ['en', 'de', 'es', 'pt', 'ar'];

const source = readFileSync(resolve(import.meta.dirname, '../../source-texts/festival-lecture.txt'));
const { dispatch } = readDispatch(source, { id: 'a', locale: 'fr' }, houseSegmenter('fr'));
const segments = segmentsOf(dispatch).map(({ id, text }) => ({ id, text }));

/**
 * What the threads of offline models leave of the thread that asks, how often a model is loaded, and how often English is made: a dispatch into
 * five languages by way of English.
 */
export async function benchFxtranslate(models: readonly OfflineModel[]): Promise<void> {
  const words = segments.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  const { threads, stop } = watchThreads();
  const scheduler = createScheduler(createFxtranslate({ models }), { clock: systemClock });
  const ended = { answered: 0, failed: 0 };
  const started = performance.now();
  const busy = await loopDelay(() =>
    Promise.all(
      targets.map((target) =>
        scheduler.send({ source: 'fr', target, segments }, async (delivery) => {
          ended[delivery.kind === 'failed' ? 'failed' : 'answered'] += delivery.segments.length;
        }),
      ),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  await scheduler.close();
  stop();
  const idle = await loopDelay(() => new Promise((done) => setTimeout(done, seconds * 1000)));
  const sentTo = (name: string) =>
    threads.filter(({ model }) => model === name).reduce((sum, { sent }) => sum + sent.length, 0);
  const asked = segments.length * targets.length;
  console.log(
    [
      `${segments.length} sentences, ${words} words, into ${targets.length} languages in ${seconds.toFixed(1)} s: ${ended.answered} answered, ${ended.failed} failed`,
      `models loaded: ${threads.length} times for ${asked} translations (${new Set(threads.map(({ model }) => model)).size} models)`,
      `French to English: ${sentTo('fr-en')} times for ${asked} translations that need it`,
      `event loop beside ${new Set(threads).size} threads at work: a turn every ${delayText(busy)}`,
      `event loop of an idle process:        a turn every ${delayText(idle)}`,
      `at work against idle: ${(busy.median / idle.median).toFixed(2)} in the median, ${(busy.p99 / idle.p99).toFixed(2)} in 99 of 100`,
    ].join('\n'),
  );
}

if (import.meta.main) {
  const folder = process.env.DEPECHE_MODELS;
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'depeche-models-'));
    // Models that know the words of the dispatch and leave them as they are.
    const known = Object.fromEntries(
      segments.flatMap(({ text }) => text.split(' ').map((word) => [word, word])),
    );
    const pairs = ['fr-en', ...targets.slice(1).map((target) => `en-${target}`)];
    const dictionaries = Object.fromEntries(pairs.map((pair) => [pair, known]));
    console.log('hand-made models of 7 MB each (DEPECHE_MODELS names a folder of real ones)');
    await benchFxtranslate(installTinyModels(made, dictionaries, { ballast: 50_000 }));
    rmSync(made, { recursive: true });
  } else {
    await benchFxtranslate(await installedModels(folder));
  }
}
