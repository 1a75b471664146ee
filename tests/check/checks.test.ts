import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/check/checks.ts';
import { languageOf } from '../../src/model/locale.ts';
import type { Span } from '../../src/model/span.ts';
import { type Fixture, type Fixtures, issuesOf } from './fixture.ts';

const folder = new URL('fixtures/', import.meta.url);
const tables = new Map<string, Fixtures>(
  await Promise.all(
    readdirSync(folder).map(async (file): Promise<[string, Fixtures]> => {
      const { fixtures }: { fixtures: Fixtures } = await import(new URL(file, folder).href);
      return [file.replace(/\.ts$/u, ''), fixtures];
    }),
  ),
);

function expectInside(span: Span | undefined, text: string): void {
  if (!span) return;
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeGreaterThan(span.start);
  expect(span.end).toBeLessThanOrEqual(text.length);
}

it('every check has a table of fixtures, and there are no others', () => {
  const ids = checks.map((check) => check.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...tables.keys()].sort()).toEqual([...ids].sort());
});

describe.each(checks)('$id', (check) => {
  const table: Fixtures = tables.get(check.id) ?? { raises: [], silent: [] };

  it('raises its own example', () => {
    const { locale, source, target, from, dateline, beside, rendered } = check.example;
    const fixture: Fixture = [
      locale,
      source,
      target,
      from ?? 'fr',
      { ...(dateline && { dateline }), ...(beside && { units: beside }), ...(rendered && { rendered }) },
    ];
    expect(issuesOf(check, fixture)).not.toEqual([]);
  });

  it('has five fixtures that raise it and five that do not, in three languages or more', () => {
    expect(table.raises.length).toBeGreaterThanOrEqual(5);
    expect(table.silent.length).toBeGreaterThanOrEqual(5);
    const raising = new Set(table.raises.map(([to]) => languageOf(to)));
    if (table.languages) expect([...raising]).toEqual(table.languages);
    else expect(raising.size).toBeGreaterThanOrEqual(3);
    expect(new Set(table.silent.map(([to]) => languageOf(to))).size).toBeGreaterThanOrEqual(3);
  });

  it.each(table.raises.map((fixture) => ({ fixture })))('raises it: $fixture', ({ fixture }) => {
    const issues = issuesOf(check, fixture);
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue.check).toBe(check.id);
      expect(issue.message).not.toBe('');
      const [, source, target] = fixture;
      expectInside(issue.source, source);
      expectInside(issue.target, typeof target === 'string' ? target : '');
    }
  });

  it.each(table.silent.map((fixture) => ({ fixture })))('is silent: $fixture', ({ fixture }) => {
    expect(issuesOf(check, fixture)).toEqual([]);
  });
});
