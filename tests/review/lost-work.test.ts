import { describe, expect, it } from 'vitest';
import { disclosureOf } from '../../src/bundle/disclosure.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { recall } from '../../src/memory/recall.ts';
import type { Paragraph } from '../../src/model/dispatch.ts';
import { allUnits, type Draft, type Kept, type Master, type Target, textOf } from '../../src/model/draft.ts';
import { accept } from '../../src/review/accept.ts';
import { joinMasters } from '../../src/review/join-masters.ts';
import { merge } from '../../src/review/merge.ts';
import { readReturned } from '../../src/review/read-returned.ts';
import { rewriteMaster } from '../../src/review/rewrite-master.ts';
import { carry } from '../../src/revise/carry.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { byPerson, dispatchOf, drafted, draftOf } from '../bundle/stories.ts';

const paragraphOf = (texts: readonly string[]): Paragraph => ({
  id: 'p1',
  kind: 'body',
  segments: texts.map((text, index) => ({ id: `s${index}`, spans: [], text })),
});
const sentences = ['Le bac a coulé.', 'Personne n’est blessé.', 'Le trafic reprend.'];
const story = dispatchOf(sentences, { paragraphs: [paragraphOf(sentences)] });
const draftWith = (...targets: Target[]): Draft =>
  draftOf(story, 'en', (index) => targets[index] ?? { state: 'pending' });
const targetIn = (draft: Draft, id: string) =>
  allUnits(draft).find(({ segment }) => segment.id === id)?.target;
const textsIn = (draft: Draft) => draft.units.map(({ target }) => textOf(target));
const masterOf = (draft: Draft): Master => readMaster(writeMaster(draft));

function comeHome(draft: Draft, change: (file: string) => string, by = 'Ann') {
  const [file = ''] = exportDrafts([{ draft }], '2.0').files.values();
  const [returned] = readReturned(change(file));
  if (!returned) throw new Error('nothing came home');
  return (ours: Draft) => merge(ours, returned, { by });
}

describe('a tool that joined two segments and asks for work', () => {
  it('takes no words away from the second one', () => {
    const draft = draftWith(
      drafted('The ferry sank.'),
      byPerson('Nobody is hurt.', 'final'),
      drafted('Traffic resumes.'),
    );
    const { remembered } = exportDrafts([{ draft }], '2.0');
    const sent = remembered[0]?.draft ?? draft;
    const home = comeHome(draft, (file) =>
      file.replace(
        /<segment id="s0"[\s\S]*?<\/segment>[\s\S]*?<segment id="s1"[\s\S]*?<\/segment>/u,
        '<segment id="s0"><source>Le bac a coulé. Personne n’est blessé.</source></segment>',
      ),
    )(sent);
    expect(targetIn(home.draft, 's1')).toEqual(byPerson('Nobody is hurt.', 'final'));
    expect(home.report.find(({ segment }) => segment === 's1')?.outcome).toBe('unchanged');
  });
});

describe('two branches', () => {
  it('keep the order of sentences in the later version', () => {
    const ours = { ...masterOf(draftWith()), order: new Map([['p1', ['s2', 's0', 's1']]]) };
    const later: Draft = {
      ...draftWith(),
      dispatch: {
        ...story,
        version: 2,
        paragraphs: story.paragraphs.map((paragraph) => ({
          ...paragraph,
          segments: paragraph.segments.filter(({ id }) => id !== 's0'),
        })),
      },
      units: draftWith().units.filter(({ segment }) => segment.id !== 's0'),
    };
    const { master } = joinMasters(undefined, ours, masterOf(later));
    expect(readMaster(rewriteMaster(master, writeMaster(later))).order).toEqual(
      new Map([['p1', ['s2', 's1']]]),
    );
  });

  it('take the approval for the source of today', () => {
    const kept = (source: string, target: Target): Kept => ({ id: 's0', source, target });
    const of = (version: number, unit: Kept): Master => ({
      id: 'treve',
      source: 'fr',
      target: 'en',
      version,
      units: [unit],
      removed: [],
    });
    const base = of(1, kept('Un.', byPerson('One.', 'translated')));
    const ann = of(1, kept('Un.', byPerson('One.', 'final')));
    const bob = kept('Un !', { ...byPerson('One.', 'reviewed'), by: 'Bob' } as Target);
    expect(joinMasters(base, ann, of(2, bob)).master.units).toEqual([bob]);
    expect(joinMasters(base, of(2, bob), ann).master.units).toEqual([bob]);
  });

  it('leave no covers on work whose sentences have left', () => {
    const both = { ...byPerson('The ferry sank; nobody is hurt.', 'final'), covers: ['s1'] } as Target;
    const joined = masterOf(draftWith(both, { state: 'absorbed', into: 's0' }));
    const later = { ...joined, version: 2, units: joined.units.filter(({ id }) => id === 's2') };
    const [gone] = joinMasters(undefined, joined, later).master.removed;
    expect(gone).toEqual({
      id: 's0',
      source: 'Le bac a coulé. Personne n’est blessé.',
      target: byPerson('The ferry sank; nobody is hurt.', 'final'),
    });
  });
});

