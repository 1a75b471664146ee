import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { DepecheError, describeError } from '../../src/model/errors.ts';
import { houseSrx } from '../../src/segment/house-rules.ts';
import { createSegmenter } from '../../src/segment/segmenter.ts';
import { parseSrx, rulesFor } from '../../src/segment/srx.ts';
import { languageToolStyle, okapiStyle, omegatStyle, rule, srx1Style, srxOf } from './foreign-files.ts';

const schema = new URL('../../../shared/srx/srx20.xsd', import.meta.url);

const sentences = (srx: string, text: string): string[] =>
  createSegmenter(parseSrx(srx), 'fr')
    .cut(text)
    .map(({ start, end }) => text.slice(start, end));

const refusal = (srx: string): string => {
  try {
    parseSrx(srx, 'mine.srx');
  } catch (error) {
    if (error instanceof DepecheError && error.code === 'invalid') return describeError(error);
    throw error;
  }
  return '';
};

describe.each(['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru'])('our own rules for %s', (language) => {
  const rules = houseSrx(language) ?? '';

  it.skipIf(!existsSync(schema))('are valid SRX 2.0 (needs ../shared/srx/srx20.xsd)', () => {
    /** The schema asks for the one of `xml:lang` at an address; it uses nothing of it. */
    const text = readFileSync(schema, 'utf8').replace(/<xs:import[^>]*\/>/u, '');
    using xsd = XmlDocument.fromString(text);
    using validator = XsdValidator.fromDoc(xsd);
    using document = XmlDocument.fromString(rules);
    expect(() => validator.validate(document)).not.toThrow();
    using broken = XmlDocument.fromString(rules.replace('break="no"', 'break="maybe"'));
    expect(() => validator.validate(broken)).toThrow();
  });

  it('convert without a warning, and name their groups for their language', () => {
    const { warnings, languageRules } = parseSrx(rules);
    expect(warnings).toEqual([]);
    expect([...languageRules.keys()].every((name) => name.startsWith(`${language}-`))).toBe(true);
  });
});

describe('rule files of other tools', () => {
  const text = 'Selon M. Roy, env. 30 km. Mme. Sarr dort, p. ex., etc. et c’est tout ! « Vrai ? » Oui.';

  it('reads the manner of OmegaT, its defaults behind the rules of the language', () => {
    expect(sentences(omegatStyle, text)).toEqual([
      'Selon M. Roy, env.',
      '30 km.',
      'Mme. Sarr dort, p.',
      'ex., etc. et c’est tout !',
      '« Vrai ? » Oui.',
    ]);
    expect(rulesFor(parseSrx(omegatStyle), 'de').map(({ id }) => id)).toEqual(['Default:1']);
  });

  it('reads the manner of LanguageTool, the break behind the blank', () => {
    expect(sentences(languageToolStyle, text)).toEqual([
      'Selon M. Roy, env. 30 km.',
      'Mme. Sarr dort, p.',
      'ex., etc.',
      'et c’est tout !',
      '« Vrai ? » Oui.',
    ]);
    expect(sentences(languageToolStyle, 'Fin.Début. Selon J. Roy.')).toEqual([
      'Fin.',
      'Début.',
      'Selon J. Roy.',
    ]);
    expect(parseSrx(languageToolStyle).warnings).toEqual([
      { rule: 'French:5', message: 'possessive quantifiers are taken as plain ones', line: 15 },
    ]);
  });

  it('reads the manner of Okapi, its options passed over', () => {
    expect(sentences(okapiStyle, '1. Premier. « Oui. » Il part aux U.S.A. Air. et voilà.')).toEqual([
      '1. Premier.',
      '« Oui. » Il part aux U.S.A. Air. et voilà.',
    ]);
  });

  it('reads SRX 1.0: the first language map that fits, and a rule breaks where it does not say', () => {
    expect(sentences(srx1Style, 'Un; deux. Trois.')).toEqual(['Un; deux.', 'Trois.']);
    const { version, header } = parseSrx(srx1Style);
    expect({ version, ...header }).toMatchObject({ version: '1.0', cascade: false, segmentSubflows: false });
  });

  it('keeps what the header says of formats', () => {
    expect(parseSrx(omegatStyle).header.formatHandles.get('end')).toBe(true);
  });

  it('warns of a rule without patterns and passes it over', () => {
    const document = parseSrx(srxOf('<rule break="yes"></rule>', rule('yes', '\\.', '\\s')));
    expect(document.warnings).toMatchObject([{ rule: 'Essai:1', line: 9 }]);
    expect(rulesFor(document, 'fr').map(({ id }) => id)).toEqual(['Essai:2']);
  });
});

describe('a file that is no SRX is refused, with file, line and column', () => {
  it.each([
    ['not XML', '<srx', /^mine\.srx:1:/u],
    ['something else', '<tmx version="1.4"/>', /^mine\.srx:1:1: an SRX file begins with <srx>/u],
    ['an unknown version', '<srx version="3.0"/>', /version “3\.0”/u],
    ['no body', '<srx version="2.0"/>', /has no <body>/u],
    [
      'a map to nothing',
      omegatStyle.replace('languagerulename="Default">', 'languagerulename="Autre">'),
      /“Default” that is not there/u,
    ],
    ['a rule twice', omegatStyle.replace('"Default">', '"French">'), /“French” is there twice/u],
    ['a break that is neither', srxOf('<rule break="maybe"/>'), /Essai:1: break is “yes” or “no”/u],
    [
      'a pattern that cannot be converted',
      srxOf(rule('yes', '(a)\\1', '')),
      /^mine\.srx:9:\d+: rule Essai:1, beforebreak: “\(a\)\\1”/u,
    ],
  ])('%s', (_, srx, message) => {
    expect(refusal(srx)).toMatch(message);
  });

  it('has no rules for a language that no map names', () => {
    expect(() => rulesFor(parseSrx(okapiStyle, 'mine.srx'), 'de')).toThrow(/no rules for “de”/u);
  });
});
