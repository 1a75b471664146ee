import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenLinks } from './tools/broken-links.ts';

const root = resolve(import.meta.dirname, '..');
const pages = [root, ...['docs', 'docs/decisions'].map((folder) => join(root, folder))].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

describe('the documents', () => {
  it.each(pages.map((page) => relative(root, page)))(
    '%s leads to files and headings that are there',
    (name) => {
      expect(brokenLinks(join(root, name))).toEqual([]);
    },
  );
});

type Package = {
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const packageAt = (folder: string): Package => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

describe('the decision about dependencies', () => {
  const { dependencies, peerDependencies, devDependencies } = packageAt(root);
  const page = readFileSync(join(root, 'docs/decisions/0001-dependencies.md'), 'utf8');
  const rows = Array.from(
    page.matchAll(/^\| (`[^|]+`) \| ([^|]+) \|/gmu),
    ([, names = '', licence = '']) => ({
      names: Array.from(names.matchAll(/`([^`]+)`/gu), ([, name = '']) => name),
      licence,
    }),
  );
  const carried = Object.keys({ ...dependencies, ...peerDependencies });

  it('has a row for each of them and for no other', () => {
    expect(rows.flatMap(({ names }) => names).sort()).toEqual(carried.sort());
  });

  it.each(carried)('has the licence of %s', (name) => {
    const licence = rows.find(({ names }) => names.includes(name))?.licence;
    expect(licence).toBe(packageAt(join(root, 'node_modules', name)).license);
  });

  it('names those for development, and all are pinned', () => {
    expect(Object.keys(devDependencies).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });
});
