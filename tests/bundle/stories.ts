import { type Dispatch, datelineId } from '../../src/model/dispatch.ts';
import type { Draft, Target, Unit } from '../../src/model/draft.ts';
import type { Locale } from '../../src/model/locale.ts';

/** A dispatch of a headline and two paragraphs, its sentences given as text; ids are `s0`, `s1`, … */
export function dispatchOf(sentences: readonly string[], changes: Partial<Dispatch> = {}): Dispatch {
  const segments = sentences.map((text, index) => ({ id: `s${index}`, spans: [], text }));
  return {
    id: 'treve',
    locale: 'fr',
    raw: sentences.join('\n'),
    encoding: 'utf-8',
    bom: false,
    header: { status: 'usable' },
    dateline: {
      text: 'Moscou, 21 oct 2020 (AFP) -',
      span: { start: 0, end: 0 },
      place: 'Moscou',
      date: '2020-10-21',
      agency: 'AFP',
    },
    paragraphs: [
      { id: 'p0', kind: 'headline' as const, segments: segments.slice(0, 1) },
      { id: 'p1', kind: 'body' as const, segments: segments.slice(1, 3) },
      { id: 'p2', kind: 'body' as const, segments: segments.slice(3) },
    ].filter((paragraph) => paragraph.segments.length > 0),
    version: 1,
    ...changes,
  };
}

export const sentences = ['Trêve rompue', 'Une trêve a échoué.', 'Une autre aussi.', 'Les combats durent.'];

export function drafted(text: string): Target {
  const origin = { kind: 'machine', provider: 'scripted' } as const;
  return { state: 'drafted', text, provenance: { origin, steps: [] } };
}

export function byPerson(text: string, state: 'translated' | 'reviewed' | 'final', machine = false): Target {
  const origin = machine
    ? ({ kind: 'machine', provider: 'scripted' } as const)
    : ({ kind: 'human', by: 'Ana' } as const);
  return { state, text, by: 'Ana', provenance: { origin, steps: [] } };
}

export function stale(text: string): Target {
  const provenance = { origin: { kind: 'human', by: 'Ana' }, steps: [] } as const;
  return { state: 'stale', text, was: 'final', previousSource: 'Avant.', by: 'Ana', provenance };
}

/** A draft whose unit `index` has the target `targets(index)`; the dateline is made by rule. */
export function draftOf(dispatch: Dispatch, locale: Locale, targets: (index: number) => Target): Draft {
  const unit = (id: string, text: string, target: Target): Unit => ({
    segment: { id, spans: [], text },
    target,
    matches: [],
    terms: [],
    issues: [],
  });
  const rule: Target = {
    state: 'drafted',
    text: `[${locale}] 21.10.2020 (AFP) –`,
    provenance: { origin: { kind: 'rule', rule: 'dateline' }, steps: [] },
  };
  const segments = dispatch.paragraphs.flatMap((paragraph) => paragraph.segments);
  return {
    dispatch,
    locale,
    ...(dispatch.dateline && { dateline: unit(datelineId, dispatch.dateline.text, rule) }),
    units: segments.map((segment, index) => unit(segment.id, segment.text, targets(index))),
    removed: [],
  };
}
