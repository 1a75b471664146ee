import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';
import { suiteFiles, suiteIsThere } from './suite.ts';
import { suiteConstraints } from './suite-constraints.ts';

describe.skipIf(!suiteIsThere)(
  'the OASIS core suite of XLIFF 2.1 (skipped where ../shared/xliff/2.1/suite is missing)',
  () => {
    it('has all its files here', () => {
      expect([suiteFiles('valid').size, suiteFiles('invalid').size, suiteFiles('in-out').size]).toEqual([
        25, 119, 18,
      ]);
    });

    it.each([...suiteFiles('valid'), ...suiteFiles('in-out')])('accepts %s', (_name, text) => {
      expect(validateXliff(text)).toEqual([]);
    });

    it('has a constraint to name for every invalid file', () => {
      expect([...suiteConstraints.keys()].sort()).toEqual([...suiteFiles('invalid').keys()].sort());
    });

    it.each([...suiteFiles('invalid')])('rejects %s for the reason its name gives', (name, text) => {
      const findings = validateXliff(text, { file: name });
      expect(findings.map(({ constraint }) => constraint)).toContain(suiteConstraints.get(name));
      for (const { file, line, column, section, message } of findings) {
        expect(file).toBe(name);
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(section).not.toBe('');
        expect(message).toMatch(/\S/u);
      }
    });
  },
);

const locales = fileURLToPath(new URL('../../locales/', import.meta.url));

describe('the masters of the demo project', () => {
  const masters = readdirSync(locales, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.xlf'),
  );

  it('are there', () => expect(masters.length).toBeGreaterThan(4));

  it.each(masters)('%s is valid', (name) => {
    expect(validateXliff(readFileSync(`${locales}${name}`, 'utf8'))).toEqual([]);
  });
});
