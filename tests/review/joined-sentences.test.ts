import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, type Target } from '../../src/model/draft.ts';
import { merge } from '../../src/review/merge.ts';
import type { ReviewOptions } from '../../src/review/outcome.ts';
import { readReturned } from '../../src/review/read-returned.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { exampleDraft, segment, unit } from '../xliff/example-draft.ts';

const machine = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
const human = { origin: { kind: 'human', by: 'Cleo' }, steps: [] } as const;
const drafted = (text: string): Target => ({ state: 'drafted', text, provenance: machine });

const sentences = [
  ['s1aaa', 'Le bac a coulé.', 'The ferry sank.'],
  ['s2bbb', 'Personne n’est blessé.', 'Nobody is hurt.'],
  ['s3ccc', 'Le trafic reprend lundi.', 'Traffic resumes on Monday.'],
] as const;

function story(): Draft {
  const units = sentences.map(([id, source, text]) => unit(segment(id, source), drafted(text)));
  const { dispatch } = exampleDraft();
  const { dateline: _, ...rest } = dispatch;
  return {
    dispatch: {
      ...rest,
      header: { status: 'usable' },
      paragraphs: [{ id: 'p1', kind: 'body', segments: units.map((each) => each.segment) }],
    },
    locale: 'en',
    units,
    removed: [],
  };
}

type Profile = '2.1' | '2.0' | '1.2';

function sendOut(draft: Draft, profile: Profile) {
  const { remembered, files } = exportDrafts([{ draft }], profile);
  const [first] = remembered;
  const [file] = files.values();
  if (!first || file === undefined) throw new Error('nothing went out');
  return { draft: first.draft, file };
}

/** What a tool makes of the first two sentences when somebody joins them: the first keeps its id, the second is gone. */
function joinedInTool(file: string, profile: Profile, words: string, state = 'translated'): string {
  const [one, two] = sentences;
  const source = `${one[1]} ${two[1]}`;
  if (profile === '1.2') {
    const joined = `<trans-unit id="${one[0]}"><source>${source}</source><target state="${state}">${words}</target></trans-unit>`;
    return file.replace(
      new RegExp(
        `<trans-unit id="${one[0]}"[\\s\\S]*?</trans-unit>\\s*<trans-unit id="${two[0]}"[\\s\\S]*?</trans-unit>`,
        'u',
      ),
      joined,
    );
  }
  const joined = `<segment id="${one[0]}" state="${state}"><source>${source}</source><target>${words}</target></segment>`;
  return file.replace(
    new RegExp(
      `<segment id="${one[0]}"[\\s\\S]*?</segment>[\\s\\S]*?<segment id="${two[0]}"[\\s\\S]*?</segment>`,
      'u',
    ),
    joined,
  );
}

function comeHome(draft: Draft, file: string, options: ReviewOptions = {}) {
  const [returned] = readReturned(file, 'home.xlf');
  if (!returned) throw new Error('nothing came home');
  const merged = merge(draft, returned, { by: 'Ben', ...options });
  const target = (id: string) => allUnits(merged.draft).find((each) => each.segment.id === id)?.target;
  const outcome = (id: string) => merged.report.find((each) => each.segment === id)?.outcome;
  return { ...merged, target, outcome };
}

const words = 'The ferry sank, and nobody is hurt.';

