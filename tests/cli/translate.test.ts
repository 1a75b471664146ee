import { describe, expect, it, onTestFinished } from 'vitest';
import { startDeeplServer } from '../provider/deepl-server.ts';
import { demo, temporaryProject } from './temporary-project.ts';

const locales = ['en', 'de', 'es', 'pt', 'ar'];
const one = 'source-texts/festival-lecture.txt';

describe('translate', () => {
  it('fills the five demo dispatches in five languages from the memory, and publishes them', async () => {
    const project = await temporaryProject(demo);
    const { exitCode, out } = await project.run('translate', '--json');
    expect(exitCode).toBe(0);
    const { drafts, problems } = JSON.parse(out);
    expect(problems).toEqual([]);
    expect(drafts).toHaveLength(25);
    for (const draft of drafts) {
      expect(draft).toMatchObject({
        published: true,
        unfinished: [],
        disclosure: 'none',
        issues: { error: 0 },
      });
      expect(draft.filled).toBe(draft.segments);
      expect(draft.segments).toBeGreaterThanOrEqual(12);
    }
    const sentences = locales.map((locale) =>
      drafts
        .filter((draft: { locale: string }) => draft.locale === locale)
        .reduce((sum: number, draft: { segments: number }) => sum + draft.segments - 1, 0),
    );
    expect(Math.min(...sentences)).toBeGreaterThanOrEqual(60);
  });

  it('changes no byte when it is run again', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate');
    const before = [await project.snapshot('locales'), await project.snapshot('source-texts')];
    const { out } = await project.run('translate');
    expect([await project.snapshot('locales'), await project.snapshot('source-texts')]).toEqual(before);
    expect(out).toContain('No file changed');
  });

  it('keeps ids, and asks only for what is new, when a dispatch is edited', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en');
    const before = JSON.parse(await project.read('locales/en/festival-lecture.json'));
    const text = await project.read(one);
    await project.write(
      one,
      text.replace(/\n\n(?=clv)/u, '\n\nUne phrase de plus clôt la journée de jeudi.\n\n'),
    );
    const { exitCode } = await project.run('translate', '--to', 'en', '--provider', 'pseudo');
    expect(exitCode).toBe(0);
    const after = JSON.parse(await project.read('locales/en/festival-lecture.json'));
    const added = Object.keys(after).filter((key) => !(key in before));
    expect(added).toHaveLength(1);
    for (const [key, words] of Object.entries(before)) expect(after[key]).toBe(words);
    expect(JSON.parse(await project.read('locales/fr/festival-lecture.dispatch.json')).versions).toHaveLength(
      2,
    );
  });

  it('never overwrites what a person wrote into the master, and makes it stale when its source changes', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate', '--to', 'en');
    const master = 'locales/en/festival-lecture.xlf';
    const [, id, words] =
      /<segment id="(s\w+)"[^>]*>\s*<source[^\n]*\n\s*<target[^>]*>([^<]{20,})<\/target>/u.exec(
        await project.read(master),
      ) ?? [];
    await project.write(
      master,
      (await project.read(master)).replace(`>${words}<`, '>A person wrote this sentence.<'),
    );
    await project.run('translate', '--to', 'en', '--redo', '--provider', 'pseudo');
    expect(await project.read(master)).toContain('>A person wrote this sentence.<');
    expect(await project.read(master)).toMatch(new RegExp(`<segment id="${id}"[^>]*state="translated"`, 'u'));
    expect(JSON.parse(await project.read('locales/en/festival-lecture.json'))[id ?? '']).toBe(
      'A person wrote this sentence.',
    );

    const record = JSON.parse(await project.read('locales/fr/festival-lecture.dispatch.json'));
    const segments: { id: string; text: string }[] = record.paragraphs.flatMap(
      (paragraph: { segments: { id: string; text: string }[] }) => paragraph.segments,
    );
    const source = await project.read(one);
    const word = segments
      .find((segment) => segment.id === id)
      ?.text.split(/[^\p{L}]+/u)
      .find((candidate) => candidate.length > 5 && source.split(candidate).length === 2);
    await project.write(one, source.replace(word ?? '', `${word}s autres`));
    const { exitCode, out } = await project.run('translate', '--to', 'en', '--provider', 'pseudo');
    expect({ exitCode, isListed: out.includes('stale') }).toEqual({ exitCode: 1, isListed: true });
    const stale = new RegExp(`<segment id="${id}"[^>]*subState="depeche:stale"`, 'u');
    expect(await project.read(master)).toMatch(stale);
    expect(await project.read(master)).toContain('>A person wrote this sentence.<');
    expect(JSON.parse(await project.read('locales/en/festival-lecture.json'))[id ?? '']).toBe(
      'A person wrote this sentence.',
    );
  });

  it('takes pseudo text for pending when the memory knows the sentence, and when nobody is asked keeps it', async () => {
    const project = await temporaryProject(demo);
    const memory = await project.read('locales/memory/demo.en.tmx');
    await project.write('locales/memory/demo.en.tmx', memory.replace(/<tu[\s\S]*<\/tu>/u, ''));
    await project.run('translate', one, '--to', 'en', '--provider', 'pseudo');
    expect(await project.read('locales/en/festival-lecture.json')).toContain('[');
    await project.write('locales/memory/demo.en.tmx', memory);
    await project.run('translate', one, '--to', 'en');
    expect(await project.read('locales/en/festival-lecture.xlf')).not.toContain(
      '<mda:meta type="provider">pseudo',
    );
  });

  it('shields names from a provider that keeps placeholders: pseudo text has them as the house says them', async () => {
    const project = await temporaryProject([], {});
    await project.write('depeche.config.json', '{ "targets": ["en", "de"], "provider": "pseudo" }');
    const term = (concept: string, lang: string, text: string) =>
      `${concept},person,${lang},${text},preferred,forms,,\n`;
    await project.write(
      'locales/glossary.csv',
      `concept,type,lang,term,status,match,forms,note\n${term('orlov', 'fr', 'Igor Orlov')}${term('orlov', 'en', 'Ihor Orlow')}${term('orlov', 'de', 'Igor Orloff')}`,
    );
    await project.write('source-texts/a.txt', 'Igor Orlov est parti pour longtemps.\n');
    expect(await project.run('translate')).toMatchObject({ exitCode: 0 });
    const [english, german] = [
      await project.read('locales/en/a.xlf'),
      await project.read('locales/de/a.xlf'),
    ];
    expect(english).toMatch(/<target[^>]*>\[<mrk[^>]*>Ihor Orlow<\/mrk> [^<{]*\]<\/target>/u);
    expect(english).toContain('shield:orlov');
    expect(german).not.toContain('shield:');
    expect((await project.run('translate')).out).toContain('No file changed');
  });

  it('shows what would be sent, and sends and writes nothing, in a dry run', async () => {
    const project = await temporaryProject(['depeche.config.json', 'source-texts']);
    const { exitCode, out } = await project.run('translate', '--provider', 'deepl', '--dry-run', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out).estimate.segments).toBeGreaterThanOrEqual(300);
    await expect(project.snapshot('locales')).rejects.toThrow();
  });

  it('goes on with the other files when one cannot be read, and says which', async () => {
    const project = await temporaryProject(demo);
    await project.write('source-texts/leer.txt', '');
    const { exitCode, err } = await project.run('translate', '--to', 'en');
    expect(exitCode).toBe(2);
    expect(err).toContain('source-texts/leer.txt');
    expect(await project.read('locales/en/festival-lecture.json')).toContain('dateline');
  });
});

