import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, type Profile, type Target } from '../../src/model/draft.ts';
import { merge } from '../../src/review/merge.ts';
import type { ReviewOptions } from '../../src/review/outcome.ts';
import { readReturned } from '../../src/review/read-returned.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { exampleDraft } from '../xliff/example-draft.ts';

const id = 's7k2f';
const human = { origin: { kind: 'human', by: 'Ada' }, steps: [] } as const;
const machine = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
const persons = (text: string): Target => ({ state: 'translated', text, by: 'Ada', provenance: human });

function sendOut(draft: Draft, profile: Profile) {
  const { remembered, files } = exportDrafts([{ draft }], profile);
  const [first] = remembered;
  const file = files.get('brevine-port.xlf') ?? files.get('source/brevine-port.xlf');
  if (!first || file === undefined) throw new Error('nothing went out');
  return { draft: first.draft, file };
}

function comeHome(draft: Draft, file: string, options: ReviewOptions = {}) {
  const [returned] = readReturned(file, 'home.xlf');
  if (!returned) throw new Error('nothing came home');
  const merged = merge(draft, returned, options);
  return { ...merged, outcome: merged.report.find(({ segment }) => segment === id) };
}

function withTarget(draft: Draft, target: Target): Draft {
  return {
    ...draft,
    units: draft.units.map((unit) => (unit.segment.id === id ? { ...unit, target } : unit)),
  };
}

/** With the exports as its master keeps them. */
function readBack(draft: Draft): Draft {
  return { ...draft, exports: readMaster(writeMaster(draft)).exports ?? [] };
}

function targetIn(draft: Draft): Target | undefined {
  return allUnits(draft).find(({ segment }) => segment.id === id)?.target;
}

const edited = (file: string, words: string): string => {
  const target = new RegExp(`(id="${id}"[\\s\\S]*?<target[^>]*>)[\\s\\S]*?(</target>)`, 'u');
  expect(file).toMatch(target);
  return file.replace(target, `$1${words}$2`);
};
const withoutId = (file: string): string => {
  const bare = file.replaceAll(/ phase-name="[^"]*"|<mda:meta type="export">[^<]*<\/mda:meta>/gu, '');
  expect(bare).not.toBe(file);
  return bare;
};

describe('a file of which it is not sure what was sent', () => {
  it('is refused where it names an export that the master does not know: it went out from another branch', () => {
    const { file } = sendOut(withTarget(exampleDraft(), persons('Words of the other branch')), '1.2');
    const { draft } = sendOut(exampleDraft(), '1.2');
    expect(() => comeHome(draft, file)).toThrow(/went out as e1-\w+, which this master does not remember/u);
    expect(() => comeHome(exampleDraft(), file)).toThrow(/join the branch/u);
  });

  it('gives its finished work to a master that does not know its export where a person says whose words count', () => {
    const { file } = sendOut(withTarget(exampleDraft(), persons('There')), '2.1');
    const free = sendOut(withTarget(exampleDraft(), { state: 'pending' }), '2.1').draft;
    expect(targetIn(comeHome(free, file, { prefer: 'ours' }).draft)).toMatchObject({ text: 'There' });
    const { draft } = sendOut(withTarget(exampleDraft(), persons('Here')), '2.1');
    const kept = comeHome(draft, file, { prefer: 'ours' });
    expect(targetIn(kept.draft)).toEqual(persons('Here'));
    expect(kept.outcome).toMatchObject({ outcome: 'unchanged', ours: 'Here', theirs: 'There' });
    const taken = comeHome(draft, file, { prefer: 'theirs', by: 'Ben' });
    expect(targetIn(taken.draft)).toMatchObject({ state: 'translated', text: 'There', by: 'Ben' });
    expect(comeHome(taken.draft, file, { prefer: 'theirs', by: 'Ben' }).draft).toBe(taken.draft);
  });

  it.each(['1.2', '2.0', '2.1'] as const)(
    '%s: takes no machine’s words of another branch, nor a state that is lower there',
    (profile) => {
      const drafted: Target = { state: 'drafted', text: 'A machine of theirs', provenance: machine };
      const { file } = sendOut(withTarget(exampleDraft(), drafted), profile);
      const { draft } = sendOut(withTarget(exampleDraft(), { state: 'pending' }), profile);
      const home = comeHome(draft, file, { prefer: 'theirs' });
      expect(targetIn(home.draft)).toEqual({ state: 'pending' });
      expect(home.outcome).toMatchObject({ outcome: 'refused', theirs: 'A machine of theirs' });
      const final: Target = { state: 'final', text: 'Alike', by: 'Ada', provenance: human };
      const lower = sendOut(withTarget(exampleDraft(), persons('Alike')), profile);
      const mine = sendOut(withTarget(exampleDraft(), final), profile);
      expect(targetIn(comeHome(mine.draft, lower.file, { prefer: 'theirs' }).draft)).toEqual(final);
    },
  );

  it('1.2 names its export with every unit, also where the header is lost', () => {
    const first = sendOut(withTarget(exampleDraft(), persons('First')), '1.2');
    const { draft } = sendOut(withTarget(first.draft, persons('Second')), '1.2');
    const home = edited(first.file.replace(/<header>[\s\S]*<\/header>/u, ''), 'Edited');
    expect(comeHome(draft, home).outcome?.outcome).toBe('conflicting');
  });

  it.each(['1.2', '2.0'] as const)(
    '%s: has it lost its id, work done here since it may have gone out is not overwritten',
    (profile) => {
      const first = sendOut(exampleDraft(), profile);
      const { draft } = sendOut(withTarget(first.draft, persons('Work of Ada')), profile);
      const { outcome, draft: after } = comeHome(draft, withoutId(edited(first.file, 'There')));
      expect(outcome).toMatchObject({ outcome: 'conflicting', ours: 'Work of Ada', theirs: 'There' });
      expect(after).toBe(draft);
      const preferred = comeHome(draft, withoutId(edited(first.file, 'There')), { prefer: 'theirs' });
      expect(targetIn(preferred.draft)).toMatchObject({ text: 'There' });
    },
  );

  it('is not taken for work in OmegaT because the draft went there too', () => {
    const first = sendOut(exampleDraft(), '1.2');
    const { draft, file: project } = sendOut(first.draft, 'omegat');
    expect(comeHome(draft, withoutId(first.file)).draft).toBe(draft);
    expect(comeHome(draft, withoutId(project)).draft).toBe(draft);
  });
});

