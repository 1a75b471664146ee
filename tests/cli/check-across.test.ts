import { expect, it } from 'vitest';
import { temporaryProject } from './temporary-project.ts';

it('depeche check tells of a sentence that people have said otherwise in another dispatch', async () => {
  const project = await temporaryProject();
  await project.write('depeche.config.json', '{"source": "fr", "targets": ["en"]}');
  for (const [id, words] of [
    ['un', 'The ferry left the harbour.'],
    ['deux', 'The ship has left port.'],
  ]) {
    await project.write(`source-texts/${id}.txt`, 'Le bac a quitté le port.\n');
    await project.run('translate');
    const master = await project.read(`locales/en/${id}.xlf`);
    await project.write(
      `locales/en/${id}.xlf`,
      master.replace('</source>', `</source><target xml:space="preserve">${words}</target>`),
    );
  }
  const { out } = await project.run('check', '--json');
  const found: { findings: { check: string; id: string; message: string }[] } = JSON.parse(out);
  const inconsistent = found.findings.filter(({ check }) => check === 'inconsistent-target');
  expect(inconsistent.map(({ id }) => id).sort()).toEqual(['deux', 'un']);
  expect(JSON.parse((await project.run('check', '--json', 'un')).out).findings).not.toContainEqual(
    expect.objectContaining({ check: 'inconsistent-target' }),
  );
});
