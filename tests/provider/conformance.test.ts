import { type Cassette, readCassette, writeCassette } from '../../src/provider/cassette.ts';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createPseudo } from '../../src/provider/pseudo.ts';
import { createRecorded, createRecorder } from '../../src/provider/recorded.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { conformanceRequest, testConformance } from './conformance.ts';
import { startDeeplServer } from './deepl-server.ts';

testConformance('deepl', {
  async open() {
    const server = await startDeeplServer();
    return {
      provider: createDeepl({ authKey: 'test-key', serverUrl: server.url }),
      close: () => server.close(),
    };
  },
});

testConformance('scripted', { open: async () => ({ provider: createScripted({ delay: 1 }) }) });

testConformance('pseudo', { open: async () => ({ provider: createPseudo() }) });

testConformance('a recorder', {
  open: async () => ({ provider: createRecorder({ provider: createScripted(), save: async () => {} }) }),
});

testConformance('recorded', {
  async open() {
    let saved: Cassette | undefined;
    const recorder = createRecorder({
      provider: createScripted({ model: 'm1' }),
      save: async (cassette) => {
        saved = cassette;
      },
    });
    await recorder.translate(conformanceRequest, new AbortController().signal);
    if (!saved) throw new Error('nothing was recorded');
    return { provider: createRecorded({ cassette: readCassette(writeCassette(saved)) }) };
  },
});
