import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The files of ours that are loaded with one, in a set: what is imported for its types alone, or when it is called for, is not. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)[^;']*?from '(\.[^']+)';/gmu);
  for (const [, path = ''] of statements) loadedWith(join(dirname(file), path), loaded);
  return loaded;
}

describe('what is loaded at the start', () => {
  it('is next to nothing for --help', () => {
    expect([...loadedWith('src/cli/main.ts')].sort()).toEqual([
      'src/cli/help.ts',
      'src/cli/main.ts',
      'src/cli/package-version.ts',
    ]);
  });

  it('is no provider, no queue, no ledger and no command line for a run that asks nobody', () => {
    const loaded = [...loadedWith('src/cli/translate.ts'), ...loadedWith('src/project/config-schema.ts')];
    expect(loaded).toContain('src/project/translate-project.ts');
    const strange = /^src\/provider\/|commands?(-line)?\.ts$|^src\/(align|review)\/|ledger|journal/u;
    // The configuration is judged by it: an address of this machine may be http.
    expect(loaded.filter((file) => strange.test(file))).toEqual(['src/provider/loopback.ts']);
  });
});
