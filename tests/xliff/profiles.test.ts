import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCovers } from '../../src/model/covers.ts';
import { allUnits, type Draft, type Kept, profiles, type Target, textOf } from '../../src/model/draft.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { inlineText } from '../../src/xliff/inline.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { characterOf } from '../../src/xliff/version-1.2/inline.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { attributeOf, childrenOf, textIn, type XmlElement } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { draft as arbitraryDraft } from './arbitrary-draft.ts';
import { exampleDraft, segment, unit } from './example-draft.ts';
import { schemasAreMissing, validatorOf } from './validators.ts';

const xliffProfiles = ['2.1', '2.0', '1.2'] as const;

function fileOf(draft: Draft, profile: (typeof xliffProfiles)[number]): string {
  const { files } = exportDrafts([{ draft, original: 'source-texts/brevine-port.txt' }], profile);
  expect([...files.keys()]).toEqual([`${draft.dispatch.id}.xlf`]);
  return files.get(`${draft.dispatch.id}.xlf`) ?? '';
}

function everyElement(root: XmlElement): XmlElement[] {
  return [root, ...childrenOf(root).flatMap(everyElement)];
}

function named(xml: string, name: string): XmlElement[] {
  return everyElement(readXml(xml)).filter(({ local }) => local === name);
}

describe.skipIf(schemasAreMissing)(
  'against the schemas (skipped where ../shared/xliff or ../shared/tmx is missing)',
  () => {
    it.each(xliffProfiles)(
      'the %s of every draft is valid, also when it goes out a second time',
      (profile) => {
        const problems = validatorOf(profile === '1.2' ? '1.2' : '2');
        fc.assert(
          fc.property(arbitraryDraft, (draft) => {
            expect(problems(fileOf(draft, profile))).toBe('');
            const [first] = exportDrafts([{ draft }], profile).remembered;
            const removed = { ...draft, units: [], dispatch: { ...draft.dispatch, paragraphs: [] } };
            expect(problems(fileOf({ ...removed, exports: first?.draft.exports ?? [] }, profile))).toBe('');
          }),
        );
      },
    );

    it('a master that remembers exports is valid', () => {
      const problems = validatorOf('2');
      fc.assert(
        fc.property(arbitraryDraft, (draft) => {
          const out = profiles.reduce<Draft>(
            (before, profile) => exportDrafts([{ draft: before }], profile).remembered[0]?.draft ?? before,
            draft,
          );
          expect(problems(writeMaster(out))).toBe('');
        }),
      );
    });

    it('can tell: the strict 1.2 schema refuses a unit without a source', () => {
      const broken = fileOf(exampleDraft(), '1.2').replace(/<source>.*?<\/source>/u, '');
      expect(validatorOf('1.2')(broken)).toContain('source');
    });
  },
);

describe('the files of the example', () => {
  it.each(xliffProfiles)('%s is the golden one, to the byte', async (profile) => {
    await expect(fileOf(exampleDraft(), profile)).toMatchFileSnapshot(`golden/export-${profile}.xlf`);
  });

  it('name the export that the master remembers', () => {
    for (const profile of xliffProfiles) {
      const { remembered, files } = exportDrafts([{ draft: exampleDraft() }], profile);
      const id = remembered[0]?.export ?? 'none';
      expect(remembered[0]?.draft.exports?.at(-1)?.id).toBe(id);
      const xml = files.get('brevine-port.xlf') ?? '';
      const written =
        profile === '1.2'
          ? [
              ...new Set(
                [...named(xml, 'phase'), ...named(xml, 'trans-unit')].map((each) =>
                  attributeOf(each, 'phase-name'),
                ),
              ),
            ]
          : named(xml, 'meta')
              .filter((meta) => attributeOf(meta, 'type') === 'export')
              .map(textIn);
      expect(written).toEqual([id]);
    }
  });
});

