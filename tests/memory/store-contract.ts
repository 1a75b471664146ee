import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordanceOf } from '../../src/memory/concordance.ts';
import type { MemoryEntry } from '../../src/memory/entry.ts';
import { rankMatches, scoreCandidates } from '../../src/memory/rank.ts';
import { foldedTokens } from '../../src/memory/sentence.ts';
import type { MemoryQuery, MemoryStore } from '../../src/memory/store.ts';
import { wordingOf } from '../../src/text/wording.ts';
import { alike, entry, longSentences, sentences } from './samples.ts';

const query = (change: Partial<MemoryQuery>): MemoryQuery => ({
  source: 'fr',
  target: 'en',
  text: 'Le port est fermé.',
  threshold: 75,
  limit: 10,
  ...change,
});

/** What every memory store promises: call it with a maker of stores. */
export function describeMemoryStore(
  name: string,
  storeWith: (entries: readonly MemoryEntry[]) => MemoryStore,
): void {
  describe(`${name} as a memory store`, () => {
    it('tells ice, context and exact matches apart, best first', async () => {
      const store = storeWith([
        entry({ targetText: 'Alone.' }),
        entry({ targetText: 'Beside one.', previous: 'Avant.', next: 'Autre.' }),
        entry({ targetText: 'Between both.', previous: 'Avant.', next: 'Après.' }),
        entry({ targetText: 'Elsewhere.', previous: 'Ici.', next: 'Là.' }),
      ]);
      const matches = await store.find(query({ previous: 'Avant.', next: 'Après.' }));
      expect(matches.map(({ kind, target, score }) => [kind, target, score])).toEqual([
        ['ice', 'Between both.', 100],
        ['context', 'Beside one.', 99],
        ['exact', 'Alone.', 99],
        ['exact', 'Elsewhere.', 99],
      ]);
    });

    it('matches the edge of a dispatch with an edge, and never with a place nobody knows', async () => {
      const store = storeWith([
        entry({ targetText: 'First.', next: 'Après.' }),
        entry({ targetText: 'Who knows where.' }),
      ]);
      const first = await store.find(query({ next: 'Après.' }));
      expect(first.map((match) => [match.kind, match.target])).toEqual([
        ['ice', 'First.'],
        ['exact', 'Who knows where.'],
      ]);
      expect((await store.find(query({}))).map((match) => match.kind)).toEqual(['context', 'exact']);
      expect((await store.find(query({ previous: 'x', next: 'y' }))).map((match) => match.kind)).toEqual([
        'exact',
        'exact',
      ]);
    });

    it('takes another typing of a sentence for the same, and no other number, case, accent or mark', async () => {
      const store = storeWith([entry({ sourceText: 'L’été, 30 000 morts à Évian !' })]);
      const kindsOf = async (text: string) => (await store.find(query({ text }))).map((match) => match.kind);
      expect(await kindsOf("L'e\u0301te\u0301, 30\u00a0000  morts à Évian\u202f!")).toEqual(['exact']);
      for (const text of [
        'L’été, 30 001 morts à Évian !',
        'L’été, 30.000 morts à Évian !',
        'L’Été, 30 000 morts à Évian !',
        'L’été, 30 000 morts à Evian !',
        'L’été, 30 000 morts à Évian.',
      ]) {
        expect(
          (await kindsOf(text)).filter((kind) => kind !== 'fuzzy'),
          text,
        ).toEqual([]);
      }
    });

    it('never scores a match that is not exact at 100, and takes points off where numbers differ', async () => {
      const store = storeWith([
        entry({ sourceText: 'Le séisme a fait 800 morts dans la région du nord hier.' }),
      ]);
      const scoreOf = async (text: string) => (await store.find(query({ text })))[0]?.score ?? 0;
      const other = await scoreOf('Le séisme a fait 900 morts dans la région du nord hier.');
      const word = await scoreOf('Le séisme a fait 800 morts dans la région du sud hier.');
      expect(await scoreOf('LE SÉISME A FAIT 800 MORTS DANS LA RÉGION DU NORD HIER.')).toBe(99);
      expect(other).toBeGreaterThan(75);
      expect(other).toBeLessThan(word);
    });

    it('takes points off where names or tags differ, and none where a noun of German does', async () => {
      const scoreOf = async (known: string, text: string, source = 'fr') => {
        const store = storeWith([entry({ source, sourceText: known })]);
        return (await store.find(query({ source, text })))[0]?.score ?? 0;
      };
      const sentence = (name: string) => `Le ministre est arrivé hier soir à ${name} avec deux conseillers.`;
      const plain = await scoreOf(sentence('midi'), sentence('minuit'));
      expect(await scoreOf(sentence('Brest'), sentence('Lille'))).toBe(plain - 2);
      expect(await scoreOf(sentence('midi'), `Ce ${sentence('midi').slice(3)}`)).toBe(plain);
      const tagged = (tag: string) => `Voir ${tag} sur la page du port avec tous les horaires.`;
      const words = await scoreOf(tagged('{{ici}}'), tagged('{{là}}'));
      expect(words).toBe((await scoreOf(tagged('{ { ici } }'), tagged('{ { là } }'))) - 2);
      const german = (noun: string) => `Der ${noun} ist heute für alle Schiffe und Boote zu.`;
      expect(await scoreOf(german('Hafen'), german('Kanal'), 'de')).toBe(90);
    });

    it('keeps languages apart, and regions where both name one', async () => {
      const store = storeWith([
        entry({ source: 'fr-FR', target: 'pt-BR', targetText: 'br' }),
        entry({ target: 'pt', targetText: 'pt' }),
        entry({ target: 'de', targetText: 'de' }),
        entry({ source: 'es', target: 'pt', targetText: 'es' }),
      ]);
      const targets = async (target: string) =>
        (await store.find(query({ target }))).map((match) => match.target);
      expect(await targets('pt-PT')).toEqual(['pt']);
      expect(await targets('pt')).toEqual(['pt', 'br']);
      expect(await targets('ar')).toEqual([]);
    });

    it('lists one translation once, with the best there is to say for it', async () => {
      const store = storeWith([
        entry({ from: 'b.tmx' }),
        entry({ from: 'a.tmx', previous: 'Avant.', next: 'x' }),
        entry({ from: 'c.tmx', targetText: 'The port  is closed.' }),
      ]);
      const matches = await store.find(query({ previous: 'Avant.', next: 'Après.' }));
      expect(matches.map(({ kind, from, score }) => [kind, from, score])).toEqual([
        ['context', 'a.tmx', 100],
      ]);
    });

    it('puts the latest first among equals', async () => {
      const store = storeWith([
        entry({ targetText: 'Older.', at: '2020-01-01T00:00:00Z' }),
        entry({ targetText: 'Newer.', at: '2021-01-01T00:00:00Z' }),
        entry({ targetText: 'Undated.' }),
      ]);
      const matches = await store.find(query({}));
      expect(matches.map((match) => match.target)).toEqual(['Newer.', 'Older.', 'Undated.']);
    });

    it('keeps nothing that is empty, pseudo, or by a machine nobody has looked at', async () => {
      const machine = { kind: 'machine', provider: 'deepl', model: 'm1' } as const;
      const edited = { origin: machine, steps: [{ did: 'edited', by: 'Ana' }] } as const;
      const store = storeWith([
        entry({ targetText: ' ' }),
        entry({ sourceText: '' }),
        entry({ targetText: 'Raw.', provenance: { origin: machine, steps: [] } }),
        entry({
          targetText: 'Þŝéûðö',
          by: 'Ana',
          provenance: { origin: { kind: 'machine', provider: 'pseudo' }, steps: [] },
        }),
        entry({ targetText: 'Edited.', provenance: edited }),
        entry({ targetText: 'Signed.', by: 'Ana', provenance: { origin: machine, steps: [] } }),
      ]);
      const matches = await store.find(query({}));
      expect(matches.map((match) => match.target)).toEqual(['Edited.', 'Signed.']);
      expect(matches.map((match) => match.provenance.origin)).toEqual([machine, machine]);
      expect(matches[0]?.provenance).toEqual(edited);
    });

    it('finds all that a scan of everything finds, with the same scores in the same order', async () => {
      await fc.assert(
        fc.asyncProperty(
          alike,
          fc.option(sentences, { nil: undefined }),
          fc.constantFrom('en', 'en-GB', 'de'),
          fc.integer({ min: 50, max: 100 }),
          async ({ entries, text }, previous, target, threshold) => {
            const asked = query({
              text,
              target,
              threshold,
              limit: 1000,
              ...(previous !== undefined && { previous }),
            });
            expect(await storeWith(entries).find(asked)).toEqual(scan(entries, asked));
          },
        ),
        { numRuns: 300 },
      );
    });

    it('finds all that a scan finds among long sentences, too', async () => {
      const edits = fc.array(fc.tuple(fc.nat(100), fc.constantFrom('', 'neuf', 'le', '12')), {
        maxLength: 40,
      });
      const known = fc.array(fc.tuple(longSentences, edits), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(known, fc.integer({ min: 50, max: 100 }), async (pairs, threshold) => {
          const entries = pairs
            .flatMap(([text, changes]) => [text, edited(text, changes)])
            .map((sourceText) => entry({ sourceText }));
          for (const [text, changes] of pairs) {
            const asked = query({ text: edited(text, changes.slice(0, 9)), threshold, limit: 1000 });
            expect(await storeWith(entries).find(asked)).toEqual(scan(entries, asked));
          }
        }),
        { numRuns: 40 },
      );
    });

    it('takes a threshold that is too low for a low one, and keeps to the limit', async () => {
      const entries = [
        entry({ sourceText: 'a b c d' }),
        entry({ sourceText: 'a b x y' }),
        entry({ sourceText: 'a x y z' }),
      ];
      const store = storeWith(entries);
      const sources = async (change: Partial<MemoryQuery>) =>
        (await store.find(query({ text: 'a b c d', ...change }))).map((match) => match.source);
      expect(await sources({ threshold: 0 })).toEqual(['a b c d', 'a b x y']);
      expect(await sources({ threshold: 0, limit: 1 })).toEqual(['a b c d']);
    });

    it('answers for a text of any length', { timeout: 5000 }, async () => {
      const long = 'mot '.repeat(200_000);
      const store = storeWith([entry({ sourceText: long }), entry({ sourceText: `${long}.` }), entry({})]);
      expect((await store.find(query({ text: long }))).map((match) => match.kind)).toEqual(['exact']);
      expect(await store.find(query({ text: `${long}!` }))).toEqual([]);
      expect(await store.find(query({ text: '' }))).toEqual([]);
    });

    it('finds words in either language for a person, and says where', async () => {
      const store = storeWith([
        entry({
          sourceText: 'Le Haut-Karabakh brûle.',
          targetText: 'Bergkarabachs Städte brennen.',
          target: 'de',
        }),
        entry({}),
      ]);
      const german = await store.concordance({ text: 'bergkarabach', limit: 5 });
      expect(german.map((hit) => [hit.inSource, hit.inTarget])).toEqual([[[], [{ start: 0, end: 13 }]]]);
      const french = await store.concordance({ text: 'KARABAKH BRULE', limit: 5, target: 'de' });
      expect(french.map((hit) => hit.inSource)).toEqual([[{ start: 8, end: 22 }]]);
      expect(await store.concordance({ text: 'karabakh', limit: 5, target: 'en' })).toEqual([]);
      expect(await store.concordance({ text: ' ', limit: 5 })).toEqual([]);
      expect(await store.concordance({ text: 'port', limit: 0 })).toEqual([]);
    });

    it('finds words wherever they stand, in any script', async () => {
      const words = [
        'l’été',
        'Ete',
        '30.000',
        '12e',
        'e',
        'Œuvre',
        'Straße',
        'йод',
        'иод',
        'مُدُن',
        'مدن',
        '北京',
        'G20',
        'ŁÓDŹ',
        '%',
        'ꟊ',
      ];
      const texts = fc
        .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
        .map((tokens) => tokens.join(' '));
      const entries = fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 8 });
      const asked = fc
        .tuple(texts, fc.nat(3))
        .map(([text, cut]) => text.slice(0, Math.max(1, text.length - cut)));
      await fc.assert(
        fc.asyncProperty(entries, asked, async (pairs, text) => {
          const all = pairs.map(([sourceText, targetText]) => entry({ sourceText, targetText }));
          const test = concordanceOf({ text, limit: 99 });
          const hits = await storeWith(all).concordance({ text, limit: 99 });
          expect(hits).toEqual(all.flatMap((one) => test(one) ?? []));
        }),
        { numRuns: 60 },
      );
    });

    it('gives back every entry as it came, by file, and counts them', async () => {
      const entries = [
        entry({ from: 'b.tmx', previous: 'Avant.', by: 'Bea', at: '2021-01-01T00:00:00Z' }),
        entry({ from: 'a.tmx', next: 'Après.', target: 'de' }),
        entry({ from: 'b.tmx', sourceText: '__proto__', targetText: 'constructor' }),
      ];
      const store = storeWith(entries);
      expect(await Array.fromAsync(store.entries())).toEqual([entries[1], entries[0], entries[2]]);
      expect(await store.stats()).toEqual([
        { from: 'a.tmx', source: 'fr', target: 'de', entries: 1 },
        { from: 'b.tmx', source: 'fr', target: 'en', entries: 2 },
      ]);
      expect((await store.find(query({ text: '__proto__' }))).map((match) => match.target)).toEqual([
        'constructor',
      ]);
    });
  });
}

/** A text with words taken out, put in, or put in place of others. */
function edited(text: string, changes: readonly (readonly [number, string])[]): string {
  const tokens = text.split(' ');
  for (const [at, word] of changes) {
    if (word === '') tokens.splice(at % tokens.length, tokens.length > 1 ? 1 : 0);
    else tokens.splice(at % tokens.length, at % 2, word);
  }
  return tokens.join(' ');
}

/** The same answer with no index at all: every sentence is compared. */
function scan(entries: readonly MemoryEntry[], asked: MemoryQuery) {
  const numbers = new Map<string, number>();
  const tokensOf = (text: string) =>
    Int32Array.from(foldedTokens(wordingOf(text)), (token) => {
      const number = numbers.get(token) ?? numbers.size;
      numbers.set(token, number);
      return number;
    });
  const groups = Map.groupBy(entries, (candidate) => wordingOf(candidate.sourceText));
  const candidates = [...groups].map(([wording, group]) => ({
    tokens: tokensOf(wording),
    wording: () => wording,
    entries: () => group,
  }));
  const sentence = { wording: wordingOf(asked.text), tokens: tokensOf(asked.text) };
  return rankMatches(asked, scoreCandidates(asked, sentence, candidates));
}
