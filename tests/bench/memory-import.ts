import { importMemory } from '../../src/project/import-memory.ts';
import { openProject } from '../../src/project/project.ts';

/** Imports one TMX file into a project and tells what that took; run by memory.ts in a process of its own, for the sake of its memory. */
const [root = '', file = ''] = process.argv.slice(2);
const project = await openProject(root);
const start = performance.now();
const [imported] = await importMemory(project, [{ path: file, name: file }], '1');
const seconds = (performance.now() - start) / 1000;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const units = imported?.entries ?? 0;
const cpu = (userCPUTime + systemCPUTime) / 1e6;
console.log(
  `${Math.round(units / seconds)} units a second (${Math.round(units / cpu)} a second of CPU), at most ${(maxRSS / 1024).toFixed(0)} MB of memory`,
);
