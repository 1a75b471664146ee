import type { Export, Profile, Sent } from '../model/draft.ts';
import { withoutIndentation } from './inline-text.ts';
import type { Returned, ReturnedSegment } from './returned.ts';

/** How a segment went out; nothing where no export is remembered that it could come from. */
export type FindSent = (theirs: Pick<ReturnedSegment, 'id' | 'target'>) => {
  readonly sent?: Sent | undefined;
  readonly profile?: Profile | undefined;
};

/** Finds how a segment went out: with the export the file names; where it names none, in these words, or else the last time. */
export function sentFinder(exports: readonly Export[], { version, export: named }: Returned): FindSent {
  const own = exports.filter(({ id }) => id === named);
  const sameVersion = exports.filter(
    ({ profile }) => profile === version || (version === '1.2' && profile === 'omegat'),
  );
  const [candidates] = [own, sameVersion, exports].filter(({ length }) => length > 0);
  const newestFirst = [...(candidates ?? [])].reverse();
  return ({ id, target = '' }) => {
    const sending = newestFirst.filter(({ segments }) => segments.has(id));
    const inTheseWords = sending.find(
      ({ segments }) => withoutIndentation(segments.get(id)?.text ?? '') === target,
    );
    const found = inTheseWords ?? sending[0];
    return { sent: found?.segments.get(id), profile: found?.profile };
  };
}
