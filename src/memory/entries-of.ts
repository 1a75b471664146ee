import { foldSentences } from '../model/covers.ts';
import { datelineId } from '../model/dispatch.ts';
import type { Draft, Kept, Master } from '../model/draft.ts';
import { isPseudo } from '../model/provenance.ts';
import type { MemoryEntry } from './entry.ts';

/**
 * What a draft gives to the memory: the units that a person has reviewed or signed, each with the source texts beside it and with
 * its provenance. Nothing a machine wrote enters before somebody has looked at it, and nothing that came out of the memory; nothing at all of
 * a dispatch that the agency has taken back.
 *
 * @param work a draft, or a master whose units are in reading order
 * @param from the path of the master in the project
 */
export function entriesOf(work: Draft | Master, from: string): MemoryEntry[] {
  if (isCanceled(work)) return [];
  const locales =
    'dispatch' in work
      ? { source: work.dispatch.locale, target: work.locale }
      : { source: work.source, target: work.target };
  const sentences = sentencesOf(work);
  return sentences.flatMap(({ source, target }, index): MemoryEntry[] => {
    if (target.state !== 'reviewed' && target.state !== 'final') return [];
    if (isPseudo(target.provenance)) return [];
    const previous = sentences[index - 1]?.source;
    const next = sentences[index + 1]?.source;
    return [
      {
        ...locales,
        sourceText: source,
        targetText: target.text,
        ...(previous !== undefined && { previous }),
        ...(next !== undefined && { next }),
        provenance: target.provenance,
        by: target.by,
        ...(target.at !== undefined && { at: target.at }),
        from,
      },
    ];
  });
}

function isCanceled(work: Draft | Master): boolean {
  return 'dispatch' in work ? work.dispatch.header.status === 'canceled' : work.canceled === true;
}

function sentencesOf(work: Draft | Master): readonly Kept[] {
  const sentences =
    'dispatch' in work
      ? work.units.map(({ segment, target }) => ({ id: segment.id, source: segment.text, target }))
      : work.units.filter((unit) => unit.id !== datelineId);
  return foldSentences(sentences);
}
