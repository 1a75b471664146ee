import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Expected, expectHome } from '../review/desk-homecoming.ts';
import {
  type Desk,
  deskId,
  memoryOfTheDesk,
  openDesk,
  type Sentence,
  sentences,
} from '../review/desk-story.ts';

const omegat = '/usr/bin/omegat';
const script = resolve(import.meta.dirname, '../tools/omegat.groovy');

/** What is done to an entry: see `tests/tools/omegat.groovy`. */
type Gesture = { readonly text: string | null; readonly note?: string; readonly everywhere?: boolean };

/** Ben Okri works in OmegaT, which saves and creates its translated documents. */
async function work(desk: Desk, gestures: Partial<Record<Sentence, Gesture>>): Promise<void> {
  const numbered = sentences.flatMap((sentence, at) => {
    const gesture = gestures[sentence];
    return gesture ? [[String(at + 1), gesture] as const] : [];
  });
  await desk.write('gestures.json', JSON.stringify(Object.fromEntries(numbered)));
  const args = [join(desk.root, 'team'), '--mode=console-translate', `--script=${script}`];
  await promisify(execFile)(omegat, [...args, `--config-dir=${join(desk.root, 'settings')}`], {
    env: { ...process.env, DEPECHE_GESTURES: join(desk.root, 'gestures.json') },
  });
  expect(await desk.read('team/omegat/project_save.tmx')).toContain('creationtool="OmegaT"');
}

describe.skipIf(!existsSync(omegat))('OmegaT (skipped where omegat is not installed)', () => {
  it('has every segment, fills in only what a person finished, and counts the rest as work to do', async () => {
    const desk = await openDesk();
    await desk.export('omegat', 'team');
    await work(desk, {});
    const wordsIn = (xml: string) => [...xml.matchAll(/<target [^>]*>([^<]*)/gu)].map(([, words]) => words);
    const sent = wordsIn(await desk.read(`team/source/${deskId}.xlf`));
    const created = wordsIn(await desk.read(`team/target/${deskId}.xlf`));
    expect(created).toHaveLength(sentences.length);
    expect(sentences.filter((_, at) => created[at] !== sent[at])).toEqual(['free', 'opposition', 'saturday']);
    const stats = await desk.read('team/omegat/project_stats.txt');
    expect(Number(/Remaining:\s+(\d+)/u.exec(stats)?.[1])).toBe(sentences.length - 3);
    await expectHome(desk, ['team'], {});
  });

  it('brings every gesture home from the memory that OmegaT saved, with who and when', async () => {
    const desk = await openDesk();
    await desk.export('omegat', 'team');
    await desk.write('team/tm/auto/desk.tmx', memoryOfTheDesk);
    await work(desk, {
      dateline: { text: 'Morel, 2 March 2026 (DEP) -' },
      opened: { text: 'Mayor Odile Ferrant opened the lake dyke again on Monday.' },
      months: { text: 'The work took eleven months.' },
      free: { text: 'Crossing will be free.', note: 'For lorries too?', everywhere: true },
      promised: { text: '“I had promised it,” Odile Ferrant said.' },
      cyclists: { text: '' },
      opposition: { text: null },
      saturday: { text: 'Odile Ferrant will meet residents on Saturday.' },
      june: { text: 'The feast will be held in June.' },
      cyclistsAgain: { text: 'Cyclists must wait.' },
    });
    const translated = (text: string): Expected => [
      'taken',
      {
        state: 'translated',
        text,
        by: 'Ben Okri',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u),
      },
    ];
    const came = await expectHome(desk, ['team'], {
      dateline: translated('Morel, 2 March 2026 (DEP) -'),
      opened: translated('Mayor Odile Ferrant opened the lake dyke again on Monday.'),
      months: ['accepted', { state: 'translated', text: 'The work took eleven months.', by: 'Ben Okri' }],
      promised: translated('“I had promised it,” Odile Ferrant said.'),
      cyclists: ['marked', 'marked'],
      opposition: ['marked', 'marked'],
      saturday: translated('Odile Ferrant will meet residents on Saturday.'),
      june: translated('The feast will be held in June.'),
      cyclistsAgain: translated('Cyclists must wait.'),
    });
    expect(came.get('free')?.why).toContain('“For lorries too?”');
  });

  it('takes a translation for every sentence with these words for each of them', async () => {
    const desk = await openDesk();
    await desk.export('omegat', 'team');
    await work(desk, { cyclists: { text: 'Cyclists must wait.', everywhere: true } });
    const taken: Expected = ['taken', { state: 'translated', text: 'Cyclists must wait.', by: 'Ben Okri' }];
    await expectHome(desk, ['team'], { cyclists: taken, cyclistsAgain: taken });
  });
});
