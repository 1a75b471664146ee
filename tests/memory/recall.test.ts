import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../src/memory/entries-of.ts';
import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { recall } from '../../src/memory/recall.ts';
import { type Draft, isPersons, type Target, textOf, type Unit } from '../../src/model/draft.ts';
import { entry, memories, sentences } from './samples.ts';

const human = { origin: { kind: 'human', by: 'Ana' }, steps: [] } as const;
const machine = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
const pseudo = { origin: { kind: 'machine', provider: 'pseudo' }, steps: [] } as const;

const states: readonly Target[] = [
  { state: 'pending' },
  { state: 'failed', code: 'timeout', message: 'no answer' },
  { state: 'recalled', text: 'Recalled.', match: 'exact', provenance: human },
  { state: 'drafted', text: 'Drafted.', provenance: machine },
  { state: 'drafted', text: 'Ðŕåƒţéð.', provenance: pseudo },
  { state: 'translated', text: 'Translated.', by: 'Ana', provenance: human },
  { state: 'reviewed', text: 'Reviewed.', by: 'Ana', at: '2020-10-21T10:00:00Z', provenance: machine },
  { state: 'final', text: 'Final.', by: 'Ana', provenance: human },
  { state: 'stale', text: 'Stale.', was: 'final', previousSource: 'Avant', by: 'Ana', provenance: human },
];

/** A draft with a sentence for each pair of text and target, and a dateline. */
function draft(...sentencesWithTargets: readonly (readonly [text: string, target: Target])[]): Draft {
  const unit = (id: string, text: string, target: Target): Unit => ({
    segment: { id, spans: [], text },
    target,
    matches: [],
    terms: [],
    issues: [],
  });
  const units = sentencesWithTargets.map(([text, target], index) => unit(`s${index}`, text, target));
  return {
    dispatch: {
      id: 'story',
      locale: 'fr',
      raw: '',
      encoding: 'utf-8',
      bom: false,
      header: { status: 'usable' },
      paragraphs: [{ id: 'p1', kind: 'body', segments: units.map(({ segment }) => segment) }],
      version: 1,
    },
    locale: 'en',
    dateline: unit('dateline', 'Paris, 1er jan (AFP) -', { state: 'pending' }),
    units,
    removed: [],
  };
}

const pending: Target = { state: 'pending' };
const targets = (done: Draft) => done.units.map(({ target }) => textOf(target) ?? target.state);

