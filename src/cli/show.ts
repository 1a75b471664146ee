import { disclosureWords } from '../bundle/disclosure.ts';
import { type Draft, textOf, type Unit } from '../model/draft.ts';
import { isOpen } from '../model/issue.ts';
import { machineName } from '../model/machine-share.ts';
import { paragraphsAsRead } from '../model/sentence-order.ts';
import { draftSummary } from '../project/draft-summary.ts';
import { openDrafts } from '../project/drafts.ts';
import { openProject } from '../project/project.ts';
import { openWorkshop } from '../project/workshop.ts';
import { adaptMatches } from '../revise/adapt-matches.ts';
import { slotWords } from '../xliff/notes.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { storyOf } from './reading.ts';
import { counted, type Terminal } from './terminal.ts';

export type ShowOptions = { readonly id: string; readonly to: readonly string[]; readonly json?: boolean };

/** `depeche show`: the story as an editor reads it. */
export async function show(terminal: Terminal, { id, to, json }: ShowOptions): Promise<number> {
  const project = await openProject(terminal.cwd);
  const story = await storyOf(project, id);
  using workshop = await openWorkshop(project);
  const reading = { segmenter: workshop.segmenter, ...workshop.tools };
  const opened = await openDrafts(project, story, targetLocales(to, project), reading);
  const drafts = opened.map((draft) => adaptMatches(draft, reading.termbase));
  terminal.out(
    json === true
      ? `${JSON.stringify(
          drafts.map((draft) => ({ ...draftSummary(draft), story: storyText(draft) })),
          null,
          2,
        )}\n`
      : drafts.map((draft) => `${storyText(draft)}\n\n${closing(draft)}\n`).join('\n'),
  );
  return drafts.every((draft) => draftSummary(draft).unfinished.length === 0)
    ? exitCodes.well
    : exitCodes.unfinished;
}

/**
 * Headline, dateline and paragraphs. Between brackets stands what is not ready: in the source language what has no translation yet,
 * in its old words what is stale.
 */
function storyText(draft: Draft): string {
  const paragraphs = paragraphsAsRead(draft).filter(({ units }) => units.length > 0);
  const opening = paragraphs.find(({ paragraph }) => paragraph.kind !== 'headline');
  return paragraphs
    .map((read) => {
      const units = read === opening && draft.dateline ? [draft.dateline, ...read.units] : read.units;
      return units.map(wordsOf).join(' ');
    })
    .join('\n\n');
}

function wordsOf(unit: Unit): string {
  const text = textOf(unit.target);
  return text === undefined || unit.target.state === 'stale'
    ? `[${unit.target.state}: ${text ?? unit.segment.text}]`
    : text;
}

function closing(draft: Draft): string {
  const { states, issues, disclosure, machines, status } = draftSummary(draft);
  const gist = draft.units.filter(({ issues: found }) =>
    found.some((issue) => issue.check === gistOnly && isOpen(issue)),
  ).length;
  const counts = Object.entries(states).map(([state, count]) => `${count} ${state}`);
  return [
    `— ${draft.dispatch.id}, ${draft.locale}, version ${draft.dispatch.version}`,
    `— ${counts.join(', ')}; ${counted(issues.error, 'error')} and ${counted(issues.warning, 'warning')}`,
    ...draft.units.flatMap((unit) => slotWords(unit).map((words) => `— ${unit.segment.id} ${words}`)),
    `— ${disclosureWords[disclosure]}`,
    ...machines.map((machine) => `— ${machine.segments} first written by ${machineName(machine)}`),
    ...(gist === 0 ? [] : [`— ${gist} for gist only: read against the source before anything is published`]),
    ...(status === 'usable' ? [] : [`— ${unpublished[status]}`]),
  ].join('\n');
}

/** The check that tells of a machine's gist. */
const gistOnly = 'gist-only';

const unpublished = {
  canceled: 'taken back by the agency: not published',
  withheld: 'withheld by the agency: not published',
} as const;
