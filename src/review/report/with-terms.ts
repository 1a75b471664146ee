import { allUnits, type Draft, mapUnits } from '../../model/draft.ts';
import { hitsOf, readDraft } from '../../termbase/reading.ts';
import { type Termbase, termbaseFor } from '../../termbase/termbase.ts';

/** Finds the terms of every unit anew and changes no target: a report shows the drafts as they stand. */
export function withTerms(draft: Draft, termbase: Termbase): Draft {
  if (allUnits(draft).length === 0) return draft;
  const hits = new Map(
    readDraft(draft, termbaseFor(draft.dispatch, termbase)).map((reading) => [
      reading.unit.segment.id,
      hitsOf(reading, draft.locale),
    ]),
  );
  return mapUnits(draft, (unit) => ({ ...unit, terms: hits.get(unit.segment.id) ?? [] }));
}
