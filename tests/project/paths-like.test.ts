import { globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsLike } from '../../src/project/paths-like.ts';

const files = [
  'a.tmx',
  'locales/memory/a.tmx',
  'locales/memory/.hidden.tmx',
  'locales/memory/été 1.tmx',
  'locales/memory/b.xlf',
  'locales/memory/sub/c.tmx',
  'locales/de/x.xlf',
  'locales/de/.xlf',
  'locales/.de/x.xlf',
  'locales/x.xlf',
];

describe('pathsLike', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'depeche-paths-'));
    for (const file of files) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), '');
    }
    symlinkSync(join(root, 'locales/de'), join(root, 'locales/at'));
    symlinkSync(join(root, 'nowhere'), join(root, 'locales/memory/broken.tmx'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each([
    'locales/memory/*.tmx',
    'locales/*/*.xlf',
    '*.tmx',
    'locales/memory/a.tmx',
    'locales/memory/*',
    'locales/m*y/a*.tmx',
    'locales/.de/*.xlf',
    'locales/at/*.xlf',
    'locales/none/*.tmx',
    'locales/x.xlf/*.tmx',
    'locales/memory/**/*.tmx',
    'locales/{de,memory}/*.xlf',
    './locales/memory/*.tmx',
    'locales/memory/?.tmx',
  ])('finds what a glob finds: %s', (pattern) => {
    expect(pathsLike(root, pattern).sort()).toEqual(globSync(pattern, { cwd: root }).sort());
  });
});
