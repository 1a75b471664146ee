import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScripted } from '../../src/provider/scripted.ts';
import { conditions, newsroom, story } from './newsroom.ts';

const step = fc.tuple(story, conditions);

describe('a run that changes nothing', () => {
  it('leaves every byte as it was, whatever runs came before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 3 }), step, async (past, [copy, today]) => {
        const room = newsroom();
        for (const [earlier, then] of past) await room.run(earlier, then);
        const drafts = await room.run(copy, today);
        const before = new Map(room.files);
        const again = await room.run(copy, today);
        expect(room.files).toEqual(before);
        expect(again).toEqual(drafts);
      }),
      { numRuns: 60 },
    );
  });

  it('asks no provider for what it has answered', async () => {
    await fc.assert(
      fc.asyncProperty(story, conditions, async (copy, today) => {
        const scripted = createScripted();
        const room = newsroom();
        await room.run(copy, { ...today, provider: scripted, redo: false });
        const asked = scripted.calls.length;
        await room.run(copy, { ...today, provider: scripted, redo: false });
        expect(scripted.calls).toHaveLength(asked);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same bytes in another project: nothing of time, chance or place is in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (runs) => {
        const [here, there] = [newsroom(), newsroom()];
        for (const [copy, today] of runs) await here.run(copy, today);
        for (const [copy, today] of runs) await there.run(copy, today);
        expect(there.files).toEqual(here.files);
      }),
      { numRuns: 30 },
    );
  });
});
