import type { Dispatch } from '../model/dispatch.ts';
import type { Target, Unit } from '../model/draft.ts';
import { type Issue, isOpen, type Severity } from '../model/issue.ts';
import { block, element, type Markup } from '../xml/write.ts';
import { legible } from './plain-text.ts';
import type { MarkedTerm } from './terms.ts';

type Note = {
  readonly category: string;
  readonly text: string;
  readonly appliesTo?: 'source' | 'target';
  readonly priority?: number;
};

/** What the editors told subscribers, and what a reviewer must know of the dispatch as a whole. */
export function fileNotes(dispatch: Dispatch): Markup | undefined {
  const { note, status, embargo } = dispatch.header;
  const notes: Note[] = [];
  if (note) notes.push({ category: note.update ? `editors-${note.update}` : 'editors', text: note.text });
  if (status !== 'usable')
    notes.push({ category: 'status', text: `This dispatch is ${status}.`, priority: 1 });
  if (embargo !== undefined)
    notes.push({ category: 'embargo', text: `Not to be published before ${embargo}.`, priority: 1 });
  if (dispatch.version > 1) {
    notes.push({ category: 'version', text: `This is version ${dispatch.version} of the dispatch.` });
  }
  return notesBlock(notes);
}

/**
 * Terms and open issues of the segments of one XLIFF unit, each note beginning with what it is about.
 *
 * @param options.tellsStale whether stale segments have a note of the source they were made for; in a master the metadata keeps it
 */
export function unitNotes(
  units: readonly Unit[],
  terms: readonly MarkedTerm[],
  options: { readonly tellsStale: boolean } = { tellsStale: false },
): Markup | undefined {
  const renderings = new Set(
    terms.flatMap(({ term, translation }) => (translation === undefined ? [] : `${term} = ${translation}`)),
  );
  const ofTerms = Array.from(
    renderings,
    (text): Note => ({ category: 'glossary', text, appliesTo: 'source' }),
  );
  const ofChecks = units.flatMap(({ segment, issues }) =>
    issues.filter(isOpen).map((issue) => issueNote(segment.id, issue)),
  );
  return notesBlock([...ofTerms, ...ofChecks, ...(options.tellsStale ? units.flatMap(staleNotes) : [])]);
}

function staleNotes({ segment, target }: Unit): Note[] {
  if (target.state !== 'stale') return [];
  return [
    {
      category: 'stale',
      text: `${segment.id} stale: ${staleReason(target)}`,
      appliesTo: 'source',
      priority: 1,
    },
  ];
}

/** What a reviewer must know of a person's work whose source has changed since. */
export function staleReason({ was, by, previousSource }: Extract<Target, { state: 'stale' }>): string {
  return `the source has changed since ${by} left this ${was}; it was “${previousSource}”`;
}

/** 1 is the highest of XLIFF's ten priorities. */
export const priorities = { error: 1, warning: 3, info: 5 } as const satisfies Record<Severity, number>;

function issueNote(segment: string, { check, severity, message, source, target }: Issue): Note {
  const appliesTo = target ? 'target' : source ? 'source' : undefined;
  return {
    category: 'check',
    text: `${segment} ${check} (${severity}): ${message}`,
    ...(appliesTo && { appliesTo }),
    priority: priorities[severity],
  };
}

function notesBlock(notes: readonly Note[]): Markup | undefined {
  if (notes.length === 0) return undefined;
  const elements = notes.map(({ category, text, appliesTo, priority }, index) =>
    element('note', { id: `n${index + 1}`, category: legible(category), appliesTo, priority }, legible(text)),
  );
  return block('notes', {}, elements);
}
