import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const checkout = resolve(import.meta.dirname, '../..');
let root: string;

/** What a machine that runs depeche and asks for nothing optional gets, from the committed lockfile. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'depeche-runtime-'));
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    copyFileSync(join(checkout, file), join(root, file));
  }
  execFileSync('npm', ['ci', '--omit=dev', '--omit=optional', '--silent', '--no-audit', '--no-fund'], {
    cwd: root,
  });
}, 300_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm ci --omit=dev --omit=optional', () => {
  it('installs fewer than 60 packages, in less than 30 MB of disk', () => {
    const manifests = globSync(['**/node_modules/*/package.json', '**/node_modules/@*/*/package.json'], {
      cwd: root,
    });
    const packages = manifests.map(dirname);
    const bytes = globSync('node_modules/**', { cwd: root })
      .map((path) => lstatSync(join(root, path)).blocks * 512)
      .reduce((sum, size) => sum + size, 0);
    console.log(`${packages.length} packages, ${(bytes / 1e6).toFixed(1)} MB on disk`);
    expect(packages).toContain('node_modules/valibot');
    expect(packages).toContain('node_modules/@noble/hashes');
    expect(packages.length).toBeLessThan(60);
    expect(bytes).toBeGreaterThan(1e6);
    expect(bytes).toBeLessThan(30e6);
  });

  it('brings no optional peer, though a checkout has them for development', () => {
    for (const peer of ['deepl-node', 'openai', 'fxtranslate', 'axios', '@types/node']) {
      expect(existsSync(join(root, 'node_modules', peer)), peer).toBe(false);
    }
  });
});
