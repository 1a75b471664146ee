import type { ConstraintId } from '../../src/xliff/validate/constraints.ts';
import type { Parts } from './minimal-file.ts';

const match = (attributes: string, source = 'a', target = 'b'): Parts => ({
  inUnit: `<mtc:matches><mtc:match ${attributes}><source>${source}</source><target>${target}</target></mtc:match></mtc:matches>`,
});
const entry = (inside: string): Parts => ({
  inUnit: `<gls:glossary><gls:glossEntry>${inside}</gls:glossEntry></gls:glossary>`,
});
const metadata = (inside: string): Parts => ({
  inFile: `<mda:metadata id="a">${inside}</mda:metadata>`,
});
const resource = (attributes: string, inside: string): Parts => ({
  inUnit: `<res:resourceData><res:resourceItem ${attributes}>${inside}</res:resourceItem></res:resourceData>`,
});
const rule = (attributes: string): Parts => ({
  inUnit: `<val:validation><val:rule ${attributes}/></val:validation>`,
});
const revisions = (attributes: string, properties: string): Parts => ({
  inUnit: `<ctr:changeTrack><ctr:revisions ${attributes}><ctr:revision version="r1">${properties}</ctr:revision></ctr:revisions></ctr:changeTrack><notes><note id="n1">a</note><note id="n2" category="x">b</note></notes>`,
});
const old = '<ctr:item property="content">a</ctr:item>';
const inline = (source: string): Parts => ({ source, target: '' });
const sized = { inFile: '<slr:profiles generalProfile="xliff:codepoints" storageProfile="xliff:utf16"/>' };
const image = '<res:source href="a"/>';

