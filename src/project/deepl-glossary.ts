import { join } from 'node:path';
import * as v from 'valibot';
import type { GlossaryTools } from '../provider/deepl-options.ts';
import { type GlossaryLimits, glossaryEntries } from '../termbase/glossary-entries.ts';
import { readTextIfThere, writeFiles } from './files.ts';
import { openGlossary } from './glossary-file.ts';
import { deeplGlossaryFile } from './layout.ts';
import type { Project } from './project.ts';

/** As DeepL documents them; a glossary of 10 MiB is shared by its languages. */
const entryBytes = 1024;
const glossaryBytes = 10 * 1024 * 1024;

const recordSchema = v.object({ id: v.string(), name: v.string(), languages: v.array(v.string()) });

/**
 * The glossary that DeepL is to have of this project, and where it is remembered.
 *
 * @throws DepecheError `invalid` or `unreadable` for a glossary that does not hold
 */
export async function deeplGlossary(
  project: Project,
  onNotice: GlossaryTools['onNotice'],
): Promise<GlossaryTools> {
  const { root, config } = project;
  const { concepts } = await openGlossary(project);
  const limits: GlossaryLimits = {
    entry: entryBytes,
    all: Math.floor(glossaryBytes / config.targets.length),
  };
  const entries = new Map(
    config.targets.map((target) => {
      const found = glossaryEntries(concepts, { source: config.source, target }, limits);
      if (found.left > 0) onNotice(`${found.left} terms have no place in the glossary at DeepL (${target})`);
      return [target, found.entries];
    }),
  );
  const file = join(root, deeplGlossaryFile);
  return {
    wanted: { project: root, source: config.source, entries },
    record: {
      async read() {
        const text = await readTextIfThere(file, deeplGlossaryFile);
        return text === undefined ? undefined : keptIn(text);
      },
      write: async (kept) => void (await writeFiles(new Map([[file, `${JSON.stringify(kept, null, 2)}\n`]]))),
    },
    onNotice,
  };
}

/** A record that somebody damaged is as good as none. */
function keptIn(text: string) {
  try {
    const result = v.safeParse(recordSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