describe('recall', () => {
  it('fills what is exact, with the chain of its provenance and where it was found', async () => {
    const store = createInMemoryStore([
      entry({ sourceText: 'Un.', targetText: 'One.', next: 'Deux.', provenance: machine, by: 'Ana' }),
      entry({ sourceText: 'Deux.', targetText: 'Two.', previous: 'x', next: 'Trois.' }),
      entry({ sourceText: 'Trois.', targetText: 'Three.' }),
    ]);
    const done = await recall(
      draft(['Un.', pending], ['Deux.', pending], ['Trois.', states[1] ?? pending]),
      store,
    );
    expect(done.units.map((unit) => unit.target)).toEqual([
      {
        state: 'recalled',
        text: 'One.',
        match: 'ice',
        provenance: { origin: machine.origin, steps: [{ did: 'recalled', by: 'locales/memory/a.tmx' }] },
      },
      expect.objectContaining({ text: 'Two.', match: 'context' }),
      expect.objectContaining({ text: 'Three.', match: 'exact' }),
    ]);
    expect(done.units.map((unit) => unit.matches)).toEqual([[], [], []]);
    expect(done.dateline?.target).toEqual(pending);
  });

  it('leaves a sentence that the memory translates in two ways to people, and shows both', async () => {
    const store = createInMemoryStore([
      entry({ sourceText: 'Un.', targetText: 'One.' }),
      entry({ sourceText: 'Un.', targetText: 'A.' }),
    ]);
    const [unit] = (await recall(draft(['Un.', pending]), store)).units;
    expect(unit?.target).toEqual(pending);
    expect(unit?.matches.map((match) => match.target)).toEqual(['A.', 'One.']);
  });

  it('proposes what is similar and fills nothing with it', async () => {
    const store = createInMemoryStore(
      Array.from({ length: 9 }, (_, index) =>
        entry({ sourceText: `Le bilan est de ${index}00 morts.`, targetText: `${index}00 dead.` }),
      ),
    );
    const text = 'Le bilan est de 950 morts.';
    const [unit] = (await recall(draft([text, pending]), store)).units;
    expect(unit?.target).toEqual(pending);
    expect(unit?.matches).toHaveLength(5);
    expect(unit?.matches.every((match) => match.kind === 'fuzzy')).toBe(true);
    const strict = await recall(draft([text, pending]), store, { fuzzyThreshold: 95 });
    expect(strict.units[0]?.matches).toEqual([]);
  });

  it("replaces a machine's draft by an ice or context match only, and pseudo text by any that fills", async () => {
    const exact = createInMemoryStore([entry({ sourceText: 'Un.', targetText: 'One.' })]);
    const context = createInMemoryStore([entry({ sourceText: 'Un.', targetText: 'One.', next: 'Deux.' })]);
    const drafted = draft(['Un.', states[3] ?? pending], ['Deux.', pending]);
    const kept = await recall(drafted, exact);
    expect(targets(kept)).toEqual(['Drafted.', 'pending']);
    expect(kept.units[0]?.matches.map((match) => match.target)).toEqual(['One.']);
    expect(targets(await recall(drafted, context))).toEqual(['One.', 'pending']);
    expect(targets(await recall(draft(['Un.', states[4] ?? pending]), exact))).toEqual(['One.']);
  });

  it('decides anew what it filled before, and leaves it where nothing fills any more', async () => {
    const recalled = draft(['Un.', states[2] ?? pending]);
    const store = createInMemoryStore([entry({ sourceText: 'Un.', targetText: 'One.' })]);
    expect(targets(await recall(recalled, store))).toEqual(['One.']);
    expect(targets(await recall(recalled, createInMemoryStore([])))).toEqual(['Recalled.']);
  });

  it('round trip: what was reviewed comes back as ice, with the same bytes and its machine remembered', async () => {
    const texts = ['« Non », a-t-il dit.', 'Le 3,4 %\u202f!', 'Fin.'];
    const work = draft(...texts.map((text, index) => [text, states[6 + (index % 2)] ?? pending] as const));
    const store = createInMemoryStore(entriesOf(work, 'locales/en/story.xlf'));
    const again = await recall(draft(...texts.map((text) => [text, pending] as const)), store);
    expect(again.units.map(({ target }) => target)).toEqual(
      work.units.map(({ target }) => ({
        state: 'recalled',
        match: 'ice',
        text: textOf(target),
        provenance: {
          origin: target.state === 'reviewed' ? machine.origin : human.origin,
          steps: [{ did: 'recalled', by: 'locales/en/story.xlf' }],
        },
      })),
    );
  });
});

describe('a sentence that stands twice in a dispatch', () => {
  const nothing = createInMemoryStore([]);
  const words: Target = { state: 'translated', text: 'One.', by: 'Ana', provenance: human };

  it('is proposed as a person translated it, and filled by nothing', async () => {
    const done = await recall(
      draft(['Un.', words], ['Deux.', pending], ['Un.', pending], ['Un .', pending]),
      nothing,
    );
    const match = { source: 'Un.', target: 'One.', provenance: human, from: '#s0' };
    expect(done.units.map((unit) => unit.matches)).toEqual([
      [],
      [],
      [{ kind: 'repetition', score: 100, ...match }],
      [],
    ]);
    expect(targets(done)).toEqual(['One.', 'pending', 'pending', 'pending']);
  });

  it('loses a point where people translated it in two ways, and is never a machine’s word', async () => {
    const other: Target = { ...words, text: 'A.' };
    const drafted: Target = { state: 'drafted', text: 'Drafted.', provenance: machine };
    const done = await recall(
      draft(['Un.', words], ['Un.', other], ['Un.', drafted], ['Un.', pending]),
      nothing,
    );
    expect(done.units[3]?.matches.map(({ target, score }) => [target, score])).toEqual([
      ['One.', 99],
      ['A.', 99],
    ]);
  });

  it('stands behind what is exact in the memory and before what is similar', async () => {
    const long = 'Le port est fermé depuis hier soir.';
    const store = createInMemoryStore([
      entry({ sourceText: long, targetText: 'Exact.' }),
      entry({ sourceText: long, targetText: 'Exact too.' }),
      entry({ sourceText: 'Le port est fermé depuis hier matin.', targetText: 'Similar.' }),
    ]);
    const done = await recall(draft([long, words], [long, pending]), store);
    expect(done.units[1]?.matches.map(({ kind }) => kind)).toEqual(['exact', 'exact', 'repetition', 'fuzzy']);
  });

  it('is not repeated where a target covers more than it', async () => {
    const covering: Target = { ...words, covers: ['s1'] };
    const absorbed: Target = { state: 'absorbed', into: 's0' };
    const done = await recall(draft(['Un.', covering], ['Deux.', absorbed], ['Un.', pending]), nothing);
    expect(done.units[2]?.matches).toEqual([]);
  });
});

