import { describe, expect, it, onTestFinished } from 'vitest';
import { type DeeplServerOptions, startDeeplServer } from '../provider/deepl-server.ts';
import { temporaryProject } from './temporary-project.ts';

const characters = (text: string) => [...text].length;

type Settings = { readonly deepl?: object; readonly [key: string]: unknown };

/** Four dispatches of five sentences, and a DeepL that is out of money for as long as it is told to be. */
async function newsroom(config: Settings = {}, options: DeeplServerOptions = {}) {
  const billed: string[] = [];
  const server = await startDeeplServer({ ...options, onText: (text) => void billed.push(text) });
  onTestFinished(() => server.close());
  const project = await temporaryProject([], { DEEPL_AUTH_KEY: 'test-key' });
  const configure = ({ deepl, ...changed }: Settings) =>
    project.write(
      'depeche.config.json',
      JSON.stringify({
        targets: ['de'],
        provider: 'deepl',
        schedule: { concurrency: 1 },
        providers: { deepl: { serverUrl: server.url, ...deepl } },
        ...changed,
      }),
    );
  await configure(config);
  for (const id of ['a', 'b', 'c', 'd']) {
    const sentences = ['premier', 'second', 'troisième'].map((nth) => `Voici le ${nth} point de ${id}.`);
    await project.write(`source-texts/${id}.txt`, `Paris, 3 mars 2021 (AFP) - ${sentences.join(' ')}\n`);
  }
  const months = async () => JSON.parse((await project.run('usage', '--json')).out).months;
  return {
    server,
    project,
    billed,
    configure,
    months,
    total: () => billed.reduce((sum, text) => sum + characters(text), 0),
  };
}

const story = characters(
  'Voici le premier point de a.Voici le second point de a.Voici le troisième point de a.',
);

