import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { actOutOnWire, type WireFault } from './wire-faults.ts';

/** What goes wrong with a request, below what the model says; `body` is an answer in full, as the server is to send it. */
export type ChatFault = WireFault | { readonly kind: 'body'; readonly body: string };

const line = v.object({
  id: v.optional(v.string()),
  text: v.string(),
  refused: v.optional(v.object({ answer: v.string(), because: v.array(v.string()) })),
});

const chat = v.looseObject({
  model: v.string(),
  messages: v.array(v.object({ role: v.string(), content: v.string() })),
  response_format: v.optional(v.looseObject({ type: v.string() })),
});

const material = v.object({
  copy: v.array(line),
  terms: v.array(
    v.object({ source: v.string(), target: v.string(), avoid: v.optional(v.array(v.string())) }),
  ),
});

/** A request as it came over the wire. */
export type SentChat = {
  readonly headers: IncomingHttpHeaders;
  readonly body: v.InferOutput<typeof chat>;
  readonly rules: string;
  /** The message with the material, as it was written. */
  readonly given: string;
  readonly copy: readonly v.InferOutput<typeof line>[];
  readonly terms: v.InferOutput<typeof material>['terms'];
  readonly format: string | undefined;
};

export type ChatServerOptions = {
  /** The key it wants; none: it takes any request. */
  readonly key?: string;
  /** What the model says to a request, counted from 1. Default: a rendering of each sentence, see {@link renderingsOf}. */
  readonly say?: (sent: SentChat, request: number) => string;
  readonly fault?: (request: number, sent: SentChat) => ChatFault | undefined;
  /** The formats of answers it knows; it refuses others. Default: both. */
  readonly formats?: readonly string[];
  /** Milliseconds until each request is answered, counted from 1. */
  readonly latency?: ((request: number) => number) | undefined;
  /** Why the model stopped. Default `stop`. */
  readonly finish?: string;
  /** PEM: the server speaks TLS with it. */
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** What it counts, of a request and of what the model says; anything, for servers that count wrongly. Default: 1,000 and 100. */
  readonly count?: (sent: SentChat, said: string) => object | undefined;
};

export type ChatServer = {
  readonly url: string;
  readonly requests: readonly SentChat[];
  /** Requests whose connection the other side closed before the answer was out. */
  readonly hungUp: () => number;
  close(): Promise<void>;
};

/** A server on 127.0.0.1 that speaks as much of OpenAI's chat completions as depeche uses. */
export async function startChatServer(options: ChatServerOptions = {}): Promise<ChatServer> {
  const { say = (sent) => answering(renderingsOf(sent)), formats = ['json_schema', 'json_object'] } = options;
  const requests: SentChat[] = [];
  let hungUp = 0;
  const listener: RequestListener = async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) hungUp += 1;
    });
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    if (request.url !== '/v1/chat/completions')
      return json(response, 404, { error: { message: 'no such path' } });
    if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`) {
      return json(response, 401, { error: { message: `wrong key ${request.headers.authorization}` } });
    }
    const body = v.parse(chat, JSON.parse(Buffer.concat(pieces).toString('utf8')));
    const [rules, given] = body.messages.map(({ content }) => content);
    const sent: SentChat = {
      headers: request.headers,
      body,
      rules: rules ?? '',
      given: given ?? '',
      ...v.parse(material, JSON.parse(given ?? '')),
      format: body.response_format?.type,
    };
    requests.push(sent);
    const fault = options.fault?.(requests.length, sent);
    const wait = options.latency?.(requests.length) ?? 0;
    if (wait > 0) await sleep(wait);
    const number = requests.length;
    const completion = () => {
      const said = say(sent, number);
      const whole = completionOf(said, options.finish);
      return options.count ? { ...whole, usage: options.count(sent, said) } : whole;
    };
    if (fault?.kind === 'body') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      return response.end(fault.body);
    }
    if (fault) return actOutOnWire(fault, () => JSON.stringify(completion()), response);
    if (sent.format !== undefined && !formats.includes(sent.format)) {
      return json(response, 400, { error: { message: `unknown response_format ${sent.format}` } });
    }
    return json(response, 200, completion());
  };
  const { certificate } = options;
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${address.port}/v1`,
    requests,
    hungUp: () => hungUp,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function completionOf(content: string, finish = 'stop'): object {
  return {
    id: 'c1',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 },
  };
}

/** The JSON that a model is asked for. */
export function answering(translations: readonly { readonly id: string; readonly text: string }[]): string {
  return JSON.stringify({ translations });
}

/**
 * For each sentence that has an id, one of about its length in German: names, numbers and signs stay, words in small letters become German
 * ones, others in every place.
 */
export function renderingsOf({ copy }: SentChat): { id: string; text: string }[] {
  return copy.flatMap(({ id, text }) => (id === undefined ? [] : [{ id, text: renderingOf(text) }]));
}

export function renderingOf(text: string): string {
  let place = text.length;
  return text.replace(/(?<![\p{L}{])\p{Ll}+(?![\p{L}}])(?!>)/gu, (word) => {
    place += 1;
    return (word.length > 5 ? longWords : shortWords)[(place + word.length) % 7] ?? word;
  });
}

const shortWords = ['und', 'der', 'die', 'auch', 'noch', 'mit', 'wie'];
const longWords = ['zwischen', 'während', 'weitere', 'Sprecher', 'gestern', 'berichtet', 'inzwischen'];

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
