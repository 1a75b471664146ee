import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createDeepl } from '../../src/provider/deepl.ts';
import { deeplTarget } from '../../src/provider/deepl-languages.ts';
import type { DeeplOptions } from '../../src/provider/deepl-options.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import { ProviderError, type ProviderErrorKind } from '../../src/provider/provider-error.ts';
import type { Fault } from './deepl-faults.ts';
import { type DeeplServer, type DeeplServerOptions, startDeeplServer } from './deepl-server.ts';

const never = new AbortController().signal;
const request: TranslationRequest = {
  source: 'fr',
  target: 'en',
  segments: [
    { id: 's1', text: 'Une phrase.' },
    { id: 's2', text: 'Une autre phrase.' },
    { id: 's3', text: 'Moscou & Erevan + 3 %' },
  ],
};

let server: DeeplServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function open(options: DeeplServerOptions = {}, deepl: Partial<DeeplOptions> = {}) {
  server = await startDeeplServer(options);
  return { server, provider: createDeepl({ authKey: 'test-key', serverUrl: server.url, ...deepl }) };
}

async function failureOf(fault: Fault, deepl: Partial<DeeplOptions> = {}) {
  const { server, provider } = await open({ fault: () => fault }, deepl);
  const error: unknown = await provider.translate(request, never).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProviderError)) throw new Error(`no ProviderError: ${inspect(error)}`);
  return { error, requests: server.requests.length };
}

describe('deepl over the wire', () => {
  it('sends texts, languages and what keeps sentences whole, and says no more of the machine than it must', async () => {
    const { server, provider } = await open({}, { appVersion: '1.2.3' });
    await provider.translate({ ...request, context: 'Le reste de la dépêche.' }, never);
    const [sent] = server.requests;
    expect(sent?.texts).toEqual(request.segments.map(({ text }) => text));
    expect(Object.fromEntries(sent?.parameters ?? [])).toMatchObject({
      source_lang: 'fr',
      target_lang: 'en-GB',
      split_sentences: '0',
      preserve_formatting: '1',
      context: 'Le reste de la dépêche.',
    });
    expect(sent?.userAgent).toContain('depeche/1.2.3');
    expect(sent?.userAgent).not.toContain(process.platform);
  });

  it('sends formality, model type, variant and the glossary of the target', async () => {
    const { server, provider } = await open(
      {},
      {
        formality: 'prefer_more',
        modelType: 'quality_optimized',
        glossaries: { en: 'g-en', de: 'g-de' },
        variants: { en: 'en-US' },
      },
    );
    await provider.translate(request, never);
    await provider.translate({ ...request, target: 'es' }, never);
    const [english, spanish] = server.requests.map(({ parameters }) => parameters);
    expect([english?.get('target_lang'), spanish?.get('target_lang')]).toEqual(['en-US', 'es']);
    expect(english?.get('formality')).toBe('prefer_more');
    expect(english?.get('model_type')).toBe('quality_optimized');
    expect(english?.get('glossary_id')).toBe('g-en');
    expect(spanish?.has('glossary_id')).toBe(false);
  });

  it('sends instructions and the style rule of the target, and others their own', async () => {
    const { server, provider } = await open(
      {},
      {
        customInstructions: { '*': ['Write dates in full.'], de: ['Use ß.', 'Say Erevan as Eriwan.'] },
        styleRules: { de: 'style-de' },
      },
    );
    await provider.translate({ ...request, target: 'de' }, never);
    await provider.translate({ ...request, target: 'es' }, never);
    const [german, spanish] = server.requests.map(({ parameters }) => parameters);
    expect(german?.getAll('custom_instructions')).toEqual(['Use ß.', 'Say Erevan as Eriwan.']);
    expect(german?.get('style_id')).toBe('style-de');
    expect(spanish?.getAll('custom_instructions')).toEqual(['Write dates in full.']);
    expect(spanish?.has('style_id')).toBe(false);
  });

  it.each([
    [{ kind: 'status', status: 403 }, 'auth'],
    [{ kind: 'status', status: 401 }, 'auth'],
    [{ kind: 'status', status: 456 }, 'quota'],
    [{ kind: 'status', status: 429 }, 'rate-limited'],
    [{ kind: 'status', status: 413 }, 'too-large'],
    [{ kind: 'status', status: 400 }, 'bad-request'],
    [{ kind: 'status', status: 404 }, 'bad-request'],
    [{ kind: 'status', status: 500 }, 'unavailable'],
    [{ kind: 'status', status: 502, body: '<html>Bad Gateway</html>' }, 'unavailable'],
    [{ kind: 'status', status: 503 }, 'unavailable'],
    [{ kind: 'status', status: 529 }, 'unavailable'],
    [{ kind: 'reset' }, 'unavailable'],
    [{ kind: 'invalid-json' }, 'bad-answer'],
    [{ kind: 'truncated' }, 'bad-answer'],
    [{ kind: 'misordered' }, 'bad-answer'],
  ] satisfies [Fault, ProviderErrorKind][])(
    '%j is a failure of kind %s, after one request',
    async (fault, kind) => {
      const { error, requests } = await failureOf(fault);
      expect(error.kind).toBe(kind);
      // What was refused costs nothing; what was answered, broke off, or was lost behind a gateway, may.
      expect(error.mayBeBilled).toBe(fault.kind !== 'status' || fault.status === 502);
      expect(requests).toBe(1);
    },
  );

  it('gives up a server that hangs', async () => {
    const { error } = await failureOf({ kind: 'hang' }, { timeout: 100 });
    expect(error.kind).toBe('timeout');
    expect(error.retryable).toBe(true);
  });

  it('cannot reach a port that nobody listens on', async () => {
    const { server, provider } = await open();
    await server.close();
    await expect(provider.translate(request, never)).rejects.toMatchObject({
      kind: 'unavailable',
      retryable: true,
      mayBeBilled: false,
    });
  });

  it('passes on how long the server asks to wait, in both forms', async () => {
    const seconds = await failureOf({ kind: 'status', status: 429, retryAfter: '7' });
    expect(seconds.error.retryAfter).toBe(7000);
    await server?.close();
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { error } = await failureOf({ kind: 'status', status: 503, retryAfter: date });
    expect(error.retryAfter).toBeGreaterThan(50_000);
    expect(error.retryAfter).toBeLessThanOrEqual(60_000);
  });

  it('keeps the Retry-After of requests under way together apart', async () => {
    const { provider } = await open({
      fault: (_, { texts }) => ({ kind: 'status', status: 429, retryAfter: texts[0] ?? '' }),
    });
    const waits = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const segments = [{ id: 's1', text: String(index + 1) }];
        const error: unknown = await provider
          .translate({ ...request, segments }, never)
          .catch((thrown) => thrown);
        return error instanceof ProviderError ? error.retryAfter : undefined;
      }),
    );
    expect(waits).toEqual(Array.from({ length: 20 }, (_, index) => (index + 1) * 1000));
  });

  it.each<Fault>([
    { kind: 'status', status: 403, body: '{"message":"wrong key secret-key-4711"}' },
    { kind: 'status', status: 500, body: 'secret-key-4711' },
    { kind: 'reset' },
  ])('never lets the key into an error: %j', async (fault) => {
    const { server, provider } = await open(
      { key: 'secret-key-4711', fault: () => fault },
      { authKey: 'secret-key-4711' },
    );
    const error: unknown = await provider.translate(request, never).catch((thrown: unknown) => thrown);
    expect(server.requests).toHaveLength(1);
    expect(error).toBeInstanceOf(ProviderError);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('secret-key-4711');
  });
});

