import { expect, it } from 'vitest';
import { readMaster } from '../../src/xliff/read-master.ts';
import { type TemporaryProject, temporaryProject } from './temporary-project.ts';

type Found = { check: string; id: string; segment: string; message: string; accepted?: { by: string } };

/** Dispatches of one and the same sentence, each with the words people have given it. */
async function projectOf(
  words: readonly (readonly [id: string, words: string])[],
): Promise<TemporaryProject> {
  const project = await temporaryProject();
  await project.write('depeche.config.json', '{"source": "fr", "targets": ["en"]}');
  for (const [id, said] of words) {
    await project.write(`source-texts/${id}.txt`, 'Le bac a quitté le port.\n');
    await project.run('translate');
    const master = await project.read(`locales/en/${id}.xlf`);
    await project.write(
      `locales/en/${id}.xlf`,
      master.replace('</source>', `</source><target xml:space="preserve">${said}</target>`),
    );
  }
  return project;
}

async function inconsistent(project: TemporaryProject, ...ids: string[]): Promise<Found[]> {
  const { findings }: { findings: Found[] } = JSON.parse((await project.run('check', '--json', ...ids)).out);
  return findings.filter(({ check }) => check === 'inconsistent-target');
}

const [ferry, ship] = ['The ferry left the harbour.', 'The ship has left port.'];

it('depeche check tells of a sentence that people have said otherwise in another dispatch', async () => {
  const project = await projectOf([
    ['un', ferry],
    ['deux', ship],
  ]);
  expect((await inconsistent(project)).map(({ id }) => id).sort()).toEqual(['deux', 'un']);
  expect(await inconsistent(project, 'un')).toEqual([]);
});

it('accept-finding accepts it in the master of one draft, until the words here or there are others', async () => {
  const project = await projectOf([
    ['un', ferry],
    ['deux', ship],
  ]);
  const [{ segment = '' } = {}] = (await inconsistent(project)).filter(({ id }) => id === 'un');
  const named = ['inconsistent-target', 'un', segment, '--to', 'en', '--by', 'Ada'];
  const accept = () => project.run('accept-finding', ...named);
  const acceptances = async () =>
    (await inconsistent(project)).map(({ id, accepted }) => [id, accepted?.by ?? 'open']);
  expect(await accept()).toMatchObject({ exitCode: 0, err: '' });
  expect(await acceptances()).toEqual([
    ['deux', 'open'],
    ['un', 'Ada'],
  ]);
  const kept = async (id: string) =>
    readMaster(await project.read(`locales/en/${id}.xlf`)).units.flatMap(({ accepted = [] }) => accepted);
  expect(await kept('un')).toMatchObject([{ check: 'inconsistent-target', by: 'Ada' }]);
  expect(await kept('deux')).toEqual([]);
  await project.run('translate');
  const before = await project.snapshot('locales');
  await project.run('translate');
  expect(await project.snapshot('locales')).toEqual(before);

  const edit = async (id: string, from: string, to: string) => {
    const file = `locales/en/${id}.xlf`;
    await project.write(file, (await project.read(file)).replace(`>${from}<`, `>${to}<`));
    await project.run('translate');
  };
  await edit('deux', ship, 'The boat has left port.');
  expect(await acceptances()).toContainEqual(['un', 'open']);
  await edit('deux', 'The boat has left port.', ship);
  expect(await acceptances()).toContainEqual(['un', 'Ada']);
  await edit('un', ferry, 'The ferry has left the harbour.');
  await edit('un', 'The ferry has left the harbour.', ferry);
  expect(await acceptances()).toContainEqual(['un', 'open']);

  await accept();
  expect(await project.run('accept-finding', ...named, '--withdraw')).toMatchObject({ exitCode: 0 });
  expect(await acceptances()).toContainEqual(['un', 'open']);
});

it('accept-finding tells of dispatches it could not compare with', async () => {
  const project = await projectOf([
    ['un', ferry],
    ['deux', ship],
  ]);
  await project.write('source-texts/leer.txt', '');
  const [{ segment = '' } = {}] = (await inconsistent(project)).filter(({ id }) => id === 'un');
  const named = ['inconsistent-target', 'un', segment, '--to', 'en', '--by', 'Ada'];
  const { exitCode, err } = await project.run('accept-finding', ...named);
  expect(exitCode).toBe(0);
  expect(err).toContain('source-texts/leer.txt');
});
