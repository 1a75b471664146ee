import { type ElementTable, element, optional, required, some } from '../element-table.ts';
import {
  anInteger,
  anything,
  decimal,
  float,
  language,
  ncName,
  oneOf,
  pattern,
  uri,
  type ValueType,
  yesNo,
} from '../value-types.ts';
import type { ModuleAttribute } from './module-attributes.ts';

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

const score = decimal(0, 100);
const confidence = float(0, 1);
const issueTypes =
  'terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register locale-specific-content locale-violation style characters misspelling typographical formatting inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other';

/** Where an attribute may stand: on annotations alone, or on the structure and on matches too. */
const inline: ReadonlySet<string> = new Set(['mrk', 'sm']);
const anywhere: ReadonlySet<string> = new Set(['file', 'group', 'unit', ...inline]);

const ofSpan = (type: ValueType): ModuleAttribute => ({ type, on: inline, onMatch: false });
const ofAll = (type: ValueType): ModuleAttribute => ({ type, on: anywhere });

const version = oneOf('2.0');
const issueType = oneOf(...issueTypes.split(' '));
/** Language ranges with commas between them (https://www.w3.org/TR/its20/#LocaleFilter); none at all is a list too. */
const locales = pattern(
  'language ranges with commas between them, such as fr, *-CH',
  /^\s*(?:(?:[a-z]{1,8}|\*)(?:-(?:[a-z\d]{1,8}|\*))*\s*(?:,\s*(?:[a-z]{1,8}|\*)(?:-(?:[a-z\d]{1,8}|\*))*\s*)*)?$/iu,
);

/** The attributes of the ITS namespace that the module takes up. */
export const itsAttributes: ReadonlyMap<string, ModuleAttribute> = new Map<string, ModuleAttribute>([
  ['version', { type: version, on: new Set(['xliff', ...anywhere]) }],
  ['allowedCharacters', ofSpan(anything)],
  ['annotatorsRef', ofAll(anything)],
  ['localeFilterList', ofSpan(locales)],
  ['localeFilterType', ofSpan(oneOf('include', 'exclude'))],
  ['locQualityIssueComment', ofSpan(anything)],
  ['locQualityIssueEnabled', ofSpan(yesNo)],
  ['locQualityIssueProfileRef', ofSpan(uri)],
  ['locQualityIssuesRef', ofSpan(uri)],
  ['locQualityIssueSeverity', ofSpan(score)],
  ['locQualityIssueType', ofSpan(issueType)],
  ['locQualityRatingProfileRef', ofAll(uri)],
  ['locQualityRatingScore', ofAll(score)],
  ['locQualityRatingScoreThreshold', ofAll(score)],
  ['locQualityRatingVote', ofAll(anInteger)],
  ['locQualityRatingVoteThreshold', ofAll(anInteger)],
  ['mtConfidence', ofSpan(confidence)],
  ['provenanceRecordsRef', ofAll(uri)],
  ['taClassRef', ofSpan(uri)],
  ['taConfidence', ofSpan(confidence)],
  ['taIdent', ofSpan(anything)],
  ['taIdentRef', ofSpan(uri)],
  ['taSource', ofSpan(anything)],
  ['termConfidence', ofSpan(confidence)],
  ...agents.map((name) => [name, ofAll(name.endsWith('Ref') ? uri : anything)] as const),
]);

/** The attributes that ITS has under another name, in the namespace of XLIFF. */
export const itsXliffAttributes: ReadonlyMap<string, ModuleAttribute> = new Map<string, ModuleAttribute>([
  ['domains', ofAll(anything)],
  ['lang', ofSpan(language)],
]);

const xmlId = required(ncName);

/** The standoff elements of the ITS module. Their attributes have the values of those of spans, but no prefix. */
export const itsElements: ElementTable = new Map([
  [
    'locQualityIssues',
    element({
      attributes: { 'xml:id': xmlId, version: optional(version) },
      content: [some('locQualityIssue')],
    }),
  ],
  [
    'locQualityIssue',
    element({
      attributes: {
        version: optional(version),
        locQualityIssueType: optional(issueType),
        locQualityIssueComment: optional(anything),
        locQualityIssueSeverity: optional(score),
        locQualityIssueProfileRef: optional(uri),
        locQualityIssueEnabled: optional(yesNo),
      },
    }),
  ],
  [
    'provenanceRecords',
    element({
      attributes: { 'xml:id': xmlId, version: optional(version) },
      content: [some('provenanceRecord')],
    }),
  ],
  [
    'provenanceRecord',
    element({
      attributes: {
        version: optional(version),
        ...Object.fromEntries(
          agents.map((name) => [name, optional(name.endsWith('Ref') ? uri : anything)] as const),
        ),
      },
    }),
  ],
]);
