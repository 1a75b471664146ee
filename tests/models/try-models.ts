import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { segmentsOf } from '../../src/model/dispatch.ts';
import type { Draft, Unit } from '../../src/model/draft.ts';
import type { Locale } from '../../src/model/locale.ts';
import { openDrafts } from '../../src/project/drafts.ts';
import { installedModels } from '../../src/project/models/models-folder.ts';
import { openProject } from '../../src/project/project.ts';
import { storiesOf } from '../../src/project/story.ts';
import { openWorkshop } from '../../src/project/workshop.ts';
import { createFxtranslate } from '../../src/provider/fxtranslate.ts';
import { otherLanguageOf } from '../../src/provider/language-of-text.ts';
import type { OfflineModel } from '../../src/provider/offline-model.ts';
import { scoreTerms, type TermScore } from '../../src/termbase/score.ts';
import { wordsOf } from '../../src/text/words.ts';
import { delayText, loopDelay } from '../bench/loop-delay.ts';

const checkout = resolve(import.meta.dirname, '../..');

/** Checks whose findings no translation of the demo may have: its length, its script, its numbers, its names. */
const decisive = new Set([
  'length-ratio',
  'foreign-script',
  'same-as-source',
  'number-missing',
  'number-extra',
  'number-swapped',
  'placeable-changed',
  'term-missing',
  'term-forbidden',
]);

/**
 * Translates the demo with the models of a folder, as a user does, into English and whatever else they lead to.
 *
 * @param folder as `depeche models add` fills it
 * @param say told of what was done, line by line
 * @returns what is wrong with the translations; none where all is well
 */
export async function tryModels(folder: string, say: (line: string) => void): Promise<readonly string[]> {
  const models = await installedModels(folder);
  const provider = createFxtranslate({ models });
  const names = ['en', ...models.map(({ target }) => target).filter((target) => target !== 'fr')];
  const targets = [...new Set(names)].filter((target) => provider.supports?.('fr', target));
  if (!targets.includes('en')) return [`there is no model from French to English in ${folder}`];
  const root = mkdtempSync(join(tmpdir(), 'depeche-models-'));
  try {
    const complaints: string[] = [];
    writeProject(root, { targets, folder });
    for (const target of targets) {
      const started = performance.now();
      const { drafts, terms } = await translateDemo(root, target);
      const seconds = (performance.now() - started) / 1000;
      say(`fr → ${target}: ${provider.modelFor?.('fr', target)}`);
      say(`  ${countsOf(drafts, terms, seconds)}`);
      complaints.push(...drafts.flatMap(complaintsOf));
    }
    await tellDelay(models, root, say);
    return complaints;
  } finally {
    await provider.close?.();
    rmSync(root, { recursive: true });
  }
}

/** The dispatches and the glossary of the demo, and nothing of its memory. */
function writeProject(
  root: string,
  { targets, folder }: { readonly targets: readonly Locale[]; readonly folder: string },
): void {
  mkdirSync(join(root, 'locales'));
  for (const path of ['source-texts', 'locales/glossary.csv']) {
    cpSync(join(checkout, path), join(root, path), { recursive: true });
  }
  const config = {
    targets,
    provider: 'fxtranslate',
    providers: { fxtranslate: { models: resolve(folder) } },
  };
  writeFileSync(join(root, 'depeche.config.json'), JSON.stringify(config));
}

type Demo = { readonly drafts: readonly Draft[]; readonly terms: readonly TermScore[] };

async function translateDemo(root: string, target: Locale): Promise<Demo> {
  let said = '';
  const code = await runCommandLine(['translate', '--to', target], {
    cwd: root,
    environment: {},
    live: false,
    columns: 80,
    out: () => {},
    err: (text) => {
      said += text;
    },
    input: async () => new Uint8Array(),
  });
  if (code > 1) throw new Error(`depeche translate --to ${target} ended with ${code}: ${said}`);
  const project = await openProject(root);
  using workshop = await openWorkshop(project);
  const reading = { segmenter: workshop.segmenter, ...workshop.tools };
  const stories = await storiesOf(project, [], 'locales');
  const opened = await Promise.all(stories.map((story) => openDrafts(project, story, [target], reading)));
  const drafts = opened.flat();
  return { drafts, terms: drafts.map((draft) => scoreTerms(draft, reading.termbase)) };
}

function countsOf(drafts: readonly Draft[], terms: readonly TermScore[], seconds: number): string {
  const units = drafts.flatMap((draft) => draft.units);
  const words = units.reduce((sum, { segment }) => sum + wordsOf(segment.text).length, 0);
  const answered = units.filter((unit) => textOf(unit) !== undefined).length;
  const sum = (count: 'mentions' | 'rendered') => terms.reduce((total, score) => total + score[count], 0);
  return [
    `${answered} of ${units.length} sentences`,
    `${sum('rendered')} of ${sum('mentions')} names and terms right`,
    `${words} words in ${seconds.toFixed(1)} s, ${(words / seconds).toFixed(0)} a second`,
  ].join('; ');
}

function complaintsOf({ dispatch, locale, units }: Draft): readonly string[] {
  return units.flatMap((unit) => {
    const place = `${dispatch.id} ${unit.segment.id} ${locale}`;
    const text = textOf(unit);
    if (text === undefined) {
      const { target } = unit;
      return [`${place}: no answer${target.state === 'failed' ? ` (${target.message})` : ''}`];
    }
    const other = otherLanguageOf(text, locale);
    const findings = unit.issues.filter(({ check }) => decisive.has(check));
    return [
      ...(other === undefined ? [] : [`${place}: it reads like ${other}: ${text}`]),
      ...findings.map(({ check, message }) => `${place}: ${check}: ${message}`),
    ];
  });
}

function textOf({ target }: Unit): string | undefined {
  return target.state === 'drafted' ? target.text : undefined;
}

/** How free the thread stays that asks: one dispatch into English, sentence by sentence, and nothing else at work here. */
async function tellDelay(
  models: readonly OfflineModel[],
  root: string,
  say: (line: string) => void,
): Promise<void> {
  const project = await openProject(root);
  using workshop = await openWorkshop(project);
  const reading = { segmenter: workshop.segmenter, ...workshop.tools };
  const [story] = await storiesOf(project, [], 'locales');
  const [draft] = story ? await openDrafts(project, story, ['en'], reading) : [];
  const provider = createFxtranslate({ models });
  const asked = { source: 'fr', target: 'en' };
  const never = new AbortController().signal;
  const delay = await loopDelay(async () => {
    for (const { id, text } of draft ? segmentsOf(draft.dispatch) : []) {
      // What is too long for a model is told above.
      await Promise.allSettled([provider.translate({ ...asked, segments: [{ id, text }] }, never)]);
    }
  });
  await provider.close?.();
  say(`the event loop beside a model at work turns every ${delayText(delay)}`);
}

if (import.meta.main) {
  const folder = process.env.DEPECHE_MODELS;
  if (folder === undefined || !existsSync(folder)) {
    console.error(
      'This runs real models: DEPECHE_MODELS must name a folder of them, as depeche models add fills it (.depeche/models). Nothing was tried.',
    );
    process.exitCode = 2;
  } else {
    const complaints = await tryModels(folder, (line) => console.log(line));
    for (const complaint of complaints) console.error(complaint);
    console.log(
      complaints.length === 0 ? 'All is well.' : `${complaints.length} things are not as they should be.`,
    );
    if (complaints.length > 0) process.exitCode = 1;
  }
}
