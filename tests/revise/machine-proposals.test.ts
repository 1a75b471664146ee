import { describe, expect, it } from 'vitest';
import type { Draft, Target } from '../../src/model/draft.ts';
import { createPseudo } from '../../src/provider/pseudo.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';
import { newsroom } from '../properties/newsroom.ts';

const first = 'Anne Roy a rejoint le port de Brest lundi.\n\nLe convoi attend.\n';
const later = 'Anne Roy a quitté le port de Brest lundi.\n\nLe convoi attend.\n';

const reviewed: Target = {
  state: 'reviewed',
  text: 'Anne King reached the port of Brest on Monday.',
  by: 'Ada',
  provenance: { origin: { kind: 'human', by: 'Ada' }, steps: [] },
};

/** A room in which the first sentence has been reviewed, and a machine that counts what it is asked. */
async function deskWithReview() {
  const room = newsroom(['en']);
  const [draft] = await room.run(first);
  const [unit] = draft?.units ?? [];
  if (!draft || !unit) throw new Error('there is a sentence');
  room.decide(draft, unit.segment.id, reviewed);
  return { room, id: unit.segment.id };
}

const machine = (answer = 'Anne Roy left the port of Brest on Monday.') =>
  createScripted({ answers: (text) => (text.startsWith('Anne') ? answer : '[en] it') });

const firstTarget = ([draft]: readonly Draft[]) => draft?.units[0]?.target;

describe('a machine', () => {
  it('proposes beside stale words, which stay; its names are put right, and it is asked once', async () => {
    const { room } = await deskWithReview();
    const provider = machine();
    const target = firstTarget(await room.run(later, { provider }));
    expect(target).toMatchObject({
      state: 'stale',
      was: 'reviewed',
      text: reviewed.text,
      proposed: {
        source: 'Anne Roy a quitté le port de Brest lundi.',
        text: 'Anne King left the port of Brest on Monday.',
        provenance: { origin: { kind: 'machine', provider: 'scripted' } },
      },
    });
    const master = room.files.get('en/depeche.xlf') ?? '';
    expect(master).toMatch(/<mtc:match [^>]*type="mt" subType="depeche:machine"/u);
    expect(validateXliff(master)).toEqual([]);
    const asked = provider.calls.length;
    expect(firstTarget(await room.run(later, { provider }))).toEqual(target);
    expect(provider.calls).toHaveLength(asked);
    expect(room.files.get('en/depeche.xlf')).toBe(master);
    // Nor is anything lost where no machine is asked.
    expect(firstTarget(await room.run(later))).toEqual(target);
  });

  it('stays the origin of its words where a person takes them over', async () => {
    const { room } = await deskWithReview();
    await room.run(later, { provider: machine() });
    const master = room.files.get('en/depeche.xlf') ?? '';
    const words = 'Anne King left the port of Brest on Monday.';
    const firstSegment = /(<segment .*?<target[^>]*>).*?(<\/target>\s*<\/segment>)/su;
    room.files.set('en/depeche.xlf', master.replace(firstSegment, `$1${words}$2`));
    expect(firstTarget(await room.run(later))).toMatchObject({
      state: 'translated',
      text: words,
      provenance: { origin: { kind: 'machine', provider: 'scripted' } },
    });
  });

  it('is asked anew where the source changes again, and its words go where the old source comes back', async () => {
    const { room } = await deskWithReview();
    await room.run(later, { provider: machine() });
    const again = later.replace('lundi', 'hier');
    const target = firstTarget(await room.run(again, { provider: machine('Gone yesterday.') }));
    expect(target).toMatchObject({
      state: 'stale',
      text: reviewed.text,
      proposed: { text: 'Gone yesterday.' },
    });
    expect(firstTarget(await room.run(first, { provider: machine() }))).toEqual(reviewed);
  });

  it('is not asked where the facts alone have changed', async () => {
    const { room } = await deskWithReview();
    const provider = machine();
    const [draft] = await room.run(first.replace('lundi', 'jeudi'), { provider });
    expect(draft?.units[0]?.target).not.toHaveProperty('proposed');
    expect(draft?.units[0]?.matches[0]).toMatchObject({
      target: 'Anne King reached the port of Brest on Thursday.',
      adapted: [{ kind: 'date', was: 'Monday', is: 'Thursday' }],
    });
    expect(provider.calls.flatMap(({ segments }) => segments.map(({ text }) => text))).toEqual([
      'Le convoi attend.',
    ]);
  });

  it('that only makes pseudo text proposes none, and one that fails leaves the words as they are', async () => {
    const { room } = await deskWithReview();
    expect(firstTarget(await room.run(later, { provider: createPseudo() }))).not.toHaveProperty('proposed');
    const failing = createScripted({ failures: () => 'bad-answer' });
    expect(firstTarget(await room.run(later, { provider: failing }))).toMatchObject({
      state: 'stale',
      text: reviewed.text,
    });
  });
});