/** Minimal files of 2.1 with modules: what is put into each, and the one constraint that it breaks. */
export const moduleBreaches: readonly (readonly [ConstraintId, Parts])[] = [
  ['match-ref', match('ref="m1"')],
  ['match-ref', match('ref="#m9"')],
  ['match-ref', match('ref="#u=u1"')],
  ['match-ref', match('ref="#n=m1"')],
  ['match-ref', match('ref="#f=f2/u=u1/m1"')],
  ['match-ref', match('ref="http://a.example/#x=m1"')],
  ['attribute-missing', match('id="a"')],
  ['id-syntax', match(String.raw`ref="#m1" id="\a"`)],
  ['attribute-value', match('ref="#m1" type="my.mt"')],
  ['attribute-value', match('ref="#m1" type="mt" subType="exact"')],
  ['attribute-value', match('ref="#m1" matchQuality="100.1"')],
  ['attribute-value', match('ref="#m1" matchSuitability="-1"')],
  ['attribute-value', match('ref="#m1" similarity="90%"')],
  ['attribute-value', match('ref="#m1" reference="true"')],
  ['match-sub-type-needs-type', match('ref="#m1" subType="my:a"')],
  [
    'match-language',
    { inUnit: match('ref="#m1"').inUnit?.replace('<target', '<target xml:lang="lb"') ?? '' },
  ],
  ['content-id-unique', match('ref="#m1"', '<ph id="1"/><ph id="1"/>')],
  ['target-id', match('ref="#m1"', '<ph id="1"/>', '<pc id="1">a</pc>')],
  ['target-id', match('ref="#m1"', 'a', '<ph id="1"/><ph id="1"/>')],
  ['data-reference', match('ref="#m1"', '<ph id="1" dataRef="d1"/>')],
  [
    'start-and-end-attribute',
    {
      inUnit:
        match('ref="#m1"', '<pc id="1" dataRefStart="d1">a</pc>').inUnit?.replace(
          '<source>',
          '<originalData><data id="d1"/></originalData><source>',
        ) ?? '',
    },
  ],
  [
    'data-id-unique',
    {
      inUnit:
        match('ref="#m1"').inUnit?.replace(
          '<source>',
          '<originalData><data id="1"/><data id="1"/></originalData><source>',
        ) ?? '',
    },
  ],
  ['start-code-without-end', match('ref="#m1"', '<sc id="1"/>')],
  ['annotation-start-without-end', match('ref="#m1"', '<sm id="1" translate="no"/>')],
  ['fs-on-end-code', match('ref="#m1"', '<sc id="1"/><ec startRef="1" fs:fs="b"/>')],
  ['size-on-end-code', match('ref="#m1"', '<sc id="1"/><ec startRef="1" slr:equivStorage="1"/>')],
  ['sub-type-needs-type', match('ref="#m1"', '<ph id="1" subType="xlf:lb"/>')],
  ['element-missing', { inUnit: '<mtc:matches/>' }],
  ['element-missing', { inUnit: match('ref="#m1"').inUnit?.replace('<target>b</target>', '') ?? '' }],
  [
    'element-misplaced',
    {
      inUnit:
        match('ref="#m1"').inUnit?.replace(
          '</mtc:matches>',
          '<mtc:matches><mtc:match ref="#m1"><source/><target/></mtc:match></mtc:matches></mtc:matches>',
        ) ?? '',
    },
  ],
  [
    'module-placement',
    { inGroup: '<mtc:matches><mtc:match ref="#m1"><source/><target/></mtc:match></mtc:matches>' },
  ],

  [
    'glossary-ref',
    {
      inUnit:
        '<gls:glossary><gls:glossEntry ref="m1"><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>',
    },
  ],
  ['glossary-ref', entry('<gls:term>a</gls:term><gls:translation ref="#g=m1">b</gls:translation>')],
  ['glossary-entry-empty', entry('<gls:term>a</gls:term>')],
  [
    'glossary-id-unique',
    entry(
      '<gls:term>a</gls:term><gls:translation id="1">b</gls:translation><gls:translation id="1">c</gls:translation>',
    ),
  ],
  ['id-syntax', entry('<gls:term>a</gls:term><gls:translation id="a b">b</gls:translation>')],
  ['element-missing', entry('<gls:definition>b</gls:definition>')],
  ['element-missing', { inUnit: '<gls:glossary/>' }],
  [
    'element-misplaced',
    entry('<gls:term>a</gls:term><gls:definition>b</gls:definition><gls:translation>c</gls:translation>'),
  ],
  ['text-not-allowed', entry('<gls:term>a</gls:term><gls:definition>b</gls:definition>"')],
  ['attribute-unknown', entry('<gls:term id="1">a</gls:term><gls:definition>b</gls:definition>')],
  [
    'module-placement',
    {
      inFile:
        '<gls:glossary><gls:glossEntry><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>',
    },
  ],

  ['attribute-value', { unit: 'fs:fs="paragraph"' }],
  ['attribute-value', { unit: 'fs:fs="script"' }],
  ['attribute-value', { unit: 'fs:fs="img" fs:subFs="src"' }],
  ['attribute-value', { unit: 'fs:fs="img" fs:subFs="alt,a,b"' }],
  ['attribute-value', { unit: String.raw`fs:fs="img" fs:subFs="src,c:\d.png"` }],
  ['sub-fs-needs-fs', { file: 'fs:subFs="class,a"' }],
  ['sub-fs-needs-fs', { inUnit: '<notes><note fs:subFs="class,a">n</note></notes>' }],
  ['fs-on-end-code', inline('<sc id="1"/><ec startRef="1" isolated="no" fs:fs="b"/>')],
  ['module-attribute', { unit: 'fs:style="b"' }],
  ['extension-attribute', { segments: '<segment fs:fs="p"><source>a</source></segment>' }],

  ['metadata-id-unique', metadata('<mda:metaGroup id="a"><mda:meta type="b"/></mda:metaGroup>')],
  [
    'metadata-id-unique',
    metadata(
      '<mda:metaGroup id="b"><mda:metaGroup id="b"><mda:meta type="b"/></mda:metaGroup></mda:metaGroup>',
    ),
  ],
  ['id-syntax', metadata('<mda:metaGroup id="a%$#b"><mda:meta type="b"/></mda:metaGroup>')],
  ['attribute-value', metadata('<mda:metaGroup appliesTo="both"><mda:meta type="b"/></mda:metaGroup>')],
  ['attribute-unknown', metadata('<mda:metaGroup><mda:meta type="b" appliesTo="source"/></mda:metaGroup>')],
  ['attribute-missing', metadata('<mda:metaGroup><mda:meta>b</mda:meta></mda:metaGroup>')],
  ['element-missing', metadata('')],
  ['element-missing', metadata('<mda:metaGroup/>')],
  ['extension-attribute', metadata('<mda:metaGroup my:a="1"><mda:meta type="b"/></mda:metaGroup>')],
  [
    'module-placement',
    metadata(
      '<mda:metaGroup><mda:meta type="b"/></mda:metaGroup></mda:metadata><mda:metadata><mda:metaGroup><mda:meta type="b"/></mda:metaGroup>',
    ),
  ],

  [
    'resource-id-unique',
    {
      inFile: `<res:resourceData><res:resourceItem id="a" mimeType="b">${image}</res:resourceItem><res:resourceItem id="a" mimeType="b">${image}</res:resourceItem></res:resourceData>`,
    },
  ],
  ['resource-ref', { inUnit: '<res:resourceData><res:resourceItemRef ref="a"/></res:resourceData>' }],
  ['attribute-missing', { inUnit: '<res:resourceData><res:resourceItemRef/></res:resourceData>' }],
  ['resource-empty', resource('mimeType="a"', '')],
  ['resource-mime-type', resource('', image)],
  ['resource-link-or-content', resource('mimeType="a"', '<res:source href="a"><my:b/></res:source>')],
  ['resource-link-or-content', resource('mimeType="a"', `${image}<res:target/>`)],
  ['resource-language', resource('mimeType="a"', '<res:source href="a" xml:lang="fr-CA"/>')],
  ['resource-language', resource('mimeType="a"', '<res:target href="a" xml:lang="lb"/>')],
  ['attribute-missing', resource('mimeType="a"', `${image}<res:reference/>`)],
  ['attribute-value', resource('mimeType="a" context="maybe"', image)],
  ['element-misplaced', resource('mimeType="a"', `<res:target href="a"/>${image}`)],
  ['text-not-allowed', resource('', '<res:source>a<my:b/></res:source>')],
  [
    'module-placement',
    {
      inGroup: `<res:resourceData><res:resourceItem mimeType="a">${image}</res:resourceItem></res:resourceData>`,
    },
  ],

  ['size-format', { ...sized, file: 'slr:sizeRestriction="ninety"' }],
  ['size-format', { ...sized, unit: 'slr:sizeRestriction="*6"' }],
  ['size-format', { ...sized, unit: 'slr:sizeRestriction="35,star"' }],
  ['size-format', { ...sized, group: 'slr:storageRestriction="25,100.5"' }],
  ['size-format', { ...sized, ...inline('<pc id="1" slr:storageRestriction="1,2,3">a</pc>') }],
  ['size-format', { ...sized, ...inline('<ph id="1" slr:sizeInfo="wide"/>') }],
  ['size-format', { ...sized, ...inline('<sc id="1" isolated="yes" slr:equivStorage="7.1"/>') }],
  ['size-format', inline('<ph id="1" slr:sizeInfo="25.5"/>')],
  [
    'size-info-or-ref',
    {
      inUnit: '<slr:data profile="a"><my:a id="1"/></slr:data>',
      ...inline('<ph id="1" slr:sizeInfo="1" slr:sizeInfoRef="1"/>'),
    },
  ],
  [
    'size-reference',
    { group: 'slr:sizeInfoRef="a"', inFile: '<slr:data profile="a"><my:a id="b"/></slr:data>' },
  ],
  [
    'size-reference',
    { unit: 'slr:sizeInfoRef="a"', inUnit: '<slr:data profile="a"><my:a id="a"/></slr:data>' },
  ],
  ['size-reference', { ...inline('<ph id="1" slr:sizeInfoRef="a"/>'), inUnit: '<my:a id="a"/>' }],
  ['size-on-end-code', inline('<sc id="1"/><ec startRef="1" slr:sizeInfo="0"/>')],
  ['module-attribute', inline('<ph id="1" slr:sizeRestriction="9"/>')],
  ['module-attribute', { unit: 'slr:equivStorage="9"' }],
  ['attribute-value', { inFile: '<slr:profiles><slr:normalization general="nfkc"/></slr:profiles>' }],
  ['attribute-missing', { inUnit: '<slr:data/>' }],
  ['module-placement', { inGroup: '<slr:profiles/>' }],
  ['module-placement', { inUnit: '<slr:normalization/>' }],

  ['validation-one-condition', rule('')],
  ['validation-one-condition', rule('caseSensitive="no"')],
  ['validation-one-condition', rule('isPresent="a" isNotPresent="b"')],
  ['validation-one-condition', rule('endsWith="a" my:only="digits"')],
  ['validation-one-condition', rule('fs:fs="b"')],
  ['validation-occurs', rule('startsWith="a" occurs="1"')],
  ['attribute-value', rule('isPresent="a" occurs="0"')],
  ['attribute-value', rule('isPresent="a" caseSensitive="maybe"')],
  ['attribute-value', rule('isPresent="a" normalization="nfkd"')],
  ['attribute-value', rule('isPresent="a" disabled="true"')],
  ['validation-exists-in-source', rule('isNotPresent="a" existsInSource="yes"')],
  ['validation-exists-in-source', rule('my:only="digits" existsInSource="yes"')],
  ['validation-disabled-in-file', { inFile: rule('isPresent="a" disabled="yes"').inUnit ?? '' }],
  ['attribute-unknown', rule('isPresent="a" mustLoc="yes"')],
  ['element-missing', { inUnit: '<val:validation/>' }],
  ['text-not-allowed', { inUnit: '<val:validation><val:rule isPresent="a">b</val:rule></val:validation>' }],

  ['change-reference', revisions('appliesTo="note" ref="n9"', old)],
  ['change-reference', revisions('appliesTo="note"', old)],
  ['change-current-version', revisions('appliesTo="source" currentVersion="r2"', old)],
  ['change-property', revisions('appliesTo="note" ref="n1"', '<ctr:item property="category">a</ctr:item>')],
  [
    'change-property',
    revisions(
      'appliesTo="note" ref="n2"',
      '<ctr:item property="category">a</ctr:item><ctr:item property="category">b</ctr:item>',
    ),
  ],
  ['attribute-missing', revisions('', old)],
  ['attribute-missing', revisions('appliesTo="source"', '<ctr:item>a</ctr:item>')],
  ['attribute-value', revisions('appliesTo="a b"', old)],
  ['element-missing', revisions('appliesTo="source"', '')],
  ['element-missing', { inFile: '<ctr:changeTrack/>' }],
  [
    'module-placement',
    {
      inUnit:
        '<ctr:revisions appliesTo="source"><ctr:revision><ctr:item property="content"/></ctr:revision></ctr:revisions>',
    },
  ],
];
