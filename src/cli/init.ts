import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { configFile } from '../project/config.ts';
import { unwritable, writeFiles } from '../project/files.ts';
import { memoryFolder, sourceFolder, stateFolder } from '../project/layout.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

const commentedConfig = `{
  "$schema": "./node_modules/depeche/depeche.config.schema.json",
  // The language your dispatches come in, and those they go out in.
  "source": "fr",
  "targets": ["en", "de", "es", "pt", "ar"],

  // Who translates what the memory does not know: null (nobody: the sentence stays pending), "deepl", "language-model",
  // "fxtranslate" (offline models), "apertium" (for gist), or "pseudo" for layout tests.
  // "deepl" needs its client (npm install deepl-node@1) and a key in DEEPL_AUTH_KEY in the environment; a key alone never switches it on.
  "provider": null,
  "providers": {
    "deepl": { "variants": { "en": "en-GB", "pt": "pt-PT" } }
  },

  // Translations that were made before, and the names the house uses.
  "memory": ["locales/memory/*.tmx"],
  "glossary": "locales/glossary.csv",
  // From this similarity up (0 to 100) a sentence of the memory is proposed to the reviewer; it never fills a target.
  "fuzzyThreshold": 75,

  // A bundle is written when every sentence has reached this state: drafted, translated, reviewed or final.
  "publish": { "minState": "drafted" }
}
`;

const gitIgnore = '.gitignore';

const emptyGlossary = 'concept,type,lang,term,status,match,forms,note\n';

/** Writes what a new project needs; a file that is already there is left as it is. */
export async function init(terminal: Terminal): Promise<number> {
  const files = new Map([
    [join(terminal.cwd, configFile), commentedConfig],
    [join(terminal.cwd, 'locales/glossary.csv'), emptyGlossary],
    [join(terminal.cwd, gitIgnore), `node_modules/\n${stateFolder}/\n`],
  ]);
  if (existsSync(join(terminal.cwd, configFile))) {
    throw new DepecheError('usage', 'there is a project here already; nothing was written', {
      place: { file: configFile },
    });
  }
  for (const path of files.keys()) if (existsSync(path)) files.delete(path);
  for (const name of [sourceFolder, memoryFolder]) await makeFolder(join(terminal.cwd, name), name);
  await writeFiles(files);
  terminal.out(`Wrote ${configFile}. Put dispatches into ${sourceFolder}/ and run: npx depeche translate\n`);
  const ignored = await readFile(join(terminal.cwd, gitIgnore), 'utf8');
  if (!ignored.includes(stateFolder))
    terminal.err(
      `Add ${stateFolder}/ to ${gitIgnore}: answers of providers are kept there, with the copy in them.\n`,
    );
  return exitCodes.well;
}

async function makeFolder(path: string, name: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw unwritable(name, cause);
  }
}