describe('a file that has lost its id, of words that went out in two states', () => {
  const text = 'The prefect visited Brévine.';
  const signed: Target = { state: 'reviewed', text, by: 'Ada', provenance: human };
  const machines: Target = { state: 'drafted', text, provenance: machine };
  const twice = (first: Target, second: Target, profile: Profile) => {
    const one = sendOut(withTarget(exampleDraft(), first), profile);
    const two = sendOut(withTarget(one.draft, second), profile);
    return { draft: two.draft, first: withoutId(one.file), second: withoutId(two.file) };
  };
  const raised = (file: string): string => {
    const states = file.replace(
      new RegExp(
        `(id="${id}")([^>]*>[\\s\\S]*?<target[^>]*?) state="[^"]*"(?: state-qualifier="[^"]*")?`,
        'u',
      ),
      '$1 approved="yes"$2 state="signed-off"',
    );
    expect(states).not.toBe(file);
    return states.replace(/ approved="yes" approved="no"/u, ' approved="yes"');
  };

  it.each(['1.2', '2.0', '2.1'] as const)(
    '%s: nobody has signed what was signed in the file that went out and taken back since, and that is told',
    (profile) => {
      const { draft, first } = twice(signed, machines, profile);
      const { outcome, draft: after } = comeHome(draft, first, { by: 'Ben' });
      expect(after).toBe(draft);
      expect(outcome?.outcome).toBe('unchanged');
      expect(outcome?.why).toMatch(/does not say with which export/u);
    },
  );

  it.each(['1.2', '2.0', '2.1'] as const)(
    '%s: nobody has asked for work on what was a draft in the file that went out and signed since',
    (profile) => {
      const { draft, first } = twice(machines, signed, profile);
      const { outcome, draft: after } = comeHome(draft, first);
      expect(after).toBe(draft);
      expect(outcome?.outcome).toBe('unchanged');
    },
  );

  it('asks for no work where an edit comes home a second time', () => {
    const first = sendOut(withTarget(exampleDraft(), { state: 'pending' }), '2.1');
    const home = withoutId(first.file).replace(
      new RegExp(`(id="${id}"[\\s\\S]*?</source>)`, 'u'),
      `$1<target xml:space="preserve">${text}</target>`,
    );
    const once = comeHome(first.draft, home);
    expect(targetIn(once.draft)).toMatchObject({ state: 'translated', text });
    const { draft } = sendOut(once.draft, '2.1');
    expect(comeHome(draft, home).draft).toBe(draft);
  });

  it('takes no approval for new that stood in a later export, beside new words', () => {
    const first = sendOut(withTarget(exampleDraft(), { state: 'pending' }), '1.2');
    const second = sendOut(withTarget(first.draft, { ...signed, state: 'final' }), '1.2');
    const lowered = second.file.replace(
      new RegExp(`(id="${id}"[\\s\\S]*?<target[^>]*?) state="final"`, 'u'),
      '$1 state="translated"',
    );
    const home = withoutId(edited(lowered, 'There'));
    expect(targetIn(comeHome(second.draft, home, { prefer: 'theirs', by: 'Ben' }).draft)).toMatchObject({
      state: 'translated',
      text: 'There',
    });
  });

  it('signs no edit because the words before it went out signed', () => {
    const first = sendOut(withTarget(exampleDraft(), signed), '1.2');
    const once = comeHome(first.draft, edited(first.file, 'There'));
    const { draft } = sendOut(once.draft, '1.2');
    expect(comeHome(draft, withoutId(edited(first.file, 'There')), { by: 'Ben' }).draft).toBe(draft);
  });

  it('takes a state that no export had, and a mark that we never write', () => {
    const { draft, second } = twice(machines, { ...signed, state: 'translated' }, '1.2');
    expect(comeHome(draft, raised(second), { by: 'Ben' }).outcome?.outcome).toBe('accepted');
    const home = second.replace(
      new RegExp(`(id="${id}"[\\s\\S]*?<target[^>]*?) state="[^"]*"`, 'u'),
      '$1 state="needs-l10n"',
    );
    expect(comeHome(draft, home).outcome?.outcome).toBe('marked');
  });

  it('does not sign new words because the old ones went out signed', () => {
    const { draft, second } = twice(machines, signed, '2.0');
    const { draft: after } = comeHome(draft, edited(second, 'There'), { prefer: 'theirs', by: 'Ben' });
    expect(targetIn(after)).toMatchObject({ state: 'translated', text: 'There', by: 'Ben' });
  });
});

