import type { Header, Revision } from '../../model/dispatch.ts';
import type { Draft, Unit } from '../../model/draft.ts';
import { isOpen } from '../../model/issue.ts';
import { element, type Markup } from '../../xml/write.ts';
import { changeWords, priorities, slotWords, staleReason, versionNotes } from '../notes.ts';
import { legible } from '../plain-text.ts';
import type { MarkedTerm } from '../terms.ts';

type Annotates = 'general' | 'source' | 'target';

/** What a reviewer must know of the dispatch as a whole. */
export function fileNotes12({ dispatch }: Draft): Markup[] {
  const { header } = dispatch;
  return [
    ...editorsNote12(header),
    ...(header.status === 'usable'
      ? []
      : [note('Status', `this dispatch is ${header.status}`, 'general', 1)]),
    ...(header.embargo === undefined
      ? []
      : [note('Embargo', `not to be published before ${header.embargo}`, 'general', 1)]),
    ...versionNotes(dispatch).map((text) => note('Version', text, 'general', 5)),
  ];
}

/** What the editors told subscribers. Tools seldom show the header of a file, so the first unit has it too. */
export function editorsNote12({ note: editors }: Header): Markup[] {
  if (!editors) return [];
  const about = editors.update ? `Note to editors (${editors.update})` : 'Note to editors';
  return [note(about, editors.text, 'general', 1)];
}

/** Terms, issues, what the newest version changed, and why work is stale: each note begins with what it is about. */
export function unitNotes12(
  unit: Unit,
  terms: readonly MarkedTerm[],
  revision: Revision | undefined,
): Markup[] {
  const { segment, target, issues } = unit;
  // The note of stale work tells the change.
  const change = target.state === 'stale' ? undefined : changeWords(revision, segment);
  const renderings = new Set(
    terms.flatMap(({ term, translation }) => (translation === undefined ? [] : `${term} = ${translation}`)),
  );
  return [
    ...Array.from(renderings, (text) => note('Term', text, 'source', 3)),
    ...issues
      .filter(isOpen)
      .map(({ check, severity, message, source, target: inTarget }) =>
        note(
          `Check ${check} (${severity})`,
          message,
          inTarget ? 'target' : source ? 'source' : 'general',
          priorities[severity],
        ),
      ),
    ...(change === undefined ? [] : [note('Change', change, 'source', 3)]),
    ...(target.state === 'stale' ? [note('Stale', staleReason(target, segment.text), 'source', 1)] : []),
    ...slotWords(unit).map((text) => note('Proposal', text, 'target', 2)),
  ];
}

/** @param priority 1, the highest, to 10 */
export function note(about: string, text: string, annotates: Annotates, priority: number): Markup {
  return element('note', { from: 'depeche', annotates, priority }, legible(`${about}: ${text}`));
}
