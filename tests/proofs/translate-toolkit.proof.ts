import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Expected, expectHome } from '../review/desk-homecoming.ts';
import { type Desk, openDesk, type Sentence } from '../review/desk-story.ts';

const pocount = '/usr/bin/pocount';
const pofilter = '/usr/bin/pofilter';
const script = resolve(import.meta.dirname, '../tools/translate_toolkit.py');

/** What is done to a unit through a storage class: see `tests/tools/translate_toolkit.py`. */
type Gesture = Partial<Record<'edit' | 'accept' | 'review' | 'mark' | 'clear', string>>;

/** Works on `home.xlf`, and says which sentences the class counts as done when it opens the file. */
function work(desk: Desk, kind: string, gestures: Partial<Record<Sentence, Gesture>>): Sentence[] {
  const names = new Map(Array.from(desk.ids, ([sentence, id]) => [id, sentence]));
  const byId = Array.from(desk.ids, ([sentence, id]) => [id, gestures[sentence] ?? {}] as const);
  // Debian's own Python, which has the toolkit.
  const args = [script, kind, join(desk.root, 'home.xlf'), JSON.stringify(Object.fromEntries(byId))];
  const told = execFileSync('/usr/bin/python3', args, { encoding: 'utf8' });
  const units: { id: string; done: boolean }[] = JSON.parse(told);
  expect(units).toHaveLength(desk.ids.size);
  return units.flatMap(({ id, done }) => (done ? (names.get(id) ?? []) : []));
}

const gestures: Partial<Record<Sentence, Gesture>> = {
  opened: { edit: 'Mayor Odile Ferrant opened the lake dyke again on Monday.' },
  months: { accept: '' },
  free: { mark: '' },
  promised: { edit: '“I had promised it,” Odile Ferrant said.' },
  cyclists: { clear: '' },
  bridge: { review: 'Is it the second?' },
  opposition: { review: 'Does it still?' },
  saturday: { edit: 'Odile Ferrant will meet residents on Saturday.' },
  june: { edit: 'The feast will be held in June.' },
  cyclistsAgain: { edit: 'Cyclists must wait.', mark: '' },
};

const reviewed = (outcome: 'taken' | 'accepted', text: string): Expected => [
  outcome,
  { state: 'reviewed', text, by: 'Cleo Marsh' },
];

describe.skipIf(!existsSync(pocount))('translate-toolkit (skipped where it is not installed)', () => {
  it('counts what nobody accepted as work to do, and what a person signed as done', async () => {
    const desk = await openDesk();
    await desk.export('1.2', 'home.xlf');
    const csv = execFileSync(pocount, ['--csv', 'home.xlf'], { cwd: desk.root, encoding: 'utf8' });
    const [names, values] = csv
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => cell.trim()));
    const counts = new Map(names?.map((name, at) => [name, values?.[at]]));
    expect(counts.get('Translated Messages')).toBe('3');
    expect(counts.get('Fuzzy Messages')).toBe('9');
    expect(counts.get('Untranslated Messages')).toBe('2');
  });

  it.each(['xliff', 'poxliff'])('%s: every gesture comes home, and drafts are not done', async (kind) => {
    const desk = await openDesk();
    await desk.export('1.2', 'home.xlf');
    expect(work(desk, kind, gestures)).toEqual(['free', 'opposition', 'saturday']);
    const came = await expectHome(desk, ['home.xlf', '--by', 'Cleo Marsh'], {
      // The classes write `approved="yes"` with each new text and each acceptance.
      opened: reviewed('taken', 'Mayor Odile Ferrant opened the lake dyke again on Monday.'),
      months: reviewed('accepted', 'The work took eleven months.'),
      free: ['marked', 'marked'],
      promised: reviewed('taken', '“I had promised it,” Odile Ferrant said.'),
      cyclists: ['marked', 'marked'],
      opposition: ['marked', 'marked'],
      // The state is left as it was sent, and says nothing of the new words.
      saturday: ['taken', { state: 'translated', text: 'Odile Ferrant will meet residents on Saturday.' }],
      june: reviewed('taken', 'The feast will be held in June.'),
      cyclistsAgain: ['taken', { state: 'translated', text: 'Cyclists must wait.', marked: true }],
    });
    expect(came.get('bridge')?.why).toBe('as it went out; a note: “Is it the second?”');
    expect(came.get('opposition')?.why).toContain('“Does it still?”');
  });

  it('pofilter and an editor: a root of 1.1, units in a namespace each, and only those it complains of', async () => {
    const desk = await openDesk();
    await desk.export('1.2', 'sent.xlf');
    execFileSync(pofilter, ['--progress=none', 'sent.xlf', 'home.xlf'], { cwd: desk.root });
    const found = await desk.read('home.xlf');
    expect(found).toContain('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.1" version="1.1">');
    expect(found).toMatch(/<ns\d+:trans-unit /u);
    const corrected = found
      .replace('>“I had promised it,” Odile Ferrand said.', '>“I had promised it,” Odile Ferrant said.')
      .replace('state="needs-translation" state-qualifier="exact-match"', 'state="translated"')
      .replace('>It will cost 3 million euros.', '>It will cost 4 million euros.');
    await desk.write('home.xlf', corrected);
    const by = { by: 'Cleo Marsh', state: 'translated' } as const;
    const absent = [undefined, 'as it was'] as const;
    const came = await expectHome(desk, ['home.xlf', '--by', 'Cleo Marsh'], {
      months: ['accepted', { ...by, text: 'The work took eleven months.' }],
      promised: ['taken', { ...by, text: '“I had promised it,” Odile Ferrant said.', marked: true }],
      cost: ['taken', { ...by, text: 'It will cost 4 million euros.', marked: true }],
      free: absent,
      opposition: absent,
      saturday: absent,
    });
    expect(came.get('promised')?.why).toContain('still asks for work (needs-translation)');
  });
});