it('needs no second run where a reviewed sentence got other neighbours, or became stale, in the first', async () => {
  const project = await temporaryProject();
  const copy = (place: string) =>
    `${place}, 3 mars 2021 (AFP) - Voici le début. Le convoi a franchi le pont. Tout est dit.\n`;
  await project.write('depeche.config.json', '{ "targets": ["en"] }');
  await project.write('source-texts/a.txt', copy('Paris'));
  await project.write(
    'source-texts/b.txt',
    copy('Lyon').replace('Tout est dit.', 'Le convoi a franchi deux ponts.'),
  );
  await project.run('translate');
  const source = '<source xml:space="preserve">Le convoi a franchi le pont.</source>';
  const master = await project.read('locales/en/a.xlf');
  await project.write(
    'locales/en/a.xlf',
    master.replace(
      new RegExp(`state="initial">\\s*${source}`, 'u'),
      `state="final">${source}<target>The convoy crossed the bridge.</target>`,
    ),
  );
  for (const [was, is] of [
    ['', ''],
    ['Voici le début.', 'Une toute autre ouverture.'],
    ['franchi le pont', 'franchi le pont de Kehl'],
  ] as const) {
    await project.write('source-texts/a.txt', (await project.read('source-texts/a.txt')).replace(was, is));
    await project.run('translate');
    const before = await project.snapshot('locales');
    expect((await project.run('translate')).out).toContain('No file changed');
    expect(await project.snapshot('locales')).toEqual(before);
  }
  expect(await project.read('locales/en/b.xlf')).toContain('>The convoy crossed the bridge.</target>');
});

