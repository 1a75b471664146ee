import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/check/checks.ts';
import { languageOf } from '../../src/model/locale.ts';
import type { Span } from '../../src/model/span.ts';
import { type Fixture, type Fixtures, termbase, unitOf } from './fixture.ts';

const folder = new URL('fixtures/', import.meta.url);
const tables = new Map<string, Fixtures>(
  await Promise.all(
    readdirSync(folder).map(async (file): Promise<[string, Fixtures]> => {
      const { fixtures }: { fixtures: Fixtures } = await import(new URL(file, folder).href);
      return [file.replace(/\.ts$/u, ''), fixtures];
    }),
  ),
);
const documentation = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');

function expectInside(span: Span | undefined, text: string): void {
  if (!span) return;
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeGreaterThan(span.start);
  expect(span.end).toBeLessThanOrEqual(text.length);
}

it('every check has a table of fixtures and a heading in docs/checks.md, and there are no others', () => {
  const ids = checks.map((check) => check.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...tables.keys()].sort()).toEqual([...ids].sort());
  expect([...documentation.matchAll(/^### `([a-z-]+)`/gmu)].map(([, id]) => id)).toEqual(ids);
});

describe.each(checks)('$id', (check) => {
  const table = tables.get(check.id) ?? { raises: [], silent: [] };
  const issuesOf = (fixture: Fixture) =>
    check.run(unitOf(fixture), { source: fixture[3] ?? 'fr', target: fixture[0], termbase });

  it('has five fixtures that raise it and five that do not, in three languages or more', () => {
    expect(table.raises.length).toBeGreaterThanOrEqual(5);
    expect(table.silent.length).toBeGreaterThanOrEqual(5);
    expect(new Set(table.raises.map(([to]) => languageOf(to))).size).toBeGreaterThanOrEqual(3);
    expect(new Set(table.silent.map(([to]) => languageOf(to))).size).toBeGreaterThanOrEqual(3);
  });

  it.each(table.raises.map((fixture) => ({ fixture })))('raises it: $fixture', ({ fixture }) => {
    const issues = issuesOf(fixture);
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
    expect(issuesOf(fixture)).toEqual([]);
  });
});
