import { expect } from 'vitest';
import { segmentsOf } from '../../src/model/dispatch.ts';
import { type Draft, isPersons, type Kept, type Target, textOf } from '../../src/model/draft.ts';
import { isOwnAdapted } from '../../src/model/proposals.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { wordingOf } from '../../src/text/wording.ts';
import { demoDispatches } from './demo-story.ts';
import { type Edit, edited, type Story } from './edit-script.ts';
import { newsroom } from './newsroom.ts';

const stories = Array.from(demoDispatches.values(), ({ dateline, paragraphs }) => ({
  dateline: dateline?.text ?? '',
  story: paragraphs
    .filter(({ kind }) => kind === 'body')
    .map(({ segments }) => segments.map(({ text }) => text)),
}));

const copyOf = (dateline: string, story: Story) =>
  `${dateline} ${story.map((sentences) => sentences.join(' ')).join('\n\n')}\n`;

type Room = ReturnType<typeof newsroom>;

/** What came up while versions were followed. */
export type Tally = Record<'versions' | 'sentences' | 'sent' | 'reviewed' | 'stale' | 'adapted', number>;

export function emptyTally(): Tally {
  return { versions: 0, sentences: 0, sent: 0, reviewed: 0, stale: 0, adapted: 0 };
}

/** What a version was sent for, and what became of it. */
type Outcome = { readonly draft: Draft; readonly sent: readonly string[] };

async function versionOf(room: Room, copy: string): Promise<Outcome> {
  const provider = createScripted({ answers: (text) => `[en] ${text}` });
  const [draft] = await room.run(copy, { provider });
  if (!draft) throw new Error('one locale gives one draft');
  return { draft, sent: provider.calls.flatMap(({ segments }) => segments.map(({ text }) => text)) };
}

/** Every sentence of which the number is even is reviewed, in words of its own. */
function review(room: Room, draft: Draft, turn: number): Draft {
  let now = draft;
  for (const [nth, { segment, target }] of draft.units.entries()) {
    if (nth % 2 === 1 || isPersons(target)) continue;
    const facts = segment.text.match(/\d+/gu)?.join(' and ') ?? 'nothing';
    const words: Target = {
      state: 'reviewed',
      text: `Review ${turn} of ${segment.id}: ${facts}.`,
      by: 'Ada',
      provenance: { origin: { kind: 'human', by: 'Ada' }, steps: [] },
    };
    room.decide(now, segment.id, words);
    const units = now.units.map((unit) =>
      unit.segment.id === segment.id ? { ...unit, target: words } : unit,
    );
    now = { ...now, units };
  }
  return now;
}

const idsOf = (draft: Draft) => [
  ...draft.dispatch.paragraphs.map(({ id }) => id),
  ...segmentsOf(draft.dispatch).map(({ id }) => id),
];

/** What work was made for, now or before it became stale. */
function sourcesOf({ source, target }: Pick<Kept, 'source' | 'target'>): string[] {
  return target.state === 'stale' ? [source, target.previousSource] : [source];
}

function isWhole(target: Target): boolean {
  return isPersons(target) && target.state !== 'stale';
}

/** Runs a story through versions and holds every promise at each of them; counts what was sent. */
export async function followVersions(
  nth: number,
  scripts: readonly (readonly Edit[])[],
  tally: Tally = emptyTally(),
): Promise<void> {
  const chosen = stories[nth % stories.length];
  if (!chosen) throw new Error('there is a demo');
  const room = newsroom(['en']);
  let story: Story = chosen.story;
  let before = review(room, (await versionOf(room, copyOf(chosen.dateline, story))).draft, 0);
  const gone = new Set<string>();
  for (const [turn, script] of scripts.entries()) {
    story = edited(story, script, turn + 1);
    const { draft, sent } = await versionOf(room, copyOf(chosen.dateline, story));
    const said = new Map(
      before.units.map(({ segment, target }) => [wordingOf(segment.text), { segment, target }]),
    );

    // Unchanged sentences keep id, target and state, and are not sent.
    for (const { segment, target } of draft.units) {
      const had = said.get(wordingOf(segment.text));
      if (!had) continue;
      expect([segment.id, target]).toEqual([had.segment.id, had.target]);
      expect(sent).not.toContain(segment.text);
    }
    // What is sent is what says something else, each once, and no more: not where the facts alone differ, and not where a sentence that had
    // left, or said something else for a while, is back with what a person wrote for it.
    const other = draft.units.filter(({ segment }) => !said.has(wordingOf(segment.text)));
    const adapted = other.filter(({ matches }) => matches.some(isOwnAdapted));
    const kept = new Set(
      [...before.units.map(({ segment, target }) => ({ source: segment.text, target })), ...before.removed]
        .flatMap(sourcesOf)
        .map(wordingOf),
    );
    const wanted = other.filter(
      (unit) => !adapted.includes(unit) && !(kept.has(wordingOf(unit.segment.text)) && isWhole(unit.target)),
    );
    expect([...sent].sort()).toEqual([...new Set(wanted.map(({ segment }) => segment.text))].sort());

    // No reviewed words are lost or changed, and only another source makes them stale.
    const now = [
      ...draft.units.map(({ segment, target }) => ({ source: segment.text, target })),
      ...draft.removed,
    ];
    const persons = [
      ...before.units.map(({ segment, target }) => ({ source: segment.text, target })),
      ...before.removed,
    ].filter(({ target }) => isPersons(target));
    for (const { source, target } of persons) {
      const found = now.filter((one) => textOf(one.target) === textOf(target));
      expect(found).toHaveLength(1);
      const after = found[0]?.target;
      if (after?.state === 'stale' && target.state !== 'stale') {
        expect([after.was, after.previousSource]).toEqual([target.state, source]);
      }
    }
    // No id is used again.
    const ids = idsOf(draft);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => gone.has(id))).toEqual([]);
    for (const id of idsOf(before)) if (!ids.includes(id)) gone.add(id);
    // What went is in the record.
    const record: { removed: { id: string }[] } = JSON.parse(
      room.files.get('fr/depeche.dispatch.json') ?? '',
    );
    expect(record.removed.map(({ id }) => id).sort()).toEqual(
      [...gone].filter((id) => id.startsWith('s')).sort(),
    );
    // A second run of the same copy sends nothing and writes nothing.
    const files = new Map(room.files);
    expect((await versionOf(room, copyOf(chosen.dateline, story))).sent).toEqual([]);
    expect(room.files).toEqual(files);
    tally.versions += 1;
    tally.sentences += draft.units.length;
    tally.sent += sent.length;
    tally.adapted += adapted.length;
    tally.stale += draft.units.filter(({ target }) => target.state === 'stale').length;
    tally.reviewed += persons.length;
    before = review(room, draft, turn + 1);
  }
}
