import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { downloadText } from '../../../src/project/models/download.ts';
import { instantClock } from '../../provider/clocks.ts';
import { certificateOf, trustCertificates } from '../../provider/fault-engines.ts';

beforeAll(trustCertificates);

/** A server of another machine, as its certificate says, and a proxy that alone knows the way to it. */
async function start(location?: string) {
  const far = createSecureServer(certificateOf('elsewhere'), (_, response) => {
    if (location !== undefined) response.writeHead(302, { location });
    response.end('{"data":[]}');
  });
  const heard: string[] = [];
  const proxy = createServer((_, response) => response.writeHead(403).end());
  proxy.on('connect', (asked, socket) => {
    heard.push(asked.url ?? '');
    const tunnel = connect((far.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(tunnel).pipe(socket);
    });
    for (const end of [tunnel, socket]) end.on('error', () => socket.destroy());
    socket.on('close', () => tunnel.destroy());
  });
  for (const server of [far, proxy]) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
  }
  return { proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, heard };
}

async function get(address: string, environment: Record<string, string>): Promise<string> {
  const line = {
    environment,
    stall: 10_000,
    clock: instantClock(),
    signal: new AbortController().signal,
    onRetry: () => {},
  };
  return downloadText(new URL(address), 1000, line);
}

it.each(['HTTPS_PROXY', 'https_proxy'])('the proxy in %s is gone through, by a tunnel', async (name) => {
  const { proxy, heard } = await start();
  expect(await get('https://elsewhere.example/records.json', { [name]: proxy })).toBe('{"data":[]}');
  expect(heard).toEqual(['elsewhere.example:443']);
});

it('no proxy is asked for hosts in NO_PROXY, nor for this machine', async () => {
  const { proxy, heard } = await start();
  const environment = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY: 'elsewhere.example' };
  await expect(get('https://elsewhere.example/records.json', environment)).rejects.toMatchObject({
    code: 'refused',
  });
  await expect(get('http://127.0.0.1:9/records.json', environment)).rejects.toMatchObject({
    code: 'refused',
  });
  expect(heard).toEqual([]);
});

it.each([
  'http://127.0.0.1:9/records.json',
  'https://localhost:9/records.json',
  'http://elsewhere.example/x',
])('a server elsewhere cannot point to %s', async (location) => {
  const { proxy, heard } = await start(location);
  await expect(
    get('https://elsewhere.example/records.json', { HTTPS_PROXY: proxy, HTTP_PROXY: proxy }),
  ).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining('is not followed') });
  expect(heard).toEqual(['elsewhere.example:443']);
});

it('a server whose certificate is of another host is not spoken to, and not tried again', async () => {
  const { proxy, heard } = await start();
  await expect(get('https://another.example/records.json', { HTTPS_PROXY: proxy })).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('cannot be trusted'),
  });
  expect(heard).toHaveLength(1);
});
