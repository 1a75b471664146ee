import { isOpen } from '../../model/issue.ts';
import { legible } from '../../xliff/plain-text.ts';
import { block, document, element, type Markup } from '../../xml/write.ts';
import type { CheckedDraft, PlacedFinding } from './checked-draft.ts';

/**
 * The findings as JUnit XML, in the shape that CI servers read: a suite for each draft, a test case for each segment. What fails a check
 * fails the case; other findings, and those that people have accepted, are its output.
 *
 * @param options.strict whether warnings fail too
 * @param options.problems what could not be checked, in words: errors of a suite of their own
 */
export function writeJunit(
  drafts: readonly CheckedDraft[],
  { strict, problems }: { readonly strict: boolean; readonly problems: readonly string[] },
): string {
  const isFailure = (finding: PlacedFinding): boolean =>
    isOpen(finding) && (finding.severity === 'error' || (strict && finding.severity === 'warning'));
  const suites = drafts.map((draft) => suiteOf(draft, isFailure));
  const tests = suites.reduce((sum, suite) => sum + suite.tests, problems.length);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  const unread = problems.length === 0 ? undefined : problemSuite(problems);
  return document(
    block('testsuites', { name: 'depeche check', tests, failures, errors: problems.length }, [
      ...suites.map(({ markup }) => markup),
      unread,
    ]),
  );
}

type Suite = { readonly markup: Markup; readonly tests: number; readonly failures: number };

function suiteOf(draft: CheckedDraft, isFailure: (finding: PlacedFinding) => boolean): Suite {
  const { id, locale, file, segments } = draft;
  const found = Map.groupBy(draft.findings, ({ segment }) => segment);
  const failed = new Set(draft.findings.filter(isFailure).map(({ segment }) => segment));
  const cases = segments.map((segment) =>
    caseOf(`${id}.${locale}`, segment, found.get(segment) ?? [], isFailure),
  );
  const counts = { tests: segments.length, failures: failed.size };
  const markup = block(
    'testsuite',
    { name: `${id} ${locale}`, ...counts, errors: 0, skipped: 0, file },
    cases,
  );
  return { markup, ...counts };
}

/** One failure for a case: some servers read no more. */
function caseOf(
  classname: string,
  segment: string,
  findings: readonly PlacedFinding[],
  isFailure: (finding: PlacedFinding) => boolean,
): Markup {
  const failures = findings.filter(isFailure);
  const others = findings.filter((finding) => !isFailure(finding));
  const [first] = failures;
  return block('testcase', { name: segment, classname }, [
    first &&
      element(
        'failure',
        { type: first.check, message: legible(first.message) },
        legible(failures.map(lineOf).join('\n')),
      ),
    others.length === 0 ? undefined : element('system-out', {}, legible(others.map(lineOf).join('\n'))),
  ]);
}

function lineOf({ file, line, column, severity, check, message, accepted }: PlacedFinding): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: ${severity} ${check}: ${message}${accepted ? ` (accepted by ${accepted.by})` : ''}`;
}

function problemSuite(problems: readonly string[]): Markup {
  const count = problems.length;
  return block(
    'testsuite',
    { name: 'dispatches that cannot be checked', tests: count, failures: 0, errors: count, skipped: 0 },
    problems.map((problem, index) =>
      block('testcase', { name: `problem ${index + 1}`, classname: 'depeche' }, [
        element('error', { type: 'unreadable', message: legible(problem) }),
      ]),
    ),
  );
}
