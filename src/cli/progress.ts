import type { DraftSummary } from '../project/draft-summary.ts';
import type { Progress as ProviderProgress } from '../provider/desk.ts';
import type { Terminal } from './terminal.ts';

/** How far a run has come: one line drawn over itself on a terminal, a line for each draft elsewhere. */
export type Progress = {
  sent(progress: ProviderProgress): void;
  draft(draft: DraftSummary): void;
  close(): void;
};

/** @param drafts how many there will be */
export async function openProgress(terminal: Terminal, drafts: number): Promise<Progress> {
  const done = { drafts: 0, sentences: 0, characters: 0 };
  const live = terminal.live ? (await import('log-update')).createLogUpdate(process.stderr) : undefined;
  const draw = (): void => {
    const asked =
      done.sentences === 0
        ? ''
        : `, ${done.sentences} sentences and ${done.characters} characters asked of the provider`;
    live?.(`${done.drafts} of ${drafts} drafts${asked}`);
  };
  return {
    sent(progress) {
      done.sentences += progress.sent;
      done.characters += progress.characters;
      draw();
    },
    draft({ id, locale, filled, segments }) {
      done.drafts += 1;
      if (live) draw();
      else terminal.err(`${id} ${locale}: ${filled} of ${segments}\n`);
    },
    close: () => live?.clear(),
  };
}
