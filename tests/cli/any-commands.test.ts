import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../properties/commands/command.ts';
import { liveThrough } from '../properties/commands/day.ts';
import type { Tally } from '../properties/commands/day-so-far.ts';
import { deskOnDisk, startMachine } from '../properties/commands/desk-on-disk.ts';
import { firstWording } from '../properties/commands/wording.ts';
import { temporaryProject } from './temporary-project.ts';

describe('any commands in any order, by the command line and on disk', () => {
  it('no text of a person is lost, none is changed unasked, every edit is taken or told of', async () => {
    const machine = await startMachine();
    const tally: Tally = new Map();
    const sequences = 3;
    await fc.assert(
      fc.asyncProperty(firstWording, commands, async (first, day) =>
        liveThrough(await deskOnDisk(await temporaryProject(), 'en', machine), first, day, tally),
      ),
      { numRuns: sequences, endOnFailure: true },
    );
    await machine.close();
    expect(tally.get('looks')).toBeGreaterThanOrEqual(sequences);
  }, 120_000);
});
