import { expect } from 'vitest';
import { isFilled, type Master, type Profile, type Target, type TargetState } from '../../src/model/draft.ts';
import { markOf } from '../../src/model/provenance.ts';
import { openProject } from '../../src/project/project.ts';
import { storiesOf } from '../../src/project/story.ts';
import { translateProject } from '../../src/project/translate-project.ts';
import { openWorkshop } from '../../src/project/workshop.ts';
import { systemClock } from '../../src/provider/clock.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { translate } from '../../src/provider/translate.ts';
import type { Level, Outcome, SegmentReport } from '../../src/review/outcome.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { type TemporaryProject, temporaryProject } from '../cli/temporary-project.ts';

export const deskId = 'lac-morel';

const firstVersion = `date 2026-03

Morel, 2 mars 2026 (DEP) - La maire Odile Ferrand a rouvert lundi la digue du lac. Le chantier a duré onze mois.

Le passage sera gratuit. « Je l’avais promis », a dit Odile Ferrand. Les cyclistes attendront.

Un second pont est prévu. Il coûtera 3 millions d’euros. L’opposition doute du prix. Odile Ferrand recevra les riverains samedi.

La fête aura lieu en juin. Les cyclistes attendront. Personne n’a été blessé. La route du col reste fermée.
`;

/** In the second version the price has changed, and with it the source of what a person wrote. */
const secondVersion = firstVersion.replace('3 millions', '4 millions');

/** The sentences by what they are called in tests, as their segments begin. */
const openings = [
  ['dateline', 'Morel, 2 mars'],
  ['opened', 'La maire Odile'],
  ['months', 'Le chantier'],
  ['free', 'Le passage'],
  ['promised', '« Je l’avais'],
  ['cyclists', 'Les cyclistes'],
  ['bridge', 'Un second'],
  ['cost', 'Il coûtera'],
  ['opposition', 'L’opposition'],
  ['saturday', 'Odile Ferrand recevra'],
  ['june', 'La fête'],
  ['cyclistsAgain', 'Les cyclistes'],
  ['unhurt', 'Personne'],
  ['road', 'La route'],
] as const;

export type Sentence = (typeof openings)[number][0];

/** All of them, in the order of the story. */
export const sentences: readonly Sentence[] = openings.map(([sentence]) => sentence);

const answers = new Map([
  [
    'La maire Odile Ferrand a rouvert lundi la digue du lac.',
    'Mayor Odile Ferrand reopened the lake dyke on Monday.',
  ],
  ['Le passage sera gratuit.', 'Crossing will be free.'],
  ['« Je l’avais promis », a dit Odile Ferrand.', '“I had promised it,” Odile Ferrand said.'],
  ['Les cyclistes attendront.', 'Cyclists will wait.'],
  ['Un second pont est prévu.', 'A second bridge is planned.'],
  ['Il coûtera 3 millions d’euros.', 'It will cost 3 million euros.'],
  ['L’opposition doute du prix.', 'The opposition doubts the price.'],
  ['Odile Ferrand recevra les riverains samedi.', 'Odile Ferrand will meet residents on Saturday.'],
  ['La route du col reste fermée.', 'The pass road stays closed.'],
]);

const memory = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="desk" creationtoolversion="1" segtype="sentence" o-tmf="desk" adminlang="en" srclang="fr" datatype="plaintext"/>
<body><tu><tuv xml:lang="fr"><seg>Le chantier a duré onze mois.</seg></tuv><tuv xml:lang="en"><seg>The work took eleven months.</seg></tuv></tu></body></tmx>
`;

/** A memory that a translator puts into `tm/auto/` of OmegaT: it has `bridge` in other words. */
export const memoryOfTheDesk = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="desk" creationtoolversion="1" segtype="sentence" o-tmf="desk" adminlang="en" srclang="fr" datatype="plaintext"/>
<body><tu><tuv xml:lang="fr"><seg>Un second pont est prévu.</seg></tuv>
<tuv xml:lang="en" changeid="Old Hand" changedate="20200101T000000Z"><seg>Another bridge is foreseen.</seg></tuv></tu></body></tmx>
`;

/** What a master says of a segment. */
export type Standing = {
  readonly state: TargetState;
  readonly text?: string;
  readonly by?: string;
  readonly at?: string;
  /** Whether somebody asks for more work on it. */
  readonly marked: boolean;
};