describe('createDeepl', () => {
  it.each(['', '  ', 'two words', 'clé', 'line\nbreak'])(
    'refuses the key %j, and says where it belongs',
    (authKey) => {
      expect(() => createDeepl({ authKey })).toThrow(
        expect.objectContaining({ code: 'config', message: expect.stringContaining('DEEPL_AUTH_KEY') }),
      );
    },
  );

  it('has other settings when anything that changes answers does, and only then', () => {
    const settings = (options: Partial<DeeplOptions>) => createDeepl({ authKey: 'a', ...options }).settings;
    const base = settings({});
    expect(
      settings({ authKey: 'b', serverUrl: 'http://127.0.0.1:1', proxy: 'http://127.0.0.1:2', timeout: 5 }),
    ).toBe(base);
    expect(settings({ variants: { en: 'en-US', pt: 'pt-BR' } })).toBe(
      settings({ variants: { pt: 'pt-BR', en: 'en-US' } }),
    );
    const changed: Partial<DeeplOptions>[] = [
      { formality: 'more' },
      { modelType: 'latency_optimized' },
      { glossaries: { de: 'g1' } },
      { context: false },
      { variants: { en: 'en-US' } },
      { customInstructions: { de: ['Use ß.'] } },
      { customInstructions: { '*': ['Use ß.'] } },
      { styleRules: { de: 'Use ß.' } },
      { tags: 'v1' },
      { tags: 'v2' },
    ];
    expect(new Set([base, ...changed.map(settings)]).size).toBe(changed.length + 1);
  });

  it('knows which pairs DeepL has', () => {
    const { supports } = createDeepl({ authKey: 'k' });
    expect(supports?.('fr', 'ar')).toBe(true);
    expect(supports?.('fr-CA', 'pt-BR')).toBe(true);
    expect(supports?.('fr', 'tlh')).toBe(false);
    expect(supports?.('tlh', 'fr')).toBe(false);
  });

  it('knows languages that DeepL has told of since', async () => {
    const languages = { sources: ['FR', 'TLH'], targets: [{ code: 'TLH' }, { code: 'qya-Latn' }] };
    const { server, provider } = await open({}, { languages });
    expect(provider.supports?.('tlh', 'de')).toBe(true);
    expect(provider.supports?.('fr', 'qya')).toBe(false);
    await provider.translate({ ...request, target: 'tlh' }, never);
    await provider.translate({ ...request, target: 'qya-Latn' }, never);
    expect(server.requests.map(({ target }) => target.toLowerCase())).toEqual(['tlh', 'qya-latn']);
  });

  it.each([
    ['en', 'en-GB'],
    ['en-US', 'en-US'],
    ['en-AU', 'en-GB'],
    ['pt', 'pt-PT'],
    ['pt-BR', 'pt-BR'],
    ['de-AT', 'de'],
    ['zh-Hant', 'zh-Hant'],
    ['es-419', 'es-419'],
    ['tlh', undefined],
  ])('maps %s to %s', (locale, target) => {
    expect(deeplTarget(locale)).toBe(target);
  });

  it('lets a configured variant win, and a newer language in', () => {
    const variants = new Map([
      ['en', 'en-US'],
      ['tlh', 'tlh'],
    ]);
    expect(deeplTarget('en', variants)).toBe('en-US');
    expect(deeplTarget('en-AU', variants)).toBe('en-US');
    expect(deeplTarget('en-GB', variants)).toBe('en-GB');
    expect(deeplTarget('tlh', variants)).toBe('tlh');
  });
});
