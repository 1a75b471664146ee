import { tmxEntries } from '../../src/memory/tmx.ts';
import { xmlPiecesOf } from '../../src/project/files.ts';
import { importMemory } from '../../src/project/import-memory.ts';
import { openProject } from '../../src/project/project.ts';

/** Imports one TMX file into a project and tells what that took; run by memory.ts in a process of its own, for the sake of its memory. */
const [root = '', file = ''] = process.argv.slice(2);
const project = await openProject(root);
const before = process.cpuUsage();
let read = 0;
for (const _ of tmxEntries(xmlPiecesOf(file, file), file)) read += 1;
const parsed = process.cpuUsage(before);
const { rss } = process.memoryUsage();
const start = performance.now();
const cpuBefore = process.cpuUsage();
const [imported] = await importMemory(project, [{ path: file, name: file }], '1');
const seconds = (performance.now() - start) / 1000;
const spent = process.cpuUsage(cpuBefore);
const units = imported?.entries ?? 0;
if (units !== read) throw new Error(`${units} of ${read} units were imported`);
const cpu = spent.user + spent.system;
const ratio = cpu / (parsed.user + parsed.system);
const { maxRSS } = process.resourceUsage();
console.log(
  `${Math.round(units / seconds)} units a second (${Math.round(units / (cpu / 1e6))} a second of CPU, ${ratio.toFixed(1)} × reading the XML), at most ${(maxRSS / 1024).toFixed(0)} MB of memory, ${(rss / 1024 ** 2).toFixed(0)} MB after reading the XML alone`,
);
