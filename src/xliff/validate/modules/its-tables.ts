import { type ElementTable, element, optional, required, some } from '../element-table.ts';
import {
  anInteger,
  anything,
  decimal,
  float,
  language,
  ncName,
  oneOf,
  uri,
  type ValueType,
  yesNo,
} from '../value-types.ts';

const text = optional(anything);
const xmlId = required(ncName);

/** Who did something: the attributes of a provenance record, and of a span that has only one. */
export const agents = [
  'org',
  'orgRef',
  'person',
  'personRef',
  'revOrg',
  'revOrgRef',
  'revPerson',
  'revPersonRef',
  'revTool',
  'revToolRef',
  'tool',
  'toolRef',
] as const;

/** The standoff elements of the ITS module. */
export const itsElements: ElementTable = new Map([
  [
    'locQualityIssues',
    element({ attributes: { 'xml:id': xmlId, version: text }, content: [some('locQualityIssue')] }),
  ],
  [
    'locQualityIssue',
    element({
      attributes: {
        version: text,
        locQualityIssueType: text,
        locQualityIssueComment: text,
        locQualityIssueSeverity: text,
        locQualityIssueProfileRef: text,
        locQualityIssueEnabled: text,
      },
    }),
  ],
  [
    'provenanceRecords',
    element({ attributes: { 'xml:id': xmlId, version: text }, content: [some('provenanceRecord')] }),
  ],
  [
    'provenanceRecord',
    element({
      attributes: { version: text, ...Object.fromEntries(agents.map((name) => [name, text])) },
    }),
  ],
]);

const score = decimal(0, 100);
const confidence = float(0, 1);
const issueTypes =
  'terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register locale-specific-content locale-violation style characters misspelling typographical formatting inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other';

/** The attributes of the ITS namespace that the module takes up. */
export const itsAttributes: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['version', oneOf('2.0')],
  ['allowedCharacters', anything],
  ['annotatorsRef', anything],
  ['localeFilterList', anything],
  ['localeFilterType', oneOf('include', 'exclude')],
  ['locQualityIssueComment', anything],
  ['locQualityIssueEnabled', yesNo],
  ['locQualityIssueProfileRef', uri],
  ['locQualityIssuesRef', uri],
  ['locQualityIssueSeverity', score],
  ['locQualityIssueType', oneOf(...issueTypes.split(' '))],
  ['locQualityRatingProfileRef', uri],
  ['locQualityRatingScore', score],
  ['locQualityRatingScoreThreshold', score],
  ['locQualityRatingVote', anInteger],
  ['locQualityRatingVoteThreshold', anInteger],
  ['mtConfidence', confidence],
  ['provenanceRecordsRef', uri],
  ['taClassRef', uri],
  ['taConfidence', confidence],
  ['taIdent', anything],
  ['taIdentRef', uri],
  ['taSource', anything],
  ['termConfidence', confidence],
  ...agents.map((name) => [name, name.endsWith('Ref') ? uri : anything] as const),
]);

/** The attributes that ITS has under another name, in the namespace of XLIFF. */
export const itsXliffAttributes: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['domains', anything],
  ['lang', language],
]);