const human = { by: 'Ada', provenance: { origin: { kind: 'human', by: 'Ada' }, steps: [] } } as const;
const machine = { origin: { kind: 'machine', provider: 'deepl' }, steps: [] } as const;
const text = 'Words.';
const targets: Readonly<Record<Target['state'], Target>> = {
  pending: { state: 'pending' },
  failed: { state: 'failed', code: 'rejected', message: 'empty' },
  recalled: { state: 'recalled', text, match: 'ice', provenance: { origin: { kind: 'memory' }, steps: [] } },
  drafted: { state: 'drafted', text, provenance: machine },
  stale: { state: 'stale', text, was: 'final', previousSource: 'Avant.', ...human },
  translated: { state: 'translated', text, ...human },
  reviewed: { state: 'reviewed', text, ...human },
  final: { state: 'final', text, ...human },
  absorbed: { state: 'absorbed', into: 's0000' },
};

function withTarget(target: Target, source = 'Une phrase.'): Draft {
  const only = unit(segment('s1', source), target);
  const { dateline: _, ...rest } = exampleDraft();
  const paragraphs = [{ id: 'p1', kind: 'body', segments: [only.segment] }] as const;
  return { ...rest, dispatch: { ...rest.dispatch, paragraphs }, units: [only], removed: [] };
}

describe('the states', () => {
  it.each([
    ['pending', 'initial', undefined],
    ['failed', 'initial', undefined],
    ['recalled', 'initial', 'poedit:fuzzy'],
    ['drafted', 'initial', 'poedit:fuzzy'],
    ['stale', 'initial', 'poedit:fuzzy'],
    ['translated', 'translated', undefined],
    ['reviewed', 'reviewed', undefined],
    ['final', 'final', undefined],
  ] as const)('%s goes out as %s %s in 2.0', (ours, state, subState) => {
    const [only] = named(fileOf(withTarget(targets[ours]), '2.0'), 'segment');
    expect(only && attributeOf(only, 'state')).toBe(state);
    expect(only && attributeOf(only, 'subState')).toBe(subState);
    expect(only && childrenOf(only, 'target').map(textIn)).toEqual(textOf(targets[ours]) ? [text] : []);
  });

  it.each([
    ['pending', 'initial', undefined],
    ['failed', 'initial', 'depeche:failed'],
    ['recalled', 'initial', 'depeche:recalled'],
    ['drafted', 'initial', 'depeche:drafted'],
    ['stale', 'initial', 'depeche:stale'],
    ['translated', 'translated', undefined],
    ['reviewed', 'reviewed', undefined],
    ['final', 'final', undefined],
  ] as const)('%s goes out as %s %s in 2.1', (ours, state, subState) => {
    const [only] = named(fileOf(withTarget(targets[ours]), '2.1'), 'segment');
    expect(only && attributeOf(only, 'state')).toBe(state);
    expect(only && attributeOf(only, 'subState')).toBe(subState);
  });

  it.each([
    ['pending', 'needs-translation', undefined, 'no'],
    ['failed', 'needs-translation', undefined, 'no'],
    ['recalled', 'needs-translation', 'exact-match', 'no'],
    ['drafted', 'needs-translation', 'mt-suggestion', 'no'],
    ['stale', 'needs-adaptation', undefined, 'no'],
    ['translated', 'translated', undefined, 'no'],
    ['reviewed', 'signed-off', undefined, 'yes'],
    ['final', 'final', undefined, 'yes'],
  ] as const)('%s goes out as %s %s, approved %s, in 1.2', (ours, state, qualifier, approved) => {
    const [only] = named(fileOf(withTarget(targets[ours]), '1.2'), 'trans-unit');
    const [target] = only ? childrenOf(only, 'target') : [];
    expect(only && attributeOf(only, 'approved')).toBe(approved);
    expect(target && attributeOf(target, 'state')).toBe(state);
    expect(target && attributeOf(target, 'state-qualifier')).toBe(qualifier);
    expect(target && textIn(target)).toBe(textOf(targets[ours]) ?? '');
  });
});