it('does the other locales of a story whose master in one is damaged, and says which', async () => {
  const project = await temporaryProject(demo);
  await project.run('translate', one, '--to', 'en,de');
  await project.write('locales/de/festival-lecture.xlf', '<xliff');
  await project.write(one, (await project.read(one)).replace('18 %', '19 %'));
  const { exitCode, err } = await project.run('translate', one, '--to', 'en,de');
  expect(exitCode).toBe(2);
  expect(err).toContain('locales/de/festival-lecture.xlf');
  expect(await project.read('locales/en/festival-lecture.xlf')).toContain('19 %');
  expect(await project.read('locales/de/festival-lecture.xlf')).toBe('<xliff');
});

it('keeps a glossary at DeepL in step with the termbase, and goes on without one where that fails', async () => {
  const broken = { is: false };
  const server = await startDeeplServer({ glossaryFault: () => (broken.is ? 500 : undefined) });
  onTestFinished(() => server.close());
  const project = await temporaryProject([], { DEEPL_AUTH_KEY: 'test-key' });
  const header = 'concept,type,lang,term,status,match,forms,note\n';
  const terms = (english: string) =>
    `${header}pont,common,fr,convoi,preferred,exact,,\npont,common,en,${english},preferred,exact,,\n`;
  await project.write(
    'depeche.config.json',
    JSON.stringify({
      targets: ['en'],
      provider: 'deepl',
      providers: { deepl: { serverUrl: server.url, glossary: 'auto' } },
    }),
  );
  await project.write('locales/glossary.csv', terms('convoy'));
  const story = (words: string) => `Paris, 3 mars 2021 (AFP) - Le convoi a franchi ${words}.\n`;
  await project.write('source-texts/a.txt', story('le pont'));
  await project.run('translate', '--dry-run');
  expect(server.glossaryCalls).toEqual([]);
  await project.run('translate');
  // By DeepL, not by a repair.
  expect(await project.read('locales/en/a.json')).toContain('Le convoy a franchi le pont.');
  expect(await project.read('locales/en/a.xlf')).not.toContain('termbase:pont');
  const calls = server.glossaryCalls.length;
  await project.write('source-texts/b.txt', story('le col'));
  await project.run('translate');
  expect(server.glossaryCalls).toHaveLength(calls);
  await project.write('locales/glossary.csv', terms('motorcade'));
  broken.is = true;
  await project.write('source-texts/c.txt', story('le gué'));
  const { exitCode, err } = await project.run('translate');
  expect({ exitCode, told: err.includes('goes on without the glossary') }).toEqual({
    exitCode: 0,
    told: true,
  });
  expect(await project.read('locales/en/c.json')).toContain('Le motorcade a franchi le gué.');
  expect(await project.read('locales/en/c.xlf')).toContain('termbase:pont');
});

