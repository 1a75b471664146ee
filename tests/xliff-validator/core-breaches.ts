import type { ConstraintId } from '../../src/xliff/validate/constraints.ts';
import type { Parts } from './minimal-file.ts';

const segment = (source: string, target?: string, attributes = ''): string =>
  `<segment ${attributes}><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`;
const inline = (source: string, target?: string): Parts => ({ segments: segment(source, target) });
const state = (attributes: string, target?: string): Parts => ({
  segments: segment('a', target, attributes),
});
const fixed = 'canCopy="no" canDelete="no" canReorder';
const data = '<originalData><data id="d1"/></originalData>';

/** Minimal files of the core: what is put into each, and the one constraint that it breaks. */
export const coreBreaches: readonly (readonly [ConstraintId, Parts])[] = [
  ['id-syntax', inline('<ph id="a/b"/>')],
  ['id-syntax', { segments: '<segment id=""><source/></segment>' }],
  ['content-id-unique', { segments: '<segment id="1"><source><pc id="1">a</pc></source></segment>' }],
  [
    'content-id-unique',
    { segments: `${segment('<ph id="1"/>')}${segment('<mrk id="1" translate="no">a</mrk>')}` },
  ],
  ['target-id', { segments: `${segment('<ph id="1"/>', '')}${segment('', '<ph id="1"/>')}` }],
  ['target-id', inline('<ph id="1"/>', '<mrk id="1" translate="no">a</mrk>')],
  ['target-id', inline('', '<ph id="1"/><ph id="1"/>')],
  ['source-language', { segments: '<segment><source xml:lang="fr-CA">a</source></segment>' }],
  ['target-language', { segments: '<segment><source>a</source><target xml:lang="fr">a</target></segment>' }],
  ['source-language', { unit: 'xml:lang="de"', segments: segment('a') }],
  [
    'language-tag',
    { file: 'xml:lang="fr_FR"', segments: '<segment><source xml:lang="fr">a</source></segment>' },
  ],
  ['attribute-value', { segments: '<segment><source xml:space="keep">a</source></segment>' }],
  ['attribute-value', { inUnit: '<originalData><data id="1" xml:space="default"/></originalData>' }],
  [
    'target-space',
    {
      version: '2.0',
      xliff: '',
      segments: '<segment><source xml:space="preserve">a</source><target>b</target></segment>',
    },
  ],
  [
    'target-space',
    {
      version: '2.0',
      xliff: '',
      unit: 'xml:space="preserve"',
      segments: '<segment><source>a</source><target xml:space="default">b</target></segment>',
    },
  ],

  ['start-code-without-end', inline('<sc id="1"/>', '')],
  ['start-code-without-end', inline('<sc id="1" isolated="no"/>a')],
  ['end-code-without-start', inline('a<ec startRef="1"/>')],
  ['end-code-without-start', inline('<sc id="1"/><ec startRef="1"/><ec startRef="1"/>')],
  ['end-code-without-start', inline('<mrk id="1" translate="no">a</mrk><ec startRef="1"/>')],
  ['end-code-identity', inline('<ec isolated="yes"/>')],
  ['end-code-identity', inline('<sc id="1"/><ec startRef="1" id="2"/>')],
  ['end-code-direction', inline('<sc id="1"/><ec startRef="1" dir="rtl"/>')],
  ['pair-hints-differ', inline('<sc id="1" canOverlap="no"/><ec startRef="1"/>')],
  ['pair-hints-differ', inline('<sc id="1"/><ec startRef="1" canDelete="no"/>')],
  ['attribute-value', inline('<pc id="1" dir="none">a</pc>')],
  ['attribute-value', inline('<pc id="1" canOverlap="true">a</pc>')],
  ['attribute-unknown', inline('<pc id="1" isolated="yes">a</pc>')],
  ['attribute-unknown', inline('<ph id="1" canOverlap="yes"/>')],
  ['attribute-unknown', inline('<ph id="1" dir="ltr"/>')],
  ['attribute-missing', inline('<cp/>')],
  ['attribute-missing', inline('<mrk translate="no">a</mrk>')],

  ['annotation-start-without-end', inline('<sm id="1" translate="no"/>a')],
  ['annotation-end-without-start', inline('<em startRef="1"/>')],
  ['annotation-end-without-start', inline('<mrk id="1" translate="no">a</mrk><em startRef="1"/>')],
  ['comment-value-or-ref', inline('<mrk id="1" type="comment">a</mrk>')],
  ['comment-ref', inline('<mrk id="1" type="comment" ref="#n=n1">a</mrk>')],
  [
    'comment-ref',
    {
      inFile: '<notes><note id="n1">a</note></notes>',
      ...inline('<mrk id="1" type="comment" ref="#n=n1">a</mrk>'),
    },
  ],
  [
    'comment-ref',
    {
      inUnit: '<notes><note id="n1">a</note></notes>',
      ...inline('<mrk id="1" type="comment" ref="n1">a</mrk>'),
    },
  ],
  ['match-annotation', inline('<mrk id="1" type="mtc:match" ref="#1">a</mrk>')],
  ['attribute-value', inline('<mrk id="1" type="name">a</mrk>')],
  ['attribute-value', inline('<mrk id="1" translate="maybe">a</mrk>')],
  ['fragment-identifier', inline('<mrk id="1" type="my:a" ref="#u=u1/g=g1">a</mrk>')],
  ['fragment-identifier', inline('<mrk id="1" type="my:a" ref="#n=1/d=1">a</mrk>')],
  ['fragment-identifier', inline('<mrk id="1" type="my:a" ref="#my=1">a</mrk>')],
  ['fragment-identifier', inline('<mrk id="1" type="my:a" ref="#f=f1//1">a</mrk>')],

  ['data-reference', inline('<ph id="1" dataRef="d1"/>')],
  ['data-reference', { inUnit: data, ...inline('<pc id="1" dataRefStart="d1" dataRefEnd="d2">a</pc>') }],
  ['start-and-end-attribute', { inUnit: data, ...inline('<pc id="1" dataRefStart="d1">a</pc>') }],
  ['start-and-end-attribute', inline('<pc id="1" equivEnd="x">a</pc>')],
  ['start-and-end-attribute', inline('<pc id="1" subFlowsStart="u1">a</pc>')],
  ['copy-reference', inline('<ph id="1" copyOf="9"/>')],
  ['copy-reference', inline('<ph id="1" copyOf="1"/>')],
  ['copy-of-data', { inUnit: data, ...inline('<ph id="1" dataRef="d1"/><ph id="2" copyOf="1"/>') }],
  ['copy-forbidden', inline('<ph id="1" canCopy="no"/>', '<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>')],
  ['reorder-needs-fixed', inline('<ph id="1" canReorder="firstNo" canCopy="no"/>')],
  ['reorder-sequence-start', inline(`<ph id="1" ${fixed}="no"/>`)],
  ['reorder-sequence-start', inline(`<ph id="1" ${fixed}="firstNo"/><ph id="2"/><ph id="3" ${fixed}="no"/>`)],
  [
    'reorder-sequence-changed',
    inline(
      `<ph id="1" ${fixed}="firstNo"/><ph id="2" ${fixed}="no"/><ph id="3" ${fixed}="no"/>`,
      `<ph id="1" ${fixed}="firstNo"/><ph id="3" ${fixed}="no"/><ph id="2" ${fixed}="no"/>`,
    ),
  ],
  ['code-deleted', { segments: segment('<ph id="1" canDelete="no"/>', '', 'state="final"') }],
  ['code-deleted', { version: '2.0', xliff: '', ...inline('<ph id="1" canDelete="no"/>', '') }],
  ['sub-type-needs-type', inline('<ph id="1" subType="my:a"/>')],
  ['sub-type-value', inline('<ph id="1" type="fmt" subType="xlf:bold"/>')],
  ['attribute-value', inline('<ph id="1" type="fmt" subType="bold"/>')],
  ['attribute-value', inline('<ph id="1" type="bold"/>')],
  ['code-point', inline('<cp hex="0041"/>')],
  ['code-point', inline('<cp hex="11FFFF"/>')],
  ['sub-flow-reference', inline('<ph id="1" subFlows="u9"/>')],
  ['sub-flow-reference', { inFile: '<group id="g0"/>', ...inline('<ph id="1" subFlows="g0"/>') }],

  ['order-range', { segments: '<segment><source>a</source><target order="2">b</target></segment>' }],
  [
    'order-unique',
    {
      segments:
        '<segment><source>a</source><target order="2">b</target></segment><segment><source>a</source><target>b</target></segment>',
    },
  ],
  ['attribute-value', { segments: '<segment><source>a</source><target order="first">b</target></segment>' }],
  ['attribute-unknown', { segments: '<segment><source order="1">a</source></segment>' }],
  ['state-needs-target', state('state="translated"')],
  ['sub-state-needs-state', state('subState="my:a"')],
  ['sub-state-prefix', state('state="initial" subState="a"')],
  ['attribute-value', state('state="new"', 'b')],
  ['reserved-prefix', state('state="initial" subState="xlf:a"')],
  ['reserved-prefix', { unit: 'type="xlf:a"' }],
  ['reserved-prefix', { group: 'type="xlf:p"' }],
  [
    'reserved-prefix',
    {
      inUnit:
        '<mtc:matches><mtc:match ref="#m1" type="tm" subType="xlf:a"><source/><target/></mtc:match></mtc:matches>',
    },
  ],
  ['attribute-value', { unit: 'type="paragraph"' }],
  ['attribute-value', { inUnit: '<notes><note priority="11">a</note></notes>' }],
  ['attribute-value', { inUnit: '<notes><note appliesTo="both">a</note></notes>' }],
  [
    'element-misplaced',
    { inUnit: '<originalData><data id="1"/></originalData><notes><note>a</note></notes>' },
  ],
  ['skeleton-link-or-content', { inFile: '<skeleton/>' }],
  ['extension-element', { segments: '<segment><my:a/><source>a</source></segment>' }],
  ['extension-element', inline('a<my:b/>')],
  ['extension-attribute', inline('<ph id="1" my:a="1"/>')],
  ['extension-attribute', { segments: '<segment><source my:a="1">a</source></segment>' }],
  ['extension-attribute', inline('<mrk id="1" translate="no" xml:space="preserve">a</mrk>')],
  ['extension-id-unique', { inUnit: '<my:a id="1"/><my:b id="1"/>' }],
];
