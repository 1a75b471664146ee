import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporaryProject } from './temporary-project.ts';

it('a memory of Trados in UTF-16 is taken over, and its words are found', async () => {
  const project = await temporaryProject(['depeche.config.json']);
  const text = readFileSync(new URL('../memory/fixtures/trados.tmx', import.meta.url), 'utf8');
  await project.write('desk.tmx', Buffer.from(`\ufeff${text}`, 'utf16le'));
  expect(await project.run('memory', 'import', 'desk.tmx')).toMatchObject({
    exitCode: 0,
    out: 'desk.tmx: 2 translations, now in locales/memory/desk.tmx\n',
  });
  expect(await project.run('memory', 'search', 'Hafen')).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('Le port est fermé.'),
  });
});
