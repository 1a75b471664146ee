import { hashOf } from '../text/hash.ts';
import type { MemoryEntry } from './entry.ts';

/**
 * How people name an entry: by what stands in it and where. Entries of one file with the same texts have one id, whatever stands beside
 * them; it changes when one of the texts does.
 */
export function entryId({ from, source, target, sourceText, targetText }: MemoryEntry): string {
  return `m${hashOf(from, source, target, sourceText, targetText).slice(0, 10)}`;
}
