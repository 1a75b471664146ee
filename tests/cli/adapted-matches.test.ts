import { expect, it } from 'vitest';
import { writeTmx } from '../../src/memory/tmx-write.ts';
import { entry } from '../memory/samples.ts';
import { temporaryProject } from './temporary-project.ts';

it('an adapted match is proposed in the master, in what goes out and in the report, and fills nothing', async () => {
  const project = await temporaryProject();
  await project.write('depeche.config.json', '{ "source": "fr", "targets": ["en"] }');
  await project.write(
    'source-texts/quake.txt',
    'Brévine, 3 mars 2026 (DEP) - Le séisme a fait 900 morts dans la vallée, selon les secours.\n',
  );
  await project.write(
    'locales/memory/desk.tmx',
    writeTmx(
      [
        entry({
          sourceText: 'Le séisme a fait 800 morts dans la vallée, selon les secours.',
          targetText: 'The quake killed 800 people in the valley, rescuers said.',
        }),
      ],
      { source: 'fr', toolVersion: '1' },
    ),
  );
  expect((await project.run('translate')).exitCode).toBe(1);
  const master = await project.read('locales/en/quake.xlf');
  const adapted = 'The quake killed 900 people in the valley, rescuers said.';
  const [first, second] = master.match(/<mtc:match [\s\S]*?<\/mtc:match>/gu) ?? [];
  expect(first).toContain('subType="depeche:adapted"');
  expect(first).toContain(adapted);
  expect(first).toContain('adapted:800→900');
  expect(second).toContain('subType="depeche:fuzzy"');
  expect(master.match(/<segment id="s\w+"[^>]*>/u)?.[0]).toContain('state="initial"');
  expect(
    master.match(/<segment [\s\S]*?<\/segment>/gu)?.filter((segment) => segment.includes(adapted)),
  ).toEqual([]);

  await project.run('export', 'quake', '--to', 'en', '--profile', '1.2', '--out', 'out/quake.xlf');
  const sent = await project.read('out/quake.xlf');
  expect(sent).toMatch(
    /<alt-trans[\s\S]*?killed 900 people[\s\S]*?Match adapted[\s\S]*?<alt-trans[\s\S]*?killed 800 people/u,
  );

  await project.run('report', '--out', 'report.html');
  const page = await project.read('report.html');
  expect(page).toContain('fuzzy, adapted');
  expect(page).toContain('put in: ');
  const before = await project.snapshot('locales');
  await project.run('translate');
  expect(await project.snapshot('locales')).toEqual(before);
});
