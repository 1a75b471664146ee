import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApertium } from '../../src/provider/apertium.ts';
import { type Cassette, readCassette, writeCassette } from '../../src/provider/cassette.ts';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createFxtranslate } from '../../src/provider/fxtranslate.ts';
import { createLanguageModel } from '../../src/provider/language-model.ts';
import type { Provider } from '../../src/provider/provider.ts';
import { createPseudo } from '../../src/provider/pseudo.ts';
import { createRecorded, createRecorder } from '../../src/provider/recorded.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { installTinyModels } from '../builders/install-models.ts';
import { createStandIn } from './apertium-stand-in.ts';
import { startChatServer } from './chat-server.ts';
import { conformanceRequest, type Silence, shieldedRequest, testConformance } from './conformance.ts';
import { startDeeplServer } from './deepl-server.ts';
import { deeplEngine, type Engine, languageModelEngine } from './fault-engines.ts';

testConformance('deepl', {
  async open() {
    const server = await startDeeplServer();
    return {
      provider: createDeepl({ authKey: 'test-key', serverUrl: server.url }),
      close: () => server.close(),
    };
  },
  silent: () => silence(deeplEngine),
});

testConformance('a language model', {
  async open() {
    const server = await startChatServer();
    return {
      provider: createLanguageModel({ model: 'm1', serverUrl: server.url }),
      close: () => server.close(),
    };
  },
  silent: () => silence(languageModelEngine),
});

testConformance('fxtranslate with tiny models', {
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'depeche-models-'));
    const models = installTinyModels(folder, { 'fr-en': { Le: 'The' }, 'en-de': { The: 'Der' } });
    return {
      provider: createFxtranslate({ models }),
      close: async () => rmSync(folder, { recursive: true }),
    };
  },
});

testConformance('apertium with programs of ours (tests/proofs/apertium.proof.ts has the real ones)', {
  placeholders: true,
  async open() {
    const standIn = createStandIn(['fr-de', 'fr-en']);
    return {
      provider: await openApertium({ modes: standIn.modes }),
      close: async () => standIn.remove(),
    };
  },
  async silent() {
    const standIn = createStandIn(['fr-de'], 'exec cat >/dev/null');
    return {
      provider: await openApertium({ modes: standIn.modes }),
      held: () => standIn.started().filter(isRunning).length,
      close: async () => standIn.remove(),
    };
  },
});

testConformance('scripted', {
  open: async () => ({ provider: createScripted({ delay: 1 }) }),
  async silent() {
    const scripted = createScripted({ failures: () => 'hang' });
    let held = 0;
    const translate: Provider['translate'] = async (request, signal) => {
      held += 1;
      return scripted.translate(request, signal).finally(() => {
        held -= 1;
      });
    };
    return { provider: { ...scripted, translate }, held: () => held };
  },
});

testConformance('scripted that keeps placeholders', {
  placeholders: true,
  open: async () => ({ provider: createScripted({ capabilities: { placeholders: true } }) }),
});

testConformance('pseudo', { placeholders: true, open: async () => ({ provider: createPseudo() }) });

testConformance('a recorder', {
  open: async () => ({ provider: createRecorder({ provider: createScripted(), save: async () => {} }) }),
});

testConformance('recorded', {
  open: async () => ({ provider: await recordedFrom(createScripted({ model: 'm1' })) }),
});

testConformance('recorded from one that keeps placeholders', {
  placeholders: true,
  open: async () => ({ provider: await recordedFrom(createPseudo()) }),
});

/** A provider behind a server that is told everything and says nothing. */
async function silence(engine: Engine): Promise<Silence> {
  const server = await engine.open({ fault: () => ({ kind: 'hang' }), onText: () => {} });
  return {
    provider: server.provider,
    held: () => server.requests.length - server.hungUp(),
    close: () => server.close(),
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A provider that plays back what another one says to the requests of the contract, by way of a file. */
async function recordedFrom(provider: Provider): Promise<Provider> {
  let saved: Cassette | undefined;
  const recorder = createRecorder({
    provider,
    save: async (cassette) => {
      saved = cassette;
    },
  });
  for (const request of [conformanceRequest, shieldedRequest])
    await recorder.translate(request, new AbortController().signal);
  if (!saved) throw new Error('nothing was recorded');
  return createRecorded({ cassette: readCassette(writeCassette(saved)) });
}
