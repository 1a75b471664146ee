import { expect, it } from 'vitest';
import { type Cassette, readCassette, writeCassette } from '../../src/provider/cassette.ts';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createRecorded, createRecorder } from '../../src/provider/recorded.ts';
import { startDeeplServer } from './deepl-server.ts';

const never = new AbortController().signal;
const request = {
  source: 'fr',
  target: 'de',
  context: 'Le contexte.',
  segments: [
    { id: 's2', text: 'Deux.' },
    { id: 's1', text: 'Un.' },
  ],
};

async function record(): Promise<string> {
  const server = await startDeeplServer({ key: 'secret-key-4711' });
  let saved: Cassette | undefined;
  const recorder = createRecorder({
    provider: createDeepl({ authKey: 'secret-key-4711', serverUrl: server.url, formality: 'more' }),
    save: async (cassette) => {
      saved = cassette;
    },
  });
  await recorder.translate(request, never);
  await server.close();
  if (!saved) throw new Error('nothing was saved');
  return writeCassette(saved);
}

it('plays back what was recorded, under the name and settings it was recorded with, text by text', async () => {
  const recorded = createRecorded({ cassette: readCassette(await record()) });
  expect(recorded.name).toBe('deepl');
  expect(recorded.settings).toBe(createDeepl({ authKey: 'another', formality: 'more' }).settings);
  expect(recorded.capabilities.leavesMachine).toBe(false);
  const segments = [{ id: 'other', text: 'Un.' }];
  expect(await recorded.translate({ ...request, segments }, never)).toEqual({
    translations: [{ id: 'other', text: '[de] Un.' }],
  });
});

it('holds no key, header or address, and the same answers make the same bytes', async () => {
  const cassette = await record();
  expect(cassette).not.toMatch(/secret|authorization|127\.0\.0\.1|http/iu);
  const { answers, ...rest } = readCassette(cassette);
  expect(writeCassette({ ...rest, answers: answers.toReversed() })).toBe(cassette);
});

it.each([
  ['another text', { segments: [{ id: 's1', text: 'Trois.' }] }],
  ['another target', { target: 'es' }],
  ['another context', { context: 'Autre chose.' }],
])('says what is missing for %s', async (_, change) => {
  const recorded = createRecorded({ cassette: readCassette(await record()) });
  await expect(recorded.translate({ ...request, ...change }, never)).rejects.toMatchObject({
    kind: 'bad-request',
    message: expect.stringContaining('the cassette has no answer to “'),
  });
});

it.each([
  ['{', 'must be JSON'],
  ['{}', 'cassette'],
  ['{"cassette":1,"provider":"p","settings":"","answers":[{"source":"fr"}]}', 'answers.0.target'],
])('refuses %s as a cassette', (text, message) => {
  expect(() => readCassette(text, 'c.json')).toThrow(
    expect.objectContaining({
      code: 'invalid',
      message: expect.stringContaining(message),
      place: { file: 'c.json' },
    }),
  );
});

it('asks for tags again where they were recorded', async () => {
  const cassette = { provider: 'deepl', settings: '', markup: 'xml', answers: [] } as const;
  const played = createRecorded({ cassette: readCassette(writeCassette(cassette)) });
  expect(played.capabilities.markup).toBe('xml');
  const recorded: Cassette[] = [];
  const save = async (whole: Cassette) => void recorded.push(whole);
  await createRecorder({ provider: played, save }).translate({ ...request, segments: [] }, never);
  expect(recorded).toMatchObject([{ markup: 'xml' }]);
});
