import { readdirSync, readFileSync } from 'node:fs';
import { checks } from '../../src/check/checks.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { readTmx } from '../../src/memory/tmx.ts';
import type { Dispatch } from '../../src/model/dispatch.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Locale } from '../../src/model/locale.ts';
import { readDispatch, translateDispatch } from '../../src/pipeline.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { translate } from '../../src/provider/translate.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { instantClock } from '../provider/clocks.ts';

const folder = new URL('../../', import.meta.url);
const segmenter = houseSegmenter('fr');

export const demoLocales = ['en', 'de', 'es', 'pt', 'ar'] as const;

/** The glossary of the demo. */
export const demoTerms = createTermbase(
  readTermsCsv(readFileSync(new URL('locales/glossary.csv', folder), 'utf8'), 'locales/glossary.csv'),
  { generate: true },
);

/** The five dispatches of the demo, by id. */
export const demoDispatches: ReadonlyMap<string, Dispatch> = new Map(
  readdirSync(new URL('source-texts/', folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const id = name.replace(/\.txt$/u, '');
      const bytes = readFileSync(new URL(`source-texts/${name}`, folder));
      return [id, readDispatch(bytes, { id, locale: 'fr' }, segmenter).dispatch];
    }),
);

/** What the demo memory says for a French text: a right translation. */
export function demoTranslations(locale: Locale): ReadonlyMap<string, string> {
  const file = `locales/memory/demo.${locale}.tmx`;
  const entries = readTmx(readFileSync(new URL(file, folder), 'utf8'), file);
  return new Map(entries.map(({ sourceText, targetText }) => [sourceText, targetText]));
}

/** The whole journey of a demo dispatch with no memory and a provider that gives these answers. */
export async function journey(
  dispatch: Dispatch,
  locale: Locale,
  answers: ReadonlyMap<string, string>,
): Promise<Draft> {
  const scheduler = createScheduler(createScripted({ answers }), { clock: instantClock() });
  const journal = createInMemoryJournal();
  const draft = await translateDispatch(dispatch, locale, undefined, {
    memory: createInMemoryStore([]),
    fuzzyThreshold: 75,
    termbase: demoTerms,
    ask: (asked) => translate(asked, { scheduler, journal }),
    checks,
  });
  await scheduler.close();
  return draft;
}
