import type { Constraint } from '../constraints.ts';

/** What the modules of XLIFF 2.0 and 2.1 ask for beyond their schemas. Sections are those of 2.1. */
export const moduleConstraints = {
  'module-attribute': {
    section: '5 Modules',
    meaning: 'an attribute in the namespace of a module is one of it, and stands on an element that takes it',
  },
  'module-placement': {
    section: '5 Modules',
    meaning: 'the outermost element of a module stands in a file, group or unit that takes it, and once',
  },
  'match-id-unique': { section: '5.1 id', meaning: 'no two matches of one `<mtc:matches>` have one id' },
  'match-ref': { section: '5.1 ref', meaning: 'a match names a segment or a marked span of its unit' },
  'match-sub-type-needs-type': { section: '5.1 subType', meaning: 'a match with subType has type' },
  'glossary-id-unique': {
    section: '5.2 id',
    meaning: 'entries and translations of one glossary have different ids',
  },
  'glossary-entry-empty': {
    section: '5.2 glossEntry',
    meaning: 'a glossary entry has a translation or a definition',
  },
  'glossary-ref': { section: '5.2 ref', meaning: 'a term names a segment or a marked span of its unit' },
  'fs-on-end-code': { section: '5.3 fs', meaning: 'an `<ec>` has a format style only where it is isolated' },
  'sub-fs-needs-fs': { section: '5.3 subFs', meaning: 'an element with fs:subFs has fs:fs' },
  'metadata-id-unique': {
    section: '5.4 id',
    meaning: 'one `<mda:metadata>` and all groups in it have different ids',
  },
  'resource-id-unique': {
    section: '5.5 id',
    meaning: 'items and references of one `<res:resourceData>` have different ids',
  },
  'resource-empty': {
    section: '5.5 resourceItem',
    meaning: 'a resource item has a source, a target or a reference',
  },
  'resource-mime-type': {
    section: '5.5 resourceItem',
    meaning: 'a resource item whose source or target is not embedded has mimeType',
  },
  'resource-link-or-content': {
    section: '5.5 source, target',
    meaning: 'a source or target of a resource has either href or content',
  },
  'resource-language': {
    section: '5.5 source, target',
    meaning: 'the xml:lang of a source or target of a resource is that of the document',
  },
  'resource-ref': {
    section: '5.5 ref',
    meaning: 'a reference names a resource item at the level of its file',
  },
  'size-info-or-ref': { section: '5.6 sizeInfoRef', meaning: 'sizeInfo and sizeInfoRef exclude each other' },
  'size-on-end-code': {
    section: '5.6 equivStorage, sizeInfo, sizeInfoRef',
    meaning: 'an `<ec>` has a size only where it is isolated',
  },
  'validation-one-condition': {
    section: '5.7 rule',
    meaning:
      'a rule has exactly one of isPresent, isNotPresent, startsWith, endsWith, or one of an extension',
  },
  'validation-occurs': { section: '5.7 occurs', meaning: 'occurs goes with isPresent' },
  'validation-exists-in-source': {
    section: '5.7 existsInSource',
    meaning: 'existsInSource goes with one of isPresent, startsWith, endsWith',
  },
  'validation-disabled-in-file': { section: '5.7 disabled', meaning: 'no rule of a file is disabled' },
  'its-version': {
    section: '5.8 version',
    meaning: 'its:version is on an element with ITS attributes, or around it (2.1)',
  },
  'its-annotation-type': {
    section: '5.8 ITS Annotations',
    meaning: 'an annotation of ITS has no type, or its:generic (2.1)',
  },
  'its-exclusive': {
    section: '5.8 Localization Quality Issue, Rating, Text Analysis, Provenance',
    meaning: 'what refers to standoff, or rates by score, does not say it inline, or by vote, as well (2.1)',
  },
  'its-text-analysis': {
    section: '5.8 Text Analysis',
    meaning: 'its:taSource and its:taIdent go together (2.1)',
  },
  'its-threshold': {
    section: '5.8 Localization Quality Rating',
    meaning: 'a threshold has its score or vote beside it or around it (2.1)',
  },
  'its-annotators': {
    section: '5.8 annotatorsRef',
    meaning:
      'its:annotatorsRef is a list of data categories, each once and with its tool behind a vertical bar (2.1)',
  },
  'its-reference': {
    section: '5.8 locQualityIssuesRef',
    meaning: 'its:locQualityIssuesRef names a list of issues of its unit, as #its=id (2.1)',
  },
  'its-id-unique': {
    section: '5.8 id',
    meaning: 'the standoff lists of one file, group or unit have different ids',
  },
  'its-record-empty': {
    section: '5.8 locQualityIssue, provenanceRecord',
    meaning: 'an issue has a type or a comment, a provenance record names somebody',
  },
} as const satisfies Record<string, Constraint>;
