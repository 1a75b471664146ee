import { type Dispatch, datelineId, segmentsOf } from '../model/dispatch.ts';
import { allUnits, type Draft, textOf } from '../model/draft.ts';
import { toInert } from './inert.ts';
import { idsInOrder } from './publishable.ts';

/**
 * The i18next resource of one story in one locale as JSON text: a flat key for each sentence in reading order, the dateline first.
 * The same draft always gives the same bytes.
 *
 * @param draft one that is `publishable`; units without words are left out, for i18next takes an empty string for a missing one
 */
export function compileBundle(draft: Draft): string {
  return bundleOf(
    draft.dispatch,
    new Map(allUnits(draft).map((unit) => [unit.segment.id, textOf(unit.target)])),
  );
}

/** The same for the source language: the copy as it came, under the same keys. */
export function compileSourceBundle(dispatch: Dispatch): string {
  const segments = segmentsOf(dispatch).map((segment) => [segment.id, segment.text] as const);
  return bundleOf(dispatch, new Map([[datelineId, dispatch.dateline?.text], ...segments]));
}

function bundleOf(dispatch: Dispatch, texts: ReadonlyMap<string, string | undefined>): string {
  const entries = idsInOrder(dispatch).flatMap((id) => {
    const text = texts.get(id) ?? '';
    return text.trim() === '' ? [] : [[id, toInert(text)]];
  });
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
