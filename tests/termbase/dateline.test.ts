import { describe, expect, it } from 'vitest';
import { type Target, textOf } from '../../src/model/draft.ts';
import { localiseDateline } from '../../src/termbase/dateline.ts';
import { drafted, draftOf, house, withDateline } from './house.ts';

function dateline(locale: string, place: string, date: string, agency = 'AFP') {
  const unit = localiseDateline(withDateline(draftOf(locale, []), { place, date, agency }), house).dateline;
  return { text: unit && textOf(unit.target), issues: unit?.issues ?? [] };
}

describe('localiseDateline', () => {
  it.each([
    ['en', 'Moscou', '2020-10-21', 'Moscow, Oct 21, 2020 (AFP) -'],
    ['en-GB', 'Moscou', '2020-09-01', 'Moscow, Sept 1, 2020 (AFP) -'],
    ['de', 'Moscou', '2020-10-21', 'Moskau, 21. Oktober 2020 (AFP) -'],
    ['es', 'Moscou', '2020-10-21', 'Moscú, 21 oct 2020 (AFP) -'],
    ['pt', 'Moscou', '2020-10-21', 'Moscovo, 21 out 2020 (AFP) -'],
    ['ar', 'Moscou', '2020-10-21', 'موسكو 21 أكتوبر 2020 (أ ف ب) -'],
    ['fr', 'Moscou', '2020-07-02', 'Moscou, 2 juil 2020 (AFP) -'],
    ['en', 'Moscou', '--10-21', 'Moscow, Oct 21 (AFP) -'],
    ['de', 'Moscou', '--03-01', 'Moskau, 1. März (AFP) -'],
    ['es', 'Moscou', '--05-09', 'Moscú, 9 may (AFP) -'],
    ['pt', 'Moscou', '--05-09', 'Moscovo, 9 mai (AFP) -'],
    ['ar', 'Moscou', '--05-09', 'موسكو 9 مايو (أ ف ب) -'],
    ['en', 'Moscou/Genève', '2020-02-29', 'Moscow/Geneva, Feb 29, 2020 (AFP) -'],
    ['de', 'Genève / Moscou', '2020-12-31', 'Genf / Moskau, 31. Dezember 2020 (AFP) -'],
    ['en', 'Genève (Russie)', '2020-01-05', 'Geneva (Russia), Jan 5, 2020 (AFP) -'],
    ['es', 'MOSCOU', '2020-10-21', 'MOSCÚ, 21 oct 2020 (AFP) -'],
    ['en', 'GENEVE', '2020-04-21', 'GENEVA, April 21, 2020 (AFP) -'],
  ])('writes for %s from %s on %s: %s', (locale, place, date, text) => {
    expect(dateline(locale, place, date)).toEqual({ text, issues: [] });
  });

  it('uses the medium date of a locale without a row in the table', () => {
    expect(dateline('it', 'Moscou', '2020-10-21').text).toBe('Moscou, 21 ott 2020 (AFP) -');
    expect(dateline('fa', 'Moscou', '2020-10-21').text).toMatch(/2020/u);
  });

  it('keeps a place it does not know, and says so', () => {
    const { text, issues } = dateline('ar', 'Moscou/Saint-Machin', '2020-10-21');
    expect(text).toBe('موسكو/Saint-Machin 21 أكتوبر 2020 (أ ف ب) -');
    expect(issues).toMatchObject([
      { check: 'dateline-place', severity: 'warning', message: expect.stringContaining('Saint-Machin') },
    ]);
  });

  it('keeps an agency and a date it does not know', () => {
    expect(dateline('ar', 'Moscou', '2020-10-21', 'XYZ').text).toBe('موسكو 21 أكتوبر 2020 (XYZ) -');
    expect(dateline('en', 'Moscou', '2020-13-41').text).toBe('Moscow, 2020-13-41 (AFP) -');
    expect(dateline('en', 'Moscou', '2020-10-21', '').text).toBe('Moscow, Oct 21, 2020 -');
  });

  it('is a draft by rule', () => {
    const draft = withDateline(
      draftOf('en', []),
      { place: 'Moscou', date: '2020-10-21' },
      drafted('something else'),
    );
    expect(localiseDateline(draft, house).dateline?.target).toEqual({
      state: 'drafted',
      text: 'Moscow, Oct 21, 2020 (AFP) -',
      provenance: { origin: { kind: 'rule', rule: 'dateline' }, steps: [] },
    });
  });

  it('changes nothing the second time', () => {
    const draft = withDateline(draftOf('de', []), { place: 'Nulle-Part', date: '--10-21' });
    const once = localiseDateline(draft, house);
    expect(localiseDateline(once, house)).toEqual(once);
  });

  it('leaves a dateline alone that a person has taken in hand', () => {
    const work = {
      text: 'Moskva',
      by: 'Ada',
      provenance: { origin: { kind: 'human', by: 'Ada' }, steps: [] },
    } as const;
    const targets: Target[] = [
      { state: 'translated', ...work },
      { state: 'reviewed', ...work },
      { state: 'final', ...work },
      { state: 'stale', was: 'final', previousSource: 'x', ...work },
    ];
    for (const target of targets) {
      const draft = withDateline(draftOf('en', []), { place: 'Moscou', date: '2020-10-21' }, target);
      expect(localiseDateline(draft, house)).toBe(draft);
    }
  });

  it('has nothing to do without a dateline', () => {
    const draft = draftOf('en', [['Moscou', 'Moscow']]);
    expect(localiseDateline(draft, house)).toBe(draft);
  });
});
