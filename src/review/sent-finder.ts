import type { Export, Profile, Sent } from '../model/draft.ts';
import { canonicalWords } from './inline-text.ts';
import type { Returned, ReturnedSegment } from './returned.ts';

/** How a segment went out; nothing where no export is remembered that it could come from. */
export type FindSent = (
  theirs: Pick<ReturnedSegment, 'id' | 'target'> & Partial<Pick<ReturnedSegment, 'source'>>,
) => {
  readonly sent?: Sent | undefined;
  readonly profile?: Profile | undefined;
};

/**
 * Finds how a segment went out: with the export the file names. Where it names none, the last time that it went out in these words, or
 * else the first time: what people did here since is then never taken for what the person there had before them.
 */
export function sentFinder(exports: readonly Export[], { version, export: named }: Returned): FindSent {
  const own = exports.filter(({ id }) => id === named);
  const sameVersion = exports.filter(({ profile }) => profile === version);
  const omegat = exports.filter(({ profile }) => version === '1.2' && profile === 'omegat');
  const [candidates = []] = [own, sameVersion, omegat, exports].filter(({ length }) => length > 0);
  return ({ id, source, target = '' }) => {
    const words = canonicalWords(target);
    // OmegaT alone gets a copy of the source for a target.
    const isCopy = own.length === 0 && omegat.length > 0 && canonicalWords(source ?? '') === words;
    const sending = (isCopy ? omegat : candidates).filter(({ segments }) => segments.has(id));
    const inTheseWords = sending.findLast(
      ({ segments }) => canonicalWords(segments.get(id)?.text ?? '') === words,
    );
    const found = inTheseWords ?? sending[0];
    return { sent: found?.segments.get(id), profile: found?.profile };
  };
}
