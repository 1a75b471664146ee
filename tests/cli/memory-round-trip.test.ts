import { afterEach, describe, expect, it } from 'vitest';
import { type DeeplServer, startDeeplServer } from '../provider/deepl-server.ts';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

const story = `Brévine, 3 mars 2026 (DEP) - Le port de Brévine est fermé depuis mardi. Quelque 1.200 marins attendent.

"Nous rouvrirons jeudi", a promis le maire. Le vent reste fort.
`;

let servers: DeeplServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

/** A project in which DeepL, on loopback, says everything backwards. */
async function projectWith(id: string): Promise<TemporaryProject> {
  const server = await startDeeplServer({ translate: (text) => [...text].reverse().join('') });
  servers.push(server);
  const project = await temporaryProject([], { DEEPL_AUTH_KEY: 'test-key' });
  await project.write(
    'depeche.config.json',
    JSON.stringify({
      source: 'fr',
      targets: ['en'],
      provider: 'deepl',
      providers: { deepl: { serverUrl: server.url } },
    }),
  );
  await project.write(`source-texts/${id}.txt`, story);
  return project;
}

const sentences = /<segment id="s\w+"[^>]*>[\s\S]*?<\/segment>/gu;

/** The targets of a master, in reading order. */
async function targetsOf(project: TemporaryProject, id: string): Promise<(string | undefined)[]> {
  const master = await project.read(`locales/en/${id}.xlf`);
  return Array.from(
    master.matchAll(sentences),
    ([segment]) => /<target[^>]*>([\s\S]*?)<\/target>/u.exec(segment)?.[1],
  );
}

describe('from a reviewed draft through the memory into another draft', () => {
  it('comes back as ice, in the same bytes, its machine and its reviewer remembered, with nothing asked', async () => {
    const first = await projectWith('port');
    expect((await first.run('translate')).exitCode).toBe(0);
    const drafted = await targetsOf(first, 'port');
    expect(drafted).toHaveLength(4);
    await first.run('accept', 'port', '--to', 'en', '--by', 'Ana', '--as', 'reviewed');
    await first.run('memory', 'export', '--out', 'desk.tmx');

    for (const project of [first, await projectWith('harbour')]) {
      if (project === first) await first.write('source-texts/harbour.txt', story);
      else {
        await project.write('desk.tmx', await first.read('desk.tmx'));
        expect((await project.run('memory', 'import', 'desk.tmx')).exitCode).toBe(0);
      }
      const asked = servers.map((server) => server.requests.length);
      await project.run('translate', 'source-texts/harbour.txt', '--to', 'en');
      expect(servers.map((server) => server.requests.length)).toEqual(asked);
      expect(await targetsOf(project, 'harbour')).toEqual(drafted);
      const master = await project.read('locales/en/harbour.xlf');
      const segments = master.match(sentences) ?? [];
      expect(segments.every((segment) => segment.includes('subState="depeche:recalled"'))).toBe(true);
      expect(master.match(/>ice</gu)).toHaveLength(4);
      expect(master.match(/>deepl</gu)).toHaveLength(4);
      const found = await project.run('memory', 'search', 'marins');
      expect(found.out).toMatch(/machine deepl.*approved by Ana/u);
    }
  });

  it("never brings a machine's draft back, and what a person only translated not before it is reviewed", async () => {
    const project = await projectWith('port');
    await project.run('translate');
    const stats = async () => (await project.run('memory', 'stats', '--json')).out;
    expect(await stats()).toBe('[]\n');
    await project.write('source-texts/harbour.txt', story);
    await project.run('translate', '--provider', 'none');
    expect(await targetsOf(project, 'harbour')).toEqual([undefined, undefined, undefined, undefined]);
    expect((await project.run('memory', 'export')).out).not.toContain('<tu>');
  });

  it('leaves what a master has in its master: it is corrected there', async () => {
    const project = await projectWith('port');
    await project.run('translate');
    await project.run('accept', 'port', '--to', 'en', '--by', 'Ana', '--as', 'reviewed');
    const [hit] = JSON.parse((await project.run('memory', 'search', 'marins', '--json')).out);
    const before = await project.snapshot('locales');
    const { exitCode, out, err } = await project.run('memory', 'delete', hit.id);
    expect([exitCode, out]).toEqual([1, '']);
    expect(err).toContain('locales/en/port.xlf is a draft');
    expect(await project.snapshot('locales')).toEqual(before);
  });
});
