import fc from 'fast-check';
import { compileBundle, compileSourceBundle } from '../../src/bundle/compile.ts';
import { emptyManifest, entryAfter, withEntries, writeManifest } from '../../src/bundle/manifest.ts';
import { publishable } from '../../src/bundle/publishable.ts';
import { readManifest } from '../../src/bundle/read-manifest.ts';
import { checks } from '../../src/check/checks.ts';
import type { MemoryEntry } from '../../src/memory/entry.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import type { Dispatch } from '../../src/model/dispatch.ts';
import { allUnits, type Draft, type Target, type Unit } from '../../src/model/draft.ts';
import type { Locale } from '../../src/model/locale.ts';
import { readDispatch, translateDispatch } from '../../src/pipeline.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import type { Provider } from '../../src/provider/provider.ts';
import { createPseudo } from '../../src/provider/pseudo.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { translate } from '../../src/provider/translate.ts';
import type { DispatchRecord } from '../../src/revise/record.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { createTermbase, type Termbase } from '../../src/termbase/termbase.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { instantClock } from '../provider/clocks.ts';

/** All that may differ from one run to the next. */
export type Conditions = {
  readonly provider?: Provider | undefined;
  readonly redo?: boolean;
  readonly memory?: readonly MemoryEntry[];
  readonly termbase?: Termbase;
};

/** A project in memory: what is kept from one run to the next, as texts under the paths they have on disk. */
export type Newsroom = {
  readonly files: Map<string, string>;
  /** Reads a copy and takes it into every locale; gives the drafts and writes records, masters, bundles and the manifest. */
  run(copy: string | Uint8Array, conditions?: Conditions): Promise<readonly Draft[]>;
  /** Puts a person's target in the place of another one, in the master. */
  decide(draft: Draft, id: string, target: Target): void;
};

const segmenter = houseSegmenter('fr');
const recordFile = 'fr/depeche.dispatch.json';

export function newsroom(locales: readonly Locale[] = ['en', 'ar']): Newsroom {
  const files = new Map<string, string>();
  const masterFile = (locale: Locale) => `${locale}/depeche.xlf`;
  return {
    files,
    async run(copy, conditions = {}) {
      const bytes = typeof copy === 'string' ? new TextEncoder().encode(copy) : copy;
      const kept = files.get(recordFile);
      const record: DispatchRecord | undefined = kept === undefined ? undefined : JSON.parse(kept);
      const read = readDispatch(bytes, { id: 'depeche', locale: 'fr', record }, segmenter);
      const drafts = await draftsOf(read.dispatch, locales, conditions, (locale) => {
        const master = files.get(masterFile(locale));
        return master === undefined ? undefined : readMaster(master);
      });
      files.set(recordFile, JSON.stringify(read.record));
      for (const draft of drafts) files.set(masterFile(draft.locale), writeMaster(draft));
      publish(files, read.dispatch, drafts);
      return drafts;
    },
    decide(draft, id, target) {
      const change = (unit: Unit): Unit => (unit.segment.id === id ? { ...unit, target } : unit);
      const decided = {
        ...draft,
        ...(draft.dateline && { dateline: change(draft.dateline) }),
        units: draft.units.map(change),
      };
      files.set(masterFile(draft.locale), writeMaster(decided));
    },
  };
}

async function draftsOf(
  dispatch: Dispatch,
  locales: readonly Locale[],
  { provider, redo = false, memory = [], termbase = house }: Conditions,
  masterOf: (locale: Locale) => ReturnType<typeof readMaster> | undefined,
): Promise<readonly Draft[]> {
  const scheduler = provider && createScheduler(provider, { clock: instantClock(), attempts: 2 });
  const journal = createInMemoryJournal();
  const tools = {
    memory: createInMemoryStore(memory),
    fuzzyThreshold: 75,
    termbase,
    checks,
    ...(scheduler && { ask: (draft: Draft) => translate(draft, { scheduler, journal, redo }) }),
  };
  const drafts = await Promise.all(
    locales.map((locale) => translateDispatch(dispatch, locale, masterOf(locale), tools)),
  );
  await scheduler?.close();
  return drafts;
}