describe('money', () => {
  it('quota that ends in the middle stops the queue, keeps everything and exits 3; the next run sends only what is missing', async () => {
    let isOut = true;
    const { server, project, billed, total, months } = await newsroom(
      {},
      { fault: (request) => (isOut && request > 2 ? { kind: 'status', status: 456 } : undefined) },
    );
    const first = await project.run('translate');
    expect(first.exitCode).toBe(3);
    expect(first.err).toContain('what was translated so far is kept');
    expect(server.requests).toHaveLength(3);
    expect(billed).toHaveLength(6);
    expect(await months()).toMatchObject([{ provider: 'deepl', characters: total(), answered: total() }]);
    isOut = false;
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    expect(billed).toHaveLength(12);
    expect(new Set(billed).size).toBe(12);
    expect(await months()).toMatchObject([{ runs: 2, characters: total(), answered: total() }]);
  });

  it('a provider that refuses hands its rest to the next of the route, and the run says so and is well', async () => {
    const { project } = await newsroom(
      { routes: { de: ['deepl', 'pseudo'] } },
      { fault: (request) => (request > 2 ? { kind: 'status', status: 456 } : undefined) },
    );
    const { exitCode, err, out } = await project.run('translate', '--json');
    expect({ exitCode, told: err.includes('others on its route have stepped in') }).toEqual({
      exitCode: 0,
      told: true,
    });
    expect(JSON.parse(out)).toMatchObject({ provider: 'deepl, pseudo' });
    const masters = await Promise.all(['a', 'b', 'c', 'd'].map((id) => project.read(`locales/de/${id}.xlf`)));
    const by = (name: string) => masters.filter((text) => text.includes(`<mda:meta type="provider">${name}`));
    expect([by('deepl').length, by('pseudo').length]).toEqual([2, 2]);
  });

  it('a provider that others step in for in one language alone is told of once, and the run exits 3', async () => {
    const { project } = await newsroom({
      targets: ['de', 'es'],
      routes: { de: ['deepl', 'pseudo'], es: ['deepl'] },
      budget: { deepl: { charactersPerRun: story } },
    });
    const { exitCode, err } = await project.run('translate');
    expect([exitCode, err.split('does not allow more').length - 1]).toEqual([3, 1]);
    expect(err).not.toContain('have stepped in');
  });

  it('a budget of a run is kept to; run after run does the rest, and nothing is paid twice', async () => {
    const { project, billed, total } = await newsroom({
      budget: { deepl: { charactersPerRun: story + 40 } },
    });
    const spent: number[] = [];
    for (let run = 1; run <= 3; run += 1) {
      const before = total();
      const { exitCode, err } = await project.run('translate');
      spent.push(total() - before);
      expect(exitCode).toBe(run < 3 ? 3 : 0);
      expect(err.includes(`${story + 40} characters a run`)).toBe(run < 3);
    }
    for (const characters of spent) expect(characters).toBeLessThanOrEqual(story + 40);
    expect(total()).toBe(4 * story);
    expect(new Set(billed).size).toBe(12);
  });

  it('a budget of a month holds for all runs together, and a dry run tells beforehand what it leaves', async () => {
    const limit = 2 * story + 5;
    const { project, total, configure, months } = await newsroom({
      budget: { deepl: { charactersPerMonth: limit } },
    });
    const dry = await project.run('translate', '--dry-run', '--json');
    expect(JSON.parse(dry.out).estimate).toMatchObject({
      segments: 6,
      characters: 2 * story,
      providers: [{ provider: 'deepl', segments: 6, characters: 2 * story, known: 0 }],
      stopped: expect.stringContaining(`${limit} characters a month`),
    });
    expect(total()).toBe(0);
    expect(await months()).toEqual([]);
    const runs = await Promise.all([
      project.run('translate'),
      project.run('translate', '--out', 'elsewhere'),
    ]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([3, 3]);
    expect(total()).toBeLessThanOrEqual(limit);
    await project.run('translate');
    expect(total()).toBeLessThanOrEqual(limit);
    expect(await months()).toMatchObject([{ budget: limit, left: limit - total(), characters: total() }]);
    expect((await project.run('usage')).out).toMatch(/deepl +\d/u);
    await configure({});
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
  });

  it('leaves a part of the quota at DeepL alone, asks for it once, and hands the rest to the next of the route', async () => {
    const usage = { used: 400_000, limit: 400_000 + 20_000 + 2 * story + 5 };
    const { server, project, total, configure } = await newsroom({}, { usage });
    await configure({ deepl: { keepQuota: 20_000 } });
    expect((await project.run('translate', '--dry-run')).exitCode).toBe(1);
    expect(server.usageCalls()).toBe(0);
    const { exitCode, err } = await project.run('translate');
    expect(exitCode).toBe(3);
    expect(err).toContain(`had ${20_000 + 2 * story + 5} characters left, of which 20000 are kept`);
    expect(total()).toBe(2 * story);
    expect(server.usageCalls()).toBe(1);
    await configure({
      deepl: { keepQuota: 30_000 },
      routes: { de: ['deepl', 'pseudo'] },
    });
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    expect({ sent: total(), asked: server.usageCalls() }).toEqual({ sent: 2 * story, asked: 2 });
  });

  it('asks for no usage where nothing is kept', async () => {
    const { server, project } = await newsroom();
    await project.run('translate');
    expect(server.usageCalls()).toBe(0);
  });

  it('a dry run counts by provider what each would be sent, and says what must stay', async () => {
    const { server, project } = await newsroom({
      targets: ['de', 'es', 'pt'],
      routes: { '*': ['deepl', 'pseudo'], es: ['pseudo'], pt: [] },
      confidential: { dispatches: ['a'] },
    });
    const { out } = await project.run('translate', '--dry-run', '--json');
    const { estimate, drafts } = JSON.parse(out);
    expect(estimate.providers).toEqual([
      { provider: 'deepl', segments: 9, characters: 3 * story, known: 0 },
      { provider: 'pseudo', staysHere: true, segments: 15, characters: 5 * story, known: 0 },
    ]);
    expect(drafts).toHaveLength(12);
    expect(server.requests).toEqual([]);
    const { out: text } = await project.run('translate', '--dry-run', '--provider', 'deepl');
    expect(text).toContain('marked as confidential');
    expect(text).toContain('Nothing was sent or written.');
  });
});

/** Euros a character: so each character is a cent. */
const aCent = { price: { characters: 10_000 } };

describe('money of DeepL', () => {
  it('is told before a run and after it, and by month', async () => {
    const { project } = await newsroom({
      deepl: aCent,
      currency: 'EUR',
      targets: ['de', 'es'],
      budget: { deepl: { costPerMonth: 100, charactersPerMonth: 1000 } },
    });
    const cost = (2 * 4 * story) / 100;
    const dry = await project.run('translate', '--dry-run');
    expect(dry.out).toMatch(/billed characters: 6\.80 EUR\.\n/u);
    expect(dry.out).toMatch(/de +deepl +12 +340 +3\.40 EUR/u);
    const { estimate } = JSON.parse((await project.run('translate', '--dry-run', '--json')).out);
    expect(estimate).toMatchObject({
      currency: 'EUR',
      providers: [{ provider: 'deepl', cost: { expected: cost, most: cost } }],
      routes: ['de', 'es'].map((locale) => ({
        locale,
        providers: [{ provider: 'deepl', segments: 12, cost: { expected: cost / 2, most: cost / 2 } }],
      })),
    });
    const { out, exitCode } = await project.run('translate');
    expect([exitCode, out]).toEqual([0, expect.stringContaining('This run cost 6.80 EUR.\n')]);
    const { out: table } = await project.run('usage');
    expect(table).toMatch(/deepl .*6\.80 EUR +100\.00 EUR +93\.20 EUR/u);
    const [columns = ''] = table.split('\n');
    expect(columns.split(/ {2,}/u)).toEqual([
      'month',
      'provider',
      'runs',
      'requests',
      'characters',
      'answered',
      'character budget',
      'characters left',
      'cost',
      'cost budget',
      'cost left',
    ]);
    const usage = JSON.parse((await project.run('usage', '--json')).out);
    expect(usage).toMatchObject({
      currency: 'EUR',
      months: [{ cost, paid: cost, costBudget: 100, costLeft: 100 - cost }],
    });
    expect(JSON.parse((await project.run('translate', '--json')).out)).toMatchObject({
      costs: [{ provider: 'deepl', cost: 0, paid: 0 }],
    });
  });

  it.each([
    ['a budget', { budget: { deepl: { costPerRun: story / 100 + 0.4 } } }, [], 'the budget of deepl, '],
    ['--max-cost', {}, ['--max-cost', String(story / 100 + 0.4)], '--max-cost, '],
  ])('is kept to by %s of a run; the run says what is left and exits 3', async (_, config, args, told) => {
    const { project, total } = await newsroom({ deepl: aCent, currency: 'EUR', ...config });
    const { exitCode, err } = await project.run('translate', ...args);
    expect(exitCode).toBe(3);
    expect(err).toContain(`${told}${(story / 100 + 0.4).toFixed(2)} EUR`);
    expect(err).toMatch(
      /does not allow more \(0\.\d+ EUR left of it, and the next request may cost up to 0\.\d+ EUR\)/u,
    );
    expect(total()).toBeGreaterThanOrEqual(story);
    expect(total()).toBeLessThanOrEqual(story + 40);
  });

  it('is kept to by two runs at once, and who is next on the route picks up what is left', async () => {
    const { project, total } = await newsroom({
      deepl: aCent,
      routes: { de: ['deepl', 'pseudo'] },
      budget: { deepl: { costPerMonth: (2 * story + 5) / 100 } },
    });
    const runs = await Promise.all([
      project.run('translate'),
      project.run('translate', '--out', 'elsewhere'),
    ]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    for (const { err } of runs) expect(err).toMatch(/a month, does not allow more .*have stepped in/u);
    expect(total()).toBeLessThanOrEqual(2 * story + 5);
  });

  it('cannot be limited where no price is known', async () => {
    const { project } = await newsroom();
    const { exitCode, err } = await project.run('translate', '--max-cost', '5');
    expect([exitCode, err]).toEqual([2, expect.stringContaining('“providers.deepl.price”')]);
    for (const sum of ['-1', 'much', '1e3']) {
      expect((await project.run('translate', '--max-cost', sum)).exitCode).toBe(2);
    }
  });
});
