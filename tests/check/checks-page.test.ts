import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { families } from '../../src/check/check.ts';
import { checks } from '../../src/check/checks.ts';
import { checksPage } from '../tools/checks-page.ts';
import { checkProse } from '../tools/checks-prose.ts';
import { pofilterTests } from '../tools/pofilter.ts';

const ids = checks.map(({ id }) => id);

describe('docs/checks.md', () => {
  it('says what the checks say of themselves (npm run docs:checks writes it)', () => {
    const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');
    expect(page).toBe(checksPage(checks));
  });

  it('has prose of checks that exist', () => {
    expect(Object.keys(checkProse).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('lists the checks family by family', () => {
    const order = checks.map(({ family }) => families.indexOf(family));
    expect(order).toEqual([...order].sort((left, right) => left - right));
    expect(new Set(order).size).toBe(families.length);
  });
});

describe('the table of pofilter', () => {
  const listed = spawnSync('pofilter', ['-l'], { encoding: 'utf8' });
  const installed = listed.error === undefined && listed.status === 0;

  it('names checks of ours, or says why there is none', () => {
    for (const [name, { ours, why }] of Object.entries(pofilterTests)) {
      expect(
        ours.filter((id) => !ids.includes(id)),
        name,
      ).toEqual([]);
      expect(ours.length > 0 || why !== undefined, name).toBe(true);
    }
  });

  it.skipIf(!installed)(
    'has every test of pofilter (skipped where translate-toolkit is not installed)',
    () => {
      const names = Array.from(
        `${listed.stdout}${listed.stderr}`.matchAll(/^([a-z]+)\t/gmu),
        ([, name]) => name,
      );
      expect(names.length).toBeGreaterThan(40);
      expect(Object.keys(pofilterTests).sort()).toEqual(names.sort());
    },
  );
});
