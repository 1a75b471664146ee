import { isOpen, type Severity } from '../../model/issue.ts';
import { type CheckedDraft, fingerprints, type PlacedFinding, type Rule } from './checked-draft.ts';

/** What a log says beside the findings. */
export type SarifOptions = {
  /** The version of depeche. */
  readonly version: string;
  readonly rules: readonly Rule[];
  /** What could not be checked, in words. */
  readonly problems: readonly string[];
};

/**
 * The findings as a log of SARIF 2.1.0 (OASIS Standard), with paths relative to the root of the project. Accepted findings are suppressed
 * results. The same findings give the same text: a log holds no clock and no path of this machine.
 */
export function writeSarif(drafts: readonly CheckedDraft[], options: SarifOptions): string {
  const { version, rules, problems } = options;
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  const findings = drafts.flatMap((draft) => draft.findings);
  const names = fingerprints(findings);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'depeche', version, rules: rules.map(ruleOf) } },
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        originalUriBaseIds: { [root]: { description: { text: 'The root of the project.' } } },
        columnKind: 'unicodeCodePoints',
        results: findings.map((finding, index) => ({
          ruleId: finding.check,
          ...(places.has(finding.check) && { ruleIndex: places.get(finding.check) }),
          level: levels[finding.severity],
          message: { text: finding.message },
          locations: [locationOf(finding)],
          partialFingerprints: { 'depecheFinding/v1': names[index] },
          suppressions: suppressionsOf(finding),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const root = 'SRCROOT';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

function ruleOf({ id, severity, describe }: Rule): object {
  return { id, shortDescription: { text: describe }, defaultConfiguration: { level: levels[severity] } };
}

function locationOf({ id, locale, segment, file, line, column }: PlacedFinding): object {
  const region =
    line === undefined
      ? undefined
      : { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return {
    ...(file !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file), uriBaseId: root },
        ...(region && { region }),
      },
    }),
    logicalLocations: [{ name: segment, fullyQualifiedName: `${id}/${locale}/${segment}` }],
  };
}

/** A path as a relative reference of RFC 3986. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The standard wants it on every result where it stands on one: an empty list says that nothing is suppressed. */
function suppressionsOf(finding: PlacedFinding): readonly object[] {
  if (isOpen(finding) || !finding.accepted) return [];
  const { by, at } = finding.accepted;
  return [
    {
      kind: 'inSource',
      status: 'accepted',
      justification: `accepted by ${by}${at === undefined ? '' : `, ${at}`}`,
    },
  ];
}
