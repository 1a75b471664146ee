import type { Check } from '../check/check.ts';
import { configuredChecks } from '../check/configured-checks.ts';
import type { MemoryEntry } from '../memory/entry.ts';
import { DepecheError } from '../model/errors.ts';
import type { Tools } from '../pipeline.ts';
import { houseSegmenter } from '../segment/house-rules.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { createTermbase, type Termbase } from '../termbase/termbase.ts';
import { configFile } from './config.ts';
import { openGlossary } from './glossary-file.ts';
import { openMemory, syncMemory } from './memory-files.ts';
import type { Project } from './project.ts';

/** Everything a run works with, opened once. */
export type Workshop = Disposable & {
  readonly segmenter: Segmenter;
  readonly tools: Tools;
  /** Has the memory answer as it will when these masters, by their paths, hold these entries. */
  foresee(entries: ReadonlyMap<string, readonly MemoryEntry[]>): void;
};

/**
 * Opens termbase, memory and rules of a project.
 *
 * @param ask what asks a provider for the units that are still pending; none: they stay pending
 * @throws DepecheError `invalid` or `unreadable`, with the place, for a glossary or memory that does not hold
 */
export async function openWorkshop(project: Project, ask?: Tools['ask']): Promise<Workshop> {
  const { config } = project;
  const termbase = await openTermbase(project);
  const memory = openMemory(project);
  return {
    segmenter: houseSegmenter(config.source),
    tools: {
      memory,
      fuzzyThreshold: config.fuzzyThreshold,
      termbase,
      checks: openChecks(project),
      ...(ask && { ask }),
    },
    foresee(entries) {
      if (entries.size > 0) syncMemory(memory, project, entries);
    },
    [Symbol.dispose]: () => memory.close(),
  };
}

/**
 * The checks as the project wants them.
 *
 * @throws DepecheError `config` for a check that does not exist
 */
export function openChecks({ config }: Project): readonly Check[] {
  try {
    return configuredChecks(new Map(Object.entries(config.checks)));
  } catch (error) {
    throw error instanceof DepecheError ? error.in(configFile) : error;
  }
}

/** The termbase of a project, with generated forms unless the configuration says otherwise; one without a glossary has an empty one. */
export async function openTermbase(project: Project): Promise<Termbase> {
  const { concepts } = await openGlossary(project);
  return createTermbase(concepts, { generate: project.config.terms.generate });
}
