import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/check/check.ts';
import { checks } from '../../src/check/checks.ts';
import { configuredChecks, type Settings } from '../../src/check/configured-checks.ts';
import { DepecheError } from '../../src/model/errors.ts';
import { type Fixture, issuesOf } from './fixture.ts';

function configured(wanted: Readonly<Record<string, Settings>>): readonly Check[] {
  return configuredChecks(new Map(Object.entries(wanted)));
}

function severities(wanted: Readonly<Record<string, Settings>>, fixture: Fixture): string[] {
  return configured(wanted)
    .flatMap((check) => issuesOf(check, fixture))
    .map((issue) => `${issue.check} ${issue.severity}`);
}

const gap: Fixture = ['en', 'Une trêve a échoué.', 'A truce  has failed. '];

describe('the checks of a project', () => {
  it('are those of the house where nothing is said', () => {
    expect(configured({})).toEqual(checks);
    expect(severities({}, gap)).toEqual(['double-blank warning', 'edge-blank warning']);
  });

  it('take the severity of their own, then that of their family', () => {
    expect(severities({ spacing: 'error' }, gap)).toEqual(['double-blank error', 'edge-blank error']);
    expect(severities({ spacing: 'error', 'edge-blank': 'info' }, gap)).toEqual([
      'double-blank error',
      'edge-blank info',
    ]);
    expect(severities({ spacing: 'off', 'edge-blank': 'info' }, gap)).toEqual(['edge-blank info']);
    expect(severities({ 'edge-blank': 'off' }, gap)).toEqual(['double-blank warning']);
  });

  it('are left out where they are off for all', () => {
    const off = configured({ spacing: 'off', pending: 'off' });
    expect(off).toEqual(checks.filter(({ family, id }) => family !== 'spacing' && id !== 'pending'));
  });

  it('may be set for one locale, or for the locales of a language', () => {
    const british: Fixture = ['en-GB', gap[1], gap[2]];
    const settings = { spacing: { en: 'off', 'en-GB': 'error' }, 'edge-blank': { de: 'off' } } as const;
    expect(severities(settings, gap)).toEqual([]);
    expect(severities(settings, british)).toEqual(['double-blank error', 'edge-blank error']);
    expect(severities(settings, ['de', 'Oui.', ' Ja.'])).toEqual([]);
    expect(severities(settings, ['es', 'Oui.', ' Sí.'])).toEqual(['edge-blank warning']);
  });

  it('over a draft are set like the others', () => {
    const twice: Fixture = [
      'en',
      'Il est mort.',
      'He died.',
      'fr',
      { units: [['Il est mort.', 'He is dead.']] },
    ];
    expect(severities({ consistency: { en: 'error' } }, twice)).toEqual(['inconsistent-target error']);
    expect(severities({ consistency: { en: 'off' } }, twice)).toEqual([]);
  });

  it.each([
    ['quote-stile', 'checks: there is no check or family “quote-stile”; did you mean “quote-style”?'],
    ['Spacing', 'checks: there is no check or family “Spacing”; did you mean “spacing”?'],
    ['number', 'checks: there is no check or family “number”; did you mean “numbers”?'],
  ])('that do not exist are refused with a hint: %s', (name, message) => {
    expect(() => configured({ [name]: 'off' })).toThrow(expect.objectContaining({ code: 'config', message }));
  });

  it('that are like none are refused with a list', () => {
    for (const name of ['', 'grammar-of-the-north', 'x'.repeat(10_000)]) {
      expect(() => configured({ [name]: 'off' })).toThrow(DepecheError);
      expect(() => configured({ [name]: 'off' })).toThrow(
        /the families are completeness, .*, the checks pending, /u,
      );
    }
  });
});
