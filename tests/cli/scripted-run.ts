import { type Draft, mapUnits } from '../../src/model/draft.ts';
import { openProject } from '../../src/project/project.ts';
import { storiesOf } from '../../src/project/story.ts';
import { translateProject } from '../../src/project/translate-project.ts';
import { openWorkshop } from '../../src/project/workshop.ts';
import type { TemporaryProject } from './temporary-project.ts';

/** Stands for a provider: a translation is its source behind the name of the locale. */
export async function scriptedAsk(draft: Draft): Promise<Draft> {
  const provenance = { origin: { kind: 'machine', provider: 'scripted' }, steps: [] } as const;
  return mapUnits(draft, (unit) =>
    unit.target.state === 'pending'
      ? {
          ...unit,
          target: {
            state: 'drafted',
            text: `${draft.locale.toUpperCase()} ${unit.segment.text}`,
            provenance,
          },
        }
      : unit,
  );
}

/**
 * A run of the main job over all of `source-texts/` into English.
 *
 * @param now ISO 8601; by default later than any embargo of the fixtures
 * @returns the paths that were written, in no order
 */
export async function scriptedRun(
  { root }: TemporaryProject,
  { ask, now = '2030-01-01T00:00:00Z' }: { readonly ask?: typeof scriptedAsk; readonly now?: string } = {},
): Promise<readonly string[]> {
  const project = await openProject(root);
  const stories = await storiesOf(project, [], 'locales');
  using workshop = await openWorkshop(project, ask);
  const { problems, written } = await translateProject(project, workshop, {
    stories,
    locales: ['en'],
    folder: 'locales',
    now,
  });
  for (const problem of problems) throw problem;
  return written;
}
