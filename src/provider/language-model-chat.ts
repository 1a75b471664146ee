import * as v from 'valibot';
import { DepecheError } from '../model/errors.ts';
import { answerTooLong, longestAnswer } from './connection-faults.ts';
import { isFormatUnknown, providerErrorOf, type Sdk } from './language-model-errors.ts';
import { isProxied } from './loopback.ts';
import { assertInstalled } from './optional-package.ts';
import { abortError, ProviderError } from './provider-error.ts';

/** How an answer is asked for, from the surest to the one that every server knows. */
export const answerFormats = ['json-schema', 'json-object', 'text'] as const;
export type AnswerFormat = (typeof answerFormats)[number];

/** An endpoint that speaks the chat completions of OpenAI, and a model behind it. */
export type ChatOptions = {
  /** The provider's name in errors. */
  readonly name: string;
  /** With its path: `https://api.openai.com/v1`, `http://127.0.0.1:11434/v1`. */
  readonly serverUrl: string;
  readonly model: string;
  /** None: no Authorization header is sent. */
  readonly key: string | undefined;
  /** Milliseconds until a connection without an answer is closed. */
  readonly timeout: number;
  /** The first of {@link answerFormats} to try. */
  readonly format: AnswerFormat;
  /** Whatever else stands in the body: `temperature`, `reasoning_effort`, `num_ctx`. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly appVersion: string;
};

/** What is said in one exchange; `schema` is a JSON Schema of the answer. */
export type ChatMessage = {
  readonly rules: string;
  readonly material: string;
  readonly schema: Readonly<Record<string, unknown>>;
};

/** What the model said, and the tokens it took where the server counts them. */
export type ChatAnswer = {
  readonly content: string;
  readonly usage?: { readonly input: number; readonly output: number };
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
 * headers from the environment). A server that does not know a format of answers is asked in the next one from then on.
 *
 * @throws DepecheError `config` where the key cannot be one; with the first question where the SDK is not installed
 */
export function openChat(options: ChatOptions): Chat {
  const { name, key } = options;
  if (key !== undefined && !/^[\x21-\x7e]+$/u.test(key)) {
    throw new DepecheError('config', `the key of ${name} is no usable key: it is empty, or has blanks in it`);
  }
  const formats = answerFormats.slice(answerFormats.indexOf(options.format));
  let unknown = 0;
  let loading: Promise<Opened> | undefined;

  function opened(): Promise<Opened> {
    loading ??= open(options);
    return loading;
  }

  async function ask(message: ChatMessage, signal: AbortSignal): Promise<ChatAnswer> {
    const format = formats[unknown] ?? 'text';
    const { sdk, client } = await opened();
    try {
      const said = await client.post('/chat/completions', {
        body: bodyOf(options, message, format),
        signal,
        maxRetries: 0,
      });
      return answerIn(said, name);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      if (signal.aborted) throw abortError(name, signal);
      if (format === 'text' || !isFormatUnknown(error, sdk)) throw providerErrorOf(error, sdk, options);
      unknown = Math.max(unknown, formats.indexOf(format) + 1);
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

function bodyOf({ model, parameters }: ChatOptions, message: ChatMessage, format: AnswerFormat): object {
  const { rules, material, schema } = message;
  return {
    ...parameters,
    model,
    stream: false,
    n: undefined,
    messages: [
      { role: 'system', content: rules },
      { role: 'user', content: material },
    ],
    response_format: responseFormat(format, schema),
  };
}

function responseFormat(format: AnswerFormat, schema: ChatMessage['schema']): object | undefined {
  switch (format) {
    case 'json-schema':
      return { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema } };
    case 'json-object':
      return { type: 'json_object' };
    case 'text':
      return undefined;
    default:
      return format satisfies never;
  }
}

const completion = v.object({
  choices: v.pipe(
    v.array(
      v.object({
        finish_reason: v.nullish(v.string()),
        message: v.object({ content: v.nullish(v.string()), refusal: v.nullish(v.string()) }),
      }),
    ),
    v.minLength(1),
  ),
  usage: v.nullish(v.object({ prompt_tokens: v.number(), completion_tokens: v.number() })),
});

function answerIn(said: unknown, name: string): ChatAnswer {
  const result = v.safeParse(completion, typeof said === 'string' ? parsed(said) : said);
  const [choice] = result.success ? result.output.choices : [];
  if (!result.success || !choice) {
    throw new ProviderError(name, 'bad-answer', 'what came back is no chat completion');
  }
  const { finish_reason: end, message } = choice;
  if (end === 'length') {
    throw new ProviderError(name, 'too-large', 'the answer was cut off at the limit of the model', {
      mayBeBilled: true,
    });
  }
  if (end === 'content_filter' || (message.refusal ?? '') !== '') {
    throw new ProviderError(name, 'bad-answer', 'the model declined to answer');
  }
  const { usage } = result.output;
  return {
    content: message.content ?? '',
    ...(usage && { usage: { input: usage.prompt_tokens, output: usage.completion_tokens } }),
  };
}

/** The SDK reads JSON only where the server calls it so. */
function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}
