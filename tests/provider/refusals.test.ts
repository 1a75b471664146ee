import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/provider/estimate.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import type { Provider, TranslationRequest } from '../../src/provider/provider.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { draftOf, machine } from './drafts.ts';
import { run, targetsOf, textsOf } from './run.ts';

/** A provider that lets through of its own answers what it is told to. */
function particular(accepts: (text: string, time: number) => boolean) {
  const calls: TranslationRequest[] = [];
  const times = new Map<string, number>();
  const provider: Provider = {
    ...createScripted(),
    async translate(request) {
      calls.push(request);
      const judged = request.segments.map(({ id, text }) => {
        const time = (times.get(text) ?? 0) + 1;
        times.set(text, time);
        return { id, text: `${text} ${time}`, isRight: accepts(text, time) };
      });
      return {
        translations: judged.filter(({ isRight }) => isRight).map(({ id, text }) => ({ id, text })),
        refused: judged
          .filter(({ isRight }) => !isRight)
          .map(({ id, text }) => ({ id, text, reasons: ['it is wrong', 'very wrong'] })),
      };
    },
  };
  return { provider, calls };
}

describe('what a provider refuses of its own answers', () => {
  it('is asked for once more, alone, with what was wrong', async () => {
    const { provider, calls } = particular((text, time) => text !== 'Deux.' || time === 2);
    const { drafts, total } = await run([draftOf(['Un.', 'Deux.', 'Trois.', 'Deux.'])], provider);
    expect(textsOf(drafts[0])).toEqual(['Un. 1', 'Deux. 2', 'Trois. 1', 'Deux. 2']);
    expect(calls.map(({ segments }) => segments)).toEqual([
      [
        { id: 's0', text: 'Un.' },
        { id: 's1', text: 'Deux.' },
        { id: 's2', text: 'Trois.' },
      ],
      [{ id: 's1', text: 'Deux.', refused: { text: 'Deux. 1', reasons: ['it is wrong', 'very wrong'] } }],
    ]);
    // Each time it is sent it is paid for; it is settled once.
    expect(total).toEqual({ sent: 3, done: 3, failed: 0, characters: 19 });
  });

  it('fails when it is refused again, with the reasons, and is not asked for a third time', async () => {
    const { provider, calls } = particular((text) => text !== 'Deux.');
    const { drafts, total, stopped } = await run([draftOf(['Un.', 'Deux.'])], provider);
    expect(targetsOf(drafts[0])).toMatchObject([
      { state: 'drafted', text: 'Un. 1' },
      {
        state: 'failed',
        code: 'answer-refused',
        message: expect.stringContaining('it is wrong; very wrong'),
      },
    ]);
    expect(calls).toHaveLength(2);
    expect(total).toMatchObject({ sent: 2, done: 1, failed: 1 });
    expect(stopped).toBeUndefined();
  });

  it('leaves a draft where it is that was to be done anew', async () => {
    const { provider } = particular(() => false);
    const kept = { state: 'drafted', text: 'Eins.', provenance: machine('scripted') } as const;
    const { drafts } = await run([draftOf(['Un.'], { targets: [kept] })], provider, { redo: true });
    expect(targetsOf(drafts[0])).toEqual([kept]);
  });

  it('is not lost for the others: what was let through is in the journal before the second round', async () => {
    const journal = createInMemoryJournal();
    const { provider } = particular((text) => text !== 'Deux.');
    let calls = 0;
    const dying: Provider = {
      ...provider,
      async translate(request, signal) {
        calls += 1;
        if (calls > 1) throw new Error('the machine went down');
        return provider.translate(request, signal);
      },
    };
    await expect(run([draftOf(['Un.', 'Deux.'])], dying, { journal })).rejects.toThrow('went down');
    expect(await estimate([draftOf(['Un.', 'Deux.'])], provider, { journal })).toMatchObject({
      segments: 1,
      known: 1,
    });
  });

  it('waits its turn: the second round keeps the limits of the queue', async () => {
    const { provider } = particular((_, time) => time === 2);
    let under = 0;
    let most = 0;
    const counting: Provider = {
      ...provider,
      async translate(request, signal) {
        under += 1;
        most = Math.max(most, under);
        await Promise.resolve();
        const answer = await provider.translate(request, signal);
        under -= 1;
        return answer;
      },
    };
    const drafts = Array.from({ length: 6 }, (_, at) => draftOf([`Phrase ${at}.`], { id: `d${at}` }));
    await run(drafts, counting, { concurrency: 1 });
    expect(most).toBe(1);
  });
});
