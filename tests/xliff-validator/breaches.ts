import type { ConstraintId } from '../../src/xliff/validate/constraints.ts';
import { richExample12, richExample21 } from './examples.ts';

/** A change to a valid example, in words to find and words to put there, and the constraint it breaks. */
export type Breach = {
  readonly constraint: ConstraintId;
  readonly text: string;
};

function changed(example: string) {
  return (constraint: ConstraintId, find: string, put: string): Breach => {
    if (!example.includes(find)) throw new Error(`the example has no ${find}`);
    return { constraint, text: example.replace(find, put) };
  };
}

const in21 = changed(richExample21);
const in20 = changed(richExample21.replace('version="2.1"', 'version="2.0"'));
const in12 = changed(richExample12);

/** At least one file for each constraint there is. */
export const breaches: readonly Breach[] = [
  in21('well-formed', '</xliff>', ''),
  in21('well-formed', '<note id="n1" ', '<note id="n1" id="n2" '),
  in21('well-formed', 'Le quai', '&eacute;'),
  in21('document-type', '<xliff', '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff'),
  in21('nesting-limit', 'Le quai', `${'<mda:x>'.repeat(70)}${'</mda:x>'.repeat(70)}`),
  { constraint: 'root-element', text: '<tmx version="1.4"/>' },
  { constraint: 'root-element', text: '<xliff version="1.2"><file/></xliff>' },
  in21('version-supported', 'version="2.1"', 'version="2.2"'),
  in21('version-supported', 'document:2.0"', 'document:2.2"'),
  in12('version-supported', 'version="1.2"', 'version="1.1"'),
  in21('element-unknown', '<mda:meta type="by">lm</mda:meta>', '<mda:fact/>'),
  in21('element-misplaced', '<ignorable id="i1">', '<ignorable id="i1"><note>x</note>'),
  in21('element-missing', '<gls:term source="desk">port</gls:term>', ''),
  in21('text-not-allowed', '<ignorable id="i1">', '<ignorable id="i1">lost'),
  in21('attribute-unknown', ' canResegment="no"', ' canresegment="no"'),
  in21('attribute-missing', '<mda:meta type="by">', '<mda:meta>'),
  in21('attribute-value', 'similarity="87.5"', 'similarity="187.5"'),
  in21('id-syntax', 'id="g1"', 'id="g 1"'),
  in21('xml-id-unique', 'xml:id="pr1"', 'xml:id="lq1"'),
  in21('language-tag', 'srcLang="fr"', 'srcLang="f"'),
  in21('extension-element', '<ignorable id="i1">', '<ignorable id="i1"><my:x xmlns:my="urn:my"/>'),
  in21('extension-attribute', '<ignorable id="i1">', '<ignorable id="i1" xmlns:my="urn:my" my:x="1">'),
  in21('extension-attribute', '<mrk id="m1"', '<mrk xml:lang="fr" id="m1"'),

  in21(
    'file-id-unique',
    '</file>',
    '</file><file id="f1"><unit id="u9"><segment><source/></segment></unit></file>',
  ),
  in21('group-id-unique', '</group>', '</group><group id="g1"/>'),
  in21('unit-id-unique', '<unit id="u2"', '<unit id="u1"'),
  in21('note-id-unique', '</note></notes>', '</note><note id="n1"/></notes>'),
  in21('data-id-unique', '<data id="d2"', '<data id="d1"'),
  in21('content-id-unique', '<ignorable id="i1">', '<ignorable id="s1">'),
  in21('target-id', '>harbour</mrk>', '>harbour</mrk><ph id="c4"/>'),
  in21(
    'extension-id-unique',
    '<its:provenanceRecords',
    '<a xmlns="urn:my" id="1"><b id="1"/></a><its:provenanceRecords',
  ),
  in21(
    'skeleton-link-or-content',
    '<skeleton href="brevine.skl"/>',
    '<skeleton href="brevine.skl">x</skeleton>',
  ),
  in21(
    'unit-needs-segment',
    '<unit id="u2"',
    '<unit id="u9"><ignorable><source/></ignorable></unit><unit id="u2"',
  ),
  in21('target-language-missing', ' trgLang="en-GB"', ''),
  in21('source-language', '<source><ec', '<source xml:lang="de"><ec'),
  in21('target-language', '<target order="1"', '<target xml:lang="en" order="1"'),
  in20('target-space', '<target xml:space="preserve">', '<target>'),
  in21('state-needs-target', '<segment><source>Le quai', '<segment state="final"><source>Le quai'),
  in21('sub-state-needs-state', ' state="translated" subState', ' subState'),
  in21('sub-state-prefix', 'subState="depeche:drafted"', 'subState="drafted"'),
  in21('order-range', 'order="3"', 'order="4"'),
  in21('order-unique', 'order="3"', 'order="1"'),
  in21('order-unique', ' order="3"', ''),
  in21('start-code-without-end', '<source><ec startRef="c2"/>', '<source>'),
  in21('end-code-without-start', '<sc id="c2" fs:fs="i"/>Brévine</source>', 'Brévine</source>'),
  in21('isolated-start', '<sc id="c2" fs:fs="i"/>Brévine</source>', '<sc id="c2" isolated="yes"/></source>'),
  in21('end-code-identity', '<ec id="e1" isolated="yes"', '<ec id="e1" startRef="e2" isolated="yes"'),
  in21('end-code-direction', '<source><ec startRef="c2"/>', '<source><ec startRef="c2" dir="ltr"/>'),
  in21('pair-hints-differ', '<source><ec startRef="c2"/>', '<source><ec startRef="c2" canCopy="no"/>'),
  in21('annotation-start-without-end', '<em startRef="m3"/>', ''),
  in21('annotation-end-without-start', 'Le quai', 'Le quai<em startRef="m3"/>'),
  in21('comment-value-or-ref', 'type="comment" ref="#n=n1"', 'type="comment" value="x" ref="#n=n1"'),
  in21('comment-ref', 'ref="#n=n1"', 'ref="#f=f1/n=n1"'),
  in21('match-annotation', 'type="comment" ref="#n=n1"', 'type="mtc:match" ref="#n=n1"'),
  in21('reorder-needs-fixed', 'canReorder="firstNo" canCopy="no"', 'canReorder="firstNo"'),
  in21(
    'reorder-sequence-start',
    'Le quai',
    'Le quai<ph id="x9" canReorder="no" canCopy="no" canDelete="no"/>',
  ),
  in21(
    'reorder-sequence-changed',
    '<ph id="c4" canReorder="no" canCopy="no" canDelete="no"/>.</target>',
    '</target>',
  ),
  in21('code-deleted', '<ph id="c4" canReorder="no" canCopy="no" canDelete="no"/>.</target>', '</target>'),
  in20(
    'code-deleted',
    '<pc id="c1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b" fs:fs="b" canDelete="no">of</pc>',
    'of',
  ),
  in21('data-reference', '<pc id="c1" dataRefStart="d1"', '<pc id="c1" dataRefStart="d3"'),
  in21(
    'data-reference',
    '<source>Le port <ph id="1" dataRef="d1"/>',
    '<source>Le port <ph id="1" dataRef="d2"/>',
  ),
  in21('start-and-end-attribute', ' dataRefEnd="d2"', ''),
  in21('copy-with-data', '<ph id="x2" copyOf="x1"/>', '<ph id="x2" copyOf="x1" dataRef="d1"/>'),
  in21('copy-reference', 'copyOf="x1"', 'copyOf="x2"'),
  in21('copy-of-data', '<ph id="x1"/>', '<ph id="x1" dataRef="d1"/>'),
  in21('copy-forbidden', '<ph id="x1"/>', '<ph id="x1" canCopy="no"/>'),
  in21('sub-type-needs-type', 'type="fmt" subType', 'subType'),
  in21('sub-type-value', 'subType="xlf:b"', 'subType="xlf:var"'),
  in21('sub-type-value', 'subType="xlf:b"', 'subType="xlf:bold"'),
  in21('code-point', 'hex="001A"', 'hex="0041"'),
  in21('code-point', 'hex="001A"', 'hex="1A"'),
  in21('sub-flow-reference', 'subFlows="u2"', 'subFlows="u2 u3"'),
  in21('fragment-identifier', 'ref="#n=n1"', 'ref="#u=u1/f=f1/n=n1"'),

  in21('module-attribute', 'fs:fs="html"', 'fs:style="html"'),
  in21('module-attribute', '<pc id="c1"', '<pc slr:storageRestriction="9" slr:wide="9" id="c1"'),
  in21('module-attribute', '<mrk id="m1"', '<mrk slr:equivStorage="9" id="m1"'),
  in21(
    'module-placement',
    '<slr:profiles generalProfile="xliff:codepoints">',
    '<slr:profiles/><slr:profiles>',
  ),
  in21('module-placement', '<unit id="u2" type="depeche:alt">', '<unit id="u2"><slr:profiles/>'),
  in21(
    'match-id-unique',
    '</mtc:matches>',
    '<mtc:match id="ma1" ref="#s1"><source/><target/></mtc:match></mtc:matches>',
  ),
  in21('match-ref', 'ref="#s1"', 'ref="#s9"'),
  in21('match-ref', 'ref="#s1"', 'ref="#i1"'),
  in21('match-sub-type-needs-type', 'type="tm" similarity', 'subType="depeche:a" similarity'),
  in21('glossary-id-unique', 'id="gt1"', 'id="ge1"'),
  in21(
    'glossary-entry-empty',
    '<gls:translation id="gt1">harbour</gls:translation><gls:definition>Where ships lie.</gls:definition>',
    '',
  ),
  in21('glossary-ref', 'ref="#m1"', 'ref="#m9"'),
  in21('fs-on-end-code', '<source><ec startRef="c2"/>', '<source><ec startRef="c2" fs:fs="i"/>'),
  in21('sub-fs-needs-fs', 'fs:fs="b" canDelete', 'fs:subFs="b" canDelete'),
  in21('metadata-id-unique', 'id="md2"', 'id="md1"'),
  in21(
    'resource-id-unique',
    '<res:resourceItemRef id="rr1"',
    '<res:resourceItemRef id="rr1" ref="r1"/><res:resourceItemRef id="rr1"',
  ),
  in21(
    'resource-empty',
    '<res:source href="fr.png" xml:lang="fr"/><res:target href="en.png" xml:lang="en-GB"/><res:reference href="note.txt"/>',
    '',
  ),
  in21('resource-mime-type', ' mimeType="image/png"', ''),
  in21('resource-link-or-content', '<res:source href="fr.png" xml:lang="fr"/>', '<res:source/>'),
  in21(
    'resource-language',
    '<res:target href="en.png" xml:lang="en-GB"/>',
    '<res:target href="en.png" xml:lang="en-US"/>',
  ),
  in21('resource-ref', 'ref="r1"', 'ref="r9"'),
  in21('size-info-or-ref', '<pc id="c1"', '<pc slr:sizeInfo="a" slr:sizeInfoRef="b" id="c1"'),
  in21('size-on-end-code', '<source><ec startRef="c2"/>', '<source><ec startRef="c2" slr:sizeInfo="i"/>'),
  in21('validation-one-condition', 'startsWith="T"', 'startsWith="T" endsWith="."'),
  in21('validation-one-condition', 'startsWith="T"', ''),
  in21('validation-occurs', 'startsWith="T"', 'startsWith="T" occurs="1"'),
  in21('validation-exists-in-source', 'isNotPresent="lorem"', 'isNotPresent="lorem" existsInSource="yes"'),
  in21('validation-disabled-in-file', 'isNotPresent="lorem"', 'isNotPresent="lorem" disabled="yes"'),
  in21('its-version', ' its:version="2.0"', ''),
  in21(
    'its-annotation-type',
    '<mrk id="m2" type="comment"',
    '<mrk its:mtConfidence="0.5" id="m2" type="comment"',
  ),
  in21('its-exclusive', '<sm id="m3"', '<sm its:locQualityIssueComment="x" id="m3"'),
  in21('its-text-analysis', '<sm id="m3"', '<sm its:taSource="x" id="m3"'),
  in21('its-threshold', '<sm id="m3"', '<sm its:locQualityRatingScoreThreshold="5" id="m3"'),
  in21('its-annotators', '<sm id="m3"', '<sm its:annotatorsRef="terminology|a terminology|b" id="m3"'),
  in21('its-reference', '#its=lq1', '#lq1'),
  in21('its-id-unique', 'xml:id="pr1"', 'xml:id="lq1"'),
  in21('its-record-empty', 'person="lm" tool="depeche"', ''),

  in12('element-misplaced', '<body>', '<body><note>x</note>'),
  in12('attribute-value', 'state="needs-translation"', 'state="fuzzy"'),
  in12('attribute-value', 'date="2026-11-05T08:30:00Z"', 'date="yesterday"'),
  in12('1.2-unit-id-unique', 'id="s2"', 'id="b1"'),
  in12('1.2-group-id-unique', 'id="g2"', 'id="g1"'),
  in12('1.2-tool-id-unique', '</header>', '<tool tool-id="t1" tool-name="x"/></header>'),
  in12('1.2-tool-id', 'datatype="plaintext" tool-id="t1"', 'datatype="plaintext" tool-id="t2"'),
  in12('1.2-tool-id', 'origin="memory" tool-id="t1"', 'origin="memory" tool-id="t2"'),
  in12('1.2-phase-name-unique', '</phase-group>', '<phase phase-name="p1" process-name="x"/></phase-group>'),
  in12('1.2-phase-name', 'state-qualifier="mt-suggestion" phase-name="p1"', 'phase-name="p2"'),
  in12('1.2-count-group-name-unique', '<note xml:lang="en"', '<count-group name="c1"/><note xml:lang="en"'),
  in12(
    '1.2-context-group-name-unique',
    '<note annotates="target">',
    '<context-group name="cg1"><context context-type="record">x</context></context-group><note annotates="target">',
  ),
  in12('1.2-external-file-uid-unique', '<external-file href="a.png"', '<external-file uid="e1" href="a.png"'),
  {
    constraint: '1.2-target-language-missing',
    text: richExample12
      .replace(' target-language="en-GB"', '')
      .replace('<target xml:lang="en-GB"', '<target'),
  },
  in12('1.2-language', '<target xml:lang="en-GB"', '<target xml:lang="en-US"'),
  in12('1.2-pair-unique', '<bx id="4"/>', '<bx id="4"/><bx id="4"/>'),
  in12('1.2-start-without-end', '<ept id="3" rid="r1">c</ept>', ''),
  in12('1.2-end-without-start', '<bx id="4"/>', ''),
  in12('1.2-mark-id-unique', '<mrk mtype="seg" mid="2">port', '<mrk mtype="seg" mid="1">port'),
  in12('1.2-mark-id', 'alttranstype="proposal" mid="1"', 'alttranstype="proposal" mid="3"'),
];
