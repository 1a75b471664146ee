import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAnswers } from '../../src/provider/answers.ts';

const segments = ['s1', 's2', 's3'].map((id) => ({ id, text: `text of ${id}` }));

describe('matchAnswers', () => {
  it('matches by id in any order', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.string(), { minLength: 1, maxLength: 30 })
          .chain((ids) => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length }))),
        ([ids, shuffled]) => {
          const asked = ids.map((id) => ({ id, text: id }));
          const translations = shuffled.map((id) => ({ id, text: `to ${id}.` }));
          const { texts, faults } = matchAnswers(asked, { translations });
          expect(faults.size).toBe(0);
          expect([...texts]).toEqual(ids.map((id) => [id, `to ${id}.`]));
        },
      ),
    );
  });

  it.each([
    ['left out', [], 'answer-missing'],
    [
      'answered twice',
      [
        { id: 's2', text: 'a' },
        { id: 's2', text: 'a' },
      ],
      'answer-duplicated',
    ],
    ['answered with nothing', [{ id: 's2', text: ' \u00a0\n' }], 'answer-empty'],
    ['answered with what XML cannot hold', [{ id: 's2', text: 'a\u0000b' }], 'answer-unwritable'],
  ])('gives a segment that was %s a fault, and the others their texts', (_, forS2, code) => {
    const translations = [{ id: 's3', text: 'drei' }, ...forS2, { id: 's1', text: 'eins' }];
    const { texts, faults } = matchAnswers(segments, { translations });
    expect(faults.get('s2')?.code).toBe(code);
    expect([...texts]).toEqual([
      ['s1', 'eins'],
      ['s3', 'drei'],
    ]);
  });

  it('passes over an answer that nobody asked for', () => {
    const { texts } = matchAnswers(segments.slice(0, 1), {
      translations: [
        { id: 's9', text: 'neun' },
        { id: 's1', text: 'eins' },
      ],
    });
    expect([...texts]).toEqual([['s1', 'eins']]);
  });
});
