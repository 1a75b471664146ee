import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameSequences } from '../properties/commands/same-sequences.ts';
import { edit } from '../properties/edit-script.ts';
import { emptyTally, followVersions } from '../properties/follow-versions.ts';

it('400 stories through up to five versions lose no reviewed words, send nothing twice and use no id again', async () => {
  const tally = emptyTally();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(4),
      fc.array(fc.array(edit, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      (nth, scripts) => followVersions(nth, scripts, tally),
    ),
    { numRuns: Number(process.env.DEPECHE_RUNS ?? 400), ...sameSequences() },
  );
  process.stdout.write(`${JSON.stringify(tally)}\n`);
  for (const [what, count] of Object.entries(tally)) expect(count, what).toBeGreaterThan(0);
}, 1_500_000);
