import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBundle, compileSourceBundle } from '../../src/bundle/compile.ts';
import { disclosureOf } from '../../src/bundle/disclosure.ts';
import { publishable, unready } from '../../src/bundle/publishable.ts';
import type { Target } from '../../src/model/draft.ts';
import { byPerson, dispatchOf, drafted, draftOf, sentences, stale } from './stories.ts';

const story = dispatchOf(sentences);
const reviewed = byPerson('Done.', 'reviewed');
const provenance = { origin: { kind: 'memory' }, steps: [] } as const;
const recalled: Target = { state: 'recalled', text: 'Once more.', match: 'ice', provenance };
const failed: Target = { state: 'failed', code: 'timeout', message: 'No answer.' };
/** Everything reviewed but one. */
const but = (target: Target) => draftOf(story, 'en', (index) => (index === 2 ? target : reviewed));

describe('whole story or nothing', () => {
  it.each([
    ['pending', { state: 'pending' } as const],
    ['failed', failed],
    ['stale', stale('Old words.')],
    ['empty', drafted('')],
    ['blank', drafted(' \u00a0')],
  ])('one unit that is %s keeps the story back', (_, target) => {
    expect(publishable(but(target), { minState: 'drafted' })).toBe(false);
    expect(unready(but(target), 'drafted')).toEqual(['s2']);
  });

  it.each([
    ['recalled', recalled, [true, false, false, false]],
    ['drafted', drafted('A'), [true, false, false, false]],
    ['translated', byPerson('A', 'translated'), [true, true, false, false]],
    ['reviewed', reviewed, [true, true, true, false]],
    ['final', byPerson('A', 'final'), [true, true, true, true]],
  ] as const)('%s is enough for the states up to its own', (_, target, expected) => {
    const states = ['drafted', 'translated', 'reviewed', 'final'] as const;
    expect(states.map((minState) => !unready(but(target), minState).includes('s2'))).toEqual(expected);
  });

  it('counts the dateline, also where it is missing', () => {
    const { dateline, ...without } = but(reviewed);
    expect(dateline).toBeDefined();
    expect(unready(without, 'drafted')).toEqual(['dateline']);
    expect(unready(but(reviewed), 'reviewed')).toEqual(['dateline']);
  });

  it.each(['withheld', 'canceled'] as const)('a %s story never goes out', (status) => {
    const draft = draftOf({ ...story, header: { status } }, 'en', () => reviewed);
    expect(publishable(draft, { minState: 'drafted' })).toBe(false);
  });

  it('a dispatch with no sentence is no story', () => {
    const { dateline, ...bare } = dispatchOf([]);
    expect(dateline).toBeDefined();
    expect(
      publishable(
        draftOf(bare, 'en', () => reviewed),
        { minState: 'drafted' },
      ),
    ).toBe(false);
  });
});

describe('disclosure', () => {
  const made = (...targets: Target[]) =>
    disclosureOf(draftOf(story, 'en', (index) => targets[index % targets.length] ?? reviewed));

  it('is none where people, the memory and rules wrote all of it', () => {
    expect(made(reviewed, recalled, byPerson('A', 'translated'))).toBe('none');
  });
  it('is ai-autonomous as soon as one sentence of a machine was not reviewed', () => {
    expect(made(reviewed, drafted('A'))).toBe('ai-autonomous');
    expect(made(byPerson('A', 'final', true), byPerson('A', 'translated', true))).toBe('ai-autonomous');
  });
  it('is ai-assisted where people reviewed all that a machine wrote', () => {
    expect(made(reviewed, byPerson('A', 'reviewed', true), byPerson('A', 'final', true))).toBe('ai-assisted');
  });
  it('does not forget the machine behind a memory', () => {
    const origin = { kind: 'machine', provider: 'scripted' } as const;
    const steps = [{ did: 'recalled', by: 'agency.tmx' }] as const;
    expect(made({ ...recalled, provenance: { origin, steps } })).toBe('ai-autonomous');
  });
});

describe('bundles', () => {
  it('have a flat key for each sentence in reading order, the dateline first', () => {
    const bundle = compileBundle(draftOf(story, 'de', (index) => drafted(`Satz ${index}.`)));
    expect(bundle).toBe(
      '{\n  "dateline": "[de] 21.10.2020 (AFP) –",\n  "s0": "Satz 0.",\n  "s1": "Satz 1.",\n  "s2": "Satz 2.",\n  "s3": "Satz 3."\n}\n',
    );
    expect(Object.values(JSON.parse(compileSourceBundle(story)))).toEqual([
      'Moscou, 21 oct 2020 (AFP) -',
      ...sentences,
    ]);
  });

  it('never hold an empty string', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', ' ', 'Ja.'), { minLength: 4, maxLength: 4 }), (texts) => {
        const bundle = compileBundle(draftOf(story, 'de', (index) => drafted(texts[index] ?? '')));
        expect(Object.values<string>(JSON.parse(bundle)).every((text) => text.trim() !== '')).toBe(true);
      }),
    );
  });
});
