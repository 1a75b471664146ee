import type { Parts } from './minimal-file.ts';

const span = (attributes: string): Parts => ({
  source: `Le <mrk id="m1" ${attributes}>quai</mrk>`,
  target: 'The quay',
});

/** As the examples of the other modules, for ITS. */
export const itsExamples: ReadonlyMap<string, Parts> = new Map<string, Parts>([
  [
    'tools of ITS on every level',
    {
      file: 'its:annotatorsRef="text-analysis|http://a.example/ terminology|b"',
      group: 'its:annotatorsRef="mt-confidence|c"',
      ...span('its:mtConfidence="1" its:taConfidence="0.5" its:taClassRef="http://a.example/#b"'),
    },
  ],
  [
    'a confidence in a span that names the tool',
    {
      source:
        '<sm id="1" its:annotatorsRef="mt-confidence|a"/><mrk id="m1" type="its:generic" its:mtConfidence="1e-1">quai</mrk><em startRef="1"/>',
      target: '',
    },
  ],
  [
    'a term with a confidence',
    span('type="term" ref="http://a.example/" its:termConfidence="0" its:annotatorsRef="terminology|a"'),
  ],
  ['what is no term', span('type="its:term-no" value="a word"')],
  ['analysis by source and identifier', span('its:taSource="a" its:taIdent="b"')],
  [
    'an issue on the span',
    span(
      'type="its:generic" its:locQualityIssueComment="a" its:locQualityIssueSeverity="50" its:locQualityIssueEnabled="no"',
    ),
  ],
  [
    'issues by a path from the file',
    {
      ...span('its:locQualityIssuesRef="#/f=f1/u=u1/its=q1"'),
      inUnit:
        '<its:locQualityIssues xml:id="q1" version="2.0"><its:locQualityIssue locQualityIssueType="other"/></its:locQualityIssues>',
    },
  ],
  [
    'provenance of structure from around it, of a span from its unit',
    {
      inFile:
        '<its:provenanceRecords xml:id="p1"><its:provenanceRecord org="a" orgRef="http://a.example/"/></its:provenanceRecords><its:provenanceRecords xml:id="p2"><its:provenanceRecord revTool="a"/></its:provenanceRecords>',
      inUnit:
        '<its:provenanceRecords xml:id="p3"><its:provenanceRecord tool="a"/><its:provenanceRecord toolRef="a"/></its:provenanceRecords>',
      file: 'its:provenanceRecordsRef="#its=p1"',
      group: 'its:provenanceRecordsRef="#its=p2"',
      unit: 'its:provenanceRecordsRef="#f=f1/its=p1"',
      ...span('its:provenanceRecordsRef="#its=p3"'),
    },
  ],
  [
    'a rating above and its threshold below',
    {
      file: 'its:locQualityRatingScore="80.5" its:locQualityRatingProfileRef="http://a.example/"',
      ...span('its:locQualityRatingScoreThreshold="70" its:locQualityRatingProfileRef="http://b.example/"'),
    },
  ],
  ['a vote on a span', span('its:locQualityRatingVote="+12" its:locQualityRatingVoteThreshold="-1"')],
  ['filters for locales', span('its:localeFilterList="fr-CA, *-CH,*" its:localeFilterType="exclude"')],
  ['a filter for no locale', span('its:localeFilterList=""')],
  [
    'a language, a domain and characters of a span',
    span('itsm:lang="de-CH" itsm:domains="sea, ships" its:allowedCharacters="[a-z]"'),
  ],
  ['the version of ITS on the span alone', { xliff: '', ...span('its:person="lm" its:version="2.0"') }],
  [
    'ITS in 2.0, where it is an extension',
    {
      version: '2.0',
      xliff: '',
      unit: 'its:translate="no"',
      ...span('type="my:a" its:taConfidence="0.5"'),
      inUnit: '<its:rules id="1"/>',
    },
  ],
]);
