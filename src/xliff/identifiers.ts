import { datelineId } from '../model/dispatch.ts';

/** The XLIFF unit that holds the dateline; the other units have the ids of their paragraphs. */
export const datelineUnit = 'dateline-unit';

/** The group that holds people's work whose sentence has left the story. */
export const removedGroup = 'removed';

/** Whether an id can be that of a segment of ours: `s` and letters and digits, or the dateline's. */
export function isSegmentId(id: string): boolean {
  return id === datelineId || /^s[0-9a-z]+$/u.test(id);
}

/** The id of the blank behind a segment. It goes with the segment, so that a new sentence renames no other blank. */
export function blankAfter(segment: string): string {
  return `i-${segment}`;
}

/**
 * Gives removed segments ids that are unique in the document: their own, or `dateline-2` where it is taken, since a story can lose a
 * dateline and have another.
 *
 * @param taken ids in use; each id that is given is added
 */
export function removedId(id: string, taken: Set<string>): string {
  let given = id;
  for (let occurrence = 2; taken.has(given); occurrence += 1) given = `${id}-${occurrence}`;
  taken.add(given);
  return given;
}

/** The id a removed segment had in its story. */
export function originalId(removed: string): string {
  return removed.replace(/-\d+$/u, '');
}
