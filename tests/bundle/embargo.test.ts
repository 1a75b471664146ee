import { describe, expect, it } from 'vitest';
import { entryAfter, withdrawnLocales } from '../../src/bundle/manifest.ts';
import { publishable } from '../../src/bundle/publishable.ts';
import { dispatchOf, drafted, draftOf, sentences } from './stories.ts';

const embargo = '2024-03-12T17:00:00Z';
const [before, after] = ['2024-03-12T17:59:59+01:00', '2024-03-12T17:00:00.000Z'];
const first = dispatchOf(sentences);
const held = { ...first, header: { status: 'usable', embargo } } as const;
const second = dispatchOf([...sentences, 'Un ajout.'], { version: 2 });
const heldSecond = { ...second, header: { status: 'usable', embargo } } as const;
const english = (dispatch: typeof first) => draftOf(dispatch, 'en', (index) => drafted(`T${index}`));
const policy = { minState: 'drafted' } as const;

describe('a story under embargo', () => {
  it.each([
    [before, false],
    [after, true],
    [undefined, false],
    ['no time at all', false],
  ])('may go out at %s: %s', (now, expected) => {
    expect(publishable(english(held), { ...policy, ...(now !== undefined && { now }) })).toBe(expected);
    const entry = entryAfter(undefined, held, [english(held)], {
      ...policy,
      ...(now !== undefined && { now }),
    });
    expect(entry !== undefined).toBe(expected);
  });

  it('is published like any other once its time has come', () => {
    expect(entryAfter(undefined, held, [english(held)], { ...policy, now: after })).toEqual(
      entryAfter(undefined, first, [english(first)], policy),
    );
  });

  it('leaves its earlier version out, as it was, and says that a newer one waits', () => {
    const known = entryAfter(undefined, first, [english(first)], policy);
    const waiting = entryAfter(known, heldSecond, [english(heldSecond)], { ...policy, now: before });
    expect(waiting).toMatchObject({
      version: 1,
      locales: { en: { version: 1, complete: false }, fr: { version: 1, complete: false } },
    });
    expect(withdrawnLocales(known, waiting)).toEqual([]);
    expect(entryAfter(waiting, heldSecond, [english(heldSecond)], { ...policy, now: after })).toMatchObject({
      version: 2,
      locales: { en: { version: 2, complete: true }, fr: { version: 2, complete: true } },
    });
  });

  it('is taken out where the embargo came after the version had gone out', () => {
    const known = entryAfter(undefined, first, [english(first)], policy);
    const waiting = entryAfter(known, held, [english(held)], { ...policy, now: before });
    expect(waiting).toBeUndefined();
    expect(withdrawnLocales(known, waiting)).toEqual(['en', 'fr']);
  });
});
