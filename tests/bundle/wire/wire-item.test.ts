import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitalSourceOf } from '../../../src/bundle/wire/digital-source.ts';
import { isUri, itemUri } from '../../../src/bundle/wire/item-uri.ts';
import { originalItem, recalledItem, translatedItem } from '../../../src/bundle/wire/wire-item.ts';
import { wireOutputs } from '../../../src/bundle/wire/wire-outputs.ts';
import type { Header } from '../../../src/model/dispatch.ts';
import type { Target } from '../../../src/model/draft.ts';
import { viewOf } from '../../../src/text/reading.ts';
import { detectedFormat, readWire } from '../../../src/wire/read-wire.ts';
import { decoded } from '../../wire/reading.ts';
import { byPerson, dispatchOf, drafted, draftOf, sentences } from '../stories.ts';

const header: Header = {
  status: 'usable',
  urgency: 3,
  embargo: '2024-02-09T19:00:00Z',
  itemId: 'urn:newsml:dep.example:20240209:117',
  itemVersion: '4',
  byline: 'Par Anne KERVELLA',
  headline: sentences[0] ?? '',
  note: { text: 'ATTENTION - ajoute bilan ///', span: { start: 0, end: 1 }, update: 'adds' },
};
const dispatch = dispatchOf(sentences, { header });
const item = (targets: (index: number) => Target, locale = 'en') =>
  translatedItem(draftOf(dispatch, locale, targets), { responsible: 'Desk Europe' });
const recalled: Target = {
  state: 'recalled',
  text: 'T',
  match: 'ice',
  provenance: { origin: { kind: 'memory' }, steps: [] },
};
const edited: Target = {
  state: 'translated',
  text: 'T',
  by: 'Ana',
  provenance: {
    origin: { kind: 'machine', provider: 'scripted' },
    steps: [{ did: 'edited', by: 'Ana' }],
  },
};

describe('how a text came about', () => {
  const all = (target: Target) => () => target;
  const one = (target: Target, others: Target) => (index: number) => (index === 1 ? target : others);
  it.each([
    ['a machine alone', all(drafted('T')), 'trainedAlgorithmicMedia', 'wrote 4, and people have reviewed 0'],
    [
      'a machine alone, reviewed',
      all(byPerson('T', 'reviewed', true)),
      'trainedAlgorithmicMedia',
      'wrote 4, and people have reviewed 4',
    ],
    [
      'a machine, and a person in one sentence',
      one(byPerson('T', 'final'), drafted('T')),
      'compositeWithTrainedAlgorithmicMedia',
      'wrote 3, and people have reviewed 0 of these; people wrote 1',
    ],
    [
      'a machine, whose words a person has changed',
      one(edited, drafted('T')),
      'compositeWithTrainedAlgorithmicMedia',
      'wrote 4',
    ],
    [
      'a machine in one sentence',
      one(drafted('T'), recalled),
      'compositeWithTrainedAlgorithmicMedia',
      'wrote 1, and people have reviewed 0 of these; the memory gave 3',
    ],
    ['people alone', all(byPerson('T', 'translated')), 'digitalCreation', 'people wrote 4.'],
    ['nobody knows whom', all(recalled), undefined, 'the memory gave 4, and does not say who wrote them'],
  ])('%s', (_, targets, name, words) => {
    const { digitalSource, note } = item(targets);
    expect(digitalSource?.uri).toBe(name && `http://cv.iptc.org/newscodes/digitalsourcetype/${name}`);
    expect(note).toContain('ATTENTION - ajoute bilan /// – Translated from fr. Of 4 sentences ');
    expect(note).toContain(words);
  });

  it('never hides a machine: what one wrote is told, however little it is', () => {
    const any = fc.constantFrom(
      drafted('T'),
      byPerson('T', 'final', true),
      byPerson('T', 'final'),
      recalled,
      edited,
    );
    fc.assert(
      fc.property(fc.array(any, { minLength: 4, maxLength: 4 }), (targets) => {
        const { digitalSource } = item((index) => targets[index] ?? recalled);
        const hasMachine = targets.some(
          (target) => 'provenance' in target && target.provenance.origin.kind === 'machine',
        );
        expect(digitalSource?.uri.includes('rainedAlgorithmicMedia') ?? false).toBe(hasMachine);
      }),
    );
  });

  it('is not said of the dispatch itself, for nobody has told us', () => {
    expect(originalItem(dispatch, {}).digitalSource).toBeUndefined();
    expect(
      digitalSourceOf({
        sentences: 0,
        machine: 0,
        untouched: 0,
        reviewed: 0,
        unknown: 0,
        providers: [],
        hasPseudo: false,
      })?.name,
    ).toBe('Digital creation');
  });
});

