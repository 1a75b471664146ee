import type { SourceLanguageCode, TargetLanguageCode, TextResult, TranslateTextOptions } from 'deepl-node';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import {
  createLiveGlossary,
  type GlossaryTools,
  type LiveGlossary,
  type OpenClient,
} from './deepl-glossary.ts';
import { deeplSource, deeplTarget } from './deepl-languages.ts';
import { withResponseHeaders } from './deepl-response-headers.ts';
import { neverConnected } from './never-connected.ts';
import type { Capabilities, Provider, TranslationAnswer, TranslationRequest } from './provider.ts';
import { abortError, ProviderError, type ProviderErrorKind } from './provider-error.ts';
import { parseRetryAfter } from './retry-after.ts';
import { billedCharacters } from './units-to-send.ts';

type Deepl = typeof import('deepl-node');

/** How to ask DeepL. Everything but the key may stand in a configuration. */
export type DeeplOptions = {
  /** The authentication key, from the environment: it stands in no file, message or journal. */
  readonly authKey: string;
  /** Another server than DeepL's own: a proxy, a loopback server in tests. */
  readonly serverUrl?: string | undefined;
  /** Locale → DeepL's target language. Default `en` → `en-GB`, `pt` → `pt-PT`. */
  readonly variants?: Readonly<Record<Locale, string>> | undefined;
  readonly formality?: 'less' | 'more' | 'default' | 'prefer_less' | 'prefer_more' | undefined;
  readonly modelType?: 'quality_optimized' | 'latency_optimized' | 'prefer_quality_optimized' | undefined;
  /** Target locale → the id of a glossary at DeepL; one of several languages stands under each of them. */
  readonly glossaries?: Readonly<Record<Locale, string>> | undefined;
  /** A glossary that depeche makes of the termbase and keeps in step with it; a fixed one of `glossaries` goes before it. */
  readonly glossary?: GlossaryTools | undefined;
  /** Whether to send the dispatch along as context, which is not billed. Default true. */
  readonly context?: boolean | undefined;
  /** Milliseconds until a connection without an answer is closed. Default 60,000; keep it at the scheduler's time limit. */
  readonly timeout?: number | undefined;
  /** The version of depeche, for DeepL's statistics. */
  readonly appVersion?: string | undefined;
};

const name = 'deepl';

/** DeepL takes 128 KiB, but has been seen to refuse less. */
const maxRequestBytes = 64 * 1024;

/** Left for the parameters of a request beside texts and context. */
const parameterBytes = 1024;

/**
 * DeepL through its own client. The client is loaded with the first request. It retries nothing (the scheduler does) and cannot be
 * called off: after an abort a request under way runs on and is billed.
 *
 * @throws DepecheError `config` where the key cannot be one
 */
export function createDeepl(options: DeeplOptions): Provider {
  const key = options.authKey.trim();
  if (!/^[\x21-\x7e]+$/u.test(key)) {
    throw new DepecheError('config', 'no usable DeepL key: set DEEPL_AUTH_KEY in the environment');
  }
  const variants = new Map(Object.entries(options.variants ?? {}));
  const glossary = options.glossary && createLiveGlossary(options.glossary);
  let loading: Promise<OpenClient> | undefined;
  const load = async (): Promise<OpenClient> => {
    const deepl = await import('deepl-node');
    const client = new deepl.DeepLClient(key, {
      maxRetries: 0,
      minTimeout: options.timeout ?? 60_000,
      sendPlatformInfo: false,
      appInfo: { appName: 'depeche', appVersion: options.appVersion ?? '0' },
      ...(options.serverUrl !== undefined && { serverUrl: options.serverUrl }),
    });
    return { deepl, client, reasonOf: (error) => reasonOf(error, key) };
  };
  const open = (): Promise<OpenClient> => {
    loading ??= load();
    return loading;
  };
  return {
    name,
    ...(options.modelType !== undefined && { model: options.modelType }),
    settings: settingsOf(options, glossary),
    capabilities: capabilitiesOf(options),
    supports: (source, target) =>
      deeplSource(source) !== undefined && deeplTarget(target, variants) !== undefined,
    async translate(request, signal) {
      if (signal.aborted) throw abortError(name, signal);
      const source = deeplSource(request.source);
      const target = deeplTarget(request.target, variants);
      if (!isSource(source) || !isTarget(target)) {
        throw new ProviderError(
          name,
          'bad-request',
          `no translation from ${request.source} to ${request.target}`,
        );
      }
      const { deepl, client } = await open();
      const texts = request.segments.map(({ text }) => text);
      const ask = (id: string | undefined) =>
        withResponseHeaders((seen) =>
          client
            .translateText(texts, source, target, requestOptions(options, request, id))
            .catch((error: unknown) => {
              throw providerErrorOf(error, deepl, key, seen.get('retry-after'));
            }),
        );
      const fixed = new Map(Object.entries(options.glossaries ?? {})).get(request.target);
      const id = fixed ?? (await glossary?.idFor(request.target, open));
      const results = await ask(id).catch(async (error: unknown) => {
        if (!glossary || id === undefined || id === fixed || !isGlossaryGone(error)) throw error;
        // Somebody deleted it since it was last looked for. What was refused was not translated, so it is not paid.
        glossary.forget(id);
        return ask(await glossary.idFor(request.target, open));
      });
      return answerOf(request, results);
    },
  };
}

