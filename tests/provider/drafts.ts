import type { Draft, Target } from '../../src/model/draft.ts';
import type { Provenance } from '../../src/model/provenance.ts';

/** A draft of one paragraph with these sentences, all pending unless `targets` says otherwise, and a dateline. */
export function draftOf(
  sentences: readonly string[],
  options: { id?: string; locale?: string; targets?: readonly (Target | undefined)[] } = {},
): Draft {
  const segments = sentences.map((text, index) => ({ id: `s${index}`, spans: [], text }));
  const pending: Target = { state: 'pending' };
  const around = { matches: [], terms: [], issues: [] };
  return {
    dispatch: {
      id: options.id ?? 'story',
      locale: 'fr',
      raw: '',
      encoding: 'utf-8',
      bom: false,
      header: { status: 'usable' },
      paragraphs: [{ id: 'p1', kind: 'body', segments }],
      version: 1,
    },
    locale: options.locale ?? 'de',
    dateline: {
      segment: { id: 'dateline', spans: [], text: 'Paris, 3 nov 2020 (AFP) -' },
      target: pending,
      ...around,
    },
    units: segments.map((segment, index) => ({
      segment,
      target: options.targets?.[index] ?? pending,
      ...around,
    })),
    removed: [],
  };
}

export function machine(provider: string): Provenance {
  return { origin: { kind: 'machine', provider }, steps: [] };
}
