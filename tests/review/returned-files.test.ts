import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Draft, Target } from '../../src/model/draft.ts';
import { markOf } from '../../src/model/provenance.ts';
import { merge } from '../../src/review/merge.ts';
import type { ReviewOptions } from '../../src/review/outcome.ts';
import { readReturned } from '../../src/review/read-returned.ts';
import { rememberExport } from '../../src/xliff/remember-export.ts';
import { unit } from '../xliff/example-draft.ts';

const folder = new URL('../../../shared/xliff/returned/', import.meta.url);
const isThere = existsSync(folder);
const title = isThere ? 'what real tools wrote' : 'SKIPPED: ../shared/xliff/returned is not there';

function returned(name: string) {
  const [first] = readReturned(readFileSync(new URL(name, folder), 'utf8'), name);
  if (!first) throw new Error(`nothing in ${name}`);
  return first;
}

/** The draft whose export a file of ours stands for: what it shows as final is final, the rest is a machine's. */
function draftOf(name: string, profile: '1.2' | '2.0'): Draft {
  const sent = returned(name);
  const units = sent.segments.map(({ id, source, target, standing }) => {
    const provenance = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
    const text = target ?? '';
    const words: Target =
      text === ''
        ? { state: 'pending' }
        : standing.state === 'final' || standing.state === 'translated'
          ? { state: standing.state, text, by: 'Ada', provenance }
          : { state: 'drafted', text, provenance };
    return unit({ id, spans: [], text: source }, words);
  });
  const dispatch = {
    id: sent.id,
    locale: 'fr',
    raw: '',
    encoding: 'utf-8',
    bom: false,
    header: { status: 'usable' },
    paragraphs: [{ id: 'p1', kind: 'body', segments: units.map(({ segment }) => segment) }],
    version: 1,
  } as const;
  return rememberExport({ dispatch, locale: 'en', units, removed: [] }, profile).draft;
}

function home(name: string, profile: '1.2' | '2.0', options: ReviewOptions = {}) {
  const draft = draftOf(`sent-${profile}.xlf`, profile);
  const came = returned(name);
  const merged = merge(draft, came, options);
  const again = merge(merged.draft, came, options);
  expect(again.draft).toBe(merged.draft);
  const outcomes = merged.report.map(({ outcome }) => outcome);
  return {
    draft,
    merged: merged.draft,
    targets: merged.draft.units.map(({ target }) => target),
    outcomes,
    merged_: merged,
  };
}

describe.skipIf(!isThere)(title, () => {
  it.each([
    ['sent-1.2.xlf', '1.2'],
    ['sent-2.0.xlf', '2.0'],
    ['omegat-3.6-1.2.xlf', '1.2'],
    ['pofilter-3.8.4-1.2.xlf', '1.2'],
  ] as const)('%s: nobody has edited anything', (name, profile) => {
    const { draft, merged } = home(name, profile);
    expect(merged).toBe(draft);
  });

  it('Poedit, 1.2: an edit is taken; one that is marked needs-l10n beside approved is taken and marked', () => {
    const { targets, outcomes } = home('poedit-3.2.2-1.2.xlf', '1.2', { by: 'Ben' });
    expect(outcomes).toEqual(['taken', 'taken', 'unchanged', 'unchanged']);
    expect(targets[0]).toMatchObject({
      state: 'translated',
      by: 'Ben',
      text: 'The president visited Nagorno-Karabakh on Tuesday.EDITED',
      provenance: { origin: { kind: 'machine', provider: 'deepl' }, steps: [{ did: 'edited', by: 'Ben' }] },
    });
    expect(targets[1]).toMatchObject({ state: 'translated', text: 'He said: “No”. SECOND' });
    expect(targets[1] && 'provenance' in targets[1] && markOf(targets[1].provenance)).toMatchObject({
      by: 'Ben',
    });
  });

  it('Poedit, 2.0: the same with poedit:fuzzy, and lost sub-states', () => {
    const { targets, outcomes } = home('poedit-3.2.2-2.0.xlf', '2.0');
    expect(outcomes).toEqual(['taken', 'taken', 'unchanged']);
    expect(targets.map(({ state }) => state)).toEqual(['translated', 'translated', 'pending']);
    expect(targets[1] && 'provenance' in targets[1] && markOf(targets[1].provenance)?.did).toBe('marked');
  });

  it('translate-toolkit: approved beside needs-review counts as not approved; an approved edit is reviewed, by its name', () => {
    const name = 'translate-toolkit-3.8.4-1.2.xlf';
    const { targets, outcomes, merged_ } = home(name, '1.2', { by: 'Ben' });
    expect(outcomes).toEqual(['unchanged', 'unchanged', 'taken', 'unchanged']);
    expect(merged_.report[0]?.why).toContain('the less approved counts');
    expect(targets[2]).toMatchObject({ state: 'reviewed', by: 'Ben', text: 'He said: “No, edited”.' });
    expect(home(name, '1.2').targets[2]).toMatchObject({ state: 'translated', by: 'unknown' });
  });
});