function capabilitiesOf({ context = true, glossaries, glossary }: DeeplOptions): Capabilities {
  return {
    maxTexts: 50,
    maxBytes: maxRequestBytes - parameterBytes,
    encodedSize: (text) => new URLSearchParams({ text }).toString().length + 1,
    markup: 'none',
    context,
    glossary: glossaries !== undefined || glossary !== undefined,
    leavesMachine: true,
  };
}

/** Everything that changes answers, in a fixed order; the server does not. */
function settingsOf(
  { variants, formality, modelType, glossaries, context = true }: DeeplOptions,
  glossary: LiveGlossary | undefined,
): string {
  const inOrder = (record: object = {}) => Object.entries(record).sort(([a], [b]) => compareText(a, b));
  const settings = [inOrder(variants), formality ?? '', modelType ?? '', inOrder(glossaries), context];
  return JSON.stringify(glossary ? [...settings, glossary.hash] : settings);
}

function requestOptions(
  options: DeeplOptions,
  { context }: TranslationRequest,
  glossary: string | undefined,
): TranslateTextOptions {
  const { formality, modelType } = options;
  return {
    splitSentences: 'off',
    preserveFormatting: true,
    ...(formality !== undefined && { formality }),
    ...(modelType !== undefined && { modelType }),
    ...(glossary !== undefined && { glossary }),
    ...(context !== undefined && (options.context ?? true) && { context }),
  };
}

/**
 * DeepL answers by position. Here, and nowhere else, positions become ids; so an answer of another length is refused whole, and so is
 * one whose billed characters are those of our texts in another order.
 */
function answerOf({ segments }: TranslationRequest, results: readonly TextResult[]): TranslationAnswer {
  const refuse = (what: string) => new ProviderError(name, 'bad-answer', what);
  if (results.length !== segments.length) {
    throw refuse(`${segments.length} texts were sent and ${results.length} came back; none was taken`);
  }
  const sent = segments.map(({ text }) => billedCharacters(text));
  const billed = results.map(({ billedCharacters: count }) => count);
  const sameCounts = sorted(sent).join() === sorted(billed).join();
  if (sameCounts && sent.join() !== billed.join()) {
    throw refuse('the answers came back in another order than the texts were sent; none was taken');
  }
  const translations = segments.map(({ id }, index) => {
    const text: unknown = results[index]?.text;
    if (typeof text !== 'string') throw refuse(`the answer to text ${index + 1} is no text`);
    return { id, text };
  });
  return { translations };
}

function sorted(counts: readonly (number | undefined)[]): (number | undefined)[] {
  return counts.toSorted((a, b) => (a ?? 0) - (b ?? 0));
}

/** The client's own error stays behind: it may carry the request with the key in its headers. */
function providerErrorOf(
  error: unknown,
  deepl: Deepl,
  key: string,
  retryAfter: string | undefined,
): ProviderError {
  return new ProviderError(name, kindOf(error, deepl), reasonOf(error, key), {
    // Only a connection that was never made has surely cost nothing.
    ...(error instanceof deepl.ConnectionError && { mayBeBilled: !neverConnected(error.error) }),
    retryAfter: retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, Date.now()),
  });
}

function reasonOf(error: unknown, key: string): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.replaceAll(key, '<key>').slice(0, 300);
}

/** `translateText` has no class of error for it: DeepL's words are all there is. */
function isGlossaryGone(error: unknown): boolean {
  return error instanceof ProviderError && error.kind === 'bad-request' && /glossar/iu.test(error.message);
}

function kindOf(error: unknown, deepl: Deepl): ProviderErrorKind {
  if (error instanceof deepl.AuthorizationError) return 'auth';
  if (error instanceof deepl.QuotaExceededError) return 'quota';
  if (error instanceof deepl.TooManyRequestsError) return 'rate-limited';
  if (error instanceof deepl.GlossaryNotFoundError) return 'bad-request';
  if (error instanceof deepl.ConnectionError) {
    const code = error.error && 'code' in error.error ? error.error.code : undefined;
    return code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'timeout' : 'unavailable';
  }
  if (error instanceof deepl.DeepLError) return kindOfMessage(error.message);
  return 'bad-answer';
}

/** For every other status the client has one class and no code: its own words, at the start of the message, are all there is. */
function kindOfMessage(message: string): ProviderErrorKind {
  if (message.startsWith('Service unavailable')) return 'unavailable';
  if (message.startsWith('Error parsing response JSON')) return 'bad-answer';
  const status = Number(/^Unexpected status code: (\d{3})/u.exec(message)?.[1] ?? 400);
  if (status === 401) return 'auth';
  if (status === 408) return 'timeout';
  if (status === 413 || status === 414) return 'too-large';
  return status >= 500 ? 'unavailable' : 'bad-request';
}

/** The client's own list of codes is that of its release; a variant in the configuration may name a newer one. */
function isTarget(code: string | undefined): code is TargetLanguageCode {
  return code !== undefined && languageCode.test(code);
}

function isSource(code: string | undefined): code is SourceLanguageCode {
  return code !== undefined && languageCode.test(code);
}

const languageCode = /^[a-z]{2,3}(?:-[a-z0-9]{2,4})?$/iu;
