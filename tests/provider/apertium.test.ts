import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DepecheError } from '../../src/model/errors.ts';
import { openApertium } from '../../src/provider/apertium.ts';
import { type Cassette, readCassette, writeCassette } from '../../src/provider/cassette.ts';
import type { Provider, TranslationRequest } from '../../src/provider/provider.ts';
import { ProviderError } from '../../src/provider/provider-error.ts';
import { createRecorded, createRecorder } from '../../src/provider/recorded.ts';
import { createStandIn, echo, type StandIn } from './apertium-stand-in.ts';

const never = new AbortController().signal;

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

async function open(script?: string, names = ['fr-es']): Promise<{ provider: Provider; standIn: StandIn }> {
  const standIn = createStandIn(names, script);
  opened.push(() => standIn.remove());
  const provider = await openApertium({ modes: standIn.modes });
  opened.push(() => provider.close?.());
  return { provider, standIn };
}

function asking(...texts: readonly string[]): TranslationRequest {
  return { source: 'fr', target: 'es', segments: texts.map((text, at) => ({ id: `s${at}`, text })) };
}

async function textsOf(provider: Provider, ...texts: readonly string[]): Promise<readonly string[]> {
  const { translations } = await provider.translate(asking(...texts), never);
  return translations.map(({ text }) => text);
}

async function errorOf(provider: Provider, signal = never): Promise<unknown> {
  return provider.translate(asking('Un texte.'), signal).catch((thrown: unknown) => thrown);
}

/** Dead is also what nobody has asked about yet: where no init takes care of orphans, their numbers stay. */
function isRunning(pid: number): boolean {
  try {
    const [, state] = /^\d+ \(.*\) (\S)/su.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return state !== 'Z' && state !== 'X';
  } catch {
    return false;
  }
}

/** A busy machine takes its time to end a process. */
const patience = { timeout: 10_000 };

