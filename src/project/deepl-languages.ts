import { join } from 'node:path';
import * as v from 'valibot';
import { createDeeplAccount, type DeeplLanguages } from '../provider/deepl-account.ts';
import { deeplTarget } from '../provider/deepl-languages.ts';
import type { DeeplConnection } from '../provider/deepl-options.ts';
import { readTextIfThere, writeFiles } from './files.ts';
import { deeplLanguagesFile } from './layout.ts';
import type { Project } from './project.ts';

const schema = v.object({
  sources: v.array(v.string()),
  targets: v.array(v.object({ code: v.string(), formality: v.boolean() })),
});

/**
 * What DeepL says it translates, where this release does not know a target of the project: from the last time it was asked where that
 * holds the target, else asked now.
 *
 * @param connection undefined: DeepL is not asked
 * @returns undefined where this release knows all targets, or DeepL cannot be asked: then the run tells of the pair
 */
export async function deeplLanguages(
  { root, config }: Project,
  connection: DeeplConnection | undefined,
): Promise<DeeplLanguages | undefined> {
  const variants = new Map(Object.entries(config.providers.deepl?.variants ?? {}));
  const knowsAll = (told?: DeeplLanguages) =>
    config.targets.every((target) => deeplTarget(target, variants, told) !== undefined);
  if (knowsAll()) return undefined;
  const file = join(root, deeplLanguagesFile);
  const remembered = languagesIn(await readTextIfThere(file, deeplLanguagesFile));
  if (!connection || (remembered && knowsAll(remembered))) return remembered;
  try {
    const told = await createDeeplAccount(connection).languages();
    await writeFiles(new Map([[file, `${JSON.stringify(told, null, 2)}\n`]]));
    return told;
  } catch {
    // The run meets whatever is wrong by itself, and says it of each draft.
    return remembered;
  }
}

/** A record that somebody damaged is as good as none. */
function languagesIn(text: string | undefined): DeeplLanguages | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(text ?? 'null'));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
