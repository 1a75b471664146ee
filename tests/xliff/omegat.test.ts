import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCovers } from '../../src/model/covers.ts';
import { allUnits, type Draft, type Target } from '../../src/model/draft.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { attributeOf, childrenOf, textIn, type XmlElement } from '../../src/xml/node.ts';
import { readXml } from '../../src/xml/read.ts';
import { draft as arbitraryDraft } from './arbitrary-draft.ts';
import { exampleDraft, segment, unit } from './example-draft.ts';
import { schemasAreMissing, validatorOf } from './validators.ts';

function projectOf(...drafts: Draft[]): ReadonlyMap<string, string> {
  return exportDrafts(
    drafts.map((draft) => ({ draft })),
    'omegat',
  ).files;
}

function everyElement(root: XmlElement): XmlElement[] {
  return [root, ...childrenOf(root).flatMap(everyElement)];
}

function named(xml: string, name: string): XmlElement[] {
  return everyElement(readXml(xml)).filter(({ local }) => local === name);
}

/** Source and target of every entry of the memories whose path begins so. */
function entriesIn(files: ReadonlyMap<string, string>, folder: RegExp): (readonly [string, string])[] {
  return [...files]
    .filter(([path]) => folder.test(path))
    .flatMap(([, xml]) => named(xml, 'tu'))
    .map((tu) => {
      const [source = '', target = ''] = childrenOf(tu, 'tuv').map(textIn);
      return [source.trim(), target.trim()] as const;
    });
}

const auto = /^tm\/auto\//u;

describe('a project of OmegaT', () => {
  it('has the golden files, to the byte', async () => {
    const files = projectOf(exampleDraft());
    const whole = [...files].map(([path, text]) => `==> ${path}\n${text}`).join('\n');
    await expect(whole).toMatchFileSnapshot('golden/export-omegat.txt');
  });

  it('has every sentence as source and as target, all of it work to do', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const xml = projectOf(draft).get(`source/${draft.dispatch.id}.xlf`) ?? '';
        const found = named(xml, 'trans-unit');
        expect(found.map((each) => attributeOf(each, 'id'))).toEqual(
          allUnits(foldCovers(draft)).map(({ segment: { id } }) => id),
        );
        for (const each of found) {
          const [source] = childrenOf(each, 'source');
          const [target] = childrenOf(each, 'target');
          expect(target?.children.map(({ kind }) => kind)).toEqual(source?.children.map(({ kind }) => kind));
          expect(target && textIn(target)).toBe(source && textIn(source));
          expect(target && attributeOf(target, 'state')).toBe('needs-translation');
          expect(attributeOf(each, 'approved')).toBe('no');
        }
        expect(named(xml, 'mrk')).toEqual([]);
        expect(named(xml, 'alt-trans')).toEqual([]);
      }),
    );
  });

  it('cuts no sentence anew, and tells OmegaT the languages', () => {
    const [project] = childrenOf(readXml(projectOf(exampleDraft()).get('omegat.project') ?? ''));
    const settings = new Map((project ? childrenOf(project) : []).map((each) => [each.local, textIn(each)]));
    expect(settings.get('sentence_seg')).toBe('false');
    expect(settings.get('source_lang')).toBe('fr');
    expect(settings.get('target_lang')).toBe('en');
  });

  it('proposes what nobody accepted, and fills in what people finished', () => {
    const files = projectOf(exampleDraft());
    expect(entriesIn(files, auto)).toEqual([['Le port de Brévine rouvre', 'Brévine harbour reopens']]);
    expect(entriesIn(files, /^tm\/mt\//u).map(([, target]) => target)).toEqual([
      'BRÉVINE, March 2, 2026 —',
      'Prefect Jean Ormond visited Brévine.',
      '“No,” he said.',
    ]);
    expect(entriesIn(files, /^tm\/[^/]+$/u)).toEqual([
      ['Le préfet Jean Ormond a visité Lorgues.', 'Prefect Jean Ormond visited Lorgues.'],
      ['Selon lui, 20.000 tonnes sont arrivées.', 'According to him, 20,000 tonnes have arrived.'],
    ]);
    expect(files.get('glossary/brevine-port.utf8')).toBe(
      'Jean Ormond\tJean Ormond\thouse term\nBrévine\tBrévine\thouse term\n',
    );
  });

  it('names the export and the segment in source and memories', () => {
    const { files, remembered } = exportDrafts([{ draft: exampleDraft() }], 'omegat');
    const id = remembered[0]?.export ?? 'none';
    const [phase] = named(files.get('source/brevine-port.xlf') ?? '', 'phase');
    expect(phase && attributeOf(phase, 'phase-name')).toBe(id);
    const properties = named(files.get('tm/auto/brevine-port.tmx') ?? '', 'prop').map(
      (prop) => [attributeOf(prop, 'type'), textIn(prop)] as const,
    );
    expect(new Map(properties).get('x-depeche-export')).toBe(id);
    expect(new Map(properties).get('x-depeche-segment')).toBe('s00h1');
  });
});