describe('Apertium', () => {
  it('hands no keys on to the programs', async () => {
    vi.stubEnv('DEEPL_AUTH_KEY', 'not-for-them');
    opened.push(() => void vi.unstubAllEnvs());
    const { provider, standIn } = await open(`env > "$HERE/environment"\n${echo}`);
    await textsOf(provider, 'Un texte.');
    const environment = readFileSync(join(standIn.modes, '../environment'), 'utf8');
    expect(environment).toContain('LC_ALL=C.UTF-8');
    expect(environment).not.toContain('not-for-them');
  });

  it('says that its words are gist, that nothing leaves the machine, and which pairs are installed', async () => {
    const { provider } = await open(echo, ['fr-es', 'fra-oci', 'fra-oci_gascon', 'eco-fr-es']);
    expect(provider.capabilities).toMatchObject({ gist: true, leavesMachine: false, placeholders: true });
    const targets = ['es', 'es-MX', 'oc', 'oc-gascon', 'de'];
    expect(targets.filter((target) => provider.supports?.('fr', target))).toEqual(targets.slice(0, 4));
    expect(provider.supports?.('es', 'fr')).toBe(false);
    expect(provider.adviceFor?.('fr', 'de')).toBe('es, oc, oc-gascon are installed from fr');
    expect(provider.adviceFor?.('es', 'fr')).toBe('nothing is installed from es');
  });

  it('keeps one pipeline of a direction open, and ends it when it is closed', async () => {
    const { provider, standIn } = await open();
    expect(await textsOf(provider, 'Un.', 'Deux.')).toEqual(['Un.', 'Deux.']);
    expect(await textsOf(provider, 'Trois.')).toEqual(['Trois.']);
    const [pid = 0, ...more] = standIn.started();
    expect(more).toEqual([]);
    expect(isRunning(pid)).toBe(true);
    await provider.close?.();
    expect(isRunning(pid)).toBe(false);
  });

  it('is gist from a cassette too', async () => {
    const { provider } = await open();
    let saved: Cassette | undefined;
    const save = async (cassette: Cassette) => {
      saved = cassette;
    };
    await createRecorder({ provider, save }).translate(asking('Un.'), never);
    if (!saved) throw new Error('nothing was recorded');
    const { capabilities } = createRecorded({ cassette: readCassette(writeCassette(saved)) });
    expect(capabilities).toMatchObject({ gist: true, placeholders: true });
  });

  it('starts nothing before it is asked', async () => {
    const { standIn } = await open();
    expect(standIn.started()).toEqual([]);
  });

  it('starts a pipeline that broke once more', async () => {
    const { provider, standIn } = await open(
      `if mkdir "$HERE/once" 2>&-; then head -c 1 >&-; exit 1; fi\n${echo}`,
    );
    expect(await textsOf(provider, 'Un.')).toEqual(['Un.']);
    expect(standIn.started()).toHaveLength(2);
  });

  it('starts one that died while nobody asked anew', async () => {
    const { provider, standIn } = await open();
    await textsOf(provider, 'Un.');
    const [pid = 0] = standIn.started();
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), patience);
    expect(await textsOf(provider, 'Deux.')).toEqual(['Deux.']);
  });

  it('is unavailable where it breaks twice, in the words of what broke', async () => {
    const { provider, standIn } = await open('echo no such dictionary >&2; exit 1');
    const error = await errorOf(provider);
    expect(error).toMatchObject({ kind: 'unavailable', retryable: true });
    expect(String(error)).toContain('no such dictionary');
    expect(standIn.started()).toHaveLength(2);
  });

  it.each([
    ['aborted', undefined],
    ['timeout', new DOMException('too late', 'TimeoutError')],
  ])(
    '%s: an abort ends the processes of the request under way, and the next one is answered',
    async (kind, reason) => {
      const { provider, standIn } = await open(
        `if mkdir "$HERE/once" 2>&-; then exec cat >/dev/null; fi\n${echo}`,
      );
      const cancel = new AbortController();
      const answering = errorOf(provider, cancel.signal);
      const next = textsOf(provider, 'Deux.');
      // Killed before it has made the folder, it would leave the next one to hang.
      await vi.waitFor(() => expect(existsSync(join(standIn.modes, '../once'))).toBe(true), patience);
      cancel.abort(reason);
      const error = await answering;
      expect(error).toBeInstanceOf(ProviderError);
      expect(error).toMatchObject({ kind });
      expect(await next).toEqual(['Deux.']);
      const [hanging = 0] = standIn.started();
      await vi.waitFor(() => expect(isRunning(hanging)).toBe(false), patience);
    },
  );

  it('takes no answer that does not say which text it is of', async () => {
    const { provider } = await open('exec sed -zu -e "s/;1]/;7]/" -e "s/\\[;2]//" -e "s/\\[;3]/[;3][;3]/"');
    const { translations } = await provider.translate(asking('Un.', 'Deux.', 'Trois.', 'Quatre.'), never);
    expect(translations).toEqual([{ id: 's3', text: 'Quatre.' }]);
  });

  it('takes no answer that came too much for one to the next text', async () => {
    const { provider } = await open('exec sed -zu p');
    for (const text of ['Un.', 'Deux.', 'Trois.', 'Quatre.']) {
      const answer = await provider.translate(asking(text), never).catch((thrown: unknown) => thrown);
      if (answer instanceof ProviderError) expect(answer.kind).toBe('unavailable');
      else expect([[], [{ id: 's0', text }]]).toContainEqual(Object(answer).translations);
    }
  });

  it('takes nothing that a direction does not exist for', async () => {
    const { provider } = await open();
    const error = await provider
      .translate({ ...asking('Un.'), target: 'de' }, never)
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: 'bad-request' });
  });

  it.each([['/nowhere/modes'], [import.meta.dirname]])(
    'says what to install where there is no pair: %s',
    async (modes) => {
      const error = await openApertium({ modes }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DepecheError);
      expect(error).toMatchObject({ code: 'config' });
      expect(String(error)).toContain('apt-get install apertium');
    },
  );
});
