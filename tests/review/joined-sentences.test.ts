import { describe, expect, it } from 'vitest';
import type { Draft, Target } from '../../src/model/draft.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { comeHome, human, type Profile, sendOut, sentences, story } from './ferry-story.ts';

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

  it('are not joined where one had no words and nobody has written any', () => {
    const [first] = sentences;
    const pending: Target = { state: 'pending' };
    const plain = story();
    const { draft, file } = sendOut(
      {
        ...plain,
        units: plain.units.map((each) =>
          each.segment.id === first[0] ? { ...each, target: pending } : each,
        ),
      },
      '1.2',
    );
    const home = comeHome(draft, joinedInTool(file, '1.2', ` ${sentences[1][2]}`, 'translated'));
    expect(home.target(first[0])).toEqual(pending);
    expect(home.target(sentences[1][0])).toMatchObject({ text: sentences[1][2] });
    expect(home.target(sentences[1][0])?.state).not.toBe('absorbed');
  });

  it('are not joined where the first has stale words for both, and a tool has put them one behind the other', () => {
    const [first, second] = sentences;
    const stale: Target = {
      state: 'stale',
      was: 'translated',
      text: words,
      previousSource: `${first[1]} ${second[1]}`,
      by: 'Cleo',
      provenance: human,
    };
    const plain = story();
    const { draft, file } = sendOut(
      {
        ...plain,
        units: plain.units.map((each) => (each.segment.id === first[0] ? { ...each, target: stale } : each)),
      },
      '2.1',
    );
    const home = comeHome(draft, joinedInTool(file, '2.1', `${words} ${second[2]}`, 'initial'));
    expect(home.draft).toBe(draft);
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
