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
  'match-language': {
    section: '5.1 match',
    meaning: 'the xml:lang of the target of a match is trgLang, but for a match that is a reference',
  },
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
    meaning: 'a reference names a resource item of its file',
  },
  'size-info-or-ref': { section: '5.6 sizeInfoRef', meaning: 'sizeInfo and sizeInfoRef exclude each other' },
  'size-on-end-code': {
    section: '5.6 equivStorage, sizeInfo, sizeInfoRef',
    meaning: 'an `<ec>` has a size only where it is isolated',
  },
  'size-format': {
    section: '5.6 Standard profiles',
    meaning: 'a size that a standard profile measures is a whole number, a restriction one, two or *',
  },
  'size-reference': {
    section: '5.6 sizeInfoRef',
    meaning: 'sizeInfoRef names something in a `<slr:data>` beside the element or around it',
  },
  'validation-one-condition': {
    section: '5.7 rule',
    meaning:
      'a rule has exactly one of isPresent, isNotPresent, startsWith, endsWith, and a rule of an extension',
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
    meaning: 'its:taSource and its:taIdent go together, and its:taConfidence with what it is about (2.1)',
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
  'its-annotators-missing': {
    section: '5.8 taConfidence, mtConfidence, termConfidence',
    meaning: 'a confidence is in the scope of its:annotatorsRef for its data category (2.1)',
  },
  'its-issue-incomplete': {
    section: '5.8 Localization Quality Issue Annotation',
    meaning: 'severity, profile and enabled stand beside the type or the comment of an issue (2.1)',
  },
  'its-rating-incomplete': {
    section: '5.8 Localization Quality Rating Annotation',
    meaning: 'an annotation with the profile of a rating has a score or a vote, its own or inherited (2.1)',
  },
  'its-locale-filter': {
    section: '5.8 Locale Filter Annotation',
    meaning: 'its:localeFilterType goes with its:localeFilterList (2.1)',
  },
  'its-term': {
    section: '5.8 Terminology Annotation',
    meaning:
      'its:termConfidence is of a term or its:term-no; such a term has a value or a ref, and not both (2.1)',
  },
  'its-reference': {
    section: '5.8 locQualityIssuesRef, provenanceRecordsRef',
    meaning: 'a reference to standoff names a list of its unit, or around it for structure, as #its=id (2.1)',
  },
  'its-id-unique': {
    section: '5.8 id',
    meaning: 'the standoff lists of one file, group or unit have different ids',
  },
  'its-record-empty': {
    section: '5.8 locQualityIssue, provenanceRecord',
    meaning: 'an issue has a type or a comment, a provenance record names somebody',
  },
  'change-reference': {
    section: '2.0, 5.6; 2.1, appendix: revisions, ref',
    meaning: 'revisions of one of several elements with ids name it with ref, by an id that is there',
  },
  'change-current-version': {
    section: '2.0, 5.6; 2.1, appendix: currentVersion',
    meaning: 'currentVersion is the version of one of the revisions',
  },
  'change-property': {
    section: '2.0, 5.6; 2.1, appendix: property',
    meaning: 'an item is of the content or of an attribute of the element, and each once in a revision',
  },
} as const satisfies Record<string, Constraint>;
