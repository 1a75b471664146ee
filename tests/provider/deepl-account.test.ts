import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDeeplAccount } from '../../src/provider/deepl-account.ts';
import { type DeeplServerOptions, startDeeplServer } from './deepl-server.ts';

async function open(options: DeeplServerOptions = {}, authKey = 'test-key') {
  const server = await startDeeplServer(options);
  onTestFinished(server.close);
  return createDeeplAccount({ authKey, serverUrl: server.url });
}

describe('an account at DeepL', () => {
  it('tells what was used, of how much', async () => {
    const account = await open({ usage: { used: 12_345, limit: 500_000 } });
    expect(await account.usage()).toEqual({ used: 12_345, limit: 500_000 });
  });

  it('tells its languages, and which of them have formal address', async () => {
    const { sources, targets } = await (await open({ moreTargets: ['TLH'] })).languages();
    expect(sources).toContain('fr');
    expect(targets).toContainEqual({ code: 'de', formality: true });
    expect(targets).toContainEqual({ code: 'tlh', formality: false });
  });

  it('refuses a wrong key, and does not say it', async () => {
    const error = await (await open({}, 'wrong-key-4711')).usage().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'auth' });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('wrong-key-4711');
  });
});