const persons = { by: 'Ada', provenance: { origin: { kind: 'human', by: 'Ada' }, steps: [] } } as const;
const final = (text: string): Target => ({ state: 'final', text, ...persons });
const drafted: Target = {
  state: 'drafted',
  text: 'He went.',
  provenance: { origin: { kind: 'machine', provider: 'deepl' }, steps: [] },
};

function storyOf(id: string, ...targets: Target[]): Draft {
  const { dateline: _, ...rest } = exampleDraft();
  const units = targets.map((target, at) => unit(segment(`s${at}`, 'Il est parti.'), target));
  const paragraphs = [{ id: 'p1', kind: 'body', segments: units.map((each) => each.segment) }] as const;
  return { ...rest, dispatch: { ...rest.dispatch, id, paragraphs }, units, removed: [] };
}

describe('OmegaT fills from tm/auto every segment that has the same source, so in it is', () => {
  it('nothing that also stands where a draft is work to do', () => {
    expect(entriesIn(projectOf(storyOf('one', final('He left.'), drafted)), auto)).toEqual([]);
  });

  it('nothing that also stands in another dispatch of the project as work to do', () => {
    const files = projectOf(storyOf('one', final('He left.')), storyOf('two', drafted));
    expect(entriesIn(files, auto)).toEqual([]);
    expect(files.has('source/one.xlf') && files.has('source/two.xlf')).toBe(true);
  });

  it('nothing that people translated in two ways', () => {
    expect(entriesIn(projectOf(storyOf('one', final('He left.'), final('He went.'))), auto)).toEqual([]);
  });

  it('what they translated alike', () => {
    const files = projectOf(storyOf('one', final('He left.'), final('He left.')));
    expect(new Set(entriesIn(files, auto).map(([, target]) => target))).toEqual(new Set(['He left.']));
  });

  it('nothing, in any draft, that would make unfinished work look finished', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const filled = new Set(entriesIn(projectOf(draft), auto).map(([source]) => source));
        for (const { segment: own, target } of allUnits(foldCovers(draft))) {
          const isFinished = ['translated', 'reviewed', 'final'].includes(target.state);
          if (!isFinished) expect(filled).not.toContain(own.text.trim());
        }
      }),
    );
  });
});

describe.skipIf(schemasAreMissing)(
  'against the schemas (skipped where ../shared/xliff or ../shared/tmx is missing)',
  () => {
    it('every source file and every memory is valid', () => {
      const xliff = validatorOf('1.2');
      const tmx = validatorOf('tmx');
      fc.assert(
        fc.property(arbitraryDraft, (draft) => {
          for (const [path, text] of projectOf(draft)) {
            if (path.endsWith('.xlf')) expect(xliff(text)).toBe('');
            if (path.endsWith('.tmx')) expect(tmx(text)).toBe('');
          }
        }),
      );
    });

    it('can tell: the DTD refuses a unit without text', () => {
      const broken = projectOf(exampleDraft())
        .get('tm/auto/brevine-port.tmx')
        ?.replace(/<seg>.*?<\/seg>/u, '');
      expect(validatorOf('tmx')(broken ?? '')).not.toBe('');
    });
  },
);

it('a project of OmegaT has one pair of languages', () => {
  const [one, two] = [storyOf('one', drafted), { ...storyOf('two', drafted), locale: 'de' }];
  expect(() => projectOf(one, two)).toThrow('one pair of languages');
});
