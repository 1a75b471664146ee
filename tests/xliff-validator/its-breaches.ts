import type { ConstraintId } from '../../src/xliff/validate/constraints.ts';
import type { Parts } from './minimal-file.ts';

const span = (attributes: string): Parts => ({
  source: `Le <mrk id="m1" ${attributes}>quai</mrk>`,
  target: 'The quay',
});

/** As the breaches of the other modules, for ITS. */
export const itsBreaches: readonly (readonly [ConstraintId, Parts])[] = [
  ['its-version', { xliff: '', ...span('its:person="lm"') }],
  ['its-version', { xliff: '', unit: 'itsm:domains="sea"' }],
  ['attribute-value', { xliff: 'its:version="1.0"' }],
  ['its-annotators-missing', span('its:mtConfidence="0.5"')],
  ['its-annotators-missing', span('its:mtConfidence="0.5" its:annotatorsRef="terminology|a"')],
  ['its-annotators-missing', span('its:taConfidence="0.5" its:taClassRef="a"')],
  ['its-annotators-missing', span('type="term" its:termConfidence="0.5"')],
  ['attribute-value', { file: 'its:annotatorsRef="mt-confidence|a"', ...span('its:mtConfidence="1.5"') }],
  ['its-annotators', { unit: 'its:annotatorsRef="translation|a"' }],
  ['its-annotators', { unit: 'its:annotatorsRef="terminology |a"' }],
  ['its-annotators', { unit: 'its:annotatorsRef="terminology"' }],
  ['its-annotation-type', span('type="comment" value="a" its:person="lm"')],
  ['its-annotation-type', span('type="term" itsm:lang="de"')],
  ['its-annotation-type', span('type="generic" its:allowedCharacters="[a-z]"')],
  ['its-term', span('type="its:generic" its:termConfidence="1" its:annotatorsRef="terminology|a"')],
  ['its-term', span('type="its:term-no" value="a" ref="b"')],
  ['its-text-analysis', span('its:taIdent="a"')],
  ['its-text-analysis', span('its:taConfidence="1" its:annotatorsRef="text-analysis|a"')],
  ['its-exclusive', span('its:taIdentRef="a" its:taSource="b" its:taIdent="c"')],
  ['its-exclusive', { unit: 'its:locQualityRatingScore="1" its:locQualityRatingVote="1"' }],
  [
    'its-exclusive',
    {
      inUnit: '<its:provenanceRecords xml:id="p"><its:provenanceRecord tool="a"/></its:provenanceRecords>',
      ...span('its:provenanceRecordsRef="#its=p" its:person="lm"'),
    },
  ],
  ['its-issue-incomplete', span('its:locQualityIssueSeverity="50"')],
  ['its-rating-incomplete', span('its:locQualityRatingProfileRef="http://a.example/"')],
  ['its-threshold', { unit: 'its:locQualityRatingVoteThreshold="1"' }],
  [
    'its-threshold',
    { file: 'its:locQualityRatingVote="1"', ...span('its:locQualityRatingScoreThreshold="1"') },
  ],
  ['its-locale-filter', span('its:localeFilterType="include"')],
  ['attribute-value', span('its:localeFilterList="fr ca"')],
  ['attribute-value', span('its:localeFilterList="fr" its:localeFilterType="none"')],
  ['attribute-value', span('its:locQualityIssueType="spelling"')],
  ['attribute-value', span('its:locQualityIssueType="other" its:locQualityIssueSeverity="101"')],
  ['its-reference', span('its:locQualityIssuesRef="#its=q1"')],
  [
    'its-reference',
    {
      inUnit: '<its:provenanceRecords xml:id="q1"><its:provenanceRecord tool="a"/></its:provenanceRecords>',
      ...span('its:locQualityIssuesRef="#its=q1"'),
    },
  ],
  [
    'its-reference',
    {
      inFile: '<its:provenanceRecords xml:id="p"><its:provenanceRecord tool="a"/></its:provenanceRecords>',
      ...span('its:provenanceRecordsRef="#its=p"'),
    },
  ],
  [
    'its-reference',
    {
      file: 'its:provenanceRecordsRef="#its=p"',
      inUnit: '<its:provenanceRecords xml:id="p"><its:provenanceRecord tool="a"/></its:provenanceRecords>',
    },
  ],
  [
    'its-record-empty',
    {
      inUnit:
        '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueSeverity="1"/></its:locQualityIssues>',
    },
  ],
  [
    'its-record-empty',
    { inFile: '<its:provenanceRecords xml:id="p"><its:provenanceRecord/></its:provenanceRecords>' },
  ],
  [
    'attribute-value',
    {
      inUnit:
        '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="spelling"/></its:locQualityIssues>',
    },
  ],
  [
    'attribute-missing',
    {
      inUnit:
        '<its:locQualityIssues><its:locQualityIssue locQualityIssueType="other"/></its:locQualityIssues>',
    },
  ],
  [
    'attribute-unknown',
    {
      inUnit:
        '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="other" annotatorsRef="a"/></its:locQualityIssues>',
    },
  ],
  ['element-missing', { inUnit: '<its:locQualityIssues xml:id="q"/>' }],
  ['element-unknown', { inUnit: '<its:rules/>' }],
  [
    'module-placement',
    {
      inFile:
        '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="other"/></its:locQualityIssues>',
    },
  ],
  ['module-attribute', { unit: 'its:translate="no"' }],
  ['module-attribute', { unit: 'its:taClassRef="a"' }],
  ['module-attribute', { file: 'itsm:lang="de"' }],
  ['module-attribute', { xliff: 'its:version="2.0" its:person="lm"' }],
  ['module-attribute', { inUnit: '<notes><note its:person="lm">a</note></notes>' }],
  ['module-attribute', { unit: 'itsm:domain="sea"' }],
  [
    'module-attribute',
    {
      inUnit:
        '<mtc:matches><mtc:match ref="#m1" its:mtConfidence="1" its:annotatorsRef="mt-confidence|a"><source/><target/></mtc:match></mtc:matches>',
    },
  ],
  ['language-tag', span('itsm:lang="de_CH"')],
];
