import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Check, CheckContext } from '../../src/check/check.ts';
import { checks } from '../../src/check/checks.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import type { Dispatch } from '../../src/model/dispatch.ts';
import { type Draft, textOf, type Unit } from '../../src/model/draft.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { tokenize } from '../../src/text/tokens.ts';

const locales = resolve(import.meta.dirname, '../../locales');
const languages = ['en', 'de', 'es', 'pt', 'ar'];
const wanted = 10_000;

/** The CPU of all checks over 10,000 units: the sentences of the demo, each with a number of its own so that no two are alike. */
export function benchChecks(): void {
  const termbase = createTermbase(readTermsCsv(readFileSync(join(locales, 'glossary.csv'), 'utf8')));
  const drafts = languages.map((language) => enforceTerms(draftOf(language), termbase));
  const tenth = drafts.map((draft) => ({
    ...draft,
    units: draft.units.slice(0, wanted / languages.length / 10),
  }));
  const all = (some: readonly Draft[]) => () => {
    for (const draft of some) runChecks(draft, { termbase });
  };
  const [small, first] = [cpuOf(all(tenth)), cpuOf(all(drafts))];
  const large = Math.min(first, cpuOf(all(drafts)));
  const tokens = cpuOf(() => {
    for (const { units } of drafts)
      for (const unit of units) tokenize(unit.segment.text + textOf(unit.target));
  });
  console.log(`${checks.length} checks, CPU`);
  console.log(`  ${wanted / 10} units, cold   ${small.toFixed(2)} s`);
  console.log(
    `  ${wanted} units        ${large.toFixed(2)} s   (at most 2 s), ${(large / tokens).toFixed(0)} × cutting both sides into tokens`,
  );
  const alone = checks
    .map((check) => ({
      check,
      seconds: cpuOf(() => {
        for (const draft of drafts) run(check, draft, { source: 'fr', target: draft.locale, termbase });
      }),
    }))
    .sort((left, right) => right.seconds - left.seconds);
  console.log('\nthe dearest, alone');
  for (const { check, seconds } of alone.slice(0, 8))
    console.log(`  ${check.id.padEnd(22)} ${((1e6 * seconds) / wanted).toFixed(1)} µs for a unit`);
}

function run(check: Check, draft: Draft, context: CheckContext): void {
  if (check.over === 'draft') check.run(draft.units, context);
  else for (const unit of draft.units) check.run(unit, context);
}

/** Seconds of CPU, user and system. */
function cpuOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function draftOf(language: string): Draft {
  const pairs = readdirSync(join(locales, language))
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const [source, target] = [bundleOf('fr', file), bundleOf(language, file)];
      return Object.entries(target).flatMap(([id, text]): [string, string][] =>
        id === 'dateline' ? [] : [[source[id] ?? '', text]],
      );
    });
  const units = Array.from({ length: wanted / languages.length }, (_, index): Unit => {
    const [source = '', target = ''] = pairs[index % pairs.length] ?? [];
    const number = Math.floor(index / pairs.length) + 10;
    return {
      segment: { id: `s${index}`, spans: [], text: `${number} ${source}` },
      target: {
        state: 'drafted',
        text: `${number} ${target}`,
        provenance: { origin: { kind: 'machine', provider: 'scripted' }, steps: [] },
      },
      matches: [],
      terms: [],
      issues: [],
    };
  });
  const dispatch: Dispatch = {
    id: 'banc',
    locale: 'fr',
    raw: '',
    encoding: 'utf-8',
    bom: false,
    header: { status: 'usable' },
    paragraphs: [],
    version: 1,
  };
  return { dispatch, locale: language, units, removed: [] };
}

function bundleOf(language: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(join(locales, language, file), 'utf8'));
}

if (import.meta.main) benchChecks();
