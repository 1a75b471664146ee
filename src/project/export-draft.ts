import { recall } from '../memory/recall.ts';
import type { MemoryStore } from '../memory/store.ts';
import { type Draft, textOf, type Unit } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Match } from '../model/match.ts';
import { adaptMatches } from '../revise/adapt-matches.ts';
import { draftAsItStands, type Reading } from './drafts.ts';
import { filesOf, sourceFolder } from './layout.ts';
import type { Project } from './project.ts';
import { openMaster, openStory, type Story } from './story.ts';

/** What it takes to show a draft with all that a reviewer wants beside it. */
export type ReadingWithMemory = Reading & { readonly memory: MemoryStore };

/**
 * A draft as its master has it, with the terms, issues and proposals of today beside every target. No target is changed: what the
 * memory could fill is a proposal here.
 *
 * @throws DepecheError `usage` where there is no master yet, or where it was made for another wording of the dispatch
 */
export async function draftToExport(
  project: Project,
  story: Story,
  locale: Locale,
  reading: ReadingWithMemory,
): Promise<Draft> {
  const master = await openMaster(project, story, locale);
  const file = filesOf(story.folder, project.config.source, story.id).master(locale);
  const translateFirst = `run depeche translate --to ${locale} first`;
  if (!master) {
    throw new DepecheError('usage', `there is no such draft yet: ${translateFirst}`, { place: { file } });
  }
  const { dispatch } = await openStory(project, story, reading.segmenter);
  if (dispatch.version !== master.version) {
    const message = `is a draft of version ${master.version}, and ${sourceFolder}/ has a later wording: ${translateFirst}`;
    throw new DepecheError('usage', message, { place: { file } });
  }
  const draft = await draftAsItStands(dispatch, locale, master, reading);
  const recalled = await recall(draft, reading.memory, { fuzzyThreshold: project.config.fuzzyThreshold });
  const found = new Map(recalled.units.map((unit) => [unit.segment.id, unit]));
  const units = draft.units.map((unit) => ({
    ...unit,
    matches: proposalsBeside(unit, found.get(unit.segment.id)),
  }));
  return adaptMatches({ ...draft, units }, reading.termbase);
}

/** What the memory has for a unit: what it would fill the target with first, where that is not there. */
function proposalsBeside({ segment, target }: Unit, recalled: Unit | undefined): readonly Match[] {
  if (!recalled) return [];
  const filling = recalled.target;
  if (filling.state !== 'recalled' || filling.text === textOf(target)) return recalled.matches;
  const { origin, steps } = filling.provenance;
  const match: Match = {
    kind: filling.match,
    score: 100,
    source: segment.text,
    target: filling.text,
    provenance: { origin, steps: steps.slice(0, -1) },
    from: steps.at(-1)?.by ?? '',
  };
  return [match, ...recalled.matches];
}
