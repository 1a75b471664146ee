import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const pages = [root, ...['docs', 'docs/decisions'].map((folder) => join(root, folder))].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** A page without what stands in fences and between backticks, where brackets are no links. */
function prose(page: string): string {
  return readFileSync(page, 'utf8').replace(/^\s*```.*?^\s*```$|`[^`\n]*`/gmsu, (code) =>
    code.startsWith('`') && !code.startsWith('```') ? code.replace(/[[\]]/gu, ' ') : '',
  );
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = prose(page).matchAll(/^#{1,6} (.+)$/gmu);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\-_ ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the documents', () => {
  it.each(pages.map((page) => relative(root, page)))(
    '%s leads to files and headings that are there',
    (name) => {
      const page = join(root, name);
      const links = Array.from(prose(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/gu), ([, link = '']) => link);
      const broken = links.filter((link) => {
        const [path = '', anchor] = link.split('#');
        const file = path === '' ? page : resolve(dirname(page), path);
        if (!existsSync(file)) return true;
        return anchor !== undefined && !anchorsOf(file).includes(anchor);
      });
      expect(broken).toEqual([]);
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
