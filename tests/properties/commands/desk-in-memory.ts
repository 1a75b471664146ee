import { checks } from '../../../src/check/checks.ts';
import { entriesOf } from '../../../src/memory/entries-of.ts';
import { createInMemoryStore } from '../../../src/memory/in-memory-store.ts';
import { recall } from '../../../src/memory/recall.ts';
import { type TmxUnit, tmxUnits } from '../../../src/memory/tmx-units.ts';
import type { Dispatch } from '../../../src/model/dispatch.ts';
import type { Draft, Master } from '../../../src/model/draft.ts';
import { DepecheError } from '../../../src/model/errors.ts';
import type { Locale } from '../../../src/model/locale.ts';
import { readDispatch, refilled, type Tools, translateDispatch } from '../../../src/pipeline.ts';
import { masterOf } from '../../../src/project/amend-drafts.ts';
import { draftAsItStands } from '../../../src/project/drafts.ts';
import { textOf } from '../../../src/project/files.ts';
import { createInMemoryJournal } from '../../../src/provider/in-memory-journal.ts';
import { createScheduler } from '../../../src/provider/schedule.ts';
import { translate } from '../../../src/provider/translate.ts';
import { accept } from '../../../src/review/accept.ts';
import { joinMasters } from '../../../src/review/join-masters.ts';
import { merge } from '../../../src/review/merge.ts';
import { workInOmegat } from '../../../src/review/omegat.ts';
import type { ReviewOptions } from '../../../src/review/outcome.ts';
import { readReturned } from '../../../src/review/read-returned.ts';
import { renderReport } from '../../../src/review/report/report.ts';
import type { Returned } from '../../../src/review/returned.ts';
import { rewriteMaster } from '../../../src/review/rewrite-master.ts';
import { carry } from '../../../src/revise/carry.ts';
import type { DispatchRecord } from '../../../src/revise/record.ts';
import { houseSegmenter } from '../../../src/segment/house-rules.ts';
import { createTermbase } from '../../../src/termbase/termbase.ts';
import { exportDrafts } from '../../../src/xliff/export-drafts.ts';
import { validateXliff } from '../../../src/xliff/validate/validate-xliff.ts';
import { writeMaster } from '../../../src/xliff/write-master.ts';
import { instantClock } from '../../provider/clocks.ts';
import type { Conditions } from '../newsroom.ts';
import type { Branch, Desk, Told } from './desk.ts';
import { readMaster, remembering } from './remembering.ts';

/** The functions that the commands are made of; a test puts a broken one in to see that the law finds it. */
export const trueFunctions = {
  translateDispatch,
  carry,
  merge,
  accept,
  joinMasters,
  readMaster,
};
export type Functions = typeof trueFunctions;

const segmenter = houseSegmenter('fr');
const id = 'flash';
const told = (more: Partial<Told> = {}): Told => ({ problems: [], segments: [], absent: [], ...more });

