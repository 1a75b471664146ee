import type { Check } from '../check/check.ts';
import { runChecks } from '../check/run-checks.ts';
import type { MemoryStore } from '../memory/store.ts';
import { foldCovers, unfoldCovers } from '../model/covers.ts';
import type { Dispatch } from '../model/dispatch.ts';
import { allUnits, type Draft, type Master, mapUnits, textOf, type Unit } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import { applyHouseRules } from '../pipeline.ts';
import { carry } from '../revise/carry.ts';
import { keepQuotations } from '../revise/keep-quotations.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { type Termbase, termbaseFor } from '../termbase/termbase.ts';
import type { Project } from './project.ts';
import { openMaster, openStory, type Story } from './story.ts';

/** What it takes to read drafts without translating anything. */
export type Reading = {
  readonly segmenter: Segmenter;
  readonly termbase: Termbase;
  readonly checks: readonly Check[];
  /** What people have said elsewhere, for the quotations they have rendered before; none: quotations are not compared. */
  readonly memory?: MemoryStore;
};

/**
 * The drafts of a story as they stand on disk, joined with the copy of today and checked anew; nothing is recalled, asked or repaired.
 * Locales without a master give a draft in which everything is pending.
 *
 * @throws DepecheError `unreadable` or `invalid`, with the file
 */
export async function openDrafts(
  project: Project,
  story: Story,
  locales: readonly Locale[],
  reading: Reading,
): Promise<Draft[]> {
  const { dispatch } = await openStory(project, story, reading.segmenter);
  return Promise.all(
    locales.map(async (locale) => {
      const master = await openMaster(project, story, locale);
      return draftAsItStands(dispatch, locale, master, reading);
    }),
  );
}

/** A master joined with the copy of today, with the findings of today and every target as it is. */
export async function draftAsItStands(
  dispatch: Dispatch,
  locale: Locale,
  master: Master | undefined,
  { memory, checks, ...reading }: Pick<Reading, 'termbase' | 'checks' | 'memory'>,
): Promise<Draft> {
  const draft = withFailures(carry(dispatch, locale, master), master);
  const folded = foldCovers(draft);
  const termbase = termbaseFor(dispatch, reading.termbase);
  const quoted = memory ? withFindings(folded, await keepQuotations(folded, memory, termbase)) : folded;
  const found = withFindings(quoted, applyHouseRules(quoted, termbase));
  return unfoldCovers(draft, runChecks(found, { termbase, checks }));
}

/** Units that the provider failed on say so until they are asked for again. */
function withFailures(draft: Draft, master: Master | undefined): Draft {
  const kept = new Map(master?.units.map((unit) => [unit.id, unit]));
  return mapUnits(draft, (unit) => {
    const known = kept.get(unit.segment.id);
    const stillFailed =
      unit.target.state === 'pending' &&
      known?.target.state === 'failed' &&
      known.source === unit.segment.text;
    return stillFailed ? { ...unit, target: known.target } : unit;
  });
}

/** What the rules of the house find in a draft, without the changes they would make. */
function withFindings(draft: Draft, ruled: Draft): Draft {
  const after = new Map(allUnits(ruled).map((unit) => [unit.segment.id, unit]));
  return mapUnits(draft, (unit): Unit => {
    const found = after.get(unit.segment.id);
    const same = found !== undefined && textOf(found.target) === textOf(unit.target);
    if (!same) return unit;
    const { issues, terms, quotations } = found;
    return { ...unit, issues, terms, ...(quotations && { quotations }) };
  });
}