describe('invariants of recall', () => {
  const drafts = fc
    .array(fc.tuple(sentences, fc.constantFrom(...states)), { maxLength: 6 })
    .map((units) => draft(...units));

  it("never touches people's work, the dispatch, or the order; run twice it does what it did once", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, memories, async (before, entries) => {
        const store = createInMemoryStore(entries);
        const after = await recall(before, store);
        expect(after.dispatch).toBe(before.dispatch);
        expect(after.units.map((unit) => unit.segment)).toEqual(before.units.map((unit) => unit.segment));
        for (const [index, { target }] of before.units.entries()) {
          if (!isPersons(target)) continue;
          const { matches = [], ...unit } = after.units[index] ?? {};
          expect({ ...unit, matches: [] }).toEqual({ ...before.units[index], matches: [] });
          if (target.state !== 'stale') expect(matches).toEqual([]);
        }
        expect(await recall(after, store)).toEqual(after);
      }),
      { numRuns: 100 },
    );
  });

  it('nothing with another number ever fills a target', async () => {
    const shapes = ['Il y a N morts.', 'N % des voix, N de plus.', 'Le N, à Nh.'];
    const filled = fc
      .tuple(
        fc.constantFrom(...shapes),
        fc.array(fc.constantFrom('1', '2', '30.000', '3,4', '12'), { minLength: 2, maxLength: 2 }),
      )
      .map(([shape, numbers]) => numbers.reduce((text, number) => text.replace('N', number), shape));
    await fc.assert(
      fc.asyncProperty(fc.array(filled, { maxLength: 12 }), filled, async (known, text) => {
        const store = createInMemoryStore(
          known.map((sourceText) => entry({ sourceText, targetText: sourceText })),
        );
        const [unit] = (await recall(draft([text, pending]), store)).units;
        expect(unit && textOf(unit.target)).toBe(known.includes(text) ? text : undefined);
      }),
    );
  });
});

describe('what a draft gives to the memory', () => {
  it('is what was reviewed or signed, between its neighbours, and nothing else', () => {
    const work = draft(...states.map((target, index) => [`Phrase ${index}.`, target] as const));
    expect(entriesOf(work, 'locales/en/story.xlf')).toEqual([
      {
        source: 'fr',
        target: 'en',
        sourceText: 'Phrase 6.',
        targetText: 'Reviewed.',
        previous: 'Phrase 5.',
        next: 'Phrase 7.',
        provenance: machine,
        by: 'Ana',
        at: '2020-10-21T10:00:00Z',
        from: 'locales/en/story.xlf',
      },
      expect.objectContaining({ sourceText: 'Phrase 7.', targetText: 'Final.' }),
    ]);
  });

  it('is the same from its master', () => {
    const work = draft(...states.map((target, index) => [`Phrase ${index}.`, target] as const));
    const kept = work.units.map(({ segment, target }) => ({ id: segment.id, source: segment.text, target }));
    const dateline = { id: 'dateline', source: 'Paris -', target: states[7] ?? pending };
    const master = {
      id: 'story',
      source: 'fr',
      target: 'en',
      version: 1,
      units: [dateline, ...kept],
      removed: [],
    };
    expect(entriesOf(master, 'a.xlf')).toEqual(entriesOf(work, 'a.xlf'));
  });

  it('is never pseudo text, whoever signed it', () => {
    const signed: Target = { state: 'final', text: 'Ðŕåƒţéð.', by: 'Ana', provenance: pseudo };
    expect(entriesOf(draft(['Un.', signed]), 'a.xlf')).toEqual([]);
  });
});
