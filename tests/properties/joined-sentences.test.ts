import { describe, expect, it } from 'vitest';
import { compileBundle } from '../../src/bundle/compile.ts';
import { emptyManifest, entryAfter, withEntries, writeManifest } from '../../src/bundle/manifest.ts';
import { publishable } from '../../src/bundle/publishable.ts';
import { readManifest } from '../../src/bundle/read-manifest.ts';
import { readStory } from '../../src/bundle/reader.ts';
import { checks } from '../../src/check/checks.ts';
import { entriesOf } from '../../src/memory/entries-of.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import type { Dispatch } from '../../src/model/dispatch.ts';
import { type Draft, type Kept, type Master, needsProvider, type Target } from '../../src/model/draft.ts';
import { translateDispatch } from '../../src/pipeline.ts';
import { accept } from '../../src/review/accept.ts';
import { joinMasters } from '../../src/review/join-masters.ts';
import { renderReport } from '../../src/review/report/report.ts';
import { carry } from '../../src/revise/carry.ts';
import { scoreTerms } from '../../src/termbase/score.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { byPerson, dispatchOf, drafted, draftOf } from '../bundle/stories.ts';
import { termbase } from '../check/fixture.ts';

const sources = [
  'Deux visites',
  'Sergueï Lavrov a reçu 3 ministres.',
  'Il a parlé du Nagorny Karabakh.',
  'Les combats durent.',
];
const both = 'Sergei Lavrov received 3 ministers and spoke of Nagorno-Karabakh.';
const joinedSource = `${sources[1]} ${sources[2]}`;
const story = dispatchOf(sources);

/** The second sentence covers the third. */
function joined(state: 'translated' | 'reviewed' | 'final' = 'reviewed'): Draft {
  const targets: Target[] = [
    drafted('Two visits'),
    { ...byPerson(both, state), covers: ['s2'] } as Target,
    { state: 'absorbed', into: 's1' },
    drafted('The fighting goes on.'),
  ];
  return draftOf(story, 'en', (index) => targets[index] ?? { state: 'pending' });
}

const masterOf = (draft: Draft): Master => readMaster(writeMaster(draft));
const tools = { memory: createInMemoryStore([]), fuzzyThreshold: 75, termbase, checks };
const later = (texts: readonly (readonly [id: string, text: string])[]): Dispatch => ({
  ...story,
  paragraphs: [{ id: 'p1', kind: 'body', segments: texts.map(([id, text]) => ({ id, spans: [], text })) }],
  version: 2,
});
const targetIn = (draft: Draft, id: string) => draft.units.find(({ segment }) => segment.id === id)?.target;

describe('sentences that a translator joined', () => {
  it('are carried through a run unchanged, asked of nobody, checked and scored as one', async () => {
    const asked: string[] = [];
    const ask = async (draft: Draft): Promise<Draft> => {
      asked.push(...draft.units.filter((unit) => needsProvider(unit, 'x')).map(({ segment }) => segment.id));
      return draft;
    };
    const draft = await translateDispatch(story, 'en', masterOf(joined()), { ...tools, ask });
    expect(asked).toEqual([]);
    expect(draft.units.map(({ target }) => target)).toEqual(joined().units.map(({ target }) => target));
    expect(draft.units.flatMap(({ issues }) => issues)).toEqual([]);
    expect(draft.units[1]?.terms.map(({ concept }) => concept)).toEqual(['lavrov', 'karabakh']);
    expect(scoreTerms(draft, termbase).success).toBe(1);
    expect(draft.units.map(({ segment }) => segment.text)).toEqual(sources);
  });

  it('are published once, read in place, and the bundle is whole', () => {
    const draft = joined();
    expect(publishable(draft, { minState: 'drafted' })).toBe(true);
    const entry = entryAfter(undefined, story, [draft], { minState: 'drafted' });
    const manifest = readManifest(writeManifest(withEntries(emptyManifest, new Map([[story.id, entry]]))));
    const bundle: Record<string, string> = JSON.parse(compileBundle(draft));
    expect(Object.keys(bundle)).toEqual(['dateline', 's0', 's1', 's3']);
    const i18n = { languages: ['en'], getResource: (_: string, __: string, key: string) => bundle[key] };
    expect(readStory(manifest, i18n, story.id)?.paragraphs).toEqual([
      { id: 'p1', kind: 'body', sentences: [{ id: 's1', text: both }] },
      { id: 'p2', kind: 'body', sentences: [{ id: 's3', text: 'The fighting goes on.' }] },
    ]);
  });

  it('and another order are what an app reads', () => {
    const draft: Draft = {
      ...draftOf(story, 'en', (index) => drafted(`Sentence ${index}.`)),
      order: new Map([['p1', ['s2', 's1']]]),
    };
    const entry = entryAfter(undefined, story, [draft], { minState: 'drafted' });
    const manifest = withEntries(emptyManifest, new Map([[story.id, entry]]));
    const bundle: Record<string, string> = JSON.parse(compileBundle(draft));
    const i18n = { languages: ['en'], getResource: (_: string, __: string, key: string) => bundle[key] };
    const [paragraph] = readStory(manifest, i18n, story.id)?.paragraphs ?? [];
    expect(paragraph?.sentences.map(({ id }) => id)).toEqual(['s2', 's1']);
  });

  it('are one entry of the memory', () => {
    const [entry, more] = entriesOf(masterOf(joined()), 'locales/en/treve.xlf');
    expect(more).toBeUndefined();
    expect(entry).toMatchObject({
      sourceText: joinedSource,
      targetText: both,
      previous: sources[0],
      next: sources[3],
    });
  });

  it('are accepted under the id of the first', () => {
    const { draft, report } = accept(joined('translated'), ['s1', 's2'], { as: 'final', by: 'Eva' });
    expect(targetIn(draft, 's1')).toMatchObject({ state: 'final', covers: ['s2'], by: 'Eva' });
    expect(targetIn(draft, 's2')).toEqual({ state: 'absorbed', into: 's1' });
    expect(report.map(({ outcome }) => outcome)).toEqual(['accepted', 'unchanged']);
  });

  it('stand in one row of the report', () => {
    const page = renderReport([joined()], { termbase });
    expect(page).toContain('<tr id="treve.en.s1"');
    expect(page).not.toContain('<tr id="treve.en.s2"');
  });
});

