import type { Header } from '../../model/dispatch.ts';
import type { Draft, Unit } from '../../model/draft.ts';
import { isOpen } from '../../model/issue.ts';
import { element, type Markup } from '../../xml/write.ts';
import { priorities, staleReason } from '../notes.ts';
import { legible } from '../plain-text.ts';
import type { MarkedTerm } from '../terms.ts';

type Annotates = 'general' | 'source' | 'target';

/** What a reviewer must know of the dispatch as a whole. */
export function fileNotes12({ dispatch }: Draft): Markup[] {
  const { header, version } = dispatch;
  return [
    ...editorsNote12(header),
    ...(header.status === 'usable'
      ? []
      : [note('Status', `this dispatch is ${header.status}`, 'general', 1)]),
    ...(header.embargo === undefined
      ? []
      : [note('Embargo', `not to be published before ${header.embargo}`, 'general', 1)]),
    ...(version > 1 ? [note('Version', `this is version ${version} of the dispatch`, 'general', 5)] : []),
  ];
}

/** What the editors told subscribers. Tools seldom show the header of a file, so the first unit has it too. */
export function editorsNote12({ note: editors }: Header): Markup[] {
  if (!editors) return [];
  const about = editors.update ? `Note to editors (${editors.update})` : 'Note to editors';
  return [note(about, editors.text, 'general', 1)];
}

/** Terms, issues, and why work is stale: each note begins with what it is about. */
export function unitNotes12({ target, issues }: Unit, terms: readonly MarkedTerm[]): Markup[] {
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
    ...(target.state === 'stale' ? [note('Stale', staleReason(target), 'source', 1)] : []),
  ];
}

/** @param priority 1, the highest, to 10 */
export function note(about: string, text: string, annotates: Annotates, priority: number): Markup {
  return element('note', { from: 'depeche', annotates, priority }, legible(`${about}: ${text}`));
}
