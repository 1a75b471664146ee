import { allUnits, type Draft, type Target } from '../../src/model/draft.ts';
import { merge } from '../../src/review/merge.ts';
import type { ReviewOptions } from '../../src/review/outcome.ts';
import { readReturned } from '../../src/review/read-returned.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { exampleDraft, segment, unit } from '../xliff/example-draft.ts';

const machine = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
export const human = { origin: { kind: 'human', by: 'Cleo' }, steps: [] } as const;
const drafted = (text: string): Target => ({ state: 'drafted', text, provenance: machine });

export const sentences = [
  ['s1aaa', 'Le bac a coulé.', 'The ferry sank.'],
  ['s2bbb', 'Personne n’est blessé.', 'Nobody is hurt.'],
  ['s3ccc', 'Le trafic reprend lundi.', 'Traffic resumes on Monday.'],
] as const;

/** Three sentences in one paragraph, drafted by a machine. */
export function story(): Draft {
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

export type Profile = '2.1' | '2.0' | '1.2';

export function sendOut(draft: Draft, profile: Profile) {
  const { remembered, files } = exportDrafts([{ draft }], profile);
  const [first] = remembered;
  const [file] = files.values();
  if (!first || file === undefined) throw new Error('nothing went out');
  return { draft: first.draft, file };
}

/** What a file comes to in a draft; `target` and `outcome` by the id of a segment, or of a paragraph that was put in another order. */
export function comeHome(draft: Draft, file: string, options: ReviewOptions = {}) {
  const [returned] = readReturned(file, 'home.xlf');
  if (!returned) throw new Error('nothing came home');
  const merged = merge(draft, returned, { by: 'Ben', ...options });
  const target = (id: string) => allUnits(merged.draft).find((each) => each.segment.id === id)?.target;
  const outcome = (id: string) => merged.report.find((each) => each.segment === id)?.outcome;
  return { ...merged, target, outcome };
}
