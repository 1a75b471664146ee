import fc from 'fast-check';
import { expect, it } from 'vitest';
import { temporaryProject } from '../cli/temporary-project.ts';
import { commands } from '../properties/commands/command.ts';
import { liveThrough } from '../properties/commands/day.ts';
import type { Tally } from '../properties/commands/day-so-far.ts';
import { deskOnDisk, startMachine } from '../properties/commands/desk-on-disk.ts';
import { sameSequences } from '../properties/commands/same-sequences.ts';
import { firstWording } from '../properties/commands/wording.ts';

const sequences = 120;

it(`${sequences} random sequences by the command line, on disk: the law holds there too`, async () => {
  const machine = await startMachine();
  const tally: Tally = new Map();
  let lived = 0;
  await fc.assert(
    fc.asyncProperty(firstWording, commands, fc.constantFrom('en', 'ar'), async (first, day, locale) => {
      await liveThrough(await deskOnDisk(await temporaryProject(), locale, machine), first, day, tally);
      lived += 1;
    }),
    { numRuns: sequences, endOnFailure: true, ...sameSequences() },
  );
  await machine.close();
  expect(lived).toBe(sequences);
  const counts = Array.from(tally, ([what, times]) => `${times} ${what}`).sort();
  console.log(`${sequences} sequences on disk: ${counts.join(', ')}`);
}, 900_000);
