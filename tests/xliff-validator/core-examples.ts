import type { Parts } from './minimal-file.ts';

const segment = (source: string, target?: string, attributes = ''): string =>
  `<segment ${attributes}><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`;
const inline = (source: string, target?: string): Parts => ({ segments: segment(source, target) });
const fixed = 'canCopy="no" canDelete="no" canReorder';

/** Files of the core that look strange and are valid, by what is strange in them. */
export const coreExamples: ReadonlyMap<string, Parts> = new Map<string, Parts>([
  [
    'ids of letters of the world, points and digits',
    { segments: '<segment id="0"><source><ph id="é.1-:_·"/></source></segment>' },
  ],
  [
    'empty sources and targets',
    { segments: '<segment><source/><target/></segment><ignorable><source/></ignorable>' },
  ],
  [
    'one id for a file, a unit and a segment',
    {
      file: 'original="x"',
      segments: '<segment id="u1"><source>a</source></segment>',
      inUnit: '<notes><note id="u1">a</note></notes>',
    },
  ],
  [
    'languages in other letters',
    { segments: '<segment><source xml:lang="FR">a</source><target xml:lang="EN">b</target></segment>' },
  ],
  [
    'spaces of source and target that differ, in 2.1',
    {
      segments:
        '<segment><source xml:space="preserve">a</source><target xml:space="default">b</target></segment>',
    },
  ],
  [
    'codes that begin in one segment and end in another',
    {
      segments: `${segment('<sc id="1"/>a', '<sc id="1"/>a')}${segment('b<ec startRef="1"/>', 'b<ec startRef="1"/>')}`,
    },
  ],
  ['overlapping codes', inline('<sc id="1"/>a<sc id="2"/>b<ec startRef="1"/>c<ec startRef="2"/>')],
  [
    'a start in a pc and its end outside',
    inline('<pc id="1" canOverlap="yes">a<sc id="2"/></pc>b<ec startRef="2"/>'),
  ],
  [
    'an isolated start, and an isolated end with a direction',
    inline('<sc id="1" isolated="yes" dir="rtl"/>a<ec id="2" isolated="yes" dir="auto"/>'),
  ],
  [
    'a pc in the source that is two halves in the target, with ids of their own',
    inline('<pc id="1">a</pc>', '<sc id="2"/>a<ec startRef="2"/>'),
  ],
  [
    'marks that overlap',
    inline('<sm id="1" translate="no"/>a<sm id="2" type="term"/>b<em startRef="1"/>c<em startRef="2"/>'),
  ],
  [
    'a mark that spans segments',
    {
      segments: `${segment('<sm id="1" type="my:a"/>a')}<ignorable><source> </source></ignorable>${segment('b<em startRef="1"/>')}`,
    },
  ],
  ['a mark without type or translate', inline('<mrk id="1">a</mrk>')],
  [
    'a term with value and reference',
    inline('<mrk id="1" type="term" value="a" ref="http://a.example/">b</mrk>'),
  ],
  ['a comment with nothing said', inline('<mrk id="1" type="comment" value="">a</mrk>')],
  [
    'a comment that names its note by a path',
    {
      inUnit: '<notes><note id="n1">a</note></notes>',
      ...inline('<mrk id="1" type="comment" ref="#f=f1/u=u1/n=n1">a</mrk>'),
    },
  ],
  [
    'original data shared, unused, with code points',
    {
      inUnit:
        '<originalData><data id="1" dir="auto" xml:space="preserve">a<cp hex="001b"/></data><data id="2"/></originalData>',
      ...inline('<ph id="1" dataRef="1"/><pc id="2" dataRefStart="1" dataRefEnd="1">a</pc>'),
    },
  ],
  [
    'a pc whose start and end differ in everything',
    {
      inUnit: '<originalData><data id="1"/><data id="2"/></originalData>',
      ...inline(
        '<pc id="1" dispStart="a" dispEnd="b" equivStart="" equivEnd="x" dataRefStart="1" dataRefEnd="2" type="link" subType="my:a" dir="rtl">a</pc>',
      ),
    },
  ],
  ['a pc shown by its start alone', inline('<pc id="1" dispStart="a">a</pc>')],
  [
    'a copy of a code, and a copy of a copy',
    inline('<ph id="1"/>', '<ph id="1"/><ph id="2" copyOf="1"/><ph id="3" copyOf="2"/>'),
  ],
  ['a new code in a target', inline('a', '<ph id="1"/>')],
  ['a code that was deleted, as it may be', inline('<ph id="1"/>', 'a')],
  [
    'a code that must stay, before the segment is final',
    { segments: segment('<ph id="1" canDelete="no"/>', '', 'state="translated"') },
  ],
  [
    'a fixed sequence over text, marks and a pc',
    inline(
      `<ph id="1" ${fixed}="firstNo"/>a<mrk id="m" translate="no"><pc id="2" ${fixed}="no">b</pc></mrk><ph id="3" ${fixed}="no"/>`,
      `<ph id="1" ${fixed}="firstNo"/><pc id="2" ${fixed}="no"/>x<ph id="3" ${fixed}="no"/>`,
    ),
  ],
  [
    'two fixed sequences that change places',
    inline(
      `<ph id="1" ${fixed}="firstNo"/><ph id="2" ${fixed}="no"/><ph id="3" ${fixed}="firstNo"/>`,
      `<ph id="3" ${fixed}="firstNo"/><ph id="1" ${fixed}="firstNo"/><ph id="2" ${fixed}="no"/>`,
    ),
  ],
  [
    'a start that is first, and its end that is not',
    inline(`<sc id="1" ${fixed}="firstNo"/>a<ec startRef="1" ${fixed}="no"/>`),
  ],
  [
    'targets in another order',
    {
      segments:
        '<segment><source>a</source><target order="3">b</target></segment><ignorable><source/></ignorable><segment><source>c</source><target order="1">d</target></segment>',
    },
  ],
  [
    'an order that is that of the segment',
    { segments: '<segment><source>a</source><target order="1">b</target></segment>' },
  ],
  [
    'sub-flows of a unit that comes before',
    {
      inFile: '<unit id="u0"><segment><source>a</source></segment></unit>',
      ...inline('<ph id="1" subFlows="u0"/><pc id="2" subFlowsStart="u0 u1" subFlowsEnd="u0">b</pc>'),
    },
  ],
  [
    'every state, with one of its own',
    {
      segments: ['initial', 'translated', 'reviewed', 'final']
        .map((state) => segment('a', 'b', `state="${state}" subState="my:${state}"`))
        .join(''),
    },
  ],
  [
    'what must not be resegmented, in what may be',
    {
      file: 'canResegment="yes" translate="no" srcDir="rtl" trgDir="auto"',
      group: 'canResegment="no" name="" type="my:a"',
      unit: 'canResegment="yes" translate="yes"',
      segments: segment('a', 'b', 'canResegment="no"'),
    },
  ],
  [
    'notes on every level with the same ids',
    {
      inFile: '<notes><note id="1" priority="10" appliesTo="target" category="a b">x</note></notes>',
      inGroup: '<notes><note id="1">x</note><note>y</note></notes>',
      inUnit: '<notes><note id="1" priority="1"> </note></notes>',
    },
  ],
]);
