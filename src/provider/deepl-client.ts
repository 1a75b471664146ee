import type { DeepLClient, ProxyConfig } from 'deepl-node';
import { DepecheError } from '../model/errors.ts';
import { longestCall } from './call.ts';
import { reasonOf } from './deepl-errors.ts';
import { withExchange } from './deepl-exchange.ts';
import type { DeeplConnection } from './deepl-options.ts';
import { assertInstalled } from './optional-package.ts';

export type Deepl = typeof import('deepl-node');

export type OpenClient = {
  readonly deepl: Deepl;
  readonly client: DeepLClient;
  /**
   * Asks what no scheduler has a time limit for, in one request.
   *
   * @throws what the client throws; a ConnectionError where there is no answer in time
   */
  readonly ask: <T>(question: (client: DeepLClient) => Promise<T>) => Promise<T>;
  /** What an error says, without the key and the passwords of proxies. */
  readonly reasonOf: (error: unknown) => string;
};

/**
 * DeepL's own client, loaded when it is first asked for. It retries nothing: the scheduler does.
 *
 * @param closing calls off what {@link OpenClient.ask} has under way
 * @throws DepecheError `config` where the key cannot be one; when it is asked for, where the client is not installed
 */
export function deeplClient(
  { authKey, serverUrl, proxy, timeout = 60_000, appVersion }: DeeplConnection,
  closing?: AbortSignal,
): () => Promise<OpenClient> {
  const key = authKey.trim();
  if (!/^[\x21-\x7e]+$/u.test(key)) {
    throw new DepecheError(
      'config',
      'no usable DeepL key: set DEEPL_AUTH_KEY in the environment, or name a file that holds nothing else',
    );
  }
  const load = async (): Promise<OpenClient> => {
    assertClient();
    const deepl = await import('deepl-node');
    const client = new deepl.DeepLClient(key, {
      maxRetries: 0,
      // The scheduler closes what it has given up before that.
      minTimeout: longestCall(timeout),
      sendPlatformInfo: false,
      headers: { 'Accept-Encoding': 'identity' },
      appInfo: { appName: 'depeche', appVersion: appVersion ?? '0' },
      ...(serverUrl !== undefined && { serverUrl }),
      ...(proxy !== undefined && { proxy: proxyOf(proxy) }),
    });
    const secrets = [key, ...secretsOfProxies()];
    return {
      deepl,
      client,
      reasonOf: (error) => reasonOf(error, secrets),
      async ask(question) {
        const limit = new AbortController();
        const end = (): void => limit.abort();
        const timer = setTimeout(end, timeout);
        closing?.addEventListener('abort', end, { once: true });
        try {
          return await withExchange(limit.signal, () => question(client));
        } catch (error) {
          throw limit.signal.aborted ? new deepl.ConnectionError('no answer in time') : error;
        } finally {
          clearTimeout(timer);
          closing?.removeEventListener('abort', end);
        }
      },
    };
  };
  let loading: Promise<OpenClient> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}

/** @throws DepecheError `config` where the client is not installed */
export function assertClient(): void {
  assertInstalled('deepl-node@1', 'DeepL');
}

/** Passwords in the variables that lead the client through a proxy, as they stand there and as they are sent. */
function secretsOfProxies(): readonly string[] {
  return ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY']
    .flatMap((name) => [process.env[name], process.env[name.toLowerCase()]])
    .flatMap((address) => (address !== undefined && URL.canParse(address) ? [new URL(address)] : []))
    .filter(({ password }) => password !== '')
    .flatMap(({ username, password }) => {
      const [name, word] = [decodeURIComponent(username), decodeURIComponent(password)];
      return [Buffer.from(`${name}:${word}`).toString('base64'), password, word];
    });
}

function proxyOf(address: string): ProxyConfig {
  const { protocol, hostname, port } = new URL(address);
  return {
    protocol: protocol.slice(0, -1),
    host: hostname,
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  };
}
