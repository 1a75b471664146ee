import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDeepl } from '../../src/provider/deepl.ts';
import type { RequestSegment } from '../../src/provider/provider.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { tagTerms } from '../../src/provider/tagged-terms.ts';
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
  texts: fc.array(text, { minLength: 1, maxLength: 120, size: 'max' }),
  context: fc.option(text, { nil: undefined }),
  target: fc.constantFrom('de', 'en', 'pt', 'ar'),
  tagged: fc.boolean(),
});

const counts = { sent: 0, tagged: 0, full: 0, largest: 0, refused: 0 };

it('10,000 random requests: at most 50 texts and 64 KiB in each that reaches the server, and no text lost or sent twice', async () => {
  // The server keeps all it is sent, so another one takes its place now and then.
  for (let part = 0; part < 40; part += 1) await prove(250);
  const { sent, tagged, full, largest, refused } = counts;
  console.info(
    `${sent} requests, ${tagged} of them with tags, ${full} of 50 texts, the largest of ${largest} bytes; ${refused} texts fitted in none`,
  );
}, 1_200_000);

async function prove(numRuns: number): Promise<void> {
  const server = await startDeeplServer({ key: authKey });
  const provider = createDeepl({
    authKey,
    serverUrl: server.url,
    tags: 'v2',
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
  await fc.assert(
    fc.asyncProperty(request, async ({ texts, context, target, tagged }) => {
      const from = server.requests.length;
      const distinct = [...new Set(texts.map((one) => one.toWellFormed()))];
      const segments = distinct.flatMap((one, at): RequestSegment[] => {
        const id = `s${at}`;
        if (!tagged) return [{ id, text: one }];
        const xml = tagTerms(`{{n}} ${one}`, undefined, { source: 'fr', target });
        return xml ? [{ id, text: xml.text, markup: 'xml' }] : [];
      });
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
        counts.largest = Math.max(counts.largest, one.bytes);
        if (one.texts.length === 50) counts.full += 1;
        if (one.parameters.has('tag_handling')) counts.tagged += 1;
      }
      const arrived = requests.flatMap((one) => one.texts);
      expect([...arrived, ...tooLarge].sort()).toEqual(segments.map((one) => one.text).sort());
      counts.sent += requests.length;
      counts.refused += tooLarge.length;
    }),
    { numRuns },
  );
  await scheduler.close();
  await server.close();
}
