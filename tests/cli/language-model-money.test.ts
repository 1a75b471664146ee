import { describe, expect, it, onTestFinished } from 'vitest';
import { type ChatServerOptions, startChatServer } from '../provider/chat-server.ts';
import { temporaryProject } from './temporary-project.ts';

/** A model that counts a token for four bytes it reads, and for three it writes. */
const honest: ChatServerOptions = {
  count: ({ rules, given }, said) => ({
    prompt_tokens: Math.ceil((rules.length + given.length) / 4),
    completion_tokens: Math.ceil(said.length / 3),
  }),
};

async function desk(config: object, chat: ChatServerOptions = honest, settings: object = {}) {
  let billed = 0;
  const server = await startChatServer({
    ...chat,
    count(sent, said) {
      const usage = chat.count?.(sent, said);
      const { prompt_tokens: input, completion_tokens: output } = {
        prompt_tokens: 0,
        completion_tokens: 0,
        ...usage,
      };
      billed += (input * 2 + output * 8) / 1_000_000;
      return usage;
    },
  });
  onTestFinished(() => server.close());
  const project = await temporaryProject();
  const model = {
    model: 'm1',
    serverUrl: server.url,
    leavesMachine: true,
    price: { input: 2, output: 8 },
    ...settings,
  };
  const all = {
    targets: ['de'],
    provider: 'language-model',
    providers: { 'language-model': model },
    currency: 'EUR',
  };
  await project.write('depeche.config.json', JSON.stringify({ ...all, ...config }));
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const copy = `Lyon, 3 nov 2020 (AFP) - Un convoi ${id} est arrivé dans la nuit. La pluie ne cesse pas depuis hier.\n`;
    await project.write(`source-texts/${id}.txt`, copy);
  }
  const months = async () => JSON.parse((await project.run('usage', '--json')).out).months;
  return { server, project, months, billed: () => billed };
}

describe('money of a language model', () => {
  it('is estimated before a run, offline and without a key, and settled at what the server counted', async () => {
    const { project, server, months, billed } = await desk({}, honest, { keyVariable: 'DESK_KEY' });
    const { out } = await project.run('translate', '--dry-run');
    expect(out).toMatch(/about \d+ tokens to read and \d+ to write: about 0\.\d+ EUR, at most 0\.\d+ EUR/u);
    expect(out).toContain('Tokens are an estimate: four bytes to each');
    expect(server.requests).toEqual([]);
    const { estimate } = JSON.parse((await project.run('translate', '--dry-run', '--json')).out);
    const config = JSON.parse(await project.read('depeche.config.json'));
    delete config.providers['language-model'].keyVariable;
    await project.write('depeche.config.json', JSON.stringify(config));
    const run = await project.run('translate', '--json');
    const [{ cost, paid, input, output }] = await months();
    expect(cost).toBeGreaterThanOrEqual(billed());
    expect(cost).toBeCloseTo(billed(), 4);
    expect(JSON.parse(run.out).costs).toEqual([{ provider: 'language-model', cost, paid: cost }]);
    expect((input * 2 + output * 8) / 1_000_000).toBeCloseTo(paid, 4);
    const [{ cost: foreseen }] = estimate.providers;
    expect(foreseen.most).toBeGreaterThan(cost);
    expect(foreseen.expected).toBeLessThan(foreseen.most);
    expect((await project.run('usage')).out).toMatch(/read +written/u);
  });

  it('is kept to run after run: requests wait for what others do not take', async () => {
    const { project, billed, server } = await desk({ budget: { 'language-model': { costPerRun: 0.03 } } });
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    expect(server.requests).toHaveLength(6);
    expect(billed()).toBeLessThanOrEqual(0.03);
    expect(server.requests.every(({ body }) => 'max_tokens' in body)).toBe(true);
  });

  it('buys nothing with less than the most that a request can cost, and says so', async () => {
    const { project, server } = await desk({ budget: { 'language-model': { costPerMonth: 0.001 } } });
    const { exitCode, err } = await project.run('translate');
    expect([exitCode, server.requests.length]).toEqual([3, 0]);
    expect(err).toMatch(
      /0\.001 EUR a month, does not allow more \(0\.001 EUR left of it, and the next request may cost up to 0\.00\d+ EUR\)/u,
    );
  });

  it('of a server that keeps no limit is in the books as it was counted, and that server is asked no more', async () => {
    const chat = { count: () => ({ prompt_tokens: 1_000_000, completion_tokens: 1 }) };
    const budget = { 'language-model': { costPerRun: 5 } };
    const { project, server, months } = await desk({ budget, schedule: { concurrency: 1 } }, chat);
    const { exitCode, err } = await project.run('translate');
    expect(exitCode).toBe(3);
    expect(err).toContain('counted 2.00 EUR for a request that allowed');
    expect(server.requests).toHaveLength(1);
    expect(await months()).toMatchObject([{ cost: 2.000008 }]);
  });

  it('of an answer that was cut off is paid once for each try', async () => {
    const chat = { ...honest, finish: 'length' };
    const budget = { 'language-model': { costPerRun: 1 } };
    const { project, server, months, billed } = await desk({ budget }, chat);
    await project.run('translate', 'source-texts/a.txt');
    expect(server.requests.length).toBeGreaterThan(1);
    const [{ cost, answered }] = await months();
    expect(answered).toBe(0);
    expect(cost).toBeCloseTo(billed(), 4);
  });
});
