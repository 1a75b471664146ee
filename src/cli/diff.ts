import type { Draft } from '../model/draft.ts';
import { isFilled } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import type { Adaptation } from '../model/match.ts';
import { proposalsOf } from '../model/proposals.ts';
import { openDrafts } from '../project/drafts.ts';
import { openProject } from '../project/project.ts';
import { openStory } from '../project/story.ts';
import { adaptMatches } from '../revise/adapt-matches.ts';
import { type SentenceChange, sentenceChanges } from '../revise/compare-versions.ts';
import { type DispatchRecord, storyAt } from '../revise/record.ts';
import { type DiffPart, wordDiff } from '../text/word-diff.ts';
import { targetLocales } from './arguments.ts';
import { diffReportText } from './diff-text.ts';
import { exitCodes } from './exit-codes.ts';
import { openReading, storyOf } from './reading.ts';
import type { Terminal } from './terminal.ts';

export type DiffOptions = {
  readonly id: string;
  readonly from?: number;
  readonly to?: readonly string[];
  readonly json?: boolean;
};

/** What a person left for an earlier wording of a sentence, and what is proposed in its place. */
export type StaleWork = {
  readonly segment: string;
  readonly was: string;
  readonly by: string;
  readonly text: string;
  /** What it was made for, and what became of that. */
  readonly source: readonly DiffPart[];
  readonly proposals: readonly {
    /** `facts`: the same words with the facts of today in them; `machine`; else the kind of a match. */
    readonly kind: string;
    readonly text: string;
    /** Against the words that are there. */
    readonly diff: readonly DiffPart[];
    readonly slots?: readonly Adaptation[];
  }[];
};

/** What `diff --json` prints, and what the text for people is made of. */
export type DiffReport = {
  readonly id: string;
  readonly version: number;
  readonly from: number;
  /** What the newest version is to the one before it; only where these two are compared. */
  readonly update?: 'write-through' | 'correction' | 'addition';
  readonly repeated?: number;
  readonly of?: number;
  /** What the editors say of the newest version. */
  readonly note?: string;
  readonly sentences: readonly (SentenceChange & { readonly diff?: readonly DiffPart[] })[];
  readonly drafts: readonly { readonly locale: string; readonly stale: readonly StaleWork[] }[];
};

/** `depeche diff`: what a later version changed, and what it means for the translations. Nothing is changed. */
export async function diff(terminal: Terminal, options: DiffOptions): Promise<number> {
  const project = await openProject(terminal.cwd);
  const story = await storyOf(project, options.id);
  const reading = await openReading(project);
  const { record, dispatch } = await openStory(project, story, reading.segmenter);
  const { version, revision } = dispatch;
  if (version === 1) {
    terminal.out(
      options.json === true
        ? `${JSON.stringify({ id: dispatch.id, version, sentences: [], drafts: [] }, null, 2)}\n`
        : `${dispatch.id} has been seen in one version: there is nothing to compare.\n`,
    );
    return exitCodes.well;
  }
  const from = options.from ?? version - 1;
  const sentences = sentenceChanges(sentencesAt(record, from), sentencesAt(record, version));
  const drafts = await openDrafts(project, story, targetLocales(options.to, project), reading);
  const isLatest = from === version - 1 && revision !== undefined;
  const report: DiffReport = {
    id: dispatch.id,
    version,
    from,
    ...(isLatest && { update: revision.kind, repeated: revision.repeated, of: revision.of }),
    ...(dispatch.header.note && { note: dispatch.header.note.text }),
    sentences: sentences.map((one) =>
      one.was === undefined ? one : { ...one, diff: wordDiff(one.was, one.text) },
    ),
    drafts: drafts.map((draft) => ({
      locale: draft.locale,
      stale: staleWork(adaptMatches(draft, reading.termbase)),
    })),
  };
  terminal.out(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : diffReportText(report));
  return exitCodes.well;
}

/** @throws DepecheError `usage` for a version that was never seen, or whose order an earlier depeche did not keep */
function sentencesAt(record: DispatchRecord, version: number) {
  const sentences = storyAt(record, version);
  if (sentences) return sentences;
  const known = record.versions.filter((one) => storyAt(record, one.version)).map((one) => one.version);
  throw new DepecheError(
    'usage',
    `nothing is kept of version ${version} of ${record.id}: --from takes ${known.join(', ')}`,
  );
}

function staleWork(draft: Draft): StaleWork[] {
  return draft.units.flatMap((unit): StaleWork[] => {
    const { segment, target } = unit;
    if (target.state !== 'stale' || !isFilled(target)) return [];
    const { was, by, text, previousSource } = target;
    const proposals = proposalsOf(unit).map((match) => ({
      kind: match.adapted ? 'facts' : match.kind,
      text: match.target,
      diff: wordDiff(text, match.target),
      ...(match.adapted && { slots: match.adapted }),
    }));
    return [
      { segment: segment.id, was, by, text, source: wordDiff(previousSource, segment.text), proposals },
    ];
  });
}