describe('the name of an item', () => {
  it('is that of the sender for the dispatch, and stays the same for each translation', () => {
    expect(itemUri(dispatch, 'fr', {})).toBe(header.itemId);
    const names = ['en', 'de', 'pt-BR'].map((locale) => itemUri(dispatch, locale, {}));
    expect(
      names.every((name) =>
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(name),
      ),
    ).toBe(true);
    expect(new Set(names).size).toBe(3);
    expect(['en', 'de', 'pt-BR'].map((locale) => itemUri(dispatch, locale, {}))).toEqual(names);
    expect(itemUri(dispatch, 'en', { uri: 'https://news.example/items' })).toBe(
      'https://news.example/items/en/treve',
    );
  });

  it.each([
    ['urn:newsml:a:b', true],
    ['https://a.example/?b=c#d', true],
    ['fra0123', false],
    ['C:', false],
    ['dep 1:2', false],
    [undefined, false],
  ])('%s is a URI: %s', (text, expected) => expect(isUri(text)).toBe(expected));
});

describe('an item', () => {
  it('has all that the header has, and another version for another wording', () => {
    const first = item(() => drafted('Un < deux & « trois ».'));
    expect(first).toMatchObject({
      locale: 'en',
      dir: 'ltr',
      status: 'usable',
      urgency: 3,
      embargo: header.embargo,
      byline: 'Anne KERVELLA',
      agency: 'AFP',
      responsible: 'Desk Europe',
      source: { uri: header.itemId, locale: 'fr', version: '4', headline: sentences[0] },
      dateline: '[en] 21.10.2020 (AFP) –',
    });
    expect(first.version).toMatch(/^1-[0-9a-f]{8}$/u);
    expect(item(() => drafted('Autre')).version).not.toBe(first.version);
    expect(item(() => drafted('Un < deux & « trois ».'))).toEqual(first);
  });

  it('that recalls a story says nothing of what it said', () => {
    const canceled = recalledItem(dispatch, 'en', 'canceled', {});
    expect(canceled).toMatchObject({ status: 'canceled', paragraphs: [], note: header.note?.text });
    for (const output of wireOutputs) {
      const written = output.write(canceled);
      expect(written).toContain('canceled');
      expect(sentences.some((sentence) => written.includes(sentence))).toBe(false);
      expect(readWire(decoded(written))).toMatchObject({ header: { status: 'canceled' }, blocks: [] });
    }
  });
});

describe.each(wireOutputs)('$name, read again', (output) => {
  const words = fc
    .array(
      fc.constantFrom(
        'port',
        '&',
        '<p>',
        '"',
        "'",
        ']]>',
        'é',
        '😀',
        '\u00a0',
        '\u0001',
        '\ud800',
        'القدس',
        '\\',
        '$t(',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((parts) => `Le ${parts.join(' ')} fin.`);
  const legible = (text: string) =>
    text
      .toWellFormed()
      .replaceAll('\u0001', '\ufffd')
      .replace(/[ \t\n]+/gu, ' ');

  it('has every word where it was, in any locale', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 4, maxLength: 4 }),
        fc.constantFrom('en', 'ar'),
        (texts, locale) => {
          const written = output.write(item((index) => drafted(texts[index] ?? ''), locale));
          expect(detectedFormat(written).name).toBe(output.name);
          const copy = readWire(decoded(written));
          const read = copy.blocks.map((block) => viewOf(copy.raw, block).text);
          const dateline = `[${locale}] 21.10.2020 (AFP) –`;
          const [headline = '', first = '', second = '', third = ''] = texts.map(legible);
          const body =
            output.name === 'nitf' ? [dateline, `${first} ${second}`] : [`${dateline} ${first} ${second}`];
          expect(read.map(legible)).toEqual([headline, ...body, third]);
          expect(copy.header).toMatchObject({
            status: 'usable',
            urgency: 3,
            embargo: header.embargo,
            language: locale,
            byline: 'Anne KERVELLA',
          });
          expect(copy.header.note?.text).toContain('A machine'.toLowerCase());
        },
      ),
    );
  });
});
