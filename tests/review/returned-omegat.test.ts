import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Expected, expectHome } from './desk-homecoming.ts';
import { type Desk, memoryOfTheDesk, openDesk } from './desk-story.ts';

/** What OmegaT 3.6.0 saved of the gestures in `tests/proofs/omegat.proof.ts`, where it is run anew. */
const saved = join(import.meta.dirname, 'returned/omegat-3.6.0/project_save.tmx');

/** The project of OmegaT as it went out, with what OmegaT saved in it. */
async function savedProject(): Promise<Desk> {
  const desk = await openDesk();
  await desk.export('omegat', 'team');
  await mkdir(join(desk.root, 'team/omegat'), { recursive: true });
  await cp(saved, join(desk.root, 'team/omegat/project_save.tmx'));
  return desk;
}

const taken = (text: string): Expected => ['taken', { state: 'translated', text, by: 'Ben Okri' }];
const gestures = {
  dateline: taken('Morel, 2 March 2026 (DEP) -'),
  opened: taken('Mayor Odile Ferrant opened the lake dyke again on Monday.'),
  months: ['accepted', { state: 'translated', text: 'The work took eleven months.', by: 'Ben Okri' }],
  promised: taken('“I had promised it,” Odile Ferrant said.'),
  cyclists: ['marked', 'marked'],
  opposition: ['marked', 'marked'],
  saturday: taken('Odile Ferrant will meet residents on Saturday.'),
  june: taken('The feast will be held in June.'),
  cyclistsAgain: taken('Cyclists must wait.'),
} as const;

describe('a project that OmegaT saved', () => {
  it('comes home without its target/, and what a memory in tm/auto/ filled in is nobody’s work', async () => {
    const desk = await savedProject();
    await desk.write('team/tm/auto/desk.tmx', memoryOfTheDesk);
    const came = await expectHome(desk, ['team'], gestures);
    expect(came.get('free')?.why).toContain('a note: “For lorries too?”');
  });

  it('is a person’s work where no memory in tm/auto/ has it', async () => {
    const desk = await savedProject();
    const another: Expected = [
      'taken',
      {
        state: 'translated',
        text: 'Another bridge is foreseen.',
        by: 'Old Hand',
        at: '2020-01-01T00:00:00Z',
      },
    ];
    await expectHome(desk, ['team'], { ...gestures, bridge: another });
  });

  it('is refused as a whole where a memory in tm/auto/ cannot be read: who did what would be a guess', async () => {
    const desk = await savedProject();
    await desk.write('team/tm/auto/desk.tmx', memoryOfTheDesk.slice(0, 200));
    const before = await desk.snapshot('locales');
    const { exitCode, err } = await desk.run('import', 'team');
    expect(exitCode).toBe(2);
    expect(err).toContain('team/tm/auto/desk.tmx');
    expect(await desk.snapshot('locales')).toEqual(before);
  });
});
