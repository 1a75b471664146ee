import type { DeepLClient, ProxyConfig } from 'deepl-node';
import { DepecheError } from '../model/errors.ts';
import { reasonOf } from './deepl-errors.ts';
import type { DeeplConnection } from './deepl-options.ts';
import { assertInstalled } from './optional-package.ts';

export type Deepl = typeof import('deepl-node');

export type OpenClient = {
  readonly deepl: Deepl;
  readonly client: DeepLClient;
  /** What an error says, without the key. */
  readonly reasonOf: (error: unknown) => string;
};

/**
 * DeepL's own client, loaded when it is first asked for. It retries nothing: the scheduler does.
 *
 * @throws DepecheError `config` where the key cannot be one; when it is asked for, where the client is not installed
 */
export function deeplClient({
  authKey,
  serverUrl,
  proxy,
  timeout,
  appVersion,
}: DeeplConnection): () => Promise<OpenClient> {
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
      minTimeout: timeout ?? 60_000,
      sendPlatformInfo: false,
      headers: { 'Accept-Encoding': 'identity' },
      appInfo: { appName: 'depeche', appVersion: appVersion ?? '0' },
      ...(serverUrl !== undefined && { serverUrl }),
      ...(proxy !== undefined && { proxy: proxyOf(proxy) }),
    });
    return { deepl, client, reasonOf: (error) => reasonOf(error, key) };
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

function proxyOf(address: string): ProxyConfig {
  const { protocol, hostname, port } = new URL(address);
  return {
    protocol: protocol.slice(0, -1),
    host: hostname,
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  };
}
