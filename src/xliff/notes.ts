import type { Dispatch, Revision, Segment } from '../model/dispatch.ts';
import type { Target, Unit } from '../model/draft.ts';
import { type Issue, isOpen, type Severity } from '../model/issue.ts';
import { isOwnAdapted } from '../model/proposals.ts';
import { changeCounts, changeTo, corrections, revisionWords } from '../text/revision-words.ts';
import { diffText, wordDiff } from '../text/word-diff.ts';
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
  for (const words of versionNotes(dispatch))
    notes.push({ category: 'version', text: `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.` });
  return notesBlock(notes);
}

/** What a version is to the one before it, what it changed, and where it corrects something, what. */
export function versionNotes(dispatch: Dispatch): readonly string[] {
  const { version, revision } = dispatch;
  if (version < 2) return [];
  if (!revision) return [`this is version ${version} of the dispatch`];
  const corrected = revision.kind === 'correction' ? corrections(dispatch, revision) : [];
  return [
    `${revisionWords(dispatch, revision)}; ${changeCounts(revision)}`,
    ...corrected.map((change) => `it corrects ${change}`),
    ...revision.removed.map(({ id, was }) => `${id} has left the story: “${was}”`),
  ];
}

/** What a version did to a sentence; nothing where it left it alone. */
export function changeWords(revision: Revision | undefined, { id, text }: Segment): string | undefined {
  const change = changeTo(revision, id);
  if (change === 'new') return 'new in this version';
  return change && `changed in this version: ${diffText(wordDiff(change.was, text))}`;
}

/**
 * Terms and open issues of the segments of one XLIFF unit, each note beginning with what it is about.
 *
 * @param options.revision what the newest version changed
 * @param options.tellsStale whether stale segments have a note of the source they were made for; in a master the metadata keeps it
 */
export function unitNotes(
  units: readonly Unit[],
  terms: readonly MarkedTerm[],
  options: { readonly tellsStale: boolean; readonly revision?: Revision | undefined } = { tellsStale: false },
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
  const ofVersion = units.flatMap(({ segment, target }): Note[] => {
    // The note of stale work tells the change.
    const isTold = options.tellsStale && target.state === 'stale';
    const words = isTold ? undefined : changeWords(options.revision, segment);
    return words === undefined
      ? []
      : [{ category: 'change', text: `${segment.id} ${words}`, appliesTo: 'source' }];
  });
  return notesBlock([
    ...ofTerms,
    ...ofVersion,
    ...ofChecks,
    ...(options.tellsStale ? units.flatMap(staleNotes) : []),
  ]);
}

function staleNotes(unit: Unit): Note[] {
  const { segment, target } = unit;
  if (target.state !== 'stale') return [];
  return [
    {
      category: 'stale',
      text: `${segment.id} stale: ${staleReason(target, segment.text)}`,
      appliesTo: 'source',
      priority: 1,
    },
    ...slotWords(unit).map(
      (text): Note => ({
        category: 'proposal',
        text: `${segment.id} ${text}`,
        appliesTo: 'target',
        priority: 2,
      }),
    ),
  ];
}

/** What a reviewer must know of a person's work whose source has changed since, and the change word by word. */
export function staleReason(
  { was, by, previousSource }: Extract<Target, { state: 'stale' }>,
  source: string,
): string {
  const change = diffText(wordDiff(previousSource, source));
  return `the source has changed since ${by} left this ${was}; it was “${previousSource}”; the change: ${change}`;
}

/** The edit that would put the facts of today into a person's words, with each of them; it is proposed and nothing more. */
export function slotWords({ target, matches }: Unit): readonly string[] {
  const own = target.state === 'stale' ? matches.find(isOwnAdapted) : undefined;
  if (!own?.adapted || target.state !== 'stale') return [];
  const slots = own.adapted.map(({ kind, was, is }) => `${kind} “${was}” → “${is}”`).join(', ');
  return [`proposed in these words: ${diffText(wordDiff(target.text, own.target))} (${slots})`];
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
