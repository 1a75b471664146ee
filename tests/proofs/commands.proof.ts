import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commands } from '../properties/commands/command.ts';
import { liveThrough } from '../properties/commands/day.ts';
import type { Tally } from '../properties/commands/day-so-far.ts';
import { deskInMemory } from '../properties/commands/desk-in-memory.ts';
import { sameSequences } from '../properties/commands/same-sequences.ts';
import { firstWording } from '../properties/commands/wording.ts';

const sequences = 10_000;

it(`${sequences} random sequences of commands: no text of a person is lost, none is changed unasked, every edit is taken or told of`, async () => {
  const tally: Tally = new Map();
  let lived = 0;
  await fc.assert(
    fc.asyncProperty(firstWording, commands, fc.constantFrom('en', 'ar'), async (first, day, locale) => {
      await liveThrough(deskInMemory(locale), first, day, tally);
      lived += 1;
    }),
    { numRuns: sequences, ...sameSequences() },
  );
  expect(lived).toBe(sequences);
  const counts = Array.from(tally, ([what, times]) => `${times} ${what}`).sort();
  console.log(`${sequences} sequences: ${counts.join(', ')}`);
}, 900_000);
