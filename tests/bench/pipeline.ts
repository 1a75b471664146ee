import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checks } from '../../src/check/checks.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { readDispatch, type Tools, translateDispatch } from '../../src/pipeline.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { translate } from '../../src/provider/translate.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { type Concept, createTermbase, type Term } from '../../src/termbase/termbase.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';

const checkout = resolve(import.meta.dirname, '../..');
const sentencesEach = 50;

/** The CPU that the whole journey costs beside a provider that answers at once: reading, names, checks and XLIFF included. */
export async function benchPipeline(): Promise<void> {
  const concepts = hundredConcepts();
  const names = concepts.flatMap(
    (concept) => concept.terms.find((term) => term.lang === 'fr' && term.status === 'preferred')?.text ?? [],
  );
  await journey(20, names, concepts);
  const small = await journey(200, names, concepts);
  const large = await journey(2000, names, concepts);
  console.log(
    `\njourney of dispatches of ${sentencesEach} sentences, ${concepts.length} concepts, zero-latency provider, CPU`,
  );
  console.log(`  200 dispatches    ${small.toFixed(2)} s   (at most 3 s)`);
  console.log(
    `  2000 dispatches   ${large.toFixed(2)} s   ${(large / small).toFixed(1)} × as much (at most 12)`,
  );
}

/** Seconds of CPU, user and system. */
async function journey(
  dispatches: number,
  names: readonly string[],
  concepts: readonly Concept[],
): Promise<number> {
  const texts = Array.from({ length: dispatches }, (_, number) =>
    new TextEncoder().encode(copy(number, names)),
  );
  const start = process.cpuUsage();
  const provider = createScripted({ answers: (text) => text.replace(/^Le convoi/u, 'The convoy') });
  const scheduler = createScheduler(provider, { clock: { sleep: async () => {}, random: () => 0 } });
  const journal = createInMemoryJournal();
  const tools: Tools = {
    memory: createInMemoryStore([]),
    fuzzyThreshold: 75,
    termbase: createTermbase(concepts),
    ask: (draft) => translate(draft, { scheduler, journal }),
    checks,
  };
  const segmenter = houseSegmenter('fr');
  let written = 0;
  for (const [number, bytes] of texts.entries()) {
    const { dispatch } = readDispatch(bytes, { id: `convoi-${number}`, locale: 'fr' }, segmenter);
    const draft = await translateDispatch(dispatch, 'en', undefined, tools);
    if (draft.units.length !== sentencesEach)
      throw new Error(`${draft.units.length} sentences in place of ${sentencesEach}`);
    written += writeMaster(draft).length;
  }
  await scheduler.close();
  const { user, system } = process.cpuUsage(start);
  if (written === 0) throw new Error('nothing was written');
  return (user + system) / 1e6;
}

/** The concepts of the demo, and places of no country to make up a hundred. */
function hundredConcepts(): Concept[] {
  const demo = readTermsCsv(readFileSync(join(checkout, 'locales/glossary.csv'), 'utf8')).slice(0, 100);
  const made = Array.from({ length: 100 - demo.length }, (_, index): Concept => {
    const name = `Val${String.fromCharCode(97 + index)}rone`;
    const term = (lang: string, text: string): Term => ({
      lang,
      text,
      status: 'preferred',
      match: 'exact',
      forms: [],
    });
    return { id: name.toLowerCase(), type: 'place', terms: [term('fr', name), term('en', `${name} Valley`)] };
  });
  return [...demo, ...made];
}

/** A dispatch that names a concept in every second sentence. */
function copy(number: number, names: readonly string[]): string {
  const sentences = Array.from({ length: sentencesEach }, (_, index) => {
    const name = index % 2 === 0 ? ` vers ${names[(number + index) % names.length]}` : '';
    return `Le convoi ${number} a franchi le pont ${index}${name} avec ${index + 2}.000 tonnes de blé, selon un porte-parole de l’armée.`;
  });
  const paragraphs = Array.from({ length: sentencesEach / 5 }, (_, paragraph) =>
    sentences.slice(paragraph * 5, paragraph * 5 + 5).join(' '),
  );
  return `date 2020-10\n\nMoscou, 21 oct 2020 (AFP) - ${paragraphs.join('\n\n')}\n`;
}

if (import.meta.main) await benchPipeline();