describe('a later wording', () => {
  it.each([
    [
      'the first has changed',
      [
        ['s1', 'Sergueï Lavrov a reçu 4 ministres.'],
        ['s2', sources[2]],
      ],
      ['s2'],
    ],
    [
      'the second has changed',
      [
        ['s1', sources[1]],
        ['s2', 'Il n’a rien dit.'],
      ],
      ['s2'],
    ],
    [
      'the second has left',
      [
        ['s1', sources[1]],
        ['s3', sources[3]],
      ],
      undefined,
    ],
    [
      'another came between',
      [
        ['s1', sources[1]],
        ['s9', 'Un appel a suivi.'],
        ['s2', sources[2]],
      ],
      undefined,
    ],
  ] as const)('%s: the work is stale, and whole again when the story is as it was', (_, texts, covers) => {
    const revised = carry(later(texts.map(([id, text]) => [id, text ?? ''])), 'en', masterOf(joined()));
    const target = targetIn(revised, 's1');
    expect(target).toMatchObject({
      state: 'stale',
      was: 'reviewed',
      text: both,
      previousSource: joinedSource,
    });
    expect(target && 'covers' in target ? target.covers : undefined).toEqual(covers);
    const second = targetIn(revised, 's2');
    if (second) expect(second).toEqual(covers ? { state: 'absorbed', into: 's1' } : { state: 'pending' });
    if (covers)
      expect(targetIn(carry(story, 'en', masterOf(revised)), 's1')).toEqual(targetIn(joined(), 's1'));
  });

  it('without the first keeps the work beside the story, for all it was made for; the second is pending', () => {
    const revised = carry(later([['s2', sources[2] ?? '']]), 'en', masterOf(joined()));
    expect(targetIn(revised, 's2')).toEqual({ state: 'pending' });
    expect(revised.removed).toEqual([{ id: 's1', source: joinedSource, target: byPerson(both, 'reviewed') }]);
  });
});

describe('two branches', () => {
  const before = masterOf(draftOf(story, 'en', (index) => drafted(`Sentence ${index}.`)));
  const other = (id: string, text: string): Master => ({
    ...before,
    units: before.units.map(
      (unit): Kept => (unit.id === id ? { ...unit, target: byPerson(text, 'translated') } : unit),
    ),
  });

  it('one of which joined two sentences: both are taken from it', () => {
    const { master, conflicts } = joinMasters(before, other('s3', 'They fight on.'), masterOf(joined()));
    expect(conflicts).toEqual([]);
    expect(master.units.filter(({ id }) => ['s1', 's2'].includes(id)).map(({ target }) => target)).toEqual(
      joined()
        .units.slice(1, 3)
        .map(({ target }) => target),
    );
  });

  it('one of which joined what the other edited: a person decides, and neither is half taken', () => {
    const ours = other('s2', 'He spoke of Nagorno-Karabakh.');
    const { master, conflicts } = joinMasters(before, ours, masterOf(joined()));
    expect(conflicts.map(({ segment }) => segment)).toEqual(['s1', 's2']);
    const own = ['s1', 's2'].map((id) => ours.units.find((unit) => unit.id === id));
    expect(master.units.filter(({ id }) => ['s1', 's2'].includes(id))).toEqual(own);
  });
});

describe('a master edited by hand', () => {
  it('words in the sentence that was covered are its own; those that said both are stale', () => {
    const written = writeMaster(joined());
    const edited = written.replace(
      /(<segment id="s2"[\s\S]*?)<target xml:space="preserve"\/>/u,
      '$1<target xml:space="preserve">He spoke of Nagorno-Karabakh.</target>',
    );
    expect(edited).not.toBe(written);
    const { units } = readMaster(edited);
    expect(units.find(({ id }) => id === 's2')?.target).toMatchObject({
      state: 'translated',
      text: 'He spoke of Nagorno-Karabakh.',
    });
    const head = units.find(({ id }) => id === 's1')?.target;
    expect(head).toMatchObject({ state: 'stale', text: both, previousSource: joinedSource });
    expect(head).not.toHaveProperty('covers');
  });
});
