import type { Draft } from '../model/draft.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { systemClock } from './clock.ts';
import type { CopyPolicy } from './confidential.ts';
import type { Progress } from './desk.ts';
import { createInMemoryJournal } from './in-memory-journal.ts';
import type { Journal } from './journal.ts';
import type { Provider } from './provider.ts';
import { readOnly, rehearsalOf } from './rehearsal.ts';
import { createScheduler } from './schedule.ts';
import { translate } from './translate.ts';

/** What a run would send and pay for. Texts are distinct ones of a draft: what several units say is sent once. */
export type Estimate = {
  readonly segments: number;
  /** As they would be billed: see {@link billedCharacters}. Context is not billed. */
  readonly characters: number;
  /** Texts that cost nothing because the journal has their answers. */
  readonly known: number;
};

export const nothing: Estimate = { segments: 0, characters: 0, known: 0 };

/** An estimate with one more step of a rehearsal: see `rehearsal.ts`. */
export function withProgress(estimate: Estimate, { sent, done, characters }: Progress): Estimate {
  return {
    segments: estimate.segments + (sent === 0 ? 0 : done),
    characters: estimate.characters + characters,
    known: estimate.known + (sent === 0 ? done : 0),
  };
}

/**
 * Reckons what {@link translate} would send for these drafts, without a network: it rehearses it. What the provider would not be sent (a pair
 * of languages, confidential copy) counts nothing.
 */
export async function estimate(
  drafts: readonly Draft[],
  provider: Provider,
  {
    journal = createInMemoryJournal(),
    ...options
  }: {
    readonly journal?: Journal;
    readonly redo?: boolean;
    readonly termbase?: Termbase;
    readonly policy?: CopyPolicy;
  } = {},
): Promise<Estimate> {
  const scheduler = createScheduler(rehearsalOf(provider), { clock: systemClock });
  let total = nothing;
  const onProgress = (progress: Progress): void => {
    total = withProgress(total, progress);
  };
  const tools = { scheduler, journal: readOnly(journal), ...options, onProgress };
  await Promise.all(drafts.map((draft) => translate(draft, tools)));
  await scheduler.close();
  return total;
}