describe('what goes out of every draft', () => {
  it.each(xliffProfiles)('is the same bytes in %s when other profiles went out in between', (profile) => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const out = ([profile, ...profiles] as const).reduce<Draft>(
          (before, each) => exportDrafts([{ draft: before }], each).remembered[0]?.draft ?? before,
          draft,
        );
        expect(fileOf(out, profile)).toBe(fileOf(draft, profile));
      }),
    );
  });

  it('reads as the draft in 2.1, with the master reader', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const master = readMaster(writeMaster(foldCovers(draft)));
        // What people have accepted of the findings stays in the house.
        const bare = ({ accepted: _, ...kept }: Kept): Kept => kept;
        const expected = { ...master, units: master.units.map(bare), removed: [] };
        expect(readMaster(fileOf(draft, '2.1'))).toEqual(expected);
      }),
    );
  });

  it.each(['2.0', '1.2'] as const)(
    'has every sentence under its id, with its exact words, in %s',
    (profile) => {
      fc.assert(
        fc.property(arbitraryDraft, (draft) => {
          const found = named(fileOf(draft, profile), profile === '2.0' ? 'segment' : 'trans-unit');
          const wordsOf = (element: XmlElement, name: string): string | undefined => {
            const [child] = childrenOf(element, name);
            return child && (profile === '2.0' ? inlineText(child) : inlineText12(child));
          };
          expect(
            found.map((each) => ({
              id: attributeOf(each, 'id'),
              source: wordsOf(each, 'source'),
              target: wordsOf(each, 'target') ?? '',
            })),
          ).toEqual(
            allUnits(foldCovers(draft)).map(({ segment: { id, text: source }, target }) => ({
              id,
              source,
              target: textOf(target) ?? '',
            })),
          );
        }),
        { numRuns: 200 },
      );
    },
  );

  it('has no marks of terms in 2.0 and 1.2', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(named(fileOf(draft, '2.0'), 'mrk')).toEqual([]);
        expect(named(fileOf(draft, '1.2'), 'mrk')).toEqual([]);
      }),
    );
  });

  it('keeps right-to-left words as they are, and says which way they run', () => {
    const words = 'قال إنه «حزب الله» \u202bو\u202c 30 شخصا.';
    const draft = {
      ...withTarget({ state: 'drafted', text: words, provenance: machine }),
      locale: 'ar',
    };
    for (const profile of xliffProfiles) expect(fileOf(draft, profile)).toContain(words);
    const [file] = named(fileOf(draft, '2.0'), 'file');
    expect(file && attributeOf(file, 'trgDir')).toBe('rtl');
  });
});

function inlineText12(parent: XmlElement): string {
  return parent.children
    .map((child) =>
      child.kind === 'text' ? child.text : (characterOf(attributeOf(child, 'id') ?? '') ?? 'no character'),
    )
    .join('');
}

describe('what a reviewer is told', () => {
  const notesIn = (xml: string) => named(xml, 'note').map(textIn);

  it('in 1.2, each note beginning with what it is about', () => {
    const notes = notesIn(fileOf(exampleDraft(), '1.2'));
    expect(notes).toContain('Note to editors (adds): ATTENTION - ajoute le préfet ///');
    expect(notes).toContain('Version: this is version 2 of the dispatch');
    expect(notes).toContain('Term: Jean Ormond = Jean Ormond');
    expect(notes).toContain('Check number-missing (error): 30.000 is not in the target');
    expect(notes).toContain('Match fuzzy, 81.25 %: written by Ada Meyer');
    expect(notes).toContain(
      'Stale: the source has changed since Ada Meyer left this reviewed; it was “Selon lui, 20.000 tonnes sont arrivées.”; the change: Selon lui, [-20.000-] {+30.000+} tonnes {+<& plus>+} sont arrivées.',
    );
    const [match] = named(fileOf(exampleDraft(), '1.2'), 'alt-trans');
    expect(match && attributeOf(match, 'match-quality')).toBe('81.25');
    expect(match && attributeOf(match, 'origin')).toBe('locales/memory/demo.tmx');
  });

  it.each(['2.0', '2.1'] as const)('in %s', (profile) => {
    const xml = fileOf(exampleDraft(), profile);
    const notes = notesIn(xml);
    expect(notes).toContain('ATTENTION - ajoute le préfet ///');
    expect(notes).toContain('s1zz9 number-missing (error): 30.000 is not in the target');
    expect(notes).toContain(
      's1zz9 stale: the source has changed since Ada Meyer left this reviewed; it was “Selon lui, 20.000 tonnes sont arrivées.”; the change: Selon lui, [-20.000-] {+30.000+} tonnes {+<& plus>+} sont arrivées.',
    );
    expect(named(xml, 'match')).toHaveLength(1);
    expect(named(xml, 'glossEntry')).toHaveLength(2);
  });
});
