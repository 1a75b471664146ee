import { describe, expect, it } from 'vitest';
import { DepecheError } from '../../src/model/errors.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { exampleDraft } from './example-draft.ts';

const master = writeMaster(exampleDraft());

function lineOf(needle: string): number {
  return master.slice(0, master.indexOf(needle)).split('\n').length;
}

function refusal(text: string): DepecheError {
  try {
    readMaster(text, 'locales/en/brevine-port.xlf');
  } catch (error) {
    if (error instanceof DepecheError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

type Damage = [what: string, from: string | RegExp, to: string, message: RegExp];

const damages: Damage[] = [
  ['a DOCTYPE', '<xliff ', '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff ', /DOCTYPE/],
  ['an entity of its own', 'Le quai', '&quai;', /not well-formed/],
  ['a file cut short', /<\/group>[\s\S]*/u, '', /not well-formed/],
  ['another root', /xliff/gu, 'tmx', /<tmx> is no XLIFF/],
  ['XLIFF 2.0', 'version="2.1"', 'version="2.0"', /XLIFF 2\.0 .* a master is XLIFF 2\.1/],
  ['another namespace', 'document:2.0"', 'document:1.2"', /document:1\.2/],
  ['no version', ' version="2.1"', '', /has no version/],
  ['no source language', ' srcLang="fr"', '', /has no srcLang/],
  ['no target language', ' trgLang="en"', '', /has no trgLang/],
  ['a target language that is none', 'trgLang="en"', 'trgLang="../en"', /“\.\.\/en” is no language tag/],
  ['no file', /<file [\s\S]*<\/file>/u, '', /no <file>/],
  ['two files', '</file>', '</file><file id="b"/>', /a second <file>/],
  [
    'an id that leaves the folder',
    'file id="brevine-port"',
    'file id="../port"',
    /“\.\.\/port” cannot be the id/,
  ],
  [
    'no version of the dispatch',
    '<mda:meta type="version">2<',
    '<mda:meta type="version">two<',
    /gives no version/,
  ],
  ['a unit id twice', 'unit id="p0003"', 'unit id="p0002"', /id “p0002” is used twice/],
  ['a segment id twice', 'segment id="s2ab0"', 'segment id="s7k2f"', /id “s7k2f” is used twice/],
  ['a blank with the id of a segment', 'id="i-s7k2f"', 'id="s7k2f"', /id “s7k2f” is used twice/],
  ['a segment without an id', 'segment id="s2ab0" ', 'segment ', /has no id/],
  [
    'an id that is not ours',
    'segment id="s2ab0"',
    'segment id="__proto__"',
    /“__proto__” is no id of a segment/,
  ],
  ['a state that XLIFF does not have', 'state="final"', 'state="signed-off"', /unknown state “signed-off”/],
  ['a subState without a prefix', '"depeche:stale"', '"stale"', /subState “stale” has no prefix/],
  ['a state that depeche does not have', '>pending<', '>waiting<', /unknown state “waiting”/],
  ['an unknown step', '>repaired<', '>mended<', /unknown step “mended”/],
  ['an unknown origin', '>rule</mda:meta><', '>oracle</mda:meta><', /unknown origin “oracle”/],
  ['an unknown kind of match', '>ice<', '>hot<', /“hot” is no match/],
  ['nobody who did it', '<mda:meta type="by">Ada Meyer</mda:meta>', '', /its “by” is missing/],
  ['no hash of the target', /<mda:meta type="target-hash">.*?<\/mda:meta>/u, '', /“target-hash” is missing/],
  [
    'a target nobody can answer for',
    'id="s7k2f"><mda:meta',
    'id="s7k2g"><mda:meta',
    /s7k2f has a target and no metadata/,
  ],
  [
    'a second record of a segment',
    'metaGroup category="depeche:segment" id="s0qd4"',
    'metaGroup category="depeche:segment" id="s7k2f"',
    /a second metaGroup for segment s7k2f/,
  ],
  [
    'a source that was changed',
    '>La mer était calme.<',
    '>La mer était haute.<',
    /the source of segment s2ab0 was changed/,
  ],
  [
    'a segment without source',
    '<source xml:space="preserve">La mer était calme.</source>',
    '',
    /s2ab0 has no <source>/,
  ],
  [
    'a second target',
    '<target xml:space="preserve">“No,” he said.</target>',
    '<target>a</target><target>b</target>',
    /a second <target>/,
  ],
  [
    'a unit without segments',
    /(unit id="p0003"[\s\S]*?<\/mda:metadata>)[\s\S]*?<\/unit>/u,
    '$1</unit>',
    /p0003 has no <segment>/,
  ],
  [
    'a foreign element in a text',
    '>La mer était',
    '><b xmlns="urn:x">La</b> mer était',
    /<b> cannot stand in text/,
  ],
  [
    'a core element that is not inline',
    '>La mer était',
    '><note>La</note> mer était',
    /<note> cannot stand in text/,
  ],
  [
    'a code point beyond Unicode',
    '>La mer était',
    '><cp hex="110000"/>La mer était',
    /“110000” is no code point/,
  ],
];

describe('a master is refused that has', () => {
  it.each(damages)('%s', (_, from, to, message) => {
    const damaged = master.replace(from, to);
    expect(damaged).not.toBe(master);
    const error = refusal(damaged);
    expect(error.code).toBe('invalid');
    expect(error.message).toMatch(message);
    expect(error.place).toEqual({
      file: 'locales/en/brevine-port.xlf',
      line: expect.any(Number),
      column: expect.any(Number),
    });
  });

  it('its fault at the line and column where it stands', () => {
    const { place } = refusal(master.replace('segment id="s2ab0"', 'segment id="s7k2f"'));
    expect(place).toMatchObject({ line: lineOf('<segment id="s2ab0"'), column: 7 });
  });

  it('nothing in it', () => {
    expect(refusal('').code).toBe('invalid');
    expect(refusal('Le port de Brévine rouvre').code).toBe('invalid');
  });
});

describe('a master is read that has', () => {
  const same = (text: string): void => expect(readMaster(text)).toEqual(readMaster(master));

  it('other prefixes', () => {
    const prefixed = master
      .replace(/<(\/?)(xliff|file|notes?|unit|group|segment|ignorable|source|target|mrk)\b/gu, '<$1ns0:$2')
      .replace('xmlns=', 'xmlns:ns0=')
      .replaceAll('mda:', 'm:')
      .replace('xmlns:mda', 'xmlns:m');
    same(prefixed.replace('xmlns:m:', 'xmlns:m'));
  });

  it('extensions and notes of others, and lost its own', () => {
    same(
      master
        .replace('<notes>', '<x:unit xmlns:x="urn:x" id="p0002"><x:segment id="s7k2f"/></x:unit><notes>')
        .replace(/<gls:glossary>[\s\S]*?<\/gls:glossary>/u, '')
        .replace(/<mtc:matches>[\s\S]*?<\/mtc:matches>/u, '')
        .replace(/ subState="[^"]*"/gu, ' subState="other:mark"')
        .replace('</notes>', '<note>of others</note></notes>'),
    );
  });

  it('its dateline twice, because one was removed with people’s work in it', () => {
    const draft = exampleDraft();
    const gone = draft.removed.map((kept) => ({ ...kept, id: 'dateline' }));
    const read = readMaster(writeMaster({ ...draft, removed: [...gone, ...gone] }));
    expect(read.removed.map(({ id }) => id)).toEqual(['dateline', 'dateline']);
    expect(read.units.filter(({ id }) => id === 'dateline')).toHaveLength(1);
  });
});
