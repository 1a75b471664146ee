import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, profiles, type Target } from '../../src/model/draft.ts';
import { merge } from '../../src/review/merge.ts';
import type { ReviewOptions } from '../../src/review/outcome.ts';
import { readReturned } from '../../src/review/read-returned.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { exampleDraft } from '../xliff/example-draft.ts';

/** A draft that remembers its export, and the file that went out. */
function sendOut(draft: Draft, profile: '2.1' | '2.0' | '1.2') {
  const { remembered, files } = exportDrafts([{ draft }], profile);
  const [first] = remembered;
  const [file] = files.values();
  if (!first || file === undefined) throw new Error('nothing went out');
  return { draft: first.draft, file };
}

function comeHome(draft: Draft, file: string, options: ReviewOptions = {}) {
  const [returned] = readReturned(file, 'home.xlf');
  if (!returned) throw new Error('nothing came home');
  const merged = merge(draft, returned, options);
  const outcome = (id: string) => merged.report.find(({ segment }) => segment === id);
  const target = (id: string) => allUnits(merged.draft).find(({ segment }) => segment.id === id)?.target;
  return { ...merged, outcome, target };
}

function replaced(file: string, from: string | RegExp, to: string): string {
  const changed = file.replace(from, to);
  expect(changed, `${from} is in the file`).not.toBe(file);
  return changed;
}

function withTarget(draft: Draft, id: string, target: Target): Draft {
  return {
    ...draft,
    units: draft.units.map((unit) => (unit.segment.id === id ? { ...unit, target } : unit)),
  };
}

const drafted = 'Prefect Jean Ormond visited Brévine.';
const edited = 'The prefect, Jean Ormond, went to Brévine.';
const bySomebody = { origin: { kind: 'human', by: 'Cleo' }, steps: [] } as const;

