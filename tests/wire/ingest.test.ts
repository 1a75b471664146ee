import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptedAsk, scriptedRun } from '../cli/scripted-run.ts';
import { type TemporaryProject, temporaryProject } from '../cli/temporary-project.ts';

/**
 * The whole way of one dispatch in each wire format: identity, XLIFF, bundles, manifest, and what goes out again as ninjs and NITF.
 * `WRITE_GOLDEN=1 npm test -- tests/wire` writes the `expected` folders anew; read the difference before you commit it.
 */
const golden = join(import.meta.dirname, 'golden');
const write = process.env.WRITE_GOLDEN === '1';

async function filesOf(project: TemporaryProject): Promise<Map<string, string>> {
  const folders = ['locales', 'wire'].filter((folder) => existsSync(join(project.root, folder)));
  const found = await Promise.all(folders.map((folder) => project.snapshot(folder)));
  const paths = found.flatMap((files) => [...files.keys()]);
  return new Map(await Promise.all(paths.map(async (path) => [path, await project.read(path)] as const)));
}

function expectedFiles(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const;
    }),
  );
}

describe.each(readdirSync(golden))('%s', (name) => {
  it('becomes the XLIFF, the bundles and the items that are expected, and stays so', async () => {
    const source = readdirSync(join(golden, name)).find((file) => file.startsWith('source.')) ?? '';
    const project = await temporaryProject();
    await project.write(`source-texts/${name}${extname(source)}`, readFileSync(join(golden, name, source)));
    const items = async () => {
      const ninjs = await project.run('wire', '--out', 'wire');
      const nitf = await project.run('wire', '--as', 'nitf', '--out', 'wire');
      expect([ninjs.exitCode, nitf.exitCode]).toEqual([0, 0]);
    };
    await scriptedRun(project, { ask: scriptedAsk });
    await items();
    const made = await filesOf(project);
    const folder = join(golden, name, 'expected');
    if (write) {
      rmSync(folder, { recursive: true, force: true });
      for (const [path, text] of made) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    }
    expect(made).toEqual(expectedFiles(folder));
    expect(await scriptedRun(project, { ask: scriptedAsk })).toEqual([]);
    await items();
    expect(await filesOf(project)).toEqual(made);
  });
});
