import type { Parts } from './minimal-file.ts';

const match = (attributes: string, inside = ''): string =>
  `<mtc:matches><mtc:match ref="#m1" ${attributes}>${inside}<source>quai</source><target>quay</target></mtc:match></mtc:matches>`;
const entry = (inside: string): string =>
  `<gls:glossary><gls:glossEntry>${inside}</gls:glossEntry></gls:glossary>`;
const rules = (inside: string): string => `<val:validation>${inside}</val:validation>`;
const item = (attributes: string, inside: string): string =>
  `<res:resourceData><res:resourceItem ${attributes}>${inside}</res:resourceItem></res:resourceData>`;
const profiles = '<slr:profiles generalProfile="xliff:codepoints" storageProfile="xliff:utf8"/>';
const span = (attributes: string): Parts => ({
  source: `Le <mrk id="m1" ${attributes}>quai</mrk>`,
  target: 'The quay',
});
const revisions = (attributes: string, properties: string, version = ''): string =>
  `<ctr:changeTrack><ctr:revisions ${attributes}><ctr:revision ${version}>${properties}</ctr:revision></ctr:revisions></ctr:changeTrack>`;
const content = '<ctr:item property="content">old</ctr:item>';

/** Files that look strange and are valid, by what is strange in them. */
export const moduleExamples: ReadonlyMap<string, Parts> = new Map<string, Parts>([
  ['a match by the fragment of a target', { inUnit: match('').replace('#m1', '#t=m1') }],
  ['a match by a path from the file', { inUnit: match('').replace('#m1', '#/f=f1/u=u1/m1') }],
  [
    'a match for a whole segment',
    { inUnit: match('id="x" type="idm" subType="my:a"').replace('#m1', '#s1') },
  ],
  [
    'a match with all its numbers',
    { inUnit: match('matchQuality="0" matchSuitability="100.0" similarity="33.3"') },
  ],
  [
    'a match with metadata, data of its own and an extension',
    {
      inUnit:
        '<mtc:matches><mtc:match ref="#m1" my:a="1"><mda:metadata><mda:metaGroup><mda:meta type="a">b</mda:meta></mda:metaGroup></mda:metadata><originalData><data id="d1">x</data></originalData><source><ph id="1" dataRef="d1"/><cp hex="0007"/></source><target><ph id="1" dataRef="d1"/><ph id="2"/></target><my:x id="1"/></mtc:match></mtc:matches>',
    },
  ],
  [
    'matches whose codes have the ids of the unit and of each other',
    {
      inUnit:
        '<mtc:matches><mtc:match ref="#m1"><source><pc id="m1">a</pc></source><target><pc id="m1">b</pc></target></mtc:match><mtc:match ref="#m1"><source><pc id="m1">a</pc></source><target/></mtc:match></mtc:matches>',
    },
  ],
  [
    'a match for reference in a third language',
    { inUnit: match('reference="yes"').replace('<target>', '<target xml:lang="lb">') },
  ],
  [
    'a match with its own rating',
    { inUnit: match('its:locQualityRatingVote="-3" its:person="lm" itsm:domains="sea"') },
  ],

  [
    'a term with a definition alone',
    { inUnit: entry('<gls:term>quai</gls:term><gls:definition>d</gls:definition>') },
  ],
  [
    'a term with metadata, two translations and an extension',
    {
      inUnit: entry(
        '<gls:term source="" my:a="1">quai</gls:term><gls:translation id="1" ref="#t=m1">quay</gls:translation><gls:translation id="2">pier</gls:translation><mda:metadata><mda:metaGroup><mda:meta type="a"/></mda:metaGroup></mda:metadata><my:x/>',
      ),
    },
  ],

  [
    'styles of structure, notes and codes',
    {
      file: 'fs:fs="html"',
      group: 'fs:fs="div" fs:subFs="class,lead"',
      unit: 'fs:fs="p"',
      inUnit: '<notes><note fs:fs="span" my:a="1">n</note></notes>',
      source: '<sc id="1" fs:fs="b"/><mrk id="m1" translate="no" fs:fs="q">a</mrk><ec startRef="1"/>',
      target: '',
    },
  ],
  [
    'a style with escaped commas and backslashes',
    { unit: String.raw`fs:fs="img" fs:subFs="src,c:\\a\\b.png\alt,Yes\, it is\title,"` },
  ],
  [
    'a style on the end of an isolated code',
    { source: '<ec id="1" isolated="yes" fs:fs="b" fs:subFs="class,a"/>', target: '' },
  ],

  [
    'metadata of a file, a group and a unit with the same ids, nested deep',
    {
      inFile:
        '<mda:metadata id="a"><mda:metaGroup id="b"><mda:metaGroup id="c"><mda:meta type=""/></mda:metaGroup><mda:meta type="x">y</mda:meta></mda:metaGroup></mda:metadata>',
      inGroup:
        '<mda:metadata id="a"><mda:metaGroup id="b" appliesTo="ignorable"><mda:meta type="a"/></mda:metaGroup></mda:metadata>',
      inUnit:
        '<mda:metadata id="a"><mda:metaGroup id="b" category=""><mda:meta type="a"/></mda:metaGroup></mda:metadata>',
    },
  ],

  [
    'a resource with elements of others, and no type',
    {
      inUnit: item(
        'id="r1"',
        '<res:source xml:lang="FR"><my:a/></res:source><res:target xml:lang="en"><my:a/></res:target>',
      ),
    },
  ],
  [
    'a resource with elements of the core',
    { inUnit: item('', '<res:source><source>a</source></res:source>') },
  ],
  [
    'a resource that is a reference alone, in any language',
    { inUnit: item('context="no"', '<res:reference href="a b.png" xml:lang="de"/>') },
  ],
  [
    'a resource with a link of another system',
    {
      inFile: item(
        'mimeType="image/png" my:a="1"',
        String.raw`<res:source href="fr\a.png"/><res:target href=""/>`,
      ),
    },
  ],
  [
    'references to resources of the file and of the unit, with ids of their own',
    {
      inFile: item('id="r1" mimeType="a"', '<res:source href="x"/>'),
      inUnit:
        '<res:resourceData><res:resourceItemRef ref="r1" id="r2"/><res:resourceItemRef ref="r1"/><res:resourceItemRef ref="r9" my:a="1"/><res:resourceItem id="r9" mimeType="a"><res:source href="x"/></res:resourceItem></res:resourceData>',
    },
  ],

  [
    'every form of restriction',
    {
      inFile: profiles,
      file: 'slr:sizeRestriction="*" slr:storageRestriction="0"',
      group: 'slr:sizeRestriction="1,9"',
      unit: 'slr:storageRestriction="3,*"',
      source:
        '<pc id="1" slr:sizeRestriction="9" slr:equivStorage="" slr:sizeInfo="0"><mrk id="m1" translate="no" slr:storageRestriction="9">a</mrk></pc>',
      target: '',
    },
  ],
  [
    'sizes of a profile of somebody',
    {
      inFile: '<slr:profiles generalProfile="my:pixels" storageProfile="my:ebcdic"><my:font/></slr:profiles>',
      unit: 'slr:sizeRestriction="10.5x20" slr:storageRestriction="small"',
      source: '<ph id="1" slr:sizeInfo="1.5" slr:equivStorage="two"/>',
      target: '',
    },
  ],
  [
    'sizes without a profile',
    { unit: 'slr:sizeRestriction="9"', source: '<ph id="1" slr:sizeInfo="wide"/>', target: '' },
  ],
  [
    'normalization of sizes',
    { inFile: '<slr:profiles><slr:normalization general="nfc" storage="nfd"/><my:a/></slr:profiles>' },
  ],
  [
    'sizes by reference, of structure and codes',
    {
      inFile: '<slr:data profile="my:a"><my:x><my:y id="z1"/></my:x></slr:data>',
      inGroup: '<slr:data profile="my:a" my:b="1"><my:x xml:id="z2"/></slr:data>',
      inUnit: '<slr:data profile="my:a"><my:x id="z3"/></slr:data>',
      group: 'slr:sizeInfoRef="z1"',
      unit: 'slr:sizeInfoRef="z2"',
      source: '<ph id="1" slr:sizeInfoRef="z3"/><pc id="2" slr:sizeInfoRef="z1"/>',
      target: '',
    },
  ],

  [
    'rules of every kind',
    {
      inFile: rules(
        '<val:rule isPresent="a" occurs="3" normalization="none"/><val:rule isNotPresent="b" caseSensitive="no" disabled="no"/>',
      ),
      inGroup: rules('<val:rule isNotPresent="b" disabled="yes"/>'),
      inUnit: rules(
        '<val:rule startsWith="a" existsInSource="no"/><val:rule endsWith="." existsInSource="yes" normalization="nfd"/>',
      ).replace('>', ' my:a="1">'),
    },
  ],
  ['a rule of an extension', { inFile: rules('<val:rule my:only="digits" my:least="2" disabled="no"/>') }],

  [
    'revisions of a note, twice',
    {
      inUnit: `${revisions('appliesTo="note" ref="n1" currentVersion="r1"', `${content}<ctr:item property="category">x</ctr:item>`, 'version="r1" author="lm" datetime="yesterday"')}${revisions('appliesTo="note" ref="n2"', content)}<notes><note id="n1" category="a">a</note><note id="n2">b</note></notes>`,
    },
  ],
  [
    'revisions of the only note, and of a source',
    {
      inUnit: `${revisions('appliesTo="note" my:a="1"', content)}${revisions('appliesTo="source"', content)}<notes><note id="n1">a</note></notes>`,
    },
  ],
  [
    'revisions of one of two notes without ids',
    {
      inUnit: `${revisions('appliesTo="note"', content)}<notes><note>a</note><note id="n2">a</note></notes>`,
    },
  ],
  [
    'revisions in a file of 2.0, of a group',
    {
      version: '2.0',
      xliff: '',
      inFile: revisions('appliesTo="group" ref="g1"', '<ctr:item property="name">x</ctr:item>'),
      group: 'name="a"',
    },
  ],

  [
    'extensions wherever they may be',
    {
      xliff: 'my:a="1"',
      file: 'my:a="1"',
      inFile:
        '<skeleton>x<my:a/>y</skeleton><my:a id="1"/><my:a id="2"><b xmlns="" id="1">text</b></my:a><notes><note my:a="1" id="1">n</note></notes>',
      group: 'my:a="1"',
      inGroup: '<my:a id="1"/>',
      unit: 'my:a="1" xml:space="preserve"',
      inUnit: '<my:a id="1"/><c xmlns="urn:example:other" id="1"/>',
      ...span('my:a="1" type="my:b" value="c" ref="http://a.example/#d"'),
    },
  ],
  [
    'fragments of every kind',
    {
      segments:
        '<segment id="s1"><source><mrk id="1" type="my:a" ref="#f=f1">a</mrk><mrk id="2" type="my:a" ref="#/f=f1/u=u1/t=1">a</mrk><mrk id="3" type="my:a" ref="#g=g1/n=1">a</mrk><mrk id="4" type="my:a" ref="#u=u1/d=d1">a</mrk><mrk id="5" type="my:a" ref="#gls=a">a</mrk><mrk id="6" type="my:a" ref="#ctr=a">a</mrk><mrk id="7" type="my:a" ref="#slr=a">a</mrk><mrk id="8" type="my:a" ref="#mda=a">a</mrk><mrk id="9" type="my:a" ref="#val=a">a</mrk></source></segment>',
    },
  ],
]);