describe('what comes home', () => {
  it.each(['2.1', '2.0', '1.2'] as const)('%s: as it went out, nothing has changed', (profile) => {
    const { draft, file } = sendOut(exampleDraft(), profile);
    const { draft: after, report, absent } = comeHome(draft, file);
    expect(after).toBe(draft);
    expect(absent).toEqual([]);
    expect(new Set(report.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  });

  it.each([
    ['plain blanks', (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ')],
    ['letters taken apart', (text: string) => text.normalize('NFD')],
  ])(
    'a tool that writes %s has edited nothing, and accepting there keeps the words as they are here',
    (_, habit) => {
      const text = 'The prefect paid 30\u00a0000\u202fCHF in Brévine.';
      const was: Target = { state: 'drafted', text, provenance: bySomebody };
      const { draft, file } = sendOut(withTarget(exampleDraft(), 's7k2f', was), '1.2');
      const home = habit(file);
      expect(home).not.toBe(file);
      expect(comeHome(draft, home).draft).toBe(draft);
      const unit = /(<trans-unit id="s7k2f"[\s\S]*?<target )state="needs-translation"[^>]*>/u;
      const accepted = comeHome(draft, replaced(home, unit, '$1state="translated">'), { by: 'Ben' });
      expect(accepted.outcome('s7k2f')?.outcome).toBe('accepted');
      expect(accepted.target('s7k2f')).toMatchObject({ state: 'translated', text, by: 'Ben' });
    },
  );

  it('tells of words in which only the blanks are others, for a person may have done it', () => {
    const text = 'The prefect paid 30\u00a0000 CHF.';
    const was: Target = { state: 'drafted', text, provenance: bySomebody };
    const { draft, file } = sendOut(withTarget(exampleDraft(), 's7k2f', was), '2.0');
    const { outcome } = comeHome(draft, replaced(file, '30\u00a0000', '30 000'));
    expect(outcome('s7k2f')).toMatchObject({
      outcome: 'unchanged',
      why: expect.stringContaining('only its blanks'),
    });
  });

  it('a source file of OmegaT that nobody translated changes nothing', () => {
    const { remembered, files } = exportDrafts([{ draft: exampleDraft() }], 'omegat');
    const source = files.get('source/brevine-port.xlf') ?? '';
    const draft = remembered[0]?.draft ?? exampleDraft();
    const { draft: after, report } = comeHome(draft, source);
    expect(after).toBe(draft);
    expect(report.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
    expect(profiles).toContain('omegat');
  });

  it('an edit is the person’s, and the machine is not forgotten', () => {
    const { draft, file } = sendOut(exampleDraft(), '1.2');
    const {
      target,
      outcome,
      draft: after,
    } = comeHome(draft, replaced(file, drafted, edited), { by: 'Ben', at: '2026-03-03T10:00:00Z' });
    expect(outcome('s7k2f')).toMatchObject({ outcome: 'taken', ours: drafted, theirs: edited });
    expect(target('s7k2f')).toMatchObject({
      state: 'translated',
      by: 'Ben',
      at: '2026-03-03T10:00:00Z',
      provenance: {
        origin: { kind: 'machine' },
        steps: [{ did: 'repaired' }, { did: 'edited', by: 'Ben' }, { did: 'marked' }],
      },
    });
    expect(comeHome(after, replaced(file, drafted, edited), { at: '2027-01-01T00:00:00Z' }).draft).toBe(
      after,
    );
  });

  it.each(['reviewed', 'final'] as const)(
    '%s needs a name: with one it is taken so, and can be given later',
    (state) => {
      const { draft, file } = sendOut(exampleDraft(), '2.1');
      const raised = replaced(file, 'id="s7k2f" state="initial"', `id="s7k2f" state="${state}"`);
      const nameless = comeHome(draft, raised);
      expect(nameless.outcome('s7k2f')).toMatchObject({ outcome: 'accepted' });
      expect(nameless.outcome('s7k2f')?.why).toContain('--by');
      expect(nameless.target('s7k2f')).toMatchObject({ state: 'translated', text: drafted });
      expect(comeHome(nameless.draft, raised).outcome('s7k2f')?.outcome).toBe('refused');
      const named = comeHome(nameless.draft, raised, { by: 'Ben' });
      expect(named.target('s7k2f')).toMatchObject({ state, text: drafted, by: 'Ben' });
    },
  );

  it('--as takes an edit further, but not one that asks for work', () => {
    const { draft, file } = sendOut(exampleDraft(), '2.0');
    const clean = replaced(
      replaced(file, drafted, edited),
      'id="s7k2f" state="initial" subState="poedit:fuzzy"',
      'id="s7k2f" state="translated"',
    );
    expect(comeHome(draft, clean, { as: 'final', by: 'Ben' }).target('s7k2f')).toMatchObject({
      state: 'final',
    });
    const fuzzy = replaced(file, drafted, edited);
    const home = comeHome(draft, fuzzy, { as: 'final', by: 'Ben' });
    expect(home.target('s7k2f')).toMatchObject({ state: 'translated', text: edited });
    expect(home.outcome('s7k2f')?.why).toContain('marked');
    expect(home.target('s0qd4')).toMatchObject({ state: 'recalled' });
  });

  it.each([
    ['its state is lowered', 'id="s00h1" state="final"', 'id="s00h1" state="translated"'],
    ['it is fuzzy', 'id="s00h1" state="final"', 'id="s00h1" state="final" subState="poedit:fuzzy"'],
    ['its words are taken out', '>Brévine harbour reopens</target>', '></target>'],
  ])('signed work is marked and stays where %s', (_, from, to) => {
    const { draft, file } = sendOut(exampleDraft(), '2.0');
    const home = comeHome(draft, replaced(file, from, to), { by: 'Ben' });
    expect(home.outcome('s00h1')?.outcome).toBe('marked');
    expect(home.target('s00h1')).toMatchObject({
      state: 'final',
      text: 'Brévine harbour reopens',
      by: 'Ada Meyer',
    });
    expect(comeHome(home.draft, replaced(file, from, to), { by: 'Eve' }).draft).toBe(home.draft);
  });

  it('stale work that is edited is whole again', () => {
    const { draft, file } = sendOut(exampleDraft(), '2.1');
    const home = comeHome(draft, replaced(file, '>According to him, 20,000', '>According to him, 30,000'));
    expect(home.target('s1zz9')).toMatchObject({
      state: 'translated',
      text: 'According to him, 30,000 tonnes have arrived.',
    });
  });

  it('the master changed too: a machine’s words give way, a person’s conflict until it is decided', () => {
    const { draft, file } = sendOut(exampleDraft(), '2.0');
    const came = replaced(file, drafted, edited);
    const redone = withTarget(draft, 's7k2f', {
      state: 'drafted',
      text: 'The prefect came.',
      provenance: { origin: { kind: 'machine', provider: 'deepl' }, steps: [] },
    });
    expect(comeHome(redone, came).target('s7k2f')).toMatchObject({ state: 'translated', text: edited });
    const worked = withTarget(draft, 's7k2f', {
      state: 'translated',
      text: 'Ormond came.',
      by: 'Cleo',
      provenance: bySomebody,
    });
    const home = comeHome(worked, came);
    expect(home.draft).toBe(worked);
    expect(home.outcome('s7k2f')).toMatchObject({
      outcome: 'conflicting',
      ours: 'Ormond came.',
      theirs: edited,
    });
    expect(comeHome(worked, came, { prefer: 'ours' }).draft).toBe(worked);
    const theirs = comeHome(worked, came, { prefer: 'theirs' });
    expect(theirs.target('s7k2f')).toMatchObject({ text: edited });
    expect(comeHome(theirs.draft, came).draft).toBe(theirs.draft);
  });

  it('work done here since, and nothing there, stays', () => {
    const { draft, file } = sendOut(exampleDraft(), '2.1');
    const worked = withTarget(draft, 's7k2f', {
      state: 'final',
      text: 'Ormond came.',
      by: 'Cleo',
      provenance: bySomebody,
    });
    expect(comeHome(worked, file).draft).toBe(worked);
  });

  it('an edit of a sentence that has a new wording is kept as stale', () => {
    const { draft, file } = sendOut(exampleDraft(), '1.2');
    const later: Draft = {
      ...draft,
      units: draft.units.map((unit) =>
        unit.segment.id === 's7k2f'
          ? {
              ...unit,
              segment: { ...unit.segment, text: 'Le préfet a visité Lorgues.' },
              target: { state: 'pending' },
            }
          : unit,
      ),
    };
    const home = comeHome(later, replaced(file, drafted, edited), { by: 'Ben' });
    expect(home.target('s7k2f')).toMatchObject({
      state: 'stale',
      was: 'translated',
      text: edited,
      previousSource: 'Le préfet Jean Ormond a visité Brévine.',
      provenance: { origin: { kind: 'machine' } },
    });
    expect(comeHome(home.draft, replaced(file, drafted, edited)).draft).toBe(home.draft);
  });

  it('an edit of a sentence that has left the story is kept beside it', () => {
    const { draft, file } = sendOut(exampleDraft(), '1.2');
    const shorter: Draft = { ...draft, units: draft.units.filter(({ segment }) => segment.id !== 's7k2f') };
    const home = comeHome(shorter, replaced(file, drafted, edited), { by: 'Ben' });
    expect(home.outcome('s7k2f')?.why).toContain('left the story');
    expect(home.draft.removed.map(({ id, target }) => [id, 'text' in target && target.text])).toContainEqual([
      's7k2f',
      edited,
    ]);
    expect(comeHome(home.draft, replaced(file, drafted, edited)).draft).toBe(home.draft);
  });

  it('a source that is not ours is refused, a segment of others is unknown, and the rest is taken', () => {
    const { draft, file } = sendOut(exampleDraft(), '1.2');
    const came = replaced(
      replaced(replaced(file, 'La mer était calme.', 'La mer était rouge.'), drafted, edited),
      '</body>',
      '<trans-unit id="__proto__"><source>Autre</source><target>Other</target></trans-unit></body>',
    );
    const home = comeHome(draft, came);
    expect(home.outcome('s2ab0')?.outcome).toBe('refused');
    expect(home.outcome('__proto__')?.outcome).toBe('unknown');
    expect(home.outcome('s7k2f')?.outcome).toBe('taken');
  });
});

describe('what is refused as a whole', () => {
  const { draft, file } = sendOut(exampleDraft(), '1.2');
  it.each([
    ['a document type', file.replace('<xliff', '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff')],
    ['an id twice', file.replace('id="s7k2f"', 'id="s00h1"')],
    [
      'no units',
      '<xliff version="1.2"><file original="a" source-language="fr" target-language="en"><body/></file></xliff>',
    ],
    ['a truncated file', file.slice(0, -40)],
    ['another language', file.replace('target-language="en"', 'target-language="de"')],
    ['no language', file.replace(' target-language="en"', '')],
    ['no XLIFF', '<tmx version="1.4"/>'],
  ])('%s', (_, text) => {
    expect(() => comeHome(draft, text)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

// In a time that grows with the square of the blanks this takes minutes, and the runner gives up.
it('reads a million blanks and line ends in linear time', () => {
  const source = `${' \n'.repeat(300_000)}a${' '.repeat(300_000)}b${' '.repeat(300_000)}`;
  const [returned] = readReturned(
    `<xliff version="1.2"><file product-name="d" source-language="fr" target-language="en"><body><trans-unit id="s1"><source>${source}</source></trans-unit></body></file></xliff>`,
  );
  expect(returned?.segments[0]?.source.length).toBe(300_002);
});
