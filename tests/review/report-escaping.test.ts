import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCovers } from '../../src/model/covers.ts';
import { allUnits, textOf } from '../../src/model/draft.ts';
import { changedText } from '../../src/review/report/changed-text.ts';
import { type Mark, markedText } from '../../src/review/report/copy-text.ts';
import { element } from '../../src/review/report/html.ts';
import { listedIssues } from '../../src/review/report/kinds.ts';
import { renderReport } from '../../src/review/report/report.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { legible } from '../../src/xliff/plain-text.ts';
import { draft, text } from '../xliff/arbitrary-draft.ts';
import { exampleDraft } from '../xliff/example-draft.ts';
import { openReport } from './report-page.ts';

const termbase = createTermbase([]);

const hostile = [
  '<script>alert(1)</script>',
  '</p></td><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}</style>',
  '</script><script>alert(1)</script>',
  '<!-- ]]> -->',
  'javascript:alert(1)',
  '&lt;b&gt; &amp; &#60;',
  '\u202egnp.exe\u202c \u2066x\u2069',
  'a\r\nb\tc\u0000\u0001\ud800',
  '{{x}} $t(y)',
];

describe('what a report makes of foreign text', () => {
  it.each(hostile)('is text again: %j', (copy) => {
    const example = exampleDraft();
    const provenance = { origin: { kind: 'machine', provider: copy, model: copy }, steps: [] } as const;
    const { dispatch } = example;
    const header = {
      ...dispatch.header,
      headline: copy,
      byline: copy,
      note: { text: copy, span: { start: 0, end: 1 } },
    };
    const page = openReport(
      renderReport(
        [
          {
            ...example,
            dispatch: { ...dispatch, header },
            units: example.units.map((unit) => ({
              ...unit,
              segment: { ...unit.segment, text: copy },
              target: { state: 'drafted', text: copy, provenance },
              issues: [{ check: copy, severity: 'error', message: copy, target: { start: 0, end: 3 } }],
            })),
          },
        ],
        { termbase, problems: [copy] },
      ),
    );
    const shown = legible(copy);
    const row = `//tr[@id='brevine-port.en.s0qd4']`;
    expect(page.texts(`${row}/td[@class='source']/p`)).toEqual([shown]);
    expect(page.texts(`${row}/td[@class='target']/p`)).toEqual([shown]);
    expect(page.texts(`${row}//ol[@class='provenance']/li`)).toEqual([`machine: ${shown} (${shown})`]);
    expect(page.texts(`${row}//ol[@class='issues']/li`)).toEqual([`error ${shown} ${shown}`]);
    expect(page.texts('//h2/bdi')).toEqual([shown]);
    expect(page.texts('//header//li')).toEqual([shown]);
    expect(page.find('//script|//style|//img')).toHaveLength(2);
  });

  it('is text again in every draft the model allows', () => {
    fc.assert(
      fc.property(draft, (any) => {
        const page = openReport(renderReport([any], { termbase }));
        const rows = page.find('//tr[@data-kinds]');
        const shown = allUnits(foldCovers(any));
        expect(rows).toHaveLength(shown.length);
        const byId = new Map(rows.map((row) => [row.attrs.find(({ name }) => name === 'id')?.value, row]));
        for (const unit of shown) {
          const row = byId.get(`${any.dispatch.id}.${any.locale}.${unit.segment.id}`);
          const cell = (side: string) =>
            row?.find(`td[@class='${side}']/p[@lang]`).map((node) => node.content);
          const target = textOf(unit.target);
          expect(cell('source')).toEqual([legible(unit.segment.text)]);
          expect(cell('target')).toEqual(target === undefined ? [] : [legible(target)]);
          expect(row?.find("td//ol[@class='issues']/li")).toHaveLength(listedIssues(unit).length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('marks', () => {
  const mark: fc.Arbitrary<Mark> = fc.record({
    start: fc.integer({ min: -2, max: 14 }),
    end: fc.integer({ min: -2, max: 16 }),
    kind: fc.constantFrom('term', 'error', 'warning'),
  });

  it('cover what they are about, whole characters of it and nothing else, and leave the text as it is', () => {
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 5 }), (copy, marks) => {
        const page = openReport(element('p', {}, markedText(copy, marks)).html);
        expect(page.texts('/p')).toEqual([legible(copy)]);
        const pieces = page.find('//mark').map((piece) => piece.content);
        let inside = '';
        let at = 0;
        for (const character of copy) {
          const end = at + character.length;
          if (marks.some((one) => Math.max(one.start, at) < Math.min(one.end, end))) inside += character;
          at = end;
        }
        expect(pieces.join('')).toBe(legible(inside));
      }),
      { examples: [['😀', [{ start: 1, end: 1, kind: 'term' }]]], numRuns: 500 },
    );
  });

  it('that overlap are told of together', () => {
    const marks: Mark[] = [
      { start: 0, end: 5, kind: 'term', title: 'a name' },
      { start: 3, end: 8, kind: 'error', title: 'a fault', number: 1 },
    ];
    expect(element('p', {}, markedText('Lavrovs!', marks)).html).toBe(
      '<p><mark class="term" title="a name">Lav</mark>' +
        '<mark class="term error" title="a name; a fault">ro</mark>' +
        '<mark class="error" title="a fault" data-number="1">vs!</mark></p>',
    );
  });

  it('take a time that grows with the text: 20,000 of them', () => {
    const copy = 'nom '.repeat(20_000);
    const marks = Array.from({ length: 20_000 }, (_, index): Mark => {
      return { start: index * 4, end: index * 4 + 3, kind: 'term' };
    });
    // At a cost that grows with the square this takes minutes, and the runner gives up.
    expect(element('p', {}, markedText(copy, marks)).html.length).toBeGreaterThan(copy.length);
  });
});

describe('a change', () => {
  it.each([
    [
      'Le bilan est de 900 morts.',
      'Le bilan est de 800 morts.',
      'Le bilan est de <del>900 </del><ins>800 </ins>morts.',
    ],
    ['Moscou a dit non.', 'Moscou a dit non.', 'Moscou a dit non.'],
    ['1 < 2', '1 & 2', '1 <del>&lt; </del><ins>&amp; </ins>2'],
    ['', 'a', '<ins>a</ins>'],
  ])('of %j to %j is shown in its place', (earlier, later, html) => {
    expect(changedText(earlier, later, 'fr').html).toBe(`<bdi lang="fr" dir="ltr">${html}</bdi>`);
  });
});
