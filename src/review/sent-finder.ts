import type { Export, Profile, Sent } from '../model/draft.ts';
import { rankOf, type XliffState } from '../xliff/states.ts';
import { claimOf, sentAs } from './claim.ts';
import { canonicalWords } from './inline-text.ts';
import type { Returned, ReturnedSegment, Standing } from './returned.ts';

/** How a segment went out; nothing where no export is remembered that it could come from. */
export type FindSent = (
  theirs: Pick<ReturnedSegment, 'id' | 'target'> & Partial<Pick<ReturnedSegment, 'source' | 'standing'>>,
) => {
  readonly sent?: Sent | undefined;
  readonly profile?: Profile | undefined;
  /** The states it may have gone out in: one, but where the file has lost the id of its export. */
  readonly states: ReadonlySet<XliffState>;
  /** Whether the file names the export it is. */
  readonly isNamed: boolean;
  /** Whether the file names an export that the master does not remember: then nobody can say how anything went out. */
  readonly isFromElsewhere: boolean;
};

/**
 * Finds how a segment went out: with the export the file names. Where it names none, the last time that it went out in these words and this
 * state, so that what nobody touched is nobody's act; else in these words and as far as it ever did, so that only what no export said is
 * news; else the first time: what people did here since is then never taken for what the person there had before them.
 */
export function sentFinder(exports: readonly Export[], { version, export: named }: Returned): FindSent {
  const own = exports.filter(({ id }) => id === named);
  if (named !== undefined && own.length === 0)
    return () => ({ states: new Set(), isNamed: false, isFromElsewhere: true });
  const sameVersion = exports.filter(({ profile }) => profile === version);
  const omegat = exports.filter(({ profile }) => version === '1.2' && profile === 'omegat');
  const [candidates = []] = [own, sameVersion, omegat, exports].filter(({ length }) => length > 0);
  return ({ id, source, target = '', standing = {} }) => {
    const words = canonicalWords(target);
    // OmegaT alone gets a copy of the source for a target.
    const isCopy = own.length === 0 && omegat.length > 0 && canonicalWords(source ?? '') === words;
    const sending = (isCopy ? omegat : candidates).flatMap(({ profile, segments }) => {
      const sent = segments.get(id);
      return sent ? [{ profile, sent, state: sentAs(sent.state) }] : [];
    });
    const inTheseWords = sending.filter(({ sent }) => canonicalWords(sent.text ?? '') === words);
    const further = inTheseWords.toSorted((left, right) => rankOf(left.state) - rankOf(right.state));
    const found =
      inTheseWords.findLast(({ state }) => isAsSent(standing, state)) ?? further.at(-1) ?? sending[0];
    return {
      ...found,
      states: new Set(sending.map(({ state }) => state)),
      isNamed: own.length > 0,
      isFromElsewhere: false,
    };
  };
}

/** Marks that we write ourselves, of words that are work to do; all others somebody has set. */
const ownMarks = /^(?:needs-translation|needs-adaptation|[^:]+:fuzzy)$/u;

function isAsSent(standing: Standing, state: XliffState): boolean {
  const { state: claimed, mark } = claimOf(standing, state);
  return claimed === state && (mark === undefined || ownMarks.test(mark));
}
