import type { Dispatch, Segment } from '../../src/model/dispatch.ts';
import type { Draft, Target, Unit } from '../../src/model/draft.ts';

/** A short invented dispatch with a target of every state, terms, matches and issues. */
export function exampleDraft(): Draft {
  const units = [
    unit(segment('s00h1', 'Le port de Brévine rouvre'), {
      state: 'final',
      text: 'Brévine harbour reopens',
      by: 'Ada Meyer',
      at: '2026-03-02T09:15:00Z',
      provenance: {
        origin: { kind: 'machine', provider: 'deepl', model: 'quality_optimized' },
        steps: [{ did: 'edited', by: 'Ada Meyer', at: '2026-03-02T09:15:00Z' }],
      },
    }),
    {
      ...unit(segment('s7k2f', 'Le préfet Jean Ormond a visité Brévine.'), {
        state: 'drafted',
        text: 'Prefect Jean Ormond visited Brévine.',
        provenance: {
          origin: { kind: 'machine', provider: 'deepl' },
          steps: [{ did: 'repaired', by: 'termbase:brevine' }],
        },
      }),
      terms: [
        {
          concept: 'ormond',
          type: 'person',
          source: { start: 10, end: 21 },
          target: { start: 8, end: 19 },
          preferred: 'Jean Ormond',
        },
        {
          concept: 'brevine',
          type: 'place',
          source: { start: 31, end: 38 },
          target: { start: 28, end: 35 },
          preferred: 'Brévine',
        },
      ],
      matches: [
        {
          kind: 'fuzzy',
          score: 81.25,
          source: 'Le préfet Jean Ormond a visité Lorgues.',
          target: 'Prefect Jean Ormond visited Lorgues.',
          provenance: { origin: { kind: 'human', by: 'Ada Meyer' }, steps: [] },
          from: 'locales/memory/demo.tmx',
        },
      ],
    },
    unit(segment('s0qd4', '« Non », a-t-il dit.'), {
      state: 'recalled',
      text: '“No,” he said.',
      match: 'ice',
      provenance: {
        origin: { kind: 'human', by: 'Ada Meyer' },
        steps: [{ did: 'recalled', by: 'locales/memory/demo.tmx' }],
      },
    }),
    {
      ...unit(segment('s1zz9', 'Selon lui, 30.000 tonnes <& plus> sont arrivées.'), {
        state: 'stale',
        text: 'According to him, 20,000 tonnes have arrived.',
        was: 'reviewed',
        previousSource: 'Selon lui, 20.000 tonnes sont arrivées.',
        by: 'Ada Meyer',
        provenance: { origin: { kind: 'human', by: 'Ada Meyer' }, steps: [] },
      }),
      issues: [
        {
          check: 'number-missing',
          severity: 'error',
          message: '30.000 is not in the target',
          source: { start: 11, end: 17 },
        },
      ],
    } satisfies Unit,
    unit(segment('s2ab0', 'La mer était calme.'), { state: 'pending' }),
    unit(segment('s3cd1', 'Le quai reste fermé.'), {
      state: 'failed',
      code: 'rejected',
      message: 'the answer was empty',
    }),
  ] satisfies Unit[];
  const segments = units.map((each) => each.segment);
  const dispatch: Dispatch = {
    id: 'brevine-port',
    locale: 'fr',
    raw: '',
    encoding: 'utf-8',
    bom: false,
    header: {
      note: {
        text: 'ATTENTION - ajoute le préfet ///',
        span: { start: 0, end: 32 },
        update: 'adds',
      },
      status: 'usable',
    },
    dateline: {
      text: 'Brévine, 2 mars 2026 -',
      span: { start: 0, end: 22 },
      place: 'Brévine',
      date: '2026-03-02',
      agency: '',
    },
    paragraphs: [
      { id: 'p0001', kind: 'headline', segments: segments.slice(0, 1) },
      { id: 'p0002', kind: 'body', segments: segments.slice(1, 4) },
      { id: 'p0003', kind: 'body', segments: segments.slice(4) },
    ],
    version: 2,
  };
  return {
    dispatch,
    locale: 'en',
    dateline: unit(segment('dateline', 'Brévine, 2 mars 2026 -'), {
      state: 'drafted',
      text: 'BRÉVINE, March 2, 2026 —',
      provenance: { origin: { kind: 'rule', rule: 'dateline' }, steps: [] },
    }),
    units,
    removed: [
      {
        id: 's9gone',
        source: 'Le maire a démenti.',
        target: {
          state: 'translated',
          text: 'The mayor denied it.',
          by: 'Ada Meyer',
          provenance: { origin: { kind: 'human', by: 'Ada Meyer' }, steps: [] },
        },
      },
    ],
  };
}

export function segment(id: string, text: string): Segment {
  return { id, spans: [], text };
}

export function unit(of: Segment, target: Target): Unit {
  return { segment: of, target, matches: [], terms: [], issues: [] };
}