function publish(files: Map<string, string>, dispatch: Dispatch, drafts: readonly Draft[]): void {
  const policy = { minState: 'drafted' } as const;
  const text = files.get('manifest.json');
  const manifest = text === undefined ? emptyManifest : readManifest(text);
  const entry = entryAfter(manifest.dispatches.depeche, dispatch, drafts, policy);
  files.set('manifest.json', writeManifest(withEntries(manifest, new Map([['depeche', entry]]))));
  for (const draft of drafts)
    if (publishable(draft, policy)) files.set(`${draft.locale}/depeche.json`, compileBundle(draft));
  files.set('fr/depeche.json', compileSourceBundle(dispatch));
}

const header = 'concept,type,lang,term,status,match,forms,note\n';

/** Three glossaries that contradict each other, as their files have them. */
export const glossaryTexts: readonly string[] = [
  header,
  `${header}brest,place,fr,Brest,preferred,exact,,
brest,place,en,Brest,preferred,exact,,
roy,person,fr,Anne Roy,preferred,forms,family=Roy,
roy,person,en,Anne King,preferred,forms,family=King,
roy,person,ar,آن روا,preferred,forms,family=روا,
`,
  `${header}brest,place,fr,Brest,preferred,exact,,
brest,place,en,Bresta,preferred,exact,,
brest,place,en,Brest,forbidden,exact,,
roy,person,fr,Anne Roy,preferred,forms,family=Roy,
roy,person,en,Anna Roy,preferred,forms,family=Roy,
roy,person,en,Anne King,deprecated,forms,family=King,
`,
];
export const glossaries: readonly Termbase[] = glossaryTexts.map((csv) => createTermbase(readTermsCsv(csv)));

const house = glossaries[1] ?? createTermbase([]);

const subjects = [
  'Le convoi',
  'Anne Roy',
  'La préfète de Brest',
  'M. Roy',
  'Le chalutier « Ar Mor »',
  'L’été',
];
const events = ['a quitté le port', 'a rejoint Brest', 'n’a rien dit', 'a coûté 30.000 euros'];
const days = ['lundi', 'mardi soir', 'le 3 mai'];

/** A sentence; many differ in a word or a number only, so that they are told from later wordings of each other. */
export const sentence = fc
  .tuple(fc.constantFrom(...subjects), fc.constantFrom(...events), fc.constantFrom(...days))
  .map((parts) => `${parts.join(' ')}.`);

/** Paragraphs of sentences under a dateline, or none; some sentences stand in it twice. */
export const story = fc
  .record({
    dateline: fc.constantFrom('', 'Brest, 3 mai 2021 (AFP) - ', 'Rennes, 4 mai 2021 (AFP) - '),
    paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    signOff: fc.boolean(),
  })
  .map(({ dateline, paragraphs, signOff }) => {
    const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
    return `${dateline}${text}\n${signOff ? '\nabc/de\n' : ''}`;
  });

/** A provider that answers well, one that answers all too much, one that fails, one that only looks as if it answered, or none. */
export const provider: fc.Arbitrary<Provider | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant(undefined).map(() => createScripted()),
  fc
    .constantFrom('Brest and Anne King', 'Anne Roy', 'Roy, Brest, 30,000')
    .map((words) =>
      createScripted({ name: 'other', answers: (text) => `${words}: ${text.length}`, settings: words }),
    ),
  fc
    .constantFrom('bad-answer' as const, 'unavailable' as const, 'quota' as const)
    .map((kind) => createScripted({ failures: () => kind })),
  fc
    .constant(undefined)
    .map(() => createScripted({ answers: (text) => (text.length % 2 ? undefined : text) })),
  fc.constant(undefined).map(() => createPseudo()),
);

const memoryEntry: fc.Arbitrary<MemoryEntry> = fc.record({
  source: fc.constant('fr'),
  target: fc.constantFrom('en', 'ar'),
  sourceText: sentence,
  targetText: fc.constantFrom('Recalled one.', 'Recalled two.'),
  provenance: fc.constant({ origin: { kind: 'human', by: 'Bea' }, steps: [] } as const),
  from: fc.constantFrom('a.tmx', 'b.tmx'),
});

export const conditions: fc.Arbitrary<Conditions> = fc.record({
  provider,
  redo: fc.boolean(),
  memory: fc.array(memoryEntry, { maxLength: 8 }),
  termbase: fc.constantFrom(...glossaries),
});

/** The targets of a draft by the id of their segment, those that were removed behind the others. */
export function targetsOf(draft: Draft): readonly { id: string; source: string; target: Target }[] {
  const live = allUnits(draft).map(({ segment: { id, text: source }, target }) => ({ id, source, target }));
  return [...live, ...draft.removed];
}
