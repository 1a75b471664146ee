import { hashOf } from '../../text/hash.ts';

/**
 * Remembers a translation in the note beside it, so that what comes home can be told from what went out: the file is the only memory that
 * app strings have.
 */
export function sentNote(target: string): string {
  return `its translation as it was sent: ${fingerprintOf(target)}`;
}

/** Whether a note, perhaps among others of its unit, says that this is what was sent. */
export function isSent(target: string, note: string): boolean {
  return note.includes(sentNote(target));
}

/** 40 bits are enough beside one text. */
function fingerprintOf(target: string): string {
  return hashOf('sent', target).slice(0, 10);
}