describe('work that was done here since a file went out', () => {
  it('conflicts with an edit there also where it took over the words that were sent and its source has changed since', () => {
    const text = 'The prefect visited Brévine.';
    const { draft, file } = sendOut(
      withTarget(exampleDraft(), { state: 'drafted', text, provenance: machine }),
      '2.0',
    );
    const signed = withTarget(draft, {
      state: 'stale',
      was: 'final',
      text,
      by: 'Ada',
      previousSource: draft.units.find(({ segment }) => segment.id === id)?.segment.text ?? '',
      provenance: machine,
    });
    const reworded: Draft = {
      ...signed,
      units: signed.units.map((unit) =>
        unit.segment.id === id ? { ...unit, segment: { ...unit.segment, text: 'Une autre phrase.' } } : unit,
      ),
    };
    const { outcome, draft: after } = comeHome(reworded, edited(file, 'There'));
    expect(outcome?.outcome).toBe('conflicting');
    expect(after).toBe(reworded);
  });

  it('conflicts with an edit there also where it only took stale words further', () => {
    const stale = (was: 'translated' | 'reviewed'): Target => ({
      state: 'stale',
      was,
      text: 'Before',
      by: 'Ada',
      previousSource: 'Avant.',
      provenance: human,
    });
    const { draft, file } = sendOut(withTarget(exampleDraft(), stale('translated')), '2.0');
    const home = edited(file, 'There');
    expect(comeHome(readBack(draft), home).outcome?.outcome).toBe('taken');
    const further = withTarget(readBack(draft), stale('reviewed'));
    expect(comeHome(further, home).outcome?.outcome).toBe('conflicting');
  });

  it('keeps its letters as they are where a tool has taken them apart and a person has signed them', () => {
    const text = 'La préfète était à Brévine.';
    const { draft, file } = sendOut(exampleDraft(), '2.0');
    const ours = withTarget(draft, persons(text));
    const home = edited(file, text.normalize('NFD')).replace(
      new RegExp(`(id="${id}") state="initial" subState="[^"]*"`, 'u'),
      '$1 state="final"',
    );
    const { outcome, draft: after } = comeHome(ours, home, { by: 'Ben' });
    expect(outcome?.outcome).toBe('accepted');
    expect(targetIn(after)).toMatchObject({ state: 'final', text, by: 'Ben' });
  });

  it('shows the words of a sentence that has left the story and comes back with a source that is not ours', () => {
    const { draft, file } = sendOut(exampleDraft(), '1.2');
    const without: Draft = { ...draft, units: draft.units.filter(({ segment }) => segment.id !== id) };
    const source = new RegExp(`(id="${id}"[\\s\\S]*?<source>)[^<]*`, 'u');
    const home = edited(file, 'There').replace(source, '$1Une moitié de phrase');
    expect(comeHome(without, home).outcome).toMatchObject({ outcome: 'refused', theirs: 'There' });
    expect(comeHome(without, edited(file, 'There')).outcome?.outcome).toBe('taken');
  });
});
