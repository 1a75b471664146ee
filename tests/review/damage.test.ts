import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damageIn, damageWatch } from '../../src/review/damage.ts';
import { readReturned } from '../../src/review/read-returned.ts';
import { exportDrafts } from '../../src/xliff/export-drafts.ts';
import { draft as arbitraryDraft } from '../xliff/arbitrary-draft.ts';
import { exampleDraft } from '../xliff/example-draft.ts';
import { damages, throughTool } from './tool-damage.ts';

type Version = '2.1' | '2.0' | '1.2';
const versions: readonly Version[] = ['2.1', '2.0', '1.2'];

function sent(version: Version, draft = exampleDraft()): string {
  const [file] = exportDrafts([{ draft }], version).files.values();
  if (file === undefined) throw new Error('nothing went out');
  return file;
}

/** What is found once a file was changed; it must still be one that can be read. */
function foundAfter(version: Version, from: RegExp, to: string) {
  const before = sent(version);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  const watch = damageWatch();
  expect(readReturned(after, 'home.xlf', watch.handler)).toHaveLength(1);
  const found = damageIn(after);
  expect(watch.damage(after), 'found while the file is read for its words').toEqual(found);
  return found;
}

const first2 = '(<segment id="s7k2f" state=")initial(" subState="[^"]*">\\s*<source[\\s\\S]*?</source>\\s*)';
const first1 = '(<trans-unit id="s7k2f"[^>]*>\\s*<source[\\s\\S]*?</source>\\s*)(<target[\\s\\S]*?</target>)';
const to2 = (to: string) => `$1${to}$2`;

describe('a file that a tool has left whole', () => {
  it.each(versions)('%s: nothing is found, whatever is in the draft', (version) => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(damageIn(sent(version, draft))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(versions)('%s: nothing that tools were seen to do costs a person anything', (version) => {
    for (const damage of damages) {
      const found = damageIn(throughTool(sent(version), new Map(), [damage]));
      expect(found.filter(({ affects }) => affects !== undefined)).toEqual([]);
    }
  });
});

const returned = new URL('../../../shared/xliff/returned/', import.meta.url);
describe.skipIf(!existsSync(returned))(
  'what real tools wrote (skipped without ../shared/xliff/returned)',
  () => {
    it('is broken in a place or two at most, and costs nobody anything', () => {
      const names = readdirSync(returned).filter((name) => name.endsWith('.xlf'));
      expect(names.length).toBeGreaterThan(5);
      for (const name of names) {
        const found = damageIn(readFileSync(new URL(name, returned), 'utf8'));
        expect(found.length).toBeLessThan(3);
        expect(found.filter(({ affects }) => affects !== undefined)).toEqual([]);
      }
    });
  },
);

describe('what may have cost words or a state, with the segment it is about', () => {
  it.each<[string, Version, RegExp, string, string]>([
    ['a state nobody knows', '2.1', new RegExp(first2, 'u'), to2('approved'), 'attribute-value'],
    [
      'a second target',
      '2.0',
      new RegExp(first2, 'u'),
      '$1initial$2<target>Words</target>',
      'element-misplaced',
    ],
    ['text beside the target', '2.1', new RegExp(first2, 'u'), '$1initial$2 Words', 'text-not-allowed'],
    [
      'an element nobody knows',
      '2.1',
      new RegExp(first2, 'u'),
      '$1initial$2<draft>Words</draft>',
      'element-unknown',
    ],
    [
      'the state on the target',
      '2.0',
      /(<segment id="s7k2f"[\s\S]*?<target)/u,
      '$1 state="final"',
      'attribute-unknown',
    ],
    [
      'a remark among the words',
      '2.1',
      /(<segment id="s7k2f"[\s\S]*?<target[^>]*>)/u,
      '$1<t:remark xmlns:t="urn:t">why?</t:remark>',
      'extension-element',
    ],
    [
      'a translation without words',
      '2.1',
      /(<segment id="s7k2f" )state="initial"[^>]*(>\s*<source[\s\S]*?<\/source>)\s*<target[\s\S]*?<\/target>/u,
      '$1state="final"$2',
      'state-needs-target',
    ],
    ['two targets', '1.2', new RegExp(first1, 'u'), '$1$2$2', 'element-misplaced'],
    ['a state nobody knows', '1.2', /(id="s7k2f"[\s\S]*?<target state=")[^"]*/u, '$1done', 'attribute-value'],
    ['an approval nobody knows', '1.2', /(id="s7k2f"[^>]* approved=")[^"]*/u, '$1maybe', 'attribute-value'],
    ['a state on the unit', '1.2', /(<trans-unit id="s7k2f")/u, '$1 state="final"', 'attribute-unknown'],
  ])('%s, %s', (_, version, from, to, constraint) => {
    const affecting = foundAfter(version, from, to).filter(({ affects }) => affects !== undefined);
    expect(affecting.map((each) => each.constraint)).toContain(constraint);
    expect(new Set(affecting.map(({ affects }) => affects))).toEqual(new Set(['s7k2f']));
    expect(affecting[0]?.line).toBeGreaterThan(1);
  });

  it('a unit that has lost its id', () => {
    expect(foundAfter('1.2', /<trans-unit id="s7k2f"/u, '<trans-unit')).toMatchObject([
      { constraint: 'attribute-missing', affects: '' },
    ]);
  });
});

describe('what costs nobody anything', () => {
  it.each<[string, Version, RegExp, string, string]>([
    ['an attribute of its own', '2.1', /(<segment id="s7k2f")/u, '$1 seen="yes"', 'attribute-unknown'],
    ['an attribute of its own', '1.2', /(id="s7k2f"[\s\S]*?<target)/u, '$1 seen="yes"', 'attribute-unknown'],
    ['a note in a segment', '2.1', /(<segment id="s7k2f"[^>]*>)/u, '$1<note>!</note>', 'element-misplaced'],
    ['a proposal with a state', '1.2', /(<alt-trans[\s\S]*?<target)/u, '$1 state="?"', 'attribute-value'],
    ['a reference to nothing', '2.1', /ref="#m1"/u, 'ref="#m99"', 'glossary-ref'],
    ['no header', '1.2', /<header>[\s\S]*<\/header>/u, '', '1.2-phase-name'],
  ])('%s, %s', (_, version, from, to, constraint) => {
    const found = foundAfter(version, from, to);
    expect(found.map((each) => each.constraint)).toContain(constraint);
    expect(found.filter(({ affects }) => affects !== undefined)).toEqual([]);
  });
});

it('all is told, however much it is', () => {
  const note = '<note>!</note>'.repeat(3000);
  expect(foundAfter('2.1', /(<segment id="s7k2f"[^>]*>)/u, `$1${note}`)).toHaveLength(3000);
});
