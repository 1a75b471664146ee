import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ConstraintId, constraints } from '../../src/xliff/validate/constraints.ts';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';
import { breaches } from './breaches.ts';
import { coreBreaches } from './core-breaches.ts';
import { itsBreaches } from './its-breaches.ts';
import { moduleBreaches } from './module-breaches.ts';

const ids = Object.keys(constraints);

describe('every constraint', () => {
  it.each(breaches.map((breach, index) => [`${breach.constraint} (${index + 1})`, breach] as const))(
    '%s is found in a file that breaks it',
    (_name, { constraint, text }) => {
      const found = validateXliff(text);
      expect(found.map((finding) => finding.constraint)).toContain(constraint);
      expect(found.find((finding) => finding.constraint === constraint)?.section).toBe(
        constraints[constraint].section,
      );
    },
  );

  it('has such a file', () => {
    const broken = new Set<string>([
      ...breaches.map(({ constraint }) => constraint),
      ...[...coreBreaches, ...moduleBreaches, ...itsBreaches].map(([constraint]) => constraint),
    ]);
    expect(ids.filter((id) => !broken.has(id))).toEqual([]);
  });

  it('has a name of small letters, digits and hyphens, which stays', () => {
    for (const id of ids) expect(id).toMatch(/^(1\.2-)?[a-z][a-z0-9-]*$/u);
  });

  it('is in docs/validator.md as the code has it, and nothing else is', () => {
    const page = readFileSync(new URL('../../docs/validator.md', import.meta.url), 'utf8');
    const rows = [
      ...page.matchAll(
        /^\| `(?<id>[^`]+)` \| (?<version>[^|]+) \| (?<section>[^|]+) \| (?<meaning>[^|]+) \|$/gmu,
      ),
    ];
    const documented = rows.map((row) => [row.groups?.id, row.groups?.section, row.groups?.meaning]);
    const known = Object.entries(constraints).map(([id, { section, meaning }]) => [id, section, meaning]);
    expect(documented).toEqual(known);
  });
});

describe('a finding', () => {
  it('has the place where the element begins', () => {
    const text =
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr">\n  <file id="f"\n  >\n   <unit id="a b"/></file></xliff>';
    const found = validateXliff(text, { file: 'a.xlf' });
    expect(found.map(({ file, line, column, constraint }) => [file, line, column, constraint])).toEqual([
      ['a.xlf', 4, 4, 'id-syntax' satisfies ConstraintId],
      ['a.xlf', 4, 4, 'element-missing'],
      ['a.xlf', 4, 4, 'unit-needs-segment'],
    ]);
  });

  it('is one of at most as many as asked for', () => {
    const units = '<unit id="1"><segment/></unit>'.repeat(5000);
    const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr"><file id="f">${units}</file></xliff>`;
    expect(validateXliff(text)).toHaveLength(1000);
    expect(validateXliff(text, { limit: 7 })).toHaveLength(7);
  });
});