describe.each(['2.1', '2.0', '1.2'] as const)('%s', (profile) => {
  it('two sentences that a person joined are one target that covers both', () => {
    const { draft, file } = sendOut(story(), profile);
    const home = comeHome(draft, joinedInTool(file, profile, words));
    expect(home.target('s1aaa')).toMatchObject({
      state: 'translated',
      text: words,
      by: 'Ben',
      covers: ['s2bbb'],
      provenance: { origin: { kind: 'machine' }, steps: [{ did: 'edited', by: 'Ben' }] },
    });
    expect(home.target('s2bbb')).toEqual({ state: 'absorbed', into: 's1aaa' });
    expect([home.outcome('s1aaa'), home.outcome('s2bbb'), home.outcome('s3ccc')]).toEqual([
      'taken',
      'taken',
      'unchanged',
    ]);
    expect(home.absent).toEqual([]);
    expect(comeHome(home.draft, joinedInTool(file, profile, words)).draft).toBe(home.draft);
    expect(readMaster(writeMaster(home.draft)).units).toEqual(
      home.draft.units.map((each) => ({
        id: each.segment.id,
        source: each.segment.text,
        target: each.target,
      })),
    );
  });

  it('sentences that a tool has only put one behind the other stay apart', () => {
    const { draft, file } = sendOut(story(), profile);
    const both = `${sentences[0][2]} ${sentences[1][2]}`;
    expect(comeHome(draft, joinedInTool(file, profile, both, 'initial')).draft).toBe(draft);
    const accepted = comeHome(draft, joinedInTool(file, profile, both));
    expect(accepted.target('s1aaa')).toMatchObject({ state: 'translated', text: sentences[0][2] });
    expect(accepted.target('s2bbb')).toMatchObject({ state: 'translated', text: sentences[1][2] });
  });

  it('put one behind the other, the state that the first one was sent in signs nothing of the second', () => {
    const words = 'The ferry went down.';
    const target: Target = { state: 'translated', text: words, by: 'Cleo', provenance: human };
    const before = story();
    const units = before.units.map((each, place) => (place === 0 ? { ...each, target } : each));
    const { draft, file } = sendOut({ ...before, units }, profile);
    const home = comeHome(draft, joinedInTool(file, profile, `${words} ${sentences[1][2]}`));
    expect(home.draft).toBe(draft);
  });

  it('a joining there and a person’s work here on the second sentence conflict', () => {
    const { draft, file } = sendOut(story(), profile);
    const worked: Draft = {
      ...draft,
      units: draft.units.map((each) =>
        each.segment.id === 's2bbb'
          ? {
              ...each,
              target: { state: 'translated', text: 'No one was hurt.', by: 'Cleo', provenance: human },
            }
          : each,
      ),
    };
    const came = joinedInTool(file, profile, words);
    expect(comeHome(worked, came).draft).toBe(worked);
    expect(comeHome(worked, came).outcome('s1aaa')).toBe('conflicting');
    expect(comeHome(worked, came, { prefer: 'theirs' }).target('s1aaa')).toMatchObject({
      text: words,
      covers: ['s2bbb'],
    });
  });

  it('joined sentences go out as one and come home as one', () => {
    const first = sendOut(story(), profile);
    const joined = comeHome(first.draft, joinedInTool(first.file, profile, words)).draft;
    const { draft, file } = sendOut(joined, profile);
    expect(file).toContain(`${sentences[0][1]} ${sentences[1][1]}</source>`);
    expect(comeHome(draft, file).draft).toBe(draft);
    const edited = comeHome(draft, file.replace(words, 'The ferry went down; nobody is hurt.'));
    expect(edited.target('s1aaa')).toMatchObject({
      text: 'The ferry went down; nobody is hurt.',
      covers: ['s2bbb'],
    });
    // What went out before the sentences were joined comes home late.
    expect(comeHome(draft, first.file).draft).toBe(draft);
    const late = comeHome(draft, first.file.replace(sentences[1][2], 'No one was hurt.'));
    expect(late.outcome('s2bbb')).toBe('conflicting');
    expect(late.draft).toBe(draft);
  });
});

