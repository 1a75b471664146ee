import { matchesGlob } from 'node:path';
import type { CopyPolicy } from '../provider/confidential.ts';
import type { Project } from './project.ts';

/** Which copy of a project may not leave the machine, as its configuration says, and as the time of day has it. */
export function copyPolicy({ config }: Pick<Project, 'config'>): CopyPolicy {
  const { dispatches, allow } = config.confidential;
  return {
    now: new Date().toISOString(),
    isMarked: (id) => dispatches.some((pattern) => matchesGlob(id, pattern)),
    allowed: new Set(allow),
  };
}
