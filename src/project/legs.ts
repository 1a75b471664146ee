import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../model/locale.ts';
import { systemClock } from '../provider/clock.ts';
import { createInMemoryJournal } from '../provider/in-memory-journal.ts';
import { createInMemoryLedger } from '../provider/in-memory-ledger.ts';
import { isJournalled, type Journal } from '../provider/journal.ts';
import type { Ledger } from '../provider/ledger.ts';
import type { Provider, TranslationRequest } from '../provider/provider.ts';
import { freePurse, type Purse } from '../provider/purse.ts';
import { readOnly, rehearsalOf } from '../provider/rehearsal.ts';
import type { Leg } from '../provider/route.ts';
import { createScheduler } from '../provider/schedule.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { keepingQuota } from './deepl-quota.ts';
import { unwritable } from './files.ts';
import { journalFile, ledgerFile, stateFolder } from './layout.ts';
import type { Project } from './project.ts';
import { type Environment, openProvider } from './providers.ts';
import { isCounted, isLimitedInMoney, openPurses } from './purses.ts';
import { providersOf, type Routes } from './routes.ts';
import { scheduleOf, scheduleOptions } from './schedule.ts';
import { openSqliteJournal } from './sqlite-journal.ts';
import { openSqliteLedger } from './sqlite-ledger.ts';
import { openTermbase } from './workshop.ts';

/** The providers of a run, each opened once for all the routes it is on. */
export type Legs = {
  /** Those of a locale, in the order of its route. */
  legsOf(locale: Locale): readonly Leg[];
  /** Of each provider of the run. */
  readonly purses: ReadonlyMap<string, Purse>;
  close(): Promise<void>;
};

/**
 * Opens the providers of a run, its journal and its ledger.
 *
 * @param stop aborts when no more may be taken up; `cancel` when what is under way is to be called off
 * @throws DepecheError `usage` or `config` for a provider that cannot be used, `invalid` or `unwritable` for journal and ledger
 */
export async function openLegs(
  project: Project,
  routes: Routes,
  options: {
    readonly environment: Environment;
    readonly stop: AbortSignal;
    readonly cancel: AbortSignal;
    readonly onNotice: (message: string) => void;
    /** What the run may cost, all providers together. */
    readonly maxCost?: number | undefined;
  },
): Promise<Legs> {
  const providers = await Promise.all(
    providersOf(routes).map((name) =>
      openProvider(name, project, { ...options, limited: isLimitedInMoney(project, name, options.maxCost) }),
    ),
  );
  const isKept = providers.some(({ capabilities }) => isJournalled(capabilities));
  const isPaid = providers.some((provider) => isCounted(project, provider));
  if (isKept || isPaid) await makeStateFolder(project);
  const journal = isKept ? await openSqliteJournal(join(project.root, journalFile)) : createInMemoryJournal();
  const ledger = isPaid ? await openSqliteLedger(join(project.root, ledgerFile)) : createInMemoryLedger();
  const run = new Date().toISOString();
  const purses = await openPurses(project, providers, { routes, ledger, run, maxCost: options.maxCost });
  const legs = new Map<string, Leg>();
  for (const provider of providers) {
    const purse = purses.get(provider.name) ?? freePurse;
    const scheduler = createScheduler(provider, {
      clock: systemClock,
      stop: options.stop,
      cancel: options.cancel,
      purse: await keepingQuota(project, provider, purse, options.environment),
      ...scheduleOptions(scheduleOf(project.config, provider.name)),
    });
    legs.set(provider.name, { scheduler, journal, ...(await termsFor(project, provider)) });
  }
  return { legsOf: legsOn(routes, legs), purses, close: closing(legs, journal, ledger) };
}

/**
 * The same without network and keys, for a rehearsal: nothing is sent, and neither journal nor ledger is made or written to.
 *
 * @param onRequest told of each request that would be sent
 */
export async function rehearseLegs(
  project: Project,
  routes: Routes,
  {
    maxCost,
    onRequest,
  }: {
    readonly maxCost?: number | undefined;
    readonly onRequest: (provider: Provider, request: TranslationRequest) => void;
  },
): Promise<Legs> {
  const options = { environment: {}, onNotice: () => {}, dryRun: true };
  const [known, spent] = [join(project.root, journalFile), join(project.root, ledgerFile)];
  const journal = existsSync(known) ? readOnly(await openSqliteJournal(known)) : createInMemoryJournal();
  const ledger = createInMemoryLedger(await spendingsIn(spent));
  const run = new Date().toISOString();
  const providers: Provider[] = [];
  for (const name of providersOf(routes)) {
    const limited = isLimitedInMoney(project, name, maxCost);
    const provider = await openProvider(name, project, { ...options, limited });
    providers.push(rehearsalOf(provider, (request) => onRequest(provider, request)));
  }
  const purses = await openPurses(project, providers, { routes, ledger, run, maxCost });
  const legs = new Map<string, Leg>();
  for (const provider of providers) {
    const purse = purses.get(provider.name) ?? freePurse;
    const scheduler = createScheduler(provider, { clock: systemClock, purse });
    legs.set(provider.name, { scheduler, journal, ...(await termsFor(project, provider)) });
  }
  return { legsOf: legsOn(routes, legs), purses, close: closing(legs, journal, ledger) };
}

function legsOn(routes: Routes, legs: ReadonlyMap<string, Leg>): Legs['legsOf'] {
  return (locale) => (routes.get(locale) ?? []).flatMap((name) => legs.get(name) ?? []);
}

function closing(legs: ReadonlyMap<string, Leg>, journal: Journal, ledger: Ledger): Legs['close'] {
  return async () => {
    await Promise.all(Array.from(legs.values(), ({ scheduler }) => scheduler.close()));
    await journal.close();
    await ledger.close();
  };
}

/** The termbase, for providers that have a use for it. */
async function termsFor(project: Project, { capabilities }: Provider): Promise<{ termbase?: Termbase }> {
  const { placeholders = false, terms = false, markup } = capabilities;
  return placeholders || terms || markup === 'xml' ? { termbase: await openTermbase(project) } : {};
}

/** What the ledger holds; a project without one has spent nothing. */
export async function spendingsIn(file: string) {
  if (!existsSync(file)) return [];
  const ledger = await openSqliteLedger(file);
  const spendings = await ledger.spendings();
  await ledger.close();
  return spendings;
}

async function makeStateFolder({ root }: Project): Promise<void> {
  const folder = join(root, stateFolder);
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}
