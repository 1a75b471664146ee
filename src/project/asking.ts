import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draft } from '../model/draft.ts';
import { systemClock } from '../provider/clock.ts';
import { type Estimate, estimate } from '../provider/estimate.ts';
import { createInMemoryJournal } from '../provider/in-memory-journal.ts';
import type { Provider } from '../provider/provider.ts';
import { createScheduler } from '../provider/schedule.ts';
import { type Progress, translate } from '../provider/translate.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { copyPolicy } from './copy-policy.ts';
import { unwritable } from './files.ts';
import { journalFile, stateFolder } from './layout.ts';
import type { Project } from './project.ts';
import { type Environment, openProvider } from './providers.ts';
import { openSqliteJournal } from './sqlite-journal.ts';
import { openTermbase } from './workshop.ts';

/** A provider at work for a run: one queue and one journal for all of its drafts. */
export type Asking = {
  ask(draft: Draft): Promise<Draft>;
  /** Why the provider is asked no more; undefined while all is well. */
  stopped(): Error | undefined;
  close(): Promise<void>;
};

export type AskingOptions = {
  readonly redo: boolean;
  /** Aborts when no more may be taken up. */
  readonly stop: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Told of what a person should know and the run does not end for: no glossary at DeepL. */
  readonly onNotice?: (message: string) => void;
};

/**
 * Opens a provider by its name.
 *
 * @throws DepecheError `usage` or `config` for a provider that cannot be used, `invalid` or `unwritable` for the journal
 */
export async function openAsking(
  project: Project,
  name: string,
  environment: Environment,
  options: AskingOptions,
): Promise<Asking> {
  const { concurrency, requestsPerSecond, timeout, attempts } = project.config.schedule;
  const provider = await openProvider(name, project, {
    environment,
    onNotice: options.onNotice ?? (() => {}),
  });
  const scheduler = createScheduler(provider, {
    clock: systemClock,
    stop: options.stop,
    ...(concurrency !== undefined && { concurrency }),
    ...(requestsPerSecond !== undefined && { rate: { requests: 1, interval: 1000 / requestsPerSecond } }),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    ...(attempts !== undefined && { attempts }),
  });
  const journal = provider.capabilities.leavesMachine ? await openJournal(project) : createInMemoryJournal();
  const { redo, onProgress } = options;
  const shielding = await shieldingWith(project, provider);
  const policy = copyPolicy(project);
  return {
    ask: (draft) => translate(draft, { scheduler, journal, redo, policy, onProgress, ...shielding }),
    stopped: () => scheduler.stopped(),
    async close() {
      await scheduler.close();
      await journal.close();
    },
  };
}

/** What a run would ask of a provider, reckoned without a network and without a key. */
export type Estimating = { ask(draft: Draft): Promise<Draft>; total(): Estimate; close(): Promise<void> };

/** Answers that are paid for already count nothing; a project without a journal gets none. */
export async function openEstimating(project: Project, name: string, redo: boolean): Promise<Estimating> {
  const provider = await openProvider(name, project, {
    environment: { DEEPL_AUTH_KEY: 'dry-run' },
    onNotice: () => {},
    dryRun: true,
  });
  const file = join(project.root, journalFile);
  const journal = existsSync(file) ? await openSqliteJournal(file) : createInMemoryJournal();
  const shielding = await shieldingWith(project, provider);
  const sum = { segments: 0, characters: 0, known: 0 };
  return {
    async ask(draft) {
      const one = await estimate([draft], provider, { journal, redo, ...shielding });
      sum.segments += one.segments;
      sum.characters += one.characters;
      sum.known += one.known;
      return draft;
    },
    total: () => sum,
    close: () => journal.close(),
  };
}

/** The termbase, for a provider that gives placeholders back or takes terms. */
async function shieldingWith(project: Project, { capabilities }: Provider): Promise<{ termbase?: Termbase }> {
  return capabilities.placeholders === true || capabilities.terms === true
    ? { termbase: await openTermbase(project) }
    : {};
}

async function openJournal(project: Project) {
  const folder = join(project.root, stateFolder);
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  return openSqliteJournal(join(project.root, journalFile));
}