/** A project with one dispatch in English, with segments in every state that a tool can be shown. */
export type Desk = TemporaryProject & {
  /** The ids of the segments by what they are called here. */
  readonly ids: ReadonlyMap<Sentence, string>;
  /** Sends the dispatch out; the path is one inside the project. */
  export(profile: Profile, out: string): Promise<void>;
  /** `depeche import` with these arguments: what came of each segment, and the exit code. */
  import(...args: string[]): Promise<{ exitCode: number; came: ReadonlyMap<Sentence, Came> }>;
  /** How each segment stands now. */
  standing(): Promise<ReadonlyMap<Sentence, Standing>>;
};

export type Came = { readonly outcome: Outcome; readonly why: string };

/**
 * Opens the desk: `months` is recalled, `june` and `unhurt` are pending, `cost` is stale; of the others those named in `signed` are a
 * person's, and the rest is a machine's draft. Some tests hold files that went out of it: the texts must stay as they are.
 */
export async function openDesk(): Promise<Desk> {
  const files = await temporaryProject();
  const master = async () => readMaster(await files.read(`locales/en/${deskId}.xlf`));
  await files.write('depeche.config.json', '{ "targets": ["en"] }\n');
  await files.write('locales/memory/desk.tmx', memory);
  await files.write(`source-texts/${deskId}.txt`, firstVersion);
  await translateWithMachine(files.root);
  const ids = idsOf(await master());
  for (const [sentence, level] of signed) {
    const { exitCode } = await files.run(
      'accept',
      deskId,
      ids.get(sentence) ?? '',
      '--to',
      'en',
      '--by',
      'Ada Meyer',
      '--as',
      level,
    );
    expect(exitCode).toBe(0);
  }
  await files.write(`source-texts/${deskId}.txt`, secondVersion);
  await files.run('translate');
  const names = new Map(Array.from(ids, ([sentence, id]) => [id, sentence]));
  return {
    ...files,
    ids,
    async export(profile, out) {
      const { exitCode, err } = await files.run(
        'export',
        deskId,
        '--to',
        'en',
        '--profile',
        profile,
        '--out',
        out,
      );
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    },
    async import(...args) {
      const { exitCode, out } = await files.run('import', '--json', ...args);
      const report: { imported: { segments: SegmentReport[] }[] } = JSON.parse(out);
      const came = new Map<Sentence, Came>();
      for (const { segment, outcome, why } of report.imported.flatMap(({ segments }) => segments)) {
        const sentence = names.get(segment);
        if (sentence) came.set(sentence, { outcome, why });
      }
      return { exitCode, came };
    },
    async standing() {
      const { units } = await master();
      return new Map(
        units.flatMap(({ id, target }) => {
          const sentence = names.get(id);
          return sentence ? [[sentence, standingOf(target)] as const] : [];
        }),
      );
    },
  };
}

/** What people have worked on before it goes out, and how far. `cost` is stale when it does. */
const signed = new Map<Sentence, Level>([
  ['free', 'reviewed'],
  ['cyclists', 'translated'],
  ['cost', 'translated'],
  ['opposition', 'final'],
  ['saturday', 'final'],
]);

async function translateWithMachine(root: string): Promise<void> {
  const project = await openProject(root);
  const scheduler = createScheduler(createScripted({ answers }), { clock: systemClock });
  const journal = createInMemoryJournal();
  using workshop = await openWorkshop(project, (draft) => translate(draft, { scheduler, journal }));
  const stories = await storiesOf(project, [], 'locales');
  await translateProject(project, workshop, { stories, locales: ['en'], folder: 'locales' });
  await scheduler.close();
}

function idsOf({ units }: Master): ReadonlyMap<Sentence, string> {
  const free = [...units];
  const ids = new Map<Sentence, string>();
  for (const [sentence, opening] of openings) {
    const at = free.findIndex(({ source }) => source.startsWith(opening));
    const [unit] = free.splice(at, 1);
    ids.set(sentence, unit?.id ?? '');
  }
  return ids;
}

function standingOf(target: Target): Standing {
  if (!isFilled(target)) return { state: target.state, marked: false };
  const { state, text, provenance } = target;
  const author = 'by' in target ? { by: target.by, ...(target.at !== undefined && { at: target.at }) } : {};
  return { state, text, ...author, marked: markOf(provenance) !== undefined };
}