/** A desk that keeps everything as texts in memory, through the writers and readers that the disk sees. */
export function deskInMemory(locale: Locale, functions: Functions = trueFunctions): Desk {
  let branch: Branch = { copy: '', record: undefined, master: undefined };
  let conditions: Conditions = {};

  const readCopy = remembering((key) => {
    const [copy = '', known]: readonly string[] = JSON.parse(key);
    const record: DispatchRecord | undefined = known === undefined ? undefined : JSON.parse(known);
    return readDispatch(new TextEncoder().encode(copy), { id, locale: 'fr', record }, segmenter);
  });
  const read = (): { dispatch: Dispatch; record: DispatchRecord } =>
    readCopy(JSON.stringify([branch.copy, ...(branch.record === undefined ? [] : [branch.record])]));
  const master = (): Master | undefined =>
    branch.master === undefined ? undefined : functions.readMaster(branch.master);
  const termbase = () => conditions.termbase ?? createTermbase([]);

  /** What a workshop has for a draft: its memory has what people did in it as well. */
  function tools(draft: Draft): Omit<Tools, 'ask'> {
    const own = entriesOf(draft, 'locales/flash.xlf');
    const memory = createInMemoryStore([...(conditions.memory ?? []), ...own]);
    return { memory, fuzzyThreshold: 75, termbase: termbase(), checks };
  }

  /** What `translateProject` does for one story; `workshop` opens the memory over the masters. */
  async function write(known: Master | undefined, asks: boolean): Promise<void> {
    const { dispatch, record } = read();
    const { provider, redo = false } = conditions;
    const scheduler =
      asks && provider ? createScheduler(provider, { clock: instantClock(), attempts: 2 }) : undefined;
    const journal = createInMemoryJournal();
    const draft = await functions.translateDispatch(dispatch, locale, known, {
      ...tools(functions.carry(dispatch, locale, known)),
      ...(scheduler && { ask: (each: Draft) => translate(each, { scheduler, journal, redo }) }),
    });
    await scheduler?.close();
    branch = { ...branch, record: JSON.stringify(record), master: writeMaster(draft) };
  }

  /** The draft as people find it who amend it. */
  function opened(): Draft {
    const known = master();
    if (!known) throw new DepecheError('usage', 'there is no such draft');
    return functions.carry(read().dispatch, locale, known);
  }

  /** What `importProject` does for one story: file by file into one draft, which is written once. */
  async function bringHome(
    all: readonly ReadonlyMap<string, Uint8Array>[],
    options: ReviewOptions,
  ): Promise<readonly Told[]> {
    const returned = all.map(returnedIn);
    const carried = opened();
    const before = await refilled(carried, masterOf(carried), tools(carried));
    const homes: Told[] = [];
    let draft = before;
    for (const one of returned) {
      const merged = functions.merge(draft, one, options);
      draft = merged.draft;
      homes.push(told({ segments: merged.report, absent: merged.absent }));
    }
    if (draft !== before) await write(masterOf(draft), false);
    return homes;
  }

  return {
    branch: async () => branch,
    async checkOut(other) {
      branch = other;
    },
    async translate(today) {
      conditions = today;
      return attempt(async () => {
        await write(master(), true);
        expectValid(branch.master ?? '');
        return told();
      });
    },
    async export(profile) {
      const files = new Map<string, string>();
      let made = '';
      const outcome = await attempt(async () => {
        const known = master();
        const { dispatch } = read();
        if (!known || known.version !== dispatch.version) {
          throw new DepecheError('usage', 'run depeche translate first');
        }
        const draft = await draftAsItStands(dispatch, locale, known, { termbase: termbase(), checks });
        const recalled = await recall(draft, createInMemoryStore(conditions.memory ?? []));
        const units = draft.units.map((unit, index) => ({
          ...unit,
          matches: recalled.units[index]?.matches ?? [],
        }));
        const outgoing = exportDrafts([{ draft: { ...draft, units } }], profile);
        const [sent] = outgoing.remembered;
        if (sent) {
          branch = { ...branch, master: writeMaster(sent.draft) };
          made = sent.export;
        }
        for (const [path, text] of outgoing.files) {
          files.set(path, text);
          if (path.endsWith('.xlf')) expectValid(text);
        }
        return told();
      });
      return { ...outcome, files, export: made };
    },
    async import(files, options) {
      return attempt(async () => {
        const [home = told()] = await bringHome([files], options);
        return home;
      });
    },
    importFolder: bringHome,
    async accept(segments, options) {
      return attempt(async () => {
        const before = opened();
        const { draft, report: accepted } = functions.accept(before, segments, options);
        if (draft !== before) await write(masterOf(draft), false);
        return told({ segments: accepted });
      });
    },
    async join(base, theirs) {
      return attempt(async () => {
        const ours = branch.master ?? '';
        const [common, here, there] = [base, ours, theirs].map((text) => functions.readMaster(text));
        if (!common || !here || !there) throw new Error('three masters are three masters');
        const { master: joined, conflicts } = functions.joinMasters(common, here, there);
        const like = there.version > here.version ? theirs : ours;
        branch = { ...branch, master: rewriteMaster(joined, like) };
        return told({ segments: conflicts });
      });
    },
    async look() {
      const known = master();
      if (!known) return;
      const draft = await draftAsItStands(read().dispatch, locale, known, { termbase: termbase(), checks });
      renderReport([draft], { termbase: termbase() });
    },
  };
}

/** What `depeche validate` says. */
function expectValid(text: string): void {
  const [finding] = validateXliff(text);
  if (finding) throw new Error(`it is not valid: ${JSON.stringify(finding)}`);
}

async function attempt<Outcome extends Told>(work: () => Promise<Outcome>): Promise<Outcome | Told> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DepecheError)) throw error;
    return told({ problems: [error.message] });
  }
}

/** What `readHomecomings` reads from disk. */
function returnedIn(files: ReadonlyMap<string, Uint8Array>): Returned {
  const text = (path: string): string | undefined => {
    const bytes = files.get(path);
    return bytes && textOf(bytes, path);
  };
  const readIf = (path: string): Returned | undefined => {
    const xliff = text(path);
    return xliff === undefined ? undefined : readReturned(xliff, path)[0];
  };
  const file = `${id}.xlf`;
  const bare = readIf(file);
  if (bare) return bare;
  const sent = readIf(`source/${file}`);
  if (!sent) throw new Error('there is nothing in what came home');
  const created = readIf(`target/${file}`);
  const units = (path: string): TmxUnit[] | undefined => {
    const memory = text(path);
    if (memory === undefined) return undefined;
    const found: TmxUnit[] = [];
    const stream = tmxUnits((unit) => found.push(unit));
    stream.write(memory);
    stream.end();
    return found;
  };
  const saved = units('omegat/project_save.tmx');
  const auto = units(`tm/auto/${id}.tmx`) ?? [];
  return workInOmegat({ file, sent, auto, ...(saved && { saved }), ...(created && { created }) });
}
