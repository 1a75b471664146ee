import { createServer } from 'node:http';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeCassette } from '../../src/provider/cassette.ts';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createLanguageModel } from '../../src/provider/language-model.ts';
import { createRecorder } from '../../src/provider/recorded.ts';
import { startChatServer } from '../provider/chat-server.ts';
import { startDeeplServer } from '../provider/deepl-server.ts';
import { certificateOf, trustCertificates } from '../provider/fault-engines.ts';
import type { WireFault } from '../provider/wire-faults.ts';
import { temporaryProject } from './temporary-project.ts';

const key = 'a-key-that-is-nowhere-0123456789';
const password = 'word-of-the-proxy-4711';
const story = 'Le convoi attend depuis hier soir.\n\nUne autre colonne est arrivée avant la nuit.\n';

beforeAll(trustCertificates);
afterEach(() => vi.unstubAllEnvs());

/** An engine as a project has it; its server wants `wanted` for a key, and fails as it is told. */
type Keyed = {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What it says where the quota is used up. */
  readonly quota: WireFault;
  /** @returns the settings of the provider */
  start(options: { readonly wanted: string; readonly fault?: WireFault | undefined }): Promise<object>;
};

const deepl: Keyed = {
  name: 'deepl',
  environment: { DEEPL_AUTH_KEY: key },
  quota: { kind: 'status', status: 456, body: `{"message":"nothing left for ${key}"}` },
  async start({ wanted, fault }) {
    const server = await startDeeplServer({ key: wanted, fault: () => fault });
    onTestFinished(server.close);
    return { serverUrl: server.url, glossary: 'auto' };
  },
};

const languageModel: Keyed = {
  name: 'language-model',
  environment: { DESK_KEY: key },
  quota: {
    kind: 'status',
    status: 429,
    body: `{"error":{"message":"nothing left for ${key}","code":"insufficient_quota"}}`,
  },
  async start({ wanted, fault }) {
    const server = await startChatServer({ key: wanted, fault: () => fault });
    onTestFinished(server.close);
    return { model: 'm1', serverUrl: server.url, keyVariable: 'DESK_KEY', leavesMachine: true };
  },
};

const glossary = `concept,type,lang,term,status,match,forms,note
convoi,place,fr,convoi,preferred,forms,,
convoi,place,de,Konvoi,preferred,forms,,
`;

const commands = [
  ['translate'],
  ['translate', '--json'],
  ['account'],
  ['usage', '--runs'],
  ['check', '--format', 'json'],
  ['report', '--out', 'report.html'],
  ['export', 'convoi', '--to', 'de', '--profile', '2.1', '--out', 'export.xlf'],
];

/** Everything that the commands say and write. */
async function everything(
  { name, environment }: Pick<Keyed, 'name' | 'environment'>,
  settings: object,
  timeout = 60,
): Promise<ReadonlyMap<string, string>> {
  const project = await temporaryProject([], environment);
  const config = {
    targets: ['de'],
    provider: name,
    providers: { [name]: settings },
    schedule: { attempts: 1, timeout },
  };
  await project.write('depeche.config.json', JSON.stringify(config));
  await project.write('source-texts/convoi.txt', story);
  await project.write('locales/glossary.csv', glossary);
  const said: string[] = [];
  for (const command of commands) {
    const { out, err } = await project.run(...command);
    said.push(out, err);
  }
  const written = await project.snapshot('.');
  expect([...written.keys()]).toEqual(
    expect.arrayContaining([
      '.depeche/journal.sqlite',
      '.depeche/ledger.sqlite',
      'report.html',
      'export.xlf',
    ]),
  );
  return new Map([...written, ['what was said', said.join('')]]);
}

function expectNowhere(secret: string, texts: ReadonlyMap<string, string>): void {
  const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').slice(0, -3)];
  for (const [where, text] of texts)
    for (const form of forms) expect(text.includes(form), `${where} has ${form}`).toBe(false);
}

