import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Locale } from '../../src/model/locale.ts';
import { matchAnswers } from '../../src/provider/answers.ts';
import type { Provider, TranslationRequest } from '../../src/provider/provider.ts';
import { ProviderError } from '../../src/provider/provider-error.ts';
import { type Shielded, unshield } from '../../src/provider/shield.ts';

export type Conformance = {
  /** A provider that can answer {@link conformanceRequest}, and how to take it down again. */
  readonly open: () => Promise<{ provider: Provider; close?: () => Promise<void> }>;
  /** Whether it says that it gives placeholders back; it is then asked for {@link shieldedRequest} too. */
  readonly placeholders?: boolean;
  /** What it is asked for where it knows neither German nor English. */
  readonly target?: Locale;
  /** For one that has to wait for somebody: a provider whose far side never answers. */
  readonly silent?: () => Promise<Silence>;
};

export type Silence = {
  readonly provider: Provider;
  /** Requests that the far side holds: connections, processes. */
  readonly held: () => number;
  readonly close?: () => Promise<void>;
};

/** What every provider under test is asked: a text twice as long as the others, marks, a placeable, another script. */
export const conformanceRequest: TranslationRequest = {
  source: 'fr',
  target: 'de',
  segments: [
    { id: 's1', text: 'Le ministre est arrivé à Moscou.' },
    { id: 's0', text: '« Non », a-t-il dit : 3,4 % & {{count}} <b>?' },
    { id: '__proto__', text: 'Нагорный Карабах 🙂' },
    {
      id: 's9',
      text: 'Une phrase plus longue, pour voir, qui dit deux fois la même chose, deux fois la même chose.',
    },
  ],
};

/** Names as `shield.ts` sends them: at both ends, behind an apostrophe, side by side, more than nine. */
export const shieldedRequest: TranslationRequest = {
  source: 'fr',
  target: 'en',
  segments: [
    { id: 's1', text: '{{name1}}' },
    { id: 's2', text: '{{name1}} a reçu {{name2}}, et l’ami d’{{name3}} : « {{name4}} ! »' },
    {
      id: 's3',
      text: `${Array.from({ length: 12 }, (_, at) => `{{name${at + 1}}}`).join('-')} : rien de neuf.`,
    },
  ],
};

/** A name for each placeholder of a text: none is a part of another. */
function shieldedAs(text: string): Shielded {
  const count = text.match(/\{\{/gu)?.length ?? 0;
  const names = Array.from({ length: count }, (_, at) => ({ concept: `c${at}`, text: `«${at}»` }));
  return { text, names };
}

/** The contract of {@link Provider}, which every provider passes. */
export function testConformance(
  name: string,
  { open, silent, placeholders = false, target }: Conformance,
): void {
  const asked = { ...conformanceRequest, ...(target !== undefined && { target }) };
  const askedShielded = { ...shieldedRequest, ...(target !== undefined && { target }) };
  describe(`${name} keeps the contract of providers`, () => {
    let provider: Provider;
    let close: (() => Promise<void>) | undefined;
    const never = new AbortController().signal;
    beforeAll(async () => ({ provider, close } = await open()));
    afterAll(async () => {
      await provider.close?.();
      await close?.();
    });

    it('names itself and its limits', () => {
      const { capabilities } = provider;
      expect(provider.name).toMatch(/^[a-z][a-z0-9-]*$/u);
      expect(capabilities.maxTexts).toBeGreaterThanOrEqual(1);
      expect(capabilities.encodedSize('é')).toBeGreaterThanOrEqual(2);
      expect(capabilities.encodedSize('a'.repeat(1000))).toBeLessThan(capabilities.maxBytes);
    });

    it('answers every segment, by its id, with a text', async () => {
      const answer = await provider.translate(asked, never);
      const { texts, faults } = matchAnswers(asked.segments, answer);
      expect([...faults]).toEqual([]);
      expect([...texts.keys()]).toEqual(asked.segments.map(({ id }) => id));
    });

    it('gives each segment its own answer, whatever the order it is asked in', async () => {
      const textsOf = async (request: TranslationRequest) =>
        matchAnswers(asked.segments, await provider.translate(request, never)).texts;
      const segments = asked.segments.toReversed();
      expect(await textsOf({ ...asked, segments })).toEqual(await textsOf(asked));
    });

    it(`says that placeholders ${placeholders ? 'come back' : 'may not come back'}`, () => {
      expect(provider.capabilities.placeholders ?? false).toBe(placeholders);
    });

    if (placeholders)
      it('gives back every placeholder once, so that each name can be put back', async () => {
        const { segments, target: to } = askedShielded;
        const { texts } = matchAnswers(segments, await provider.translate(askedShielded, never));
        for (const { id, text } of segments) {
          const shielded = shieldedAs(text);
          const named = unshield(texts.get(id) ?? '', shielded, to);
          for (const one of shielded.names) expect(named?.split(one.text)).toHaveLength(2);
        }
      });

    it('answers a request of one', async () => {
      const segments = asked.segments.slice(0, 1);
      const { translations } = await provider.translate({ ...asked, segments }, never);
      expect(translations.map(({ id }) => id)).toEqual(['s1']);
    });

    it('answers requests that are under way together', async () => {
      const answers = await Promise.all(
        asked.segments.map((segment) => provider.translate({ ...asked, segments: [segment] }, never)),
      );
      const ids = answers.map(({ translations }) => translations[0]?.id);
      expect(ids).toEqual(asked.segments.map(({ id }) => id));
    });

    it('leaves the request as it was', async () => {
      const before = structuredClone(asked);
      await provider.translate(asked, never);
      expect(asked).toEqual(before);
    });

    it.each([
      ['aborted', AbortSignal.abort()],
      ['timeout', AbortSignal.abort(new DOMException('too late', 'TimeoutError'))],
    ])('answers a signal that has aborted with a ProviderError of kind %s', async (kind, signal) => {
      const error = await provider.translate(asked, signal).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ProviderError);
      expect(error).toMatchObject({ kind, provider: provider.name });
    });

    it('comes to an end when it is called off as soon as it is asked', async () => {
      const calling = new AbortController();
      const answering = provider.translate(asked, calling.signal).catch((thrown: unknown) => thrown);
      calling.abort();
      const answer = await answering;
      if (answer instanceof Error) expect(answer).toMatchObject({ name: 'ProviderError', kind: 'aborted' });
      else expect(answer).toHaveProperty('translations');
    });

    if (silent)
      it.each([
        ['aborted', undefined],
        ['timeout', new DOMException('too late', 'TimeoutError')],
      ])('lets go of a request that is called off while nobody answers it: %s', async (kind, reason) => {
        const { provider: waiting, held, close: closeSilent } = await silent();
        onTestFinished(async () => {
          await waiting.close?.();
          await closeSilent?.();
        });
        const calling = new AbortController();
        const answering = waiting.translate(asked, calling.signal).catch((thrown: unknown) => thrown);
        await vi.waitFor(() => expect(held()).toBe(1), { timeout: 5000 });
        calling.abort(reason);
        expect(await answering).toMatchObject({ name: 'ProviderError', kind, provider: waiting.name });
        await vi.waitFor(() => expect(held()).toBe(0), { timeout: 5000 });
      });
  });
}
