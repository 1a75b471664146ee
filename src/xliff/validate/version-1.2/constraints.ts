import type { Constraint } from '../constraints.ts';

/** What XLIFF 1.2 asks for as keys of its schema, or in prose. Its sections have names for elements and attributes. */
export const version12Constraints = {
  '1.2-unit-id-unique': {
    section: '1.2, id',
    meaning: 'no two units of a file, binary ones included, have one id',
  },
  '1.2-group-id-unique': { section: '1.2, id', meaning: 'no two groups of a file have one id' },
  '1.2-tool-id-unique': { section: '1.2, tool-id', meaning: 'no two tools of a header have one tool-id' },
  '1.2-tool-id': { section: '1.2, tool-id', meaning: 'tool-id names a tool of the header' },
  '1.2-phase-name-unique': {
    section: '1.2, phase-name',
    meaning: 'no two phases of a header have one phase-name',
  },
  '1.2-phase-name': { section: '1.2, phase-name', meaning: 'phase-name names a phase of the header' },
  '1.2-count-group-name-unique': {
    section: '1.2, count-group',
    meaning: 'no two count groups of a file have one name',
  },
  '1.2-context-group-name-unique': {
    section: '1.2, context-group',
    meaning: 'no two context groups of a file have one name',
  },
  '1.2-external-file-uid-unique': { section: '1.2, uid', meaning: 'no two external files have one uid' },
  '1.2-target-language-missing': {
    section: '1.2, target-language',
    meaning: 'a file with a target has target-language, or the target xml:lang',
  },
  '1.2-language': {
    section: '1.2, source, target',
    meaning: 'the xml:lang of a source or target of a unit is the language of its file',
  },
  '1.2-pair-unique': {
    section: '1.2, rid',
    meaning: 'no two `<bpt>`, and no two `<bx>`, of a text are bound by one rid or id',
  },
  '1.2-start-without-end': {
    section: '1.2, bpt, bx',
    meaning: 'a `<bpt>` or `<bx>` has its `<ept>` or `<ex>` behind it in the same text',
  },
  '1.2-end-without-start': {
    section: '1.2, ept, ex',
    meaning: 'an `<ept>` or `<ex>` has its `<bpt>` or `<bx>` before it in the same text',
  },
  '1.2-mark-id-unique': { section: '1.2, mid', meaning: 'no two `<mrk>` of a `<seg-source>` have one mid' },
  '1.2-mark-id': {
    section: '1.2, mid',
    meaning: 'the mid of a `<mrk>` in a target, or of an `<alt-trans>`, is one of the `<seg-source>`',
  },
  '1.2-external-id': { section: '1.2, xid', meaning: 'xid names a unit of the same file' },
} as const satisfies Record<string, Constraint>;
