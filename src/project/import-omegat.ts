import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type TmxUnit, tmxUnits } from '../memory/tmx-units.ts';
import { DepecheError } from '../model/errors.ts';
import { damageWatch } from '../review/damage.ts';
import { workInOmegat } from '../review/omegat.ts';
import { readReturned } from '../review/read-returned.ts';
import { readXmlText } from './files.ts';
import type { Homecoming } from './import-project.ts';

const maxBytes = 128 * 1024 * 1024;

/** The file by which a folder is known for a project of OmegaT. */
export const omegatMark = 'omegat.project';

/** Whether a folder is a project of OmegaT. */
export function isOmegatProject(folder: string): boolean {
  return existsSync(join(folder, omegatMark));
}

/**
 * What was done in a project of OmegaT: `omegat/project_save.tmx` and `target/`, for every file in `source/`.
 *
 * @param name how the folder is called in messages
 * @throws DepecheError `unreadable` or `invalid`, with the file
 */
export async function readOmegatProject(folder: string, name: string): Promise<Homecoming[]> {
  const read = (path: string) => readXmlText(join(folder, path), join(name, path), maxBytes);
  const memory = 'omegat/project_save.tmx';
  const units = async (path: string) => unitsOf(await read(path), join(name, path));
  const saved = existsSync(join(folder, memory)) ? await units(memory) : undefined;
  const auto: TmxUnit[] = [];
  for (const path of await memoriesIn(folder, 'tm/auto')) {
    for (const unit of await units(path)) auto.push(unit);
  }
  const sources = await readdir(join(folder, 'source')).catch((): string[] => []);
  const homecomings: Homecoming[] = [];
  for (const file of sources.filter((source) => source.endsWith('.xlf')).sort()) {
    const [sent] = readReturned(await read(`source/${file}`), join(name, 'source', file));
    if (!sent) continue;
    const target = `target/${file}`;
    const text = existsSync(join(folder, target)) ? await read(target) : undefined;
    const watch = damageWatch();
    const [created] = text === undefined ? [] : readReturned(text, join(name, target), watch.handler);
    const findings = text === undefined ? [] : watch.damage(text);
    const returned = workInOmegat({ file, sent, auto, ...(saved && { saved }), ...(created && { created }) });
    homecomings.push({
      file: join(name, file),
      returned,
      ...(findings.length > 0 && { damaged: { file: join(name, target), findings } }),
    });
  }
  return homecomings;
}

/** The memories in a folder of a project and below it; `.tmx.gz` is passed over. */
async function memoriesIn(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { recursive: true }).catch((): string[] => []);
  return entries
    .filter((entry) => entry.endsWith('.tmx'))
    .sort()
    .map((entry) => join(path, entry));
}

function unitsOf(text: string, file: string): TmxUnit[] {
  const units: TmxUnit[] = [];
  try {
    const stream = tmxUnits((unit) => units.push(unit));
    stream.write(text);
    stream.end();
    return units;
  } catch (error) {
    throw error instanceof DepecheError ? error.in(file) : error;
  }
}
