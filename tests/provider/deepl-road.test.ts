import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { inspect } from 'node:util';
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDeepl } from '../../src/provider/deepl.ts';
import type { DeeplOptions } from '../../src/provider/deepl-options.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { instantClock } from './clocks.ts';
import { type DeeplServerOptions, startDeeplServer } from './deepl-server.ts';
import { certificateOf, trustCertificates } from './fault-engines.ts';

const authKey = 'road-key-4711';
const never = new AbortController().signal;
const request: TranslationRequest = {
  source: 'fr',
  target: 'de',
  segments: [{ id: 's1', text: 'Une phrase.' }],
};

beforeAll(trustCertificates);
afterEach(() => vi.unstubAllEnvs());

async function open(options: DeeplServerOptions = {}, deepl: Partial<DeeplOptions> = {}) {
  const server = await startDeeplServer({ key: authKey, ...options });
  onTestFinished(server.close);
  return { server, provider: createDeepl({ authKey, serverUrl: server.url, ...deepl }) };
}

describe('the server at the other end', () => {
  it('is spoken to where its certificate is that of its host', async () => {
    const { provider } = await open({ certificate: certificateOf('loopback') });
    expect(await provider.translate(request, never)).toEqual({
      translations: [{ id: 's1', text: '[de] Une phrase.' }],
    });
  });

  it('gets nothing, neither copy nor key, where its certificate is of another host', async () => {
    const { server, provider } = await open({ certificate: certificateOf('elsewhere') });
    const error = await provider.translate(request, never).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'untrusted', retryable: false });
    expect(inspect(error, { depth: 9 })).not.toContain(authKey);
    expect(server.requests).toEqual([]);
  });
});

/** A proxy that only tunnels, and keeps all that it could read. */
async function startProxy() {
  const heard: string[] = [];
  const tunnels = new Set<Duplex>();
  const server: Server = createServer((asked, response) => {
    heard.push(`${asked.method} ${asked.url} ${inspect(asked.headers)}`);
    response.writeHead(403).end();
  });
  server.on('connect', (asked, socket) => {
    heard.push(`CONNECT ${asked.url} ${inspect(asked.headers)}`);
    const [host, port] = (asked.url ?? '').split(':');
    tunnels.add(socket);
    const far = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(far).pipe(socket);
    });
    far.on('data', (bytes) => heard.push(bytes.toString('latin1')));
    socket.on('data', (bytes: Buffer) => heard.push(bytes.toString('latin1')));
    for (const end of [far, socket]) end.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const tunnel of tunnels) tunnel.destroy();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return { url: `http://127.0.0.1:${address.port}`, heard };
}

describe('a proxy', () => {
  it.each(['configured', 'in the environment'])(
    '%s tunnels, and reads neither key nor copy',
    async (where) => {
      const proxy = await startProxy();
      if (where === 'in the environment') {
        vi.stubEnv('HTTPS_PROXY', proxy.url);
        vi.stubEnv('NO_PROXY', '');
      }
      const { server, provider } = await open(
        { certificate: certificateOf('loopback') },
        where === 'configured' ? { proxy: proxy.url } : {},
      );
      await provider.translate(request, never);
      expect(server.requests).toHaveLength(1);
      expect(proxy.heard[0]).toContain(`CONNECT 127.0.0.1:${server.port}`);
      expect(proxy.heard.join()).not.toContain(authKey);
      expect(proxy.heard.join()).not.toContain('phrase');
    },
  );

  it('is passed by for hosts in NO_PROXY', async () => {
    const proxy = await startProxy();
    vi.stubEnv('HTTPS_PROXY', proxy.url);
    vi.stubEnv('NO_PROXY', '127.0.0.1');
    const { server, provider } = await open({ certificate: certificateOf('loopback') });
    await provider.translate(request, never);
    expect(server.requests).toHaveLength(1);
    expect(proxy.heard).toEqual([]);
  });
});

describe('an abort', () => {
  it.each(['hang', 'drip'] as const)('closes the connection to a server that does %s', async (kind) => {
    const { server, provider } = await open({ fault: () => ({ kind }) });
    const abort = new AbortController();
    const answering = provider.translate(request, abort.signal);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), { timeout: 5000 });
    abort.abort();
    await expect(answering).rejects.toMatchObject({ kind: 'aborted' });
    await vi.waitFor(() => expect(server.hungUp()).toBe(1), { timeout: 5000 });
  });

  it('of one request leaves those beside it alone', async () => {
    const { server, provider } = await open({
      fault: (_, { texts }) => (texts[0] === 'Non.' ? { kind: 'hang' } : undefined),
      latency: 50,
    });
    const abort = new AbortController();
    const lost = provider.translate({ ...request, segments: [{ id: 's1', text: 'Non.' }] }, abort.signal);
    const kept = provider.translate(request, new AbortController().signal);
    await vi.waitFor(() => expect(server.requests).toHaveLength(2), { timeout: 5000 });
    abort.abort();
    await expect(lost).rejects.toMatchObject({ kind: 'aborted' });
    expect((await kept).translations).toHaveLength(1);
  });

  it('by the time limit ends an answer that drips for ever, so that the run can end too', async () => {
    const { server, provider } = await open({ fault: () => ({ kind: 'drip' }) });
    const scheduler = createScheduler(provider, { clock: instantClock(), timeout: 300, attempts: 2 });
    const kinds: string[] = [];
    await scheduler.send(request, async (one) => {
      kinds.push(one.kind === 'failed' ? one.error.kind : one.kind);
    });
    await scheduler.close();
    expect(kinds).toEqual(['timeout']);
    expect(server.requests).toHaveLength(2);
    await vi.waitFor(() => expect(server.hungUp()).toBe(2), { timeout: 5000 });
  });
});