describe('a sentence that a tool has cut', () => {
  it.each([
    ['2.1', 'segment'],
    ['1.2', 'trans-unit'],
  ] as const)('%s: is put together again', (profile, name) => {
    const { draft, file } = sendOut(story(), profile);
    const part = (id: string, source: string, target: string) =>
      `<${name} id="${id}" ${name === 'segment' ? 'state="translated"' : 'approved="no"'}><source>${source}</source><target>${target}</target></${name}>`;
    const cut = file.replace(
      new RegExp(`<${name} id="s3ccc"[\\s\\S]*?</${name}>`, 'u'),
      `${part('s3ccc', 'Le trafic', 'Traffic')}${part('new1', ' reprend lundi.', 'restarts Monday.')}`,
    );
    const home = comeHome(draft, cut);
    expect(home.target('s3ccc')).toMatchObject({ state: 'translated', text: 'Traffic restarts Monday.' });
    expect(home.report.find((each) => each.segment === 's3ccc')?.why).toContain('cut it into 2');
    expect(home.report).toHaveLength(3);
  });

  it('where one part has no words, is marked for work', () => {
    const { draft, file } = sendOut(story(), '2.0');
    const cut = file.replace(
      /<segment id="s3ccc"[\s\S]*?<\/segment>/u,
      '<segment id="s3ccc"><source>Le trafic</source><target>The traffic</target></segment><segment id="x"><source>reprend lundi.</source></segment>',
    );
    expect(comeHome(draft, cut).target('s3ccc')).toMatchObject({
      text: 'The traffic',
      provenance: { steps: [{ did: 'edited' }, { did: 'marked' }] },
    });
  });

  it('joined sentences that a tool cuts apart are two again', () => {
    const first = sendOut(story(), '2.1');
    const joined = comeHome(first.draft, joinedInTool(first.file, '2.1', words)).draft;
    const { draft, file } = sendOut(joined, '2.1');
    const cut = file.replace(
      /<segment id="s1aaa"[\s\S]*?<\/segment>/u,
      `<segment id="s1aaa" state="translated"><source>${sentences[0][1]}</source><target>The ferry sank.</target></segment><segment id="z" state="translated"><source>${sentences[1][1]}</source><target>All are safe.</target></segment>`,
    );
    const home = comeHome(draft, cut);
    expect(home.target('s1aaa')).toMatchObject({ state: 'translated', text: 'The ferry sank.' });
    expect(home.target('s1aaa')).not.toHaveProperty('covers');
    expect(home.target('s2bbb')).toMatchObject({ state: 'translated', text: 'All are safe.' });
  });
});

describe('another order', () => {
  const reordered = (file: string, orders: readonly number[]) => {
    let nth = 0;
    return file.replace(/<target /gu, (found, at: number) => {
      const isSentence = file.lastIndexOf('<segment ', at) > file.lastIndexOf('<ignorable ', at);
      const order = isSentence ? orders[nth++] : undefined;
      return order === undefined ? found : `<target order="${order}" `;
    });
  };

  it('is taken, kept in the master, goes out and comes home', () => {
    const { draft, file } = sendOut(story(), '2.1');
    const home = comeHome(draft, reordered(file, [3, 1, 5]));
    expect(home.outcome('p1')).toBe('taken');
    expect([...(home.draft.order ?? [])]).toEqual([['p1', ['s2bbb', 's1aaa', 's3ccc']]]);
    expect(readMaster(writeMaster(home.draft)).order).toEqual(home.draft.order);
    expect(comeHome(home.draft, reordered(file, [3, 1, 5])).draft).toBe(home.draft);
    const again = sendOut(home.draft, '2.0');
    expect(comeHome(again.draft, again.file).draft).toBe(again.draft);
    expect(comeHome(home.draft, file).draft).toBe(home.draft);
  });

  it('that was changed there and here conflicts', () => {
    const { draft, file } = sendOut(story(), '2.1');
    const ours: Draft = { ...draft, order: new Map([['p1', ['s3ccc', 's1aaa', 's2bbb']]]) };
    const came = reordered(file, [3, 1, 5]);
    expect(comeHome(ours, came)).toMatchObject({ draft: ours });
    expect(comeHome(ours, came).outcome('p1')).toBe('conflicting');
    expect(comeHome(ours, came, { prefer: 'theirs' }).draft.order?.get('p1')).toEqual([
      's2bbb',
      's1aaa',
      's3ccc',
    ]);
  });

  it('that is none changes nothing', () => {
    const { draft, file } = sendOut(story(), '2.1');
    expect(comeHome(draft, reordered(file, [9, 1, 5])).draft).toBe(draft);
  });
});
