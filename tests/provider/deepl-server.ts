import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { actOut, type Fault, json } from './deepl-faults.ts';
import { createGlossaryShelf, type GlossaryShelf } from './deepl-glossary-shelf.ts';
import { isWellFormed } from './tag-damage.ts';
import { mayHaveWorked } from './wire-faults.ts';

export type DeeplServerOptions = {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `test-key`. */
  readonly key?: string;
  /** Milliseconds from request to answer, for all or for each translate request, counted from 1. */
  readonly latency?: number | ((request: number) => number) | undefined;
  readonly translate?: (text: string, target: string) => string;
  /** Asked for each translate request, counted from 1. */
  readonly fault?: (request: number, sent: SentRequest) => Fault | undefined;
  /** Languages it has no glossaries for. */
  readonly withoutGlossaries?: readonly string[];
  /** How many glossaries an account may have; default 1000. */
  readonly maxGlossaries?: number;
  /** The status that a call about glossaries, such as `POST /v3/glossaries`, fails with. */
  readonly glossaryFault?: (call: string) => number | 'hang' | undefined;
  /** Default: nothing used of 500,000. */
  readonly usage?: { readonly used: number; readonly limit: number };
  /** Targets it tells of besides a few usual ones. */
  readonly moreTargets?: readonly string[];
  /** PEM: the server speaks TLS with it. */
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** Told of each text as its request comes in, with its characters: from then on DeepL would bill them. */
  readonly onText?: (text: string, target: string, characters: number) => void;
};

/** A translate request as it came over the wire. */
export type SentRequest = {
  readonly texts: readonly string[];
  readonly target: string;
  readonly parameters: URLSearchParams;
  readonly bytes: number;
  readonly userAgent: string;
  readonly at: number;
};

export type DeeplServer = {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly SentRequest[];
  /** Calls about glossaries, in order: `GET /v3/glossaries`. */
  readonly glossaryCalls: readonly string[];
  /** What is there now. */
  readonly glossaries: GlossaryShelf;
  /** How many times it was asked for its usage. */
  readonly usageCalls: () => number;
  /** How many times it was asked for its languages, once for each list. */
  readonly languageCalls: () => number;
  /** Connections that the other side closed before it was answered. */
  readonly hungUp: () => number;
  close(): Promise<void>;
};

/**
 * A server on 127.0.0.1 that speaks as much of DeepL's protocol as depeche uses: `POST /v2/translate`, `GET /v2/usage`, `GET /v2/languages`,
 * and `/v3/glossaries`, whose entries it writes into what it translates. With `tag_handling=xml` it reads texts strictly and bills no tag.
 */
export async function startDeeplServer(options: DeeplServerOptions = {}): Promise<DeeplServer> {
  const { key = 'test-key', translate = (text, target) => `[${target}] ${text}` } = options;
  const requests: SentRequest[] = [];
  const glossaryCalls: string[] = [];
  const shelf = createGlossaryShelf(options);
  let languageCalls = 0;
  let usageCalls = 0;
  let hungUp = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (request.headers.authorization !== `DeepL-Auth-Key ${key}`) {
      return json(response, 403, { message: 'Forbidden' });
    }
    if (request.method === 'GET' && request.url === '/v2/usage') {
      usageCalls += 1;
      const { used, limit } = options.usage ?? { used: 0, limit: 500_000 };
      return json(response, 200, { character_count: used, character_limit: limit });
    }
    if (request.method === 'GET' && request.url?.startsWith('/v2/languages')) {
      languageCalls += 1;
      return json(response, 200, languagesOf(request.url, options.moreTargets));
    }
    if (/^\/v[23]\/glossar/u.test(request.url ?? '')) {
      const call = `${request.method} ${request.url}`;
      glossaryCalls.push(call);
      const fault = options.glossaryFault?.(call);
      if (fault === 'hang') return;
      const answer =
        fault === undefined ? shelf.answer(call, new URLSearchParams(body.toString('utf8'))) : undefined;
      return json(response, answer?.status ?? fault ?? 500, answer?.body ?? { message: 'told to fail' });
    }
    if (request.method !== 'POST' || request.url !== '/v2/translate') {
      return json(response, 404, { message: 'Not found' });
    }
    const parameters = new URLSearchParams(body.toString('utf8'));
    const texts = parameters.getAll('text');
    const target = parameters.get('target_lang') ?? '';
    const sent: SentRequest = {
      texts,
      target,
      parameters,
      bytes: body.length,
      userAgent: request.headers['user-agent'] ?? '',
      at: performance.now(),
    };
    requests.push(sent);
    const id = parameters.get('glossary_id') ?? '';
    if (id.startsWith(shelf.prefix) && !shelf.all.has(id)) {
      return json(response, 404, { message: 'Glossary not found' });
    }
    const fault = options.fault?.(requests.length, sent);
    response.once('close', () => {
      if (!response.writableEnded) hungUp += 1;
    });
    if (!fault && texts.length > 50) return json(response, 400, { message: 'Too many texts' });
    const asXml = parameters.get('tag_handling') === 'xml';
    const charactersOf = (text: string) => [...(asXml ? text.replace(/<[^>]*>/gu, '') : text)].length;
    if (asXml && !texts.every(isWellFormed)) {
      return json(response, 400, { message: 'Tag handling parsing failed, please check input.' });
    }
    if (!fault || mayHaveWorked(fault))
      for (const text of texts) options.onText?.(text, target, charactersOf(text));
    const { latency = 0 } = options;
    const wait = typeof latency === 'number' ? latency : latency(requests.length);
    if (wait > 0) await sleep(wait);
    const translations = texts.map((text) => ({
      detected_source_language: 'FR',
      text: translate(shelf.applied(id, text, target), target),
      billed_characters: charactersOf(text),
    }));
    if (fault) actOut(fault, translations, response);
    else json(response, 200, { translations });
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => response.destroy());
  };
  const { certificate } = options;
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const { port } = address;
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests,
    glossaryCalls,
    glossaries: shelf,
    usageCalls: () => usageCalls,
    languageCalls: () => languageCalls,
    hungUp: () => hungUp,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What it says it translates from, or with `type=target` into. */
function languagesOf(url: string, more: readonly string[] = []): object[] {
  const isTarget = url.includes('type=target');
  const codes = isTarget ? ['AR', 'DE', 'EN-GB', 'EN-US', 'ES', 'PT-PT', ...more] : ['DE', 'EN', 'FR'];
  return codes.map((language) => ({
    language,
    name: language,
    ...(isTarget && { supports_formality: language === 'DE' || language === 'ES' }),
  }));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/**
 * `node deepl-server.ts [--port 0] [--latency MS] [--key KEY] [--log FILE]`: prints its port on a line of its own and serves until it
 * is killed. The log gets a line of JSON, `{"target","text"}`, for each text, before its answer is sent.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      latency: { type: 'string', default: '0' },
      key: { type: 'string', default: 'test-key' },
      log: { type: 'string' },
    },
  });
  const { log } = values;
  const server = await startDeeplServer({
    port: Number(values.port),
    latency: Number(values.latency),
    key: values.key,
    ...(log !== undefined && {
      onText: (text, target) => appendFileSync(log, `${JSON.stringify({ target, text })}\n`),
    }),
  });
  process.stdout.write(`${server.port}\n`);
}

if (import.meta.main) await main();
