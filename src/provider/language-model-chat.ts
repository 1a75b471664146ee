import { DepecheError } from '../model/errors.ts';
import { answerTooLong, longestAnswer } from './connection-faults.ts';
import { answerIn, type ChatAnswer } from './language-model-completion.ts';
import { isFormatUnknown, isLimitUnknown, providerErrorOf, type Sdk } from './language-model-errors.ts';
import {
  answerFormats,
  type BodyOptions,
  bodyOf,
  type ChatMessage,
  limitNames,
} from './language-model-request.ts';
import { isProxied } from './loopback.ts';
import { assertInstalled } from './optional-package.ts';
import { abortError, ProviderError } from './provider-error.ts';

/** An endpoint that speaks the chat completions of OpenAI, and a model behind it. */
export type ChatOptions = BodyOptions & {
  /** The provider's name in errors. */
  readonly name: string;
  /** With its path: `https://api.openai.com/v1`, `http://127.0.0.1:11434/v1`. */
  readonly serverUrl: string;
  /** None: no Authorization header is sent. */
  readonly key: string | undefined;
  /** Milliseconds until a connection without an answer is closed. */
  readonly timeout: number;
  readonly appVersion: string;
};

export type Chat = {
  /**
   * Loads the SDK, which takes longer than many an answer.
   *
   * @throws DepecheError `config` where it is not installed
   */
  ready(): Promise<void>;
  /** @throws ProviderError, and DepecheError `config` where the SDK is not installed */
  ask(message: ChatMessage, signal: AbortSignal): Promise<ChatAnswer>;
};

/**
 * Asks through OpenAI's own SDK, which is loaded with the first question. It retries nothing and follows no redirect, so that copy goes
 * to the host that is named and to no other; nothing but these options decides what it sends (the SDK would take address, organisation and
 * headers from the environment). A server that does not know a format of answers, or a name of their limit, is asked with the next one from then on.
 *
 * @throws DepecheError `config` where the key cannot be one; with the first question where the SDK is not installed
 */
export function openChat(options: ChatOptions): Chat {
  const { name, key } = options;
  if (key !== undefined && !/^[\x21-\x7e]+$/u.test(key)) {
    throw new DepecheError('config', `the key of ${name} is no usable key: it is empty, or has blanks in it`);
  }
  const formats = answerFormats.slice(answerFormats.indexOf(options.format));
  const limits = isOpenai(options.serverUrl) ? limitNames.toReversed() : limitNames;
  let unknown = 0;
  let unknownLimits = 0;
  let loading: Promise<Opened> | undefined;

  function opened(): Promise<Opened> {
    loading ??= open(options);
    return loading;
  }

  async function ask(message: ChatMessage, signal: AbortSignal): Promise<ChatAnswer> {
    const format = formats[unknown] ?? 'text';
    const limit = limits[unknownLimits] ?? 'max_tokens';
    const { sdk, client } = await opened();
    try {
      const said = await client.post('/chat/completions', {
        body: bodyOf(options, message, { format, limit }),
        signal,
        maxRetries: 0,
      });
      return answerIn(said, name);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      if (signal.aborted) throw abortError(name, signal);
      if (message.mostTokens !== undefined && limit !== limits[1] && isLimitUnknown(error, sdk)) {
        unknownLimits = 1;
      } else if (format !== 'text' && isFormatUnknown(error, sdk)) {
        unknown = Math.max(unknown, formats.indexOf(format) + 1);
      } else throw providerErrorOf(error, sdk, options);
      // What was refused was not answered, so nothing was paid.
      return ask(message, signal);
    }
  }

  return {
    async ready() {
      await opened();
    },
    async ask(message, signal) {
      if (signal.aborted) throw abortError(name, signal);
      return ask(message, signal);
    },
  };
}

/** Whether what is said to an address goes to a proxy of this process. */
export function goesToProxy(address: URL): boolean {
  return isProxied(address, process.env, process.execArgv);
}

type Opened = { readonly sdk: Sdk; readonly client: InstanceType<Sdk['default']> };

function isOpenai(serverUrl: string): boolean {
  return new URL(serverUrl).host === 'api.openai.com';
}

/** @throws DepecheError `config` where it is not installed */
export function assertSdk(): void {
  assertInstalled('openai@7', 'the provider language-model');
}

async function open({ serverUrl, key, timeout, appVersion }: ChatOptions): Promise<Opened> {
  assertSdk();
  const sdk = await import('openai');
  const client = new sdk.default({
    baseURL: serverUrl,
    apiKey: key ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout,
    logLevel: 'off',
    fetch: async (url, request) => bounded(await fetch(url, plainly(request, { key, appVersion }))),
  });
  return { sdk, client };
}

/**
 * A request with the headers it needs and no others: the SDK would tell of this machine, and add what stands in OPENAI_CUSTOM_HEADERS. A
 * redirect is not followed: it could lead anywhere.
 */
function plainly(
  request: RequestInit | undefined,
  { key, appVersion }: Pick<ChatOptions, 'key' | 'appVersion'>,
): RequestInit {
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'User-Agent': `depeche/${appVersion}`,
    ...(key !== undefined && { Authorization: `Bearer ${key}` }),
  };
  return { ...request, headers, redirect: 'manual' };
}

/** A response whose body breaks off where it becomes longer than any answer. What is compressed counts as it is read. */
function bounded(response: Response): Response {
  if (!response.body) return response;
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, out) {
      bytes += piece.length;
      if (bytes > longestAnswer) out.error(new Error(answerTooLong));
      else out.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(count), response);
}
