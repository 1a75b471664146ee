import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameSequences } from './commands/same-sequences.ts';
import { edit } from './edit-script.ts';
import { emptyTally, followVersions } from './follow-versions.ts';

describe('versions of the dispatches of the demo', () => {
  it('lose no reviewed words, send nothing twice and use no id again, whatever is edited', async () => {
    const tally = emptyTally();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(4),
        fc.array(fc.array(edit, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        (nth, scripts) => followVersions(nth, scripts, tally),
      ),
      { numRuns: 10, ...sameSequences() },
    );
    for (const [what, count] of Object.entries(tally)) expect(count, what).toBeGreaterThan(0);
  });
});