describe('a mark for work', () => {
  const marked = { did: 'marked', by: 'Ann' } as const;
  const recalled = (steps: readonly { did: 'recalled' | 'marked'; by: string }[]): Target => ({
    state: 'recalled',
    text: 'The ferry sank.',
    match: 'ice',
    provenance: { origin: { kind: 'human', by: 'Bea' }, steps },
  });

  it('on words of the memory outlives the run that follows', async () => {
    const draft = draftWith(recalled([{ did: 'recalled', by: 'a.tmx' }, marked]));
    const memory = createInMemoryStore([
      {
        source: 'fr',
        target: 'en',
        sourceText: 'Le bac a coulé.',
        targetText: 'The ferry sank.',
        provenance: { origin: { kind: 'human', by: 'Bea' }, steps: [] },
        from: 'a.tmx',
      },
    ]);
    const again = await recall(draft, memory, {});
    expect(targetIn(again, 's0')).toEqual(targetIn(draft, 's0'));
  });
});

describe('whose words they are', () => {
  it('a machine’s that were approved after they had left the master are a machine’s still', () => {
    const machine = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
    const draft = draftWith({
      state: 'recalled',
      text: 'The ferry sank.',
      match: 'exact',
      provenance: machine,
    });
    const sent = exportDrafts([{ draft }], '2.0').remembered[0]?.draft ?? draft;
    const emptied: Draft = {
      ...sent,
      units: sent.units.map((unit) =>
        unit.segment.id === 's0' ? { ...unit, target: { state: 'pending' } } : unit,
      ),
    };
    const approved = comeHome(draft, (file) =>
      file.replace('id="s0" state="initial" subState="poedit:fuzzy"', 'id="s0" state="reviewed"'),
    )(emptied);
    expect(targetIn(approved.draft, 's0')).toMatchObject({
      state: 'reviewed',
      provenance: { origin: { kind: 'machine', provider: 'deepl' }, steps: [{ did: 'accepted', by: 'Ann' }] },
    });
    expect(disclosureOf(approved.draft)).toBe('ai-assisted');
  });

  const pseudo: Target = {
    state: 'drafted',
    text: '[Ļé ƀåć]',
    provenance: { origin: { kind: 'machine', provider: 'pseudo' }, steps: [] },
  };

  it('pseudo text is signed by nobody, and what a person writes over it is theirs', () => {
    const draft = draftWith(pseudo);
    const sent = exportDrafts([{ draft }], '2.0').remembered[0]?.draft ?? draft;
    const raised = 'id="s0" state="initial" subState="poedit:fuzzy"';
    const approved = comeHome(draft, (file) => file.replace(raised, 'id="s0" state="final"'))(sent);
    expect(approved.report.find(({ segment }) => segment === 's0')?.outcome).toBe('refused');
    expect(targetIn(approved.draft, 's0')).toEqual(pseudo);
    const edited = comeHome(draft, (file) => file.replace('[Ļé ƀåć]', 'The ferry sank.'))(sent);
    expect(accept(edited.draft, ['s0'], { as: 'final', by: 'Eva' }).report[0]?.outcome).toBe('accepted');
  });
});

it('a translation that came home for a sentence which left and returned is used', () => {
  const gone: Kept = {
    id: 's8',
    source: 'Le bac a coulé.',
    target: byPerson('The ferry sank.', 'translated'),
  };
  const master = { ...masterOf(draftWith(drafted('The barge sank.'))), removed: [gone] };
  const draft = carry(story, 'en', master);
  expect(targetIn(draft, 's0')).toEqual(gone.target);
  expect(draft.removed).toEqual([]);
});

it('a translation that came home for a sentence which left, and went on with one that says the same, is not taken twice', () => {
  const texts = ['Le convoi part.', 'Le convoi part.', 'Le convoi part.'];
  const draft = draftOf(dispatchOf(texts, { paragraphs: [paragraphOf(texts)] }), 'en', () => ({
    state: 'pending',
  }));
  const sent = masterOf(exportDrafts([{ draft }], '2.0').remembered[0]?.draft ?? draft);
  const later = dispatchOf(texts, {
    version: 2,
    paragraphs: [paragraphOf(texts)].map((paragraph) => ({
      ...paragraph,
      segments: paragraph.segments.filter(({ id }) => id !== 's1'),
    })),
  });
  const home = comeHome(draft, (file) =>
    file.replace(/(<segment id="s1"[\s\S]*?<\/source>)/u, '$1<target>The convoy leaves.</target>'),
  );
  const once = carry(later, 'en', masterOf(home(carry(later, 'en', sent)).draft));
  expect(textsIn(once)).toEqual(['The convoy leaves.', undefined]);
  const twice = home(once);
  expect(twice.draft).toBe(once);
  expect(twice.report.find(({ segment }) => segment === 's1')).toMatchObject({ outcome: 'unchanged' });
});
