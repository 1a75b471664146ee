import type { ConstraintId } from '../../src/xliff/validate/constraints.ts';

const under = (constraint: ConstraintId, names: string): [string, ConstraintId][] =>
  names
    .trim()
    .split(/\s+/u)
    .map((name) => [`bad_${name}.xlf`, constraint]);

/** What each invalid file of the OASIS suite must be rejected for: the reason its name gives. */
export const suiteConstraints: ReadonlyMap<string, ConstraintId> = new Map([
  ...under('file-id-unique', 'FileIdNotUnique'),
  ...under('group-id-unique', 'GroupIdNotUnique'),
  ...under('data-id-unique', 'DataIdNotUnique'),
  ...under('note-id-unique', 'DuplicateNoteIdsInFile DuplicateNoteIdsInGroup DuplicateNoteIdsInUnit'),
  ...under('content-id-unique', 'IgnorableIdNotUnique PartIdNotUnique SegmentIdNotUnique'),
  ...under(
    'extension-id-unique',
    'DuplicateExtElemIdsInFile DuplicateExtElemIdsInGroup DuplicateExtElemIdsInUnit',
  ),
  ...under('id-syntax', 'InvalidId1 InvalidId2 InvalidId3'),
  ...under('attribute-missing', 'GroupWithoutId'),
  ...under('attribute-unknown', 'InvalidDirAttributeOnSource InvalidTranslateInSegment'),
  ...under(
    'attribute-value',
    'InvalidFSAttributeValue InvalidHexValueOnCp InvalidStateValue InvalidTypeValue SubFlowWithInvalidValue',
  ),
  ...under(
    'element-missing',
    'IgnorableWithoutSource NoFile NoUnitOrGroupInFile NotesWithoutNote OriginalDataWithoutData SegmentWithoutSource',
  ),
  ...under('element-misplaced', 'InvalidNotesInFile InvalidNotesInGroup InvalidNotesInUnit TwoSourceInUnit'),
  ...under('element-unknown', 'InvalidValidation'),
  ...under('unit-needs-segment', 'UnitWithoutSegment'),
  ...under('skeleton-link-or-content', 'EmptySkeletonWithoutHref NonEmptySkeletonWithHref'),
  ...under(
    'extension-attribute',
    'InvalidExtensionAttributeOnPc InvalidExtensionAttributeOnSegment InvalidExtensionAttributeOnSource InvalidExtensionAttributeOnTarget',
  ),
  ...under(
    'extension-element',
    'InvalidExtensionElementInData InvalidExtensionElementInFile InvalidExtensionElementInOriginalData InvalidExtensionElementInSegment InvalidExtensionElementOutsideFile',
  ),
  ...under('module-attribute', 'InvalidFSAttribute'),
  ...under('fs-on-end-code', 'InvalidFSAttributeOnEc'),
  ...under('language-tag', 'SrcLangNotWellFormed TrgLangNotWellFormed XmlLangNotWellFormed'),
  ...under('target-language-missing', 'NoTrgLang NoTrgLangWithIgnorable'),
  ...under(
    'source-language',
    'WrongSourceLang InvalidXmlLangOnFile InvalidXmlLangOnGroup InvalidXmlLangOnUnit InvalidXmlLangInheritedFromFile InvalidXmlLangInheritedFromGroup InvalidXmlLangInheritedFromUnit',
  ),
  ...under('target-language', 'WrongTargetLang WrongLangOnTarget'),
  ...under('target-space', 'DifferentXmlSpace'),
  ...under('sub-state-needs-state', 'SubStateWithoutState'),
  ...under('order-unique', 'OrderNotUnique1 OrderNotUnique2'),
  ...under('comment-value-or-ref', 'CommentWithValueAndRef RefAndValueInComment InvalidCommentAnnotation1'),
  ...under(
    'comment-ref',
    'InvalidCommentAnnotation2 InvalidCommentAnnotation3 InvalidCommentAnnotation4 InvalidNoteRefInUnit',
  ),
  ...under(
    'fragment-identifier',
    'InvalidFragIdBadOrder InvalidFragIdDuplicatedPrefix InvalidFragIdMissplacedLeaf InvalidFragIdNoSingleLeaf InvalidFragIdPrefixNotNmtoken InvalidFragIdPrefixTooShort InvalidFragIdSyntax InvalidFragIdUnknownPrefix',
  ),
  ...under(
    'end-code-identity',
    'ConfusedIsolatedOnEc InvalidIsolatedOnEc IsolatedEcWithId MissingIsolatedOnEc NonIsolatedEcWithoutStartRef',
  ),
  ...under('end-code-without-start', 'EcBeforeSc'),
  ...under('start-code-without-end', 'MissingIsolatedOnSc'),
  ...under('isolated-start', 'InvalidIsolatedOnSc'),
  ...under(
    'pair-hints-differ',
    'DifferentCanCopyInScAndEc DifferentCanDeleteInScAndEc DifferentCanOverlapInScAndEc DifferentCanReorderInScAndEc YesCanReorderInEcForFirstNoInSc',
  ),
  ...under('annotation-end-without-start', 'EmBeforeSm InvalidLoneEm'),
  ...under('annotation-start-without-end', 'InvalidLoneSm'),
  ...under(
    'data-reference',
    'DataRefWithoutOriginalData InvalidDataRef InvalidDataRefEnd InvalidDataRefStart UnknownDataRefEndValue UnknownDataRefStartValue UnknownDataRefValue',
  ),
  ...under('copy-reference', 'CopyOfWithBadReference'),
  ...under('copy-forbidden', 'CopyOfWithNoCopyReference'),
  ...under('copy-with-data', 'CopyOfWithOriginalData'),
  ...under('code-deleted', 'MissingNonRemovable1 MissingNonRemovable2'),
  ...under('reorder-sequence-start', 'MissingReorderFirstNo'),
  ...under('reorder-sequence-changed', 'WrongReordering1 WrongReordering2'),
  ...under('reorder-needs-fixed', 'canReorderContext1 canReorderContext2 canReorderContext3'),
  ...under('sub-type-needs-type', 'SubTypeWithoutType'),
  ...under('sub-type-value', 'InvalidTypeSubTypeValues'),
  ...under('code-point', 'InvalidHexRangeOnCp'),
  ...under('sub-flow-reference', 'SubFlowWithInvalidReference'),
]);
