import { disclosureWords } from '../bundle/disclosure.ts';
import type { Paragraph } from '../model/dispatch.ts';
import { type Draft, textOf, type Unit } from '../model/draft.ts';
import { draftSummary } from '../project/draft-summary.ts';
import { openDrafts } from '../project/drafts.ts';
import { openProject } from '../project/project.ts';
import { targetLocales } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { openReading, storyOf } from './reading.ts';
import { counted, type Terminal } from './terminal.ts';

export type ShowOptions = { readonly id: string; readonly to: readonly string[]; readonly json?: boolean };

/** `depeche show`: the story as an editor reads it. */
export async function show(terminal: Terminal, { id, to, json }: ShowOptions): Promise<number> {
  const project = await openProject(terminal.cwd);
  const story = await storyOf(project, id);
  const drafts = await openDrafts(project, story, targetLocales(to, project), await openReading(project));
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
function storyText({ dispatch, dateline, units }: Draft): string {
  const byId = new Map(units.map((unit) => [unit.segment.id, unit]));
  const textsOf = (paragraph: Paragraph): string =>
    paragraph.segments.flatMap(({ id }) => wordsOf(byId.get(id)) ?? []).join(' ');
  const firstOfBody = dispatch.paragraphs.find((paragraph) => paragraph.kind !== 'headline');
  return dispatch.paragraphs
    .map((paragraph) => {
      const opening = paragraph === firstOfBody ? wordsOf(dateline) : undefined;
      return opening === undefined ? textsOf(paragraph) : `${opening} ${textsOf(paragraph)}`;
    })
    .join('\n\n');
}

function wordsOf(unit: Unit | undefined): string | undefined {
  if (!unit) return undefined;
  const text = textOf(unit.target);
  return text === undefined || unit.target.state === 'stale'
    ? `[${unit.target.state}: ${text ?? unit.segment.text}]`
    : text;
}

function closing(draft: Draft): string {
  const { states, issues, disclosure, status } = draftSummary(draft);
  const counts = Object.entries(states).map(([state, count]) => `${count} ${state}`);
  return [
    `— ${draft.dispatch.id}, ${draft.locale}, version ${draft.dispatch.version}`,
    `— ${counts.join(', ')}; ${counted(issues.error, 'error')} and ${counted(issues.warning, 'warning')}`,
    `— ${disclosureWords[disclosure]}`,
    ...(status === 'usable' ? [] : [`— ${unpublished[status]}`]),
  ].join('\n');
}

const unpublished = {
  canceled: 'taken back by the agency: not published',
  withheld: 'under embargo: not published',
} as const;
