import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';
import { coreBreaches } from './core-breaches.ts';
import { coreExamples } from './core-examples.ts';
import { itsBreaches } from './its-breaches.ts';
import { itsExamples } from './its-examples.ts';
import { minimalFile } from './minimal-file.ts';
import { moduleBreaches } from './module-breaches.ts';
import { moduleExamples } from './module-examples.ts';

describe('a file that is strange and valid', () => {
  it.each([...coreExamples, ...moduleExamples, ...itsExamples])('is accepted: %s', (_name, parts) => {
    expect(validateXliff(minimalFile(parts))).toEqual([]);
  });
});

describe('a file that breaks one thing', () => {
  it.each(
    [...coreBreaches, ...moduleBreaches, ...itsBreaches].map(
      (breach, index) => [`${breach[0]} (${index + 1})`, ...breach] as const,
    ),
  )('is rejected for that alone: %s', (_name, constraint, parts) => {
    const found = validateXliff(minimalFile(parts)).map((finding) => finding.constraint);
    expect(new Set(found)).toEqual(new Set([constraint]));
  });
});
