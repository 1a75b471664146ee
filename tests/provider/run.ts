import type { Draft, Target } from '../../src/model/draft.ts';
import type { CopyPolicy } from '../../src/provider/confidential.ts';
import type { Progress } from '../../src/provider/desk.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import type { Journal } from '../../src/provider/journal.ts';
import type { Provider } from '../../src/provider/provider.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import type { ScheduleOptions } from '../../src/provider/scheduler.ts';
import { translate } from '../../src/provider/translate.ts';
import { instantClock } from './clocks.ts';

type Options = Partial<ScheduleOptions> & { journal?: Journal; redo?: boolean; policy?: CopyPolicy };

/** The stage over many drafts at once, as the pipeline runs it. */
export async function run(
  drafts: readonly Draft[],
  provider: Provider,
  { journal, redo = false, policy, ...options }: Options = {},
) {
  const scheduler = createScheduler(provider, { clock: instantClock(), ...options });
  const total = { sent: 0, done: 0, failed: 0, characters: 0 };
  const onProgress = (progress: Progress): void => {
    total.sent += progress.sent;
    total.done += progress.done;
    total.failed += progress.failed;
    total.characters += progress.characters;
  };
  const tools = {
    scheduler,
    journal: journal ?? createInMemoryJournal(),
    redo,
    onProgress,
    ...(policy && { policy }),
  };
  const done = await Promise.all(drafts.map((draft) => translate(draft, tools)));
  await scheduler.close();
  return { drafts: done, total, stopped: scheduler.stopped() };
}

export const targetsOf = (draft: Draft | undefined): Target[] =>
  draft?.units.map(({ target }) => target) ?? [];

/** The words of each target, or its state where it has none. */
export const textsOf = (draft: Draft | undefined) =>
  targetsOf(draft).map((target) => ('text' in target ? target.text : target.state));
