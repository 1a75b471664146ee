import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Header } from '../../src/model/dispatch.ts';
import { type CopyPolicy, reasonToKeep } from '../../src/provider/confidential.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import { createScripted } from '../../src/provider/scripted.ts';
import { draftOf } from './drafts.ts';
import { run, targetsOf, textsOf } from './run.ts';

const sendsOut = { capabilities: { leavesMachine: true } };
const under = (header: Partial<Header>, id = 'story') => {
  const draft = draftOf(['Un.', 'Deux.'], { id });
  return { ...draft, dispatch: { ...draft.dispatch, header: { status: 'usable', ...header } as const } };
};
const embargo = '2020-10-21T18:00:00Z';
const before = { now: '2020-10-21T17:59:59Z' };

describe('copy that must not leave the machine', () => {
  it.each<[string, Partial<Header>, CopyPolicy]>([
    ['is under embargo until 2020-10-21T18:00:00Z', { embargo }, before],
    ['is under embargo until 2020-10-21T18:00:00Z', { embargo }, {}],
    ['is withheld by its agency', { status: 'withheld' }, before],
    ['is marked as confidential', {}, { isMarked: (id) => id === 'story' }],
  ])('that %s is not sent, and its sentences fail with that word', async (word, header, policy) => {
    const provider = createScripted(sendsOut);
    const { drafts } = await run([under(header)], provider, { policy });
    expect(provider.calls).toEqual([]);
    expect(targetsOf(drafts[0])).toMatchObject(
      ['Un.', 'Deux.'].map(() => ({
        state: 'failed',
        code: 'confidential',
        message: expect.stringContaining(word),
      })),
    );
  });

  it('goes to a provider that stays on the machine, and to one that is allowed by its name', async () => {
    const header = { embargo, status: 'withheld' } as const;
    const policy = { ...before, isMarked: () => true, allowed: new Set(['house']) };
    for (const options of [{}, { ...sendsOut, name: 'house' }]) {
      const { drafts } = await run([under(header)], createScripted(options), { policy });
      expect(textsOf(drafts[0])).toEqual(['[de] Un.', '[de] Deux.']);
    }
  });

  it('goes out when the embargo is over', async () => {
    const { drafts } = await run([under({ embargo })], createScripted(sendsOut), {
      policy: { now: embargo },
    });
    expect(textsOf(drafts[0])).toEqual(['[de] Un.', '[de] Deux.']);
  });

  it('gets what was paid for before it was withheld', async () => {
    const journal = createInMemoryJournal();
    const provider = createScripted(sendsOut);
    await run([draftOf(['Un.'])], provider, { journal });
    const { drafts } = await run([under({ status: 'withheld' })], provider, { journal });
    expect(provider.calls).toHaveLength(1);
    expect(targetsOf(drafts[0])).toMatchObject([{ text: '[de] Un.' }, { code: 'confidential' }]);
  });
});

it('whatever the dispatch: copy is held back only from who sends it out and is not allowed, and always for a reason', () => {
  const header = fc.record<Header>(
    {
      status: fc.constantFrom('usable', 'withheld', 'canceled'),
      embargo: fc.constantFrom('2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z', 'soon'),
    },
    { requiredKeys: ['status'] },
  );
  fc.assert(
    fc.property(
      header,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (headerOf, leavesMachine, isMarked, isAllowed) => {
        const provider = createScripted({ capabilities: { leavesMachine } });
        const policy = {
          now: '2025-01-01T00:00:00Z',
          isMarked: () => isMarked,
          allowed: new Set(isAllowed ? ['scripted'] : ['another']),
        };
        const { embargo: until, status } = headerOf;
        const secret =
          isMarked || status === 'withheld' || (until !== undefined && until !== '2020-01-01T00:00:00Z');
        const kept = reasonToKeep({ id: 'a', header: headerOf }, provider, policy);
        expect(kept !== undefined).toBe(secret && leavesMachine && !isAllowed);
      },
    ),
  );
});
