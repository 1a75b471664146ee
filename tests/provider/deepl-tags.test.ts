import { afterEach, describe, expect, it } from 'vitest';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createInMemoryLedger } from '../../src/provider/in-memory-ledger.ts';
import { openPurse } from '../../src/provider/open-purse.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { translate } from '../../src/provider/translate.ts';
import { house } from '../termbase/house.ts';
import { instantClock } from './clocks.ts';
import { type DeeplServer, type DeeplServerOptions, startDeeplServer } from './deepl-server.ts';
import { draftOf } from './drafts.ts';
import { textsOf } from './run.ts';
import { type TagDamage, tagDamages } from './tag-damage.ts';

let server: DeeplServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const copy = ['Sergueï Lavrov & {{count}} élus à Genève.', 'La Russie <b>et</b> l’OSCE.', 'Rien, 3 > 2.'];

/** A dispatch through DeepL with tags; what the server would bill, and what the ledger says. */
async function journey(options: DeeplServerOptions, locale = 'en') {
  let billed = 0;
  const onText = (_: string, __: string, characters: number) => {
    billed += characters;
  };
  server = await startDeeplServer({ translate: (text) => text, onText, ...options });
  const provider = createDeepl({ authKey: 'test-key', serverUrl: server.url, tags: 'v2' });
  const ledger = createInMemoryLedger();
  const purse = await openPurse({ ledger, provider: 'deepl', run: 'r', now: () => '2026-11-26T00:00:00Z' });
  const scheduler = createScheduler(provider, { clock: instantClock(), purse });
  const tools = { scheduler, journal: createInMemoryJournal(), termbase: house };
  const draft = await translate(draftOf(copy, { locale }), tools);
  await scheduler.close();
  const [line] = await ledger.spendings();
  return { draft, server, billed, booked: line?.answered ?? 0, stopped: scheduler.stopped() };
}

describe('DeepL with tags', () => {
  it('is asked to read tags strictly and to leave alone what is in an x, and bills no tag', async () => {
    const { draft, server, billed, booked } = await journey({});
    expect(textsOf(draft)).toEqual(copy);
    const sent = server.requests.map(({ texts, parameters }) => ({
      texts,
      tags: [
        'tag_handling',
        'tag_handling_version',
        'outline_detection',
        'ignore_tags',
        'split_sentences',
      ].map((name) => parameters.get(name)),
    }));
    expect(sent.toSorted((a, b) => b.texts.length - a.texts.length)).toEqual([
      {
        texts: [
          '<t id="1">Sergueï Lavrov</t> &amp; <x id="2">{{count}}</x> élus à <t id="3">Genève</t>.',
          'La <t id="1">Russie</t> <x id="2">&lt;b&gt;</x>et<x id="3">&lt;/b&gt;</x> l’<t id="4">OSCE</t>.',
        ],
        tags: ['xml', 'v2', '0', 'x', '0'],
      },
      { texts: ['Rien, 3 > 2.'], tags: [null, null, null, null, '0'] },
    ]);
    expect(booked).toBe(billed);
  });

  const damages = Object.keys(tagDamages).filter((name): name is TagDamage => name in tagDamages);
  it.each(damages)('has no tag in a target, no placeable lost and nothing unpaid: %s', async (damage) => {
    const fault: DeeplServerOptions['fault'] = (_, { parameters }) =>
      parameters.has('tag_handling') ? { kind: 'tags', damage } : undefined;
    const { draft, server, billed, booked, stopped } = await journey({ fault });
    expect(stopped).toBeUndefined();
    const texts = textsOf(draft);
    expect(texts.join(' ').replace(/<\/?b>/gu, '')).not.toMatch(/<|&lt;|＜|id=/u);
    expect(texts[0]).toContain('{{count}}');
    expect(texts[1]).toMatch(/<b>.*<\/b>/u);
    expect(server.requests.length).toBeLessThanOrEqual(3);
    expect(booked).toBe(billed);
  });

  it('puts the house’s names where DeepL put others, in languages that leave names as they are', async () => {
    const translate = (text: string) =>
      text.replace('Sergueï Lavrov', 'Serge Lavroff').replace('Genève', 'Genf');
    const english = await journey({ translate });
    expect(textsOf(english.draft)[0]).toBe('Sergei Lavrov & {{count}} élus à Geneva.');
    await english.server.close();
    const german = await journey({ translate }, 'de');
    expect(textsOf(german.draft)[0]).toBe('Serge Lavroff & {{count}} élus à Genf.');
  });
});
