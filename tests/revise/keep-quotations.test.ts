import { describe, expect, it } from 'vitest';
import { quoteDiffers } from '../../src/check/quote-differs.ts';
import type { MemoryEntry } from '../../src/memory/entry.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { type Draft, type Target, textOf } from '../../src/model/draft.ts';
import { keepQuotations } from '../../src/revise/keep-quotations.ts';
import { byPerson, draftOf, house } from '../termbase/house.ts';

/** What a reviewer approved. */
function approved(sourceText: string, targetText: string, more: Partial<MemoryEntry> = {}): MemoryEntry {
  return {
    source: 'fr',
    target: 'en',
    sourceText,
    targetText,
    provenance: { origin: { kind: 'human', by: 'Ada' }, steps: [] },
    by: 'Ada',
    from: 'locales/en/a.xlf',
    ...more,
  };
}

const known = approved(
  '« Nous ne partirons pas demain », a dit Sergueï Lavrov.',
  '“We shall not leave tomorrow,” Sergei Lavrov said.',
);
const later = 'Sergueï Lavrov a répété : « Nous ne partirons pas demain. »';

async function kept(
  pairs: readonly (readonly [string, string | Target])[],
  entries: readonly MemoryEntry[] = [known],
): Promise<Draft> {
  return keepQuotations(draftOf('en', pairs), createInMemoryStore(entries), house);
}

const wordsOf = (draft: Draft) => draft.units.map(({ target }) => textOf(target));
/** What the check says of the units as the stage left them. */
const issuesOf = ({ units, locale }: Draft) =>
  units.flatMap((unit) => quoteDiffers.run(unit, { source: 'fr', target: locale, termbase: house }));

describe('keepQuotations', () => {
  it('puts the approved words into a machine’s draft, and says so', async () => {
    const draft = await kept([[later, 'Sergei Lavrov said again: “We will not be going tomorrow.”']]);
    expect(wordsOf(draft)).toEqual(['Sergei Lavrov said again: “We shall not leave tomorrow.”']);
    expect(draft.units[0]?.target).toMatchObject({
      provenance: { steps: [{ did: 'repaired', by: 'quotation:lavrov' }] },
    });
    expect(issuesOf(draft)).toEqual([]);
    expect(await keepQuotations(draft, createInMemoryStore([known]), house)).toEqual(draft);
  });

  it('finds the speaker in the sentence before or behind', async () => {
    for (const beside of [0, 1]) {
      const quotation: [string, string] = ['« Nous ne partirons pas demain. »', '“We won’t go tomorrow.”'];
      const pairs = [quotation].toSpliced(beside === 0 ? 0 : 1, 0, ['Lavrov parle.', 'Lavrov speaks.']);
      expect(wordsOf(await kept(pairs))).toContain('“We shall not leave tomorrow.”');
    }
  });

  it('puts them in once: a name in them that the house says otherwise is not put back for ever', async () => {
    const entry = approved(
      '« Voici la paix de Moscou », a dit Lavrov.',
      '“Here is the peace of Moskva,” Lavrov said.',
    );
    const once = await kept(
      [['Lavrov : « Voici la paix de Moscou »', 'Lavrov: “This is Moscow peace.”']],
      [entry],
    );
    const [unit] = once.units;
    if (unit?.target.state !== 'drafted') throw new Error('not drafted');
    const text = unit.target.text.replace('Moskva', 'Moscow');
    const enforced = { ...once, units: [{ ...unit, target: { ...unit.target, text } }] };
    expect(await keepQuotations(enforced, createInMemoryStore([entry]), house)).toEqual(enforced);
  });

  it('proposes them to people, with their place, and changes none of their words', async () => {
    const text = 'Sergei Lavrov said again: “We are not going.”';
    const draft = await kept([[later, byPerson(text)]]);
    expect(wordsOf(draft)).toEqual([text]);
    expect(issuesOf(draft)).toMatchObject([
      {
        check: 'quote-differs',
        severity: 'warning',
        message: expect.stringContaining('“We shall not leave tomorrow” (locales/en/a.xlf)'),
        target: { start: 27, end: 43 },
      },
    ]);
    expect(await keepQuotations(draft, createInMemoryStore([known]), house)).toEqual(draft);
  });

  it.each([
    ['two quotations on one side', '“We are not going” – “never ever again,” Lavrov said.'],
    ['no quotation', 'Lavrov said they would not go.'],
  ])('only proposes them where the place is not beyond doubt: %s', async (_, text) => {
    const draft = await kept([[later, text]]);
    expect(wordsOf(draft)).toEqual([text]);
    expect(issuesOf(draft)).toMatchObject([{ check: 'quote-differs' }]);
  });

  it('only proposes where people have said it in two ways', async () => {
    const other = approved(known.sourceText, '“We are not leaving tomorrow,” said Sergei Lavrov.', {
      from: 'b',
    });
    const text = 'Lavrov: “We will not go tomorrow.”';
    const draft = await kept([[later, text]], [known, other]);
    expect(wordsOf(draft)).toEqual([text]);
    expect(issuesOf(draft)[0]?.message).toMatch(/are not leaving.*\(b\) or .*shall not leave/u);
  });

  it.each<[string, string, string, MemoryEntry[]]>([
    [
      'somebody else said it',
      '« Nous ne partirons pas demain », a dit Ilham Aliev.',
      '“We won’t go,” Ilham Aliyev said.',
      [known],
    ],
    [
      'nobody knows who said it',
      '« Nous ne partirons pas demain », dit-on.',
      '“We won’t go away,” they say.',
      [known],
    ],
    [
      'two persons may have said it',
      '« Nous ne partirons pas demain », ont dit Lavrov et Ilham Aliev.',
      '“We won’t go,” said both.',
      [known],
    ],
    [
      'the words are others',
      '« Nous ne partirons pas lundi », a dit Lavrov.',
      '“We won’t go on Monday,” Lavrov said.',
      [known],
    ],
    ['the words are the approved ones', later, 'Lavrov: “We shall not leave tomorrow.”', [known]],
    ['the words differ in typing alone', later, 'Lavrov: “we shall not leave\u00a0tomorrow”.', [known]],
    [
      'a title in marks',
      '« Le Convoi », a dit Lavrov.',
      '“The Convoy”, Lavrov said.',
      [approved('« Le Convoi », a dit Lavrov.', '“Convoy”, Lavrov said.')],
    ],
    [
      'no person approved it',
      later,
      'Lavrov: “We are not going tomorrow.”',
      [
        approved(known.sourceText, known.targetText, {
          provenance: { origin: { kind: 'machine', provider: 'x' }, steps: [] },
        }),
      ].map(({ by: _, ...entry }) => entry),
    ],
    ['it is another locale', later, 'Lavrov: “We are not going tomorrow.”', [{ ...known, target: 'de' }]],
  ])('leaves alone and says nothing where %s', async (_, source, target, entries) => {
    const draft = await kept([[source, target]], entries);
    expect(wordsOf(draft)).toEqual([target]);
    expect(issuesOf(draft)).toEqual([]);
  });
});