it('keeps the approved words of a quotation in a later dispatch, and lists in check where a person has others', async () => {
  const server = await startDeeplServer();
  onTestFinished(() => server.close());
  const project = await temporaryProject([], { DEEPL_AUTH_KEY: 'test-key' });
  const header = 'concept,type,lang,term,status,match,forms,note\n';
  const terms = `${header}orlov,person,fr,Igor Orlov,preferred,forms,family=Orlov,\norlov,person,en,Igor Orlov,preferred,forms,family=Orlov,\n`;
  await project.write(
    'depeche.config.json',
    JSON.stringify({ targets: ['en'], provider: 'deepl', providers: { deepl: { serverUrl: server.url } } }),
  );
  await project.write('locales/glossary.csv', terms);
  const said = (when: string) =>
    `Paris, 3 mars 2021 (AFP) - ${when} « Nous ne partirons pas demain », a dit Igor Orlov.\n`;
  await project.write('source-texts/a.txt', said('Voici le début.'));
  const draft = async (id: string, words: string) => {
    await project.run('translate');
    const master = `locales/en/${id}.xlf`;
    const text = await project.read(master);
    const machine = [...text.matchAll(/<target[^>]*>(.*)<\/target>/gu)].at(-1)?.[1] ?? '';
    await project.write(master, text.replace(`>${machine}</target>`, `>${words}</target>`));
    await project.run('translate');
  };
  await draft('a', '“We shall not leave tomorrow,” Igor Orlov said.');
  const accepted = await project.run('accept', 'a', '--to', 'en', '--by', 'Ada');
  expect(accepted.exitCode).toBe(0);
  await project.write('source-texts/b.txt', said('Encore une fois.').replace('a dit', 'a répété'));
  await project.run('translate');
  expect(await project.read('locales/en/b.json')).toContain('« We shall not leave tomorrow », a répété');
  await draft('b', '“We are staying,” Igor Orlov said again.');
  const { out } = await project.run('check', '--json');
  const found = JSON.parse(out).findings.filter(({ check }: { check: string }) => check === 'quote-differs');
  expect(found).toMatchObject([{ id: 'b', message: expect.stringContaining('We shall not leave tomorrow') }]);
  expect(await project.read('locales/en/b.xlf')).toContain('quote-differs');
  expect((await project.run('translate')).out).toContain('No file changed');

  // The loopback server's other sentences have findings of their own.
  const counted = async () => JSON.parse((await project.run('status', '--json')).out).drafts[1];
  const all = (await counted()).issues.warning;
  const shown = async () => (await project.run('show', 'b', '--to', 'en')).out;
  expect(await shown()).toContain(`${all} warnings`);
  const [{ segment }] = found;
  const named = ['quote-differs', 'b', segment, '--to', 'en', '--by', 'Ada'];
  expect(await project.run('accept-finding', ...named)).toMatchObject({ exitCode: 0 });
  expect(await counted()).toMatchObject({ id: 'b', issues: { warning: all - 1 }, accepted: 1 });
  await project.run('accept-finding', ...named, '--withdraw');
  expect(await counted()).toMatchObject({ issues: { warning: all }, accepted: 0 });
  const config = JSON.parse(await project.read('depeche.config.json'));
  for (const [setting, issues] of [
    ['error', { error: 1, warning: all - 1 }],
    ['off', { error: 0, warning: all - 1 }],
  ] as const) {
    const checks = { 'quote-differs': setting };
    await project.write('depeche.config.json', JSON.stringify({ ...config, checks }));
    expect(await counted()).toMatchObject({ issues });
  }
});
