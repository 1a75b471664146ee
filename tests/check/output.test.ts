import { describe, expect, it } from 'vitest';
import { checks } from '../../src/check/checks.ts';
import type { CheckedDraft, PlacedFinding } from '../../src/check/output/checked-draft.ts';
import { writeJunit } from '../../src/check/output/junit.ts';
import { rulesOf } from '../../src/check/output/rules.ts';
import { writeSarif } from '../../src/check/output/sarif.ts';
import { attributeOf, childrenOf, textIn } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { sarifFaults } from './sarif-shape.ts';

const place = { id: 'flash', locale: 'en', file: 'locales/en/flash.xlf' } as const;

const findings: readonly PlacedFinding[] = [
  {
    ...place,
    segment: 's1',
    line: 7,
    column: 7,
    check: 'term-missing',
    severity: 'error',
    message: '“Brévine” is missing',
  },
  {
    ...place,
    segment: 's1',
    line: 7,
    column: 7,
    check: 'number-extra',
    severity: 'warning',
    message: 'a <b> & "c" \u0001',
  },
  {
    ...place,
    segment: 's2',
    line: 9,
    column: 7,
    check: 'term-mixed',
    severity: 'info',
    message: 'said otherwise',
  },
  {
    ...place,
    segment: 's3',
    file: 'source-texts/un été.txt',
    check: 'quote-style',
    severity: 'warning',
    message: 'write “…”',
    accepted: { by: 'Ada', at: '2026-03-02T09:15:00Z' },
  },
  { ...place, segment: 's4', check: 'dateline-place', severity: 'warning', message: 'as in the source' },
];

const drafts: readonly CheckedDraft[] = [
  { ...place, segments: ['s1', 's2', 's3', 's4', 's5'], findings },
  { ...place, locale: 'ar', file: 'locales/ar/flash.xlf', segments: ['s1'], findings: [] },
];

const rules = rulesOf(checks);
const sarif = (given: readonly CheckedDraft[], problems: readonly string[] = []) =>
  JSON.parse(writeSarif(given, { version: '1.2.3', rules, problems }));

describe('SARIF', () => {
  it('has the shape that the standard wants', () => {
    expect(sarifFaults(sarif(drafts, ['flash: cannot be read']))).toEqual([]);
    expect(sarifFaults(sarif([]))).toEqual([]);
  });

  it('lists every check with what it finds, and each result names its rule', () => {
    const [run] = sarif(drafts).runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('has levels, places and acceptances', () => {
    const { results } = sarif(drafts).runs[0];
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      'error',
      'warning',
      'note',
      'warning',
      'warning',
    ]);
    expect(results[0].locations[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: 'locales/en/flash.xlf', uriBaseId: 'SRCROOT' },
        region: { startLine: 7, startColumn: 7 },
      },
      logicalLocations: [{ name: 's1', fullyQualifiedName: 'flash/en/s1' }],
    });
    expect(results[3].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'source-texts/un%20%C3%A9t%C3%A9.txt', uriBaseId: 'SRCROOT' },
    });
    expect(results.map(({ suppressions }: { suppressions: object[] }) => suppressions.length)).toEqual([
      0, 0, 0, 1, 0,
    ]);
    expect(results[3].suppressions[0]).toMatchObject({ status: 'accepted', justification: /Ada/u });
  });

  it('knows a finding again where its lines have moved, and tells two that say the same apart', () => {
    const prints = (given: readonly PlacedFinding[]): string[] =>
      sarif([{ ...place, segments: [], findings: given }]).runs[0].results.map(
        (result: { partialFingerprints: Record<string, string> }) =>
          result.partialFingerprints['depecheFinding/v1'],
      );
    const moved = findings.map((finding) => ({ ...finding, line: 99 }));
    expect(prints(moved)).toEqual(prints(findings));
    const twice = findings.flatMap((finding) => [finding, finding]);
    expect(new Set(prints(twice)).size).toBe(twice.length);
  });

  it('says that a run was not whole', () => {
    const [run] = sarif([], ['flash: cannot be read']).runs;
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'flash: cannot be read' } }],
      },
    ]);
  });

  it.each([
    ['a level that is none', (log: Log) => Object.assign(log.runs[0].results[0], { level: 'info' })],
    ['a result without a message', (log: Log) => Object.assign(log.runs[0].results[0], { message: {} })],
    ['another version', (log: Log) => Object.assign(log, { version: '2.0.0' })],
    ['a rule without a name', (log: Log) => Object.assign(log.runs[0].tool.driver.rules[0], { id: 3 })],
    ['a place before the file', (log: Log) => Object.assign(regionOf(log), { startLine: 0 })],
    ['something it does not know', (log: Log) => Object.assign(log.runs[0].results[0], { where: 'here' })],
    ['an index of no rule', (log: Log) => Object.assign(log.runs[0].results[0], { ruleIndex: 999 })],
  ])('the test of its shape finds %s', (_, damage) => {
    const log = sarif(drafts);
    damage(log);
    expect(sarifFaults(log)).not.toEqual([]);
  });
});

type Log = ReturnType<typeof sarif>;
const regionOf = (log: Log): object => log.runs[0].results[0].locations[0].physicalLocation.region;

describe('JUnit XML', () => {
  const read = (strict: boolean, problems: readonly string[] = []) =>
    readXml(writeJunit(drafts, { strict, problems }));

  it.each([false, true])('counts what it holds (strict: %s)', (strict) => {
    const root = read(strict, ['flash: cannot be read']);
    expect(root.name).toBe('testsuites');
    const suites = childrenOf(root, 'testsuite');
    expect(suites.map((suite) => attributeOf(suite, 'name'))).toEqual([
      'flash en',
      'flash ar',
      'dispatches that cannot be checked',
    ]);
    for (const suite of suites) {
      const cases = childrenOf(suite, 'testcase');
      expect(Number(attributeOf(suite, 'tests'))).toBe(cases.length);
      for (const [name, attribute] of [
        ['failure', 'failures'],
        ['error', 'errors'],
      ] as const) {
        const count = cases.flatMap((one) => childrenOf(one, name)).length;
        expect(Number(attributeOf(suite, attribute)), name).toBe(count);
      }
    }
    const sum = (name: string) => suites.reduce((all, suite) => all + Number(attributeOf(suite, name)), 0);
    for (const name of ['tests', 'failures', 'errors'])
      expect(Number(attributeOf(root, name))).toBe(sum(name));
  });

  it.each([
    [false, ['s1']],
    [true, ['s1', 's4']],
  ])('fails what fails the run (strict: %s), and never what was accepted', (strict, failing) => {
    const [suite] = childrenOf(read(strict), 'testsuite');
    const cases = suite ? childrenOf(suite, 'testcase') : [];
    const failed = cases.filter((one) => childrenOf(one, 'failure').length > 0);
    expect(failed.map((one) => attributeOf(one, 'name'))).toEqual(failing);
    expect(new Set(cases.map((one) => attributeOf(one, 'classname')))).toEqual(new Set(['flash.en']));
  });

  it('says all there is to say of a segment, in characters that XML can hold', () => {
    const [suite] = childrenOf(read(true), 'testsuite');
    const [first, , third] = suite ? childrenOf(suite, 'testcase') : [];
    expect(first && textIn(first).trim()).toBe(
      'locales/en/flash.xlf:7:7: error term-missing: “Brévine” is missing\n' +
        'locales/en/flash.xlf:7:7: warning number-extra: a <b> & "c" \\u0001',
    );
    expect(third && textIn(third)).toContain('(accepted by Ada)');
  });
});
