import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationMarks } from '../../src/text/quotation-marks.ts';
import { typographyOf } from '../../src/text/typography.ts';

const roles = (text: string, locale: string) =>
  quotationMarks(text, locale)
    .map(({ mark, role, paired }) => `${mark}${role === 'open' ? '<' : '>'}${paired ? '' : '?'}`)
    .join(' ');

describe('quotation marks', () => {
  it.each([
    ['fr', '« Oui », dit-il. « Non ! »', '«< »> «< »>'],
    ['en', '“Yes,” he said. “No!”', '“< ”> “< ”>'],
    ['de', '„Ja“, sagte er.', '„< “>'],
    ['de', '»Ja«, sagte er.', '»< «>'],
    ['de', '“Ja”, sagte er.', '“< ”>'],
    ['fr', '« C’est “non” »', '«< “< ”> »>'],
    ['en', '"Yes", he said, "no"', '"< "> "< ">'],
    ['fr', '« J’ai pleuré.', '«<?'],
    ['fr', 'Oui, pleuré ! »', '»>?'],
    ['en', 'Yes, cried!”', '”>?'],
    ['en', 'a 27" screen', ''],
    ['en', '"in 2020"', '"< ">'],
    ['ar', '«نعم»', '«< »>'],
    ['ar', '”نعم“', '”< “>'],
  ])('%s: %s', (locale, text, expected) => {
    expect(roles(text, locale)).toBe(expected);
  });

  it('are paired two by two', () => {
    const text = fc.array(fc.constantFrom('"', '“', '”', '„', '«', '»', 'a', ' ', '1'), { maxLength: 60 });
    fc.assert(
      fc.property(text, fc.constantFrom('fr', 'en', 'de', 'ar', 'ja'), (parts, locale) => {
        const paired = quotationMarks(parts.join(''), locale).filter((mark) => mark.paired);
        expect(paired.filter((mark) => mark.role === 'open')).toHaveLength(paired.length / 2);
      }),
    );
  });

  it('are found in linear time', () => {
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    for (const part of ['“', '" a', '«“„']) quotationMarks(part.repeat(100_000), 'fr');
  });
});

describe('typography', () => {
  it('is that of the locale, or else of its language', () => {
    expect(typographyOf('de')?.quotes).toEqual({ open: '„', close: '“' });
    expect(typographyOf('de-AT')).toBe(typographyOf('de'));
    expect(typographyOf('de-CH')?.quotes.open).toBe('«');
    expect(typographyOf('ja')).toBeUndefined();
  });
});
