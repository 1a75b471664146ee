import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { instantClock } from '../provider/clocks.ts';
import { startDeeplServer } from '../provider/deepl-server.ts';

const authKey = 'proof-key';
const most = 64 * 1024;

/** As it comes: French, Cyrillic, emoji, lone surrogates, marks that a form escapes, and some that fill a request alone. */
const text = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('Нагорный Карабах ', '🙂', 'l’été à Erevan ', '&=+% ', '\ud800'), fc.nat(60))
      .map(([words, count]) => words.repeat(count + 1)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('Ж', 'e', '界'), fc.nat(12_000))
      .map(([letter, length]) => letter.repeat(length + 1)),
  },
);
const request = fc.record({
  texts: fc.array(text, { minLength: 1, maxLength: 70 }),
  context: fc.option(text, { nil: undefined }),
  target: fc.constantFrom('de', 'en', 'pt', 'ar'),
});

it('10,000 random requests: at most 50 texts and 64 KiB in each that reaches the server, and no text lost or sent twice', async () => {
  const server = await startDeeplServer({ key: authKey });
  const provider = createDeepl({
    authKey,
    serverUrl: server.url,
    formality: 'prefer_more',
    modelType: 'prefer_quality_optimized',
    variants: { en: 'en-US' },
    glossaries: { de: '0b4a3d1c-5a7e-4f0e-9d53-3f4e5d6c7b8a' },
    styleRules: { de: '0b4a3d1c-5a7e-4f0e-9d53-3f4e5d6c7b8a' },
    customInstructions: {
      '*': ['Пиши просто.'.repeat(20)],
      de: Array.from({ length: 10 }, () => 'ß'.repeat(300)),
    },
  });
  const scheduler = createScheduler(provider, { clock: instantClock(), concurrency: 8 });
  let largest = 0;
  let sent = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(request, async ({ texts, context, target }) => {
      const from = server.requests.length;
      const segments = [...new Set(texts.map((one) => one.toWellFormed()))].map((one, at) => ({
        id: `s${at}`,
        text: one,
      }));
      const tooLarge: string[] = [];
      await scheduler.send(
        { source: 'fr', target, segments, ...(context !== undefined && { context }) },
        async (delivery) => {
          if (delivery.kind === 'failed') tooLarge.push(...delivery.segments.map((one) => one.text));
        },
      );
      const requests = server.requests.slice(from);
      for (const one of requests) {
        expect(one.texts.length).toBeLessThanOrEqual(50);
        expect(one.bytes).toBeLessThanOrEqual(most);
        largest = Math.max(largest, one.bytes);
      }
      const arrived = requests.flatMap((one) => one.texts);
      expect([...arrived, ...tooLarge].sort()).toEqual(segments.map((one) => one.text).sort());
      sent += requests.length;
      refused += tooLarge.length;
    }),
    { numRuns: 10_000 },
  );
  await scheduler.close();
  await server.close();
  console.info(`${sent} requests, the largest of ${largest} bytes; ${refused} texts fitted in none`);
});
