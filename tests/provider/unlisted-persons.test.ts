import { describe, expect, it } from 'vitest';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { translate } from '../../src/provider/translate.ts';
import { house } from '../termbase/house.ts';
import { instantClock } from './clocks.ts';
import { draftOf } from './drafts.ts';
import { textsOf } from './run.ts';

/** What an engine is sent that knows words and no names, and what becomes of its answers. */
async function stage(sentences: readonly string[], gist = true) {
  const answers = (text: string) =>
    text.replace(/Le Maire|Blanc/gu, (word) => (word === 'Blanc' ? 'White' : 'The Mayor'));
  const provider = createScripted({ answers, capabilities: { placeholders: true, ...(gist && { gist }) } });
  const scheduler = createScheduler(provider, { clock: instantClock() });
  const tools = { scheduler, journal: createInMemoryJournal(), termbase: house };
  const draft = await translate(draftOf(sentences, { locale: 'en' }), tools);
  return {
    sent: provider.calls.flatMap(({ segments }) => segments.map(({ text }) => text)),
    texts: textsOf(draft),
  };
}

describe('persons whom the glossary has not', () => {
  it('are kept from an engine for gist, by their full and their family name, between the names of the house', async () => {
    const { sent, texts } = await stage([
      'Hier, le ministre Bruno Le Maire a reçu Sergueï Lavrov.',
      'Puis M. Le Maire a parlé à Agnès Tardieu-Blanc, 81 ans.',
    ]);
    expect(sent).toEqual([
      'Hier, le ministre {{name1}} a reçu {{name2}}.',
      'Puis M. {{name1}} a parlé à {{name2}}, 81 ans.',
    ]);
    expect(texts).toEqual([
      'Hier, le ministre Bruno Le Maire a reçu Sergei Lavrov.',
      'Puis M. Le Maire a parlé à Agnès Tardieu-Blanc, 81 ans.',
    ]);
  });

  it('are left alone where neither title nor age says that they are persons, and before any other engine', async () => {
    const city = 'Il a été vu à New York, et New York en parle.';
    expect((await stage([city])).sent).toEqual([city]);
    const person = 'Hier, le ministre Bruno Le Maire est là.';
    expect((await stage([person], false)).sent).toEqual([person]);
  });
});
