import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/check/checks.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import type { Draft } from '../../src/model/draft.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { unitOf } from './fixture.ts';

const root = join(import.meta.dirname, '../..');
const termbase = createTermbase([]);

/** What the checks find in correct translations, without those of names and with no glossary. */
function findings(locale: string, pairs: readonly (readonly [source: string, target: string])[]): string[] {
  const draft: Draft = {
    dispatch: {
      id: 'or',
      locale: 'fr',
      raw: '',
      encoding: 'utf-8',
      bom: false,
      header: { status: 'usable' },
      paragraphs: [],
      version: 1,
    },
    locale,
    units: pairs.map(([source, target]) => unitOf([locale, source, target])),
    removed: [],
  };
  return runChecks(draft, {
    termbase,
    checks: checks.filter(({ family }) => family !== 'terms'),
  }).units.flatMap(({ segment, issues }) =>
    issues.map(({ check, message }) => `${check}: ${segment.text}: ${message}`),
  );
}

describe('correct translations raise nothing', () => {
  it.each(['en', 'de', 'es', 'pt', 'ar'])('the demo in %s', (locale) => {
    const pairs = readdirSync(join(root, 'locales', locale))
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => {
        const [source, target] = [bundleOf('fr', file), bundleOf(locale, file)];
        return Object.keys(target)
          .filter((id) => id !== 'dateline')
          .map((id): [string, string] => [source[id] ?? '', target[id] ?? '']);
      });
    expect(pairs.length).toBeGreaterThan(70);
    expect(findings(locale, pairs)).toEqual([]);
  });

  it.each([
    ['de', []],
    ['ru', []],
    // a name that French writes in four letters and Arabic in five words
    ['ar', ['length-ratio']],
  ])('the gold of names in %s', (locale, known) => {
    const pairs = readFileSync(join(root, 'tests/gold/names', `${locale}.tsv`), 'utf8')
      .split('\n')
      .flatMap((line): [string, string][] => {
        const [source, target] = line.split('\t');
        return source === undefined || target === undefined ? [] : [[source, target]];
      });
    expect(pairs.length).toBeGreaterThan(150);
    expect(findings(locale, pairs).map((finding) => finding.replace(/:.*/u, ''))).toEqual(known);
  });
});

function bundleOf(locale: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'locales', locale, file), 'utf8'));
}