describe.each([deepl, languageModel])('the key of $name is in nothing that is written or said', (engine) => {
  it.each<[string, { wanted?: string; fault?: WireFault }]>([
    ['a run that goes well', {}],
    ['a key that is refused', { wanted: 'another-key' }],
    ['a quota that is used up', { fault: engine.quota }],
    [
      'a server that throws it back',
      { fault: { kind: 'status', status: 400, body: `{"message":"${key}"}` } },
    ],
    ['a server that fails', { fault: { kind: 'status', status: 500, body: key } }],
    [
      'a redirect that has it',
      { fault: { kind: 'status', status: 302, location: `https://${key}.example/?key=${key}` } },
    ],
    ['an answer that is no JSON', { fault: { kind: 'invalid-json' } }],
    ['a connection that breaks', { fault: { kind: 'cut' } }],
  ])('%s', async (_, { wanted = key, fault }) => {
    expectNowhere(key, await everything(engine, await engine.start({ wanted, fault })));
  });
});

const request = {
  source: 'fr',
  target: 'de',
  segments: [{ id: 's1', text: 'Le convoi attend depuis hier soir.' }],
};

it('no cassette has a key, a header or an address', async () => {
  const chat = await startChatServer({ key });
  const server = await startDeeplServer({ key });
  onTestFinished(chat.close);
  onTestFinished(server.close);
  for (const provider of [
    createDeepl({ authKey: key, serverUrl: server.url }),
    createLanguageModel({ model: 'm1', serverUrl: chat.url, key }),
  ]) {
    const cassettes: string[] = [];
    const recorder = createRecorder({
      provider,
      save: async (cassette) => void cassettes.push(writeCassette(cassette)),
    });
    await recorder.translate(request, new AbortController().signal);
    expect(cassettes).toHaveLength(1);
    expect(cassettes.join()).not.toMatch(/nowhere|authorization|bearer|127\.0\.0\.1|http/iu);
  }
});

/** A proxy that wants a password, and answers as it is told: with a status, or by going away. */
async function startProxy(status: number | undefined): Promise<string> {
  const server = createServer();
  server.on('connect', ({ url = '', headers }, socket) => {
    socket.on('error', () => {});
    const wanted = Buffer.from(`desk:${password}`).toString('base64');
    if (status === undefined) socket.destroy();
    else if (status !== 200 || headers['proxy-authorization'] !== `Basic ${wanted}`)
      socket.end(
        `HTTP/1.1 ${status === 200 ? 407 : status} No\r\n\r\n${inspect(headers)} ${wanted} ${password}`,
      );
    else {
      const [host, port] = url.split(':');
      const far = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(far).pipe(socket);
      });
      far.on('error', () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return `http://desk:${password}@127.0.0.1:${address.port}`;
}

describe('the password of a proxy is in nothing that is written or said', () => {
  it.each([
    ['opens a tunnel', 200],
    ['refuses it', 407],
    ['fails', 502],
    ['goes away', undefined],
  ])('where the proxy %s', async (_, status) => {
    const server = await startDeeplServer({ key, certificate: certificateOf('loopback') });
    onTestFinished(server.close);
    vi.stubEnv('HTTPS_PROXY', await startProxy(status));
    vi.stubEnv('NO_PROXY', '');
    const provider = createDeepl({ authKey: key, serverUrl: server.url });
    const error: unknown = await provider
      .translate(request, status === undefined ? AbortSignal.timeout(100) : new AbortController().signal)
      .catch((thrown: unknown) => thrown);
    // A client whose proxy goes away waits for ever.
    const all = await everything(deepl, { serverUrl: server.url }, status === undefined ? 0.1 : 60);
    const texts = new Map([...all, ['the error', inspect(error, { depth: 20, showHidden: true })]]);
    expect(server.requests.length > 0).toBe(status === 200);
    expectNowhere(password, texts);
    expectNowhere(`desk:${password}`, texts);
    expectNowhere(key, texts);
  });
});

it.each(['deepl', 'language-model'])(
  'an address of %s that has a password is refused, and not repeated',
  async (name) => {
    const project = await temporaryProject([], { DEEPL_AUTH_KEY: key });
    const settings = { model: 'm1', serverUrl: `https://desk:${password}@127.0.0.1:9/v1` };
    const { model: _, ...others } = settings;
    await project.write(
      'depeche.config.json',
      JSON.stringify({ provider: name, providers: { [name]: name === 'deepl' ? others : settings } }),
    );
    await project.write('source-texts/convoi.txt', story);
    const { exitCode, out, err } = await project.run('translate');
    expect(exitCode).toBe(2);
    expect(err).toContain('password');
    expect(out + err).not.toContain(password);
  },
);
