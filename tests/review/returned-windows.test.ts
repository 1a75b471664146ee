import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/model/draft.ts';
import { type Expected, expectHome } from './desk-homecoming.ts';
import { type Desk, openDesk, type Standing } from './desk-story.ts';

/** What `tests/tools/poedit.sh` and `tests/tools/lokalize.sh` made of the desk's dispatch, by tool and version. */
const folder = join(import.meta.dirname, 'returned');

/** The desk as it was when it had sent the dispatch out, with the file that the tool wrote in its place. */
async function deskWith(file: string, profile: Profile): Promise<Desk> {
  const desk = await openDesk();
  await desk.export(profile, 'home.xlf');
  const sent = await desk.read('home.xlf');
  await cp(join(folder, file), join(desk.root, 'home.xlf'));
  const exportOf = (text: string) => /\be\d+-[0-9a-f]{10}\b/u.exec(text)?.[0];
  expect(exportOf(await desk.read('home.xlf'))).toBe(exportOf(sent));
  return desk;
}

const words = {
  opened: 'Mayor Odile Ferrant opened the lake dyke again on Monday.',
  months: 'The work took eleven months.',
  promised: '“I had promised it,” Odile Ferrant said.',
  bridge: 'A second bridge is planned.',
  saturday: 'Odile Ferrant will meet residents on Saturday.',
  june: 'The feast will be held in June.',
  cyclistsAgain: 'Cyclists must wait.',
};

const taken = (text: string, more: Partial<Standing>): Expected => ['taken', { text, ...more }];
const accepted = (text: string, more: Partial<Standing>): Expected => ['accepted', { text, ...more }];

describe('Poedit 3.2.2', () => {
  it.each([
    ['1.2', 'needs-l10n'],
    ['2.0', 'poedit:fuzzy'],
  ] as const)('%s: every gesture comes home', async (profile, mark) => {
    const desk = await deskWith(`poedit-3.2.2/lac-morel.${profile}.xlf`, profile);
    const translated = { state: 'translated', by: 'Cleo Marsh' } as const;
    const came = await expectHome(desk, ['home.xlf', '--by', 'Cleo Marsh'], {
      opened: taken(words.opened, translated),
      months: accepted(words.months, translated),
      free: ['marked', 'marked'],
      // A name replaced in a sentence that nobody has accepted leaves it work to do.
      promised: taken(words.promised, { ...translated, marked: true }),
      cyclists: ['marked', 'marked'],
      bridge: accepted(words.bridge, translated),
      // Poedit knows nothing beyond `translated`: a final sentence with another name in it is to be signed anew.
      saturday: taken(words.saturday, translated),
      june: taken(words.june, translated),
      cyclistsAgain: taken(words.cyclistsAgain, { ...translated, marked: true }),
    });
    expect(came.get('free')?.why).toContain(mark);
    expect(came.get('cyclists')?.why).toContain('its words were taken out');
    expect(came.get('cyclistsAgain')?.why).toContain(`still asks for work (${mark})`);
  });
});

describe('Lokalize 22.12.3', () => {
  it('1.2, by a translator: every gesture comes home, edits under the name that is set in Lokalize', async () => {
    const desk = await deskWith('lokalize-22.12.3/lac-morel.1.2.translator.xlf', '1.2');
    const ben = { state: 'translated', by: 'Ben Okri', at: '2026-11-25' } as const;
    const cleo = { state: 'translated', by: 'Cleo Marsh' } as const;
    const came = await expectHome(desk, ['home.xlf', '--by', 'Cleo Marsh'], {
      opened: taken(words.opened, ben),
      // What is only accepted carries no name in the file: it is that of --by.
      months: accepted(words.months, cleo),
      free: ['marked', 'marked'],
      promised: taken(words.promised, ben),
      cyclists: ['marked', 'marked'],
      bridge: accepted(words.bridge, cleo),
      // Lokalize leaves the sentence final: the state that went out says nothing of new words.
      saturday: taken(words.saturday, ben),
      june: taken(words.june, ben),
      cyclistsAgain: taken(words.cyclistsAgain, { ...ben, marked: true }),
    });
    expect(came.get('free')?.why).toContain('needs-translation');
    expect(came.get('cyclists')?.why).toContain('its words were taken out');
  });

  it('1.2, by an approver: an edit is an approval, and a note is told', async () => {
    const desk = await deskWith('lokalize-22.12.3/lac-morel.1.2.xlf', '1.2');
    // An edit sets “signed-off” by itself.
    const reviewed = { state: 'reviewed', by: 'Ben Okri', at: '2026-11-25' } as const;
    const came = await expectHome(desk, ['home.xlf', '--by', 'Cleo Marsh'], {
      opened: taken(words.opened, reviewed),
      months: accepted(words.months, { state: 'reviewed', by: 'Cleo Marsh' }),
      free: ['marked', 'marked'],
      promised: taken(words.promised, reviewed),
      cyclists: ['marked', 'marked'],
      bridge: accepted(words.bridge, { state: 'translated', by: 'Cleo Marsh' }),
      saturday: taken(words.saturday, reviewed),
      june: taken(words.june, reviewed),
      cyclistsAgain: taken(words.cyclistsAgain, { state: 'translated', by: 'Ben Okri', marked: true }),
    });
    expect(came.get('free')?.why).toContain('needs-review-translation');
    expect(came.get('road')?.why).toBe('as it went out; a note: “Which pass?”');
    expect(came.get('cyclists')?.why).toContain('its words were taken out');
    expect(came.get('cyclistsAgain')?.why).toContain('still asks for work (needs-review-adaptation)');
  });

  it('passes over a date that is none', async () => {
    const desk = await deskWith('lokalize-22.12.3/lac-morel.1.2.translator.xlf', '1.2');
    const came = await desk.read('home.xlf');
    await desk.write('home.xlf', came.replace('date="2026-11-25"', 'date="yesterday"'));
    await desk.import('home.xlf');
    expect((await desk.standing()).get('opened')).toMatchObject({
      by: 'Ben Okri',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
    });
  });

  it('says that an approval without a name needs one', async () => {
    const desk = await deskWith('lokalize-22.12.3/lac-morel.1.2.xlf', '1.2');
    const { came } = await desk.import('home.xlf');
    expect(came.get('months')).toMatchObject({
      outcome: 'accepted',
      why: expect.stringContaining('reviewed needs a name'),
    });
    expect((await desk.standing()).get('months')).toMatchObject({ state: 'translated', by: 'unknown' });
  });
});
