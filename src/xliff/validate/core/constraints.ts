import type { Constraint } from '../constraints.ts';

/** What the core of XLIFF 2.0 and 2.1 asks for in prose, where no schema can tell. */
export const coreConstraints = {
  'file-id-unique': { section: '4.3.1 id', meaning: 'no two files of a document have one id' },
  'group-id-unique': { section: '4.3.1 id', meaning: 'no two groups of a file have one id' },
  'unit-id-unique': { section: '4.3.1 id', meaning: 'no two units of a file have one id' },
  'note-id-unique': { section: '4.3.1 id', meaning: 'no two notes of one `<notes>` have one id' },
  'data-id-unique': { section: '4.3.1 id', meaning: 'no two `<data>` of one `<originalData>` have one id' },
  'content-id-unique': {
    section: '4.3.1 id',
    meaning: 'segments, ignorables and the inline elements of all sources of a unit have different ids',
  },
  'target-id': {
    section: '4.3.1 id',
    meaning:
      'an inline element of a target has the id of its twin in the source beside it, or one that is new in the unit',
  },
  'extension-id-unique': {
    section: '4.9.1 Extension Points',
    meaning: 'ids of one extension are different within the file, group or unit that holds it',
  },
  'skeleton-link-or-content': { section: '4.2.2 skeleton', meaning: 'a skeleton has either href or content' },
  'unit-needs-segment': { section: '4.2.2 unit', meaning: 'a unit has at least one segment' },
  'target-language-missing': { section: '4.2.2 xliff', meaning: 'a document with a target has trgLang' },
  'source-language': {
    section: '4.2.2 source',
    meaning: 'the xml:lang of a source, its own or inherited, is srcLang',
  },
  'target-language': {
    section: '4.2.2 target',
    meaning: 'the xml:lang of a target, its own or inherited, is trgLang',
  },
  'target-space': {
    section: '2.0, 4.2.2 target',
    meaning: 'a target has xml:space="preserve" where its source has (2.0 only: 2.1 dropped it)',
  },
  'state-needs-target': {
    section: '4.3.1 state',
    meaning: 'a segment that is translated, reviewed or final has a target',
  },
  'sub-state-needs-state': { section: '4.3.1 subState', meaning: 'a segment with subState has state' },
  'sub-state-prefix': { section: '4.3.1 subState', meaning: 'a subState has the form prefix:value' },
  'reserved-prefix': {
    section: '4.3.1 type, subState; 5.1 subType',
    meaning:
      'the prefix xlf is left to the standard, which has no value with it for structure, states and matches',
  },
  'order-range': {
    section: '4.3.1 order',
    meaning: 'order is from 1 to the number of segments and ignorables of the unit',
  },
  'order-unique': {
    section: '4.8.2 Segments Order',
    meaning: 'no two targets of a unit have one place, be it given or that of the segment',
  },
  'start-code-without-end': {
    section: '4.3.1 isolated',
    meaning: 'an `<sc>` that is not isolated has its one `<ec>` behind it in the unit, on the same side',
  },
  'end-code-without-start': {
    section: '4.3.1 isolated',
    meaning: 'an `<ec>` that is not isolated has its `<sc>` before it in the unit, on the same side',
  },
  'isolated-start': { section: '4.3.1 isolated', meaning: 'an isolated `<sc>` has no `<ec>` in its unit' },
  'end-code-identity': {
    section: '4.2.3 ec',
    meaning: 'an `<ec>` has an id where it is isolated, and else startRef; never both',
  },
  'end-code-direction': { section: '4.2.3 ec', meaning: 'an `<ec>` has dir only where it is isolated' },
  'pair-hints-differ': {
    section: '4.2.3 sc, ec',
    meaning:
      'canCopy, canDelete, canOverlap and canReorder are the same at `<sc>` and `<ec>`; firstNo ends with no',
  },
  'annotation-start-without-end': {
    section: '4.2.3 sm',
    meaning: 'an `<sm>` has its `<em>` behind it in the unit',
  },
  'annotation-end-without-start': {
    section: '4.2.3 em',
    meaning: 'an `<em>` has its `<sm>` before it in the unit',
  },
  'comment-value-or-ref': {
    section: '4.7.3 Comment Annotation',
    meaning: 'a comment has a value or a reference to a note, and not both',
  },
  'comment-ref': {
    section: '4.7.3 Comment Annotation',
    meaning: 'the reference of a comment names a note of the same unit',
  },
  'match-annotation': {
    section: '5.1 Translation Candidate Annotation',
    meaning: 'a mark for a match has no ref',
  },
  'reorder-needs-fixed': {
    section: '4.7.2 Editing Hints',
    meaning: 'what must not be reordered must not be copied or deleted',
  },
  'reorder-sequence-start': {
    section: '4.7.2 Editing Hints',
    meaning:
      'a code with canReorder="no" follows one with firstNo, and nothing that may be moved is between them',
  },
  'reorder-sequence-changed': {
    section: '4.7.2 Editing Hints',
    meaning: 'a sequence that must not be reordered is in the target as it is in the source',
  },
  'code-deleted': {
    section: '4.7.2 Editing Hints',
    meaning: 'a code with canDelete="no" is in the target too (2.1: once the segment is final)',
  },
  'data-reference': {
    section: '4.3.1 dataRef, dataRefStart, dataRefEnd',
    meaning: 'a reference to original data names a `<data>` of the unit, or of the match',
  },
  'start-and-end-attribute': {
    section: '4.2.3 pc',
    meaning: 'dataRef, equiv and subFlows of a `<pc>` are given for its start and its end, or not at all',
  },
  'copy-with-data': {
    section: '4.7.2 Duplicating an existing code',
    meaning: 'a code with original data has no copyOf',
  },
  'copy-reference': {
    section: '4.7.2 Duplicating an existing code',
    meaning: 'copyOf names another code of the unit',
  },
  'copy-of-data': {
    section: '4.7.2 Duplicating an existing code',
    meaning: 'copyOf names no code that has original data',
  },
  'copy-forbidden': {
    section: '4.7.2 Duplicating an existing code',
    meaning: 'copyOf names no code with canCopy="no"',
  },
  'sub-type-needs-type': { section: '4.3.1 subType', meaning: 'a code with subType has type' },
  'sub-type-value': {
    section: '4.3.1 subType',
    meaning: 'a subType with the prefix xlf is one of the standard, and goes with its type',
  },
  'code-point': { section: '4.3.1 hex', meaning: '`<cp>` names a code point that XML cannot hold' },
  'sub-flow-reference': { section: '4.3.1 subFlows', meaning: 'sub-flows name units of the same file' },
  'fragment-identifier': {
    section: '3 Fragment Identification',
    meaning:
      'a reference into the document follows the grammar: f, g, u in order and once, then one leaf with a known prefix',
  },
} as const satisfies Record<string, Constraint>;
