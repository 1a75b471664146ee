import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { renderReport } from '../../src/review/report/report.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { exampleDraft } from '../xliff/example-draft.ts';
import { attributeOf, openReport, type ReportPage } from './report-page.ts';

const termbase = createTermbase([]);

/** The example in English and Arabic, with a sentence that a reviewer marked for work. */
function exampleDrafts(): Draft[] {
  const english = exampleDraft();
  const arabic: Draft = {
    ...exampleDraft(),
    locale: 'ar',
    units: english.units.map((unit) =>
      unit.segment.id === 's00h1'
        ? {
            ...unit,
            target: {
              state: 'translated',
              text: 'ميناء بريفين يفتح أبوابه',
              by: 'Samir',
              provenance: { origin: { kind: 'human', by: 'Samir' }, steps: [] },
            },
            issues: [{ check: 'marked-for-work', severity: 'warning', message: 'Samir asks for “مرفأ”' }],
          }
        : unit,
    ),
  };
  return [english, arabic];
}

function examplePage(): ReportPage {
  return openReport(renderReport(exampleDrafts(), { termbase }));
}

describe('the report', () => {
  it('has a line for each sentence: place, state, source, target', () => {
    const rows = examplePage().find("//section[@id='brevine-port.en']//tbody/tr");
    expect(
      rows.map((row) =>
        row
          .find('th|td')
          .slice(0, 3)
          .map((cell) => cell.content.trim()),
      ),
    ).toEqual([
      ['Headline final', 'Le port de Brévine rouvre', 'Brévine harbour reopens'],
      ['Dateline drafted', 'Brévine, 2 mars 2026 -', 'BRÉVINE, March 2, 2026 —'],
      ['1.1 drafted', 'Le préfet Jean Ormond a visité Brévine.', 'Prefect Jean Ormond visited Brévine.'],
      ['1.2 recalled', '« Non », a-t-il dit.', '“No,” he said.'],
      [
        '1.3 stale',
        'Selon lui, 30.000 tonnes <& plus> sont arrivées.' +
          'Changed since the translation: Selon lui, 20.000 30.000 tonnes <& plus> sont arrivées.',
        'According to him, 20,000 tonnes have arrived.',
      ],
      ['2.1 pending', 'La mer était calme.', 'No translation yet.'],
      ['2.2 failed', 'Le quai reste fermé.', 'No translation: the answer was empty (rejected)'],
    ]);
  });

  it('keeps the sentences of a paragraph together', () => {
    const bodies = examplePage().find("//section[@id='brevine-port.en']//tbody");
    expect(bodies.map((body) => body.find('tr').length)).toEqual([1, 4, 2]);
  });

  it('tells where every translation comes from', () => {
    const page = examplePage();
    const chain = (id: string) =>
      page.texts(`//tr[@id='brevine-port.en.${id}']//ol[@class='provenance' and not(ancestor::details)]/li`);
    expect(chain('s00h1')).toEqual([
      'machine: deepl (quality_optimized)',
      'edited by Ada Meyer, 2026-03-02',
      'signed off by Ada Meyer, 2026-03-02',
    ]);
    expect(chain('s7k2f')).toEqual(['machine: deepl', 'repaired by termbase:brevine']);
    expect(chain('s0qd4')).toEqual([
      'written by Ada Meyer',
      'recalled from locales/memory/demo.tmx',
      'ice match',
    ]);
    expect(chain('dateline')).toEqual(['rule: dateline']);
    expect(chain('s2ab0')).toEqual([]);
  });

  it('says which machines wrote how much of a draft first', () => {
    const [facts] = examplePage().find("//section[@id='brevine-port.en']/dl[@class='facts']");
    expect(facts?.content).toContain('First written bydeepl (quality_optimized): 1; deepl: ');
  });

  it('says in words what became of names that were sent in placeholders or tags', () => {
    const draft = exampleDraft();
    const steps = [
      'shield:ormond',
      'tag:ormond',
      'tag:ormond=Jean <Ormonde>',
      'shield:given-up',
      'tag:given-up',
    ];
    const units = draft.units.map((unit) =>
      unit.segment.id === 's7k2f'
        ? {
            ...unit,
            target: {
              state: 'drafted' as const,
              text: 'Prefect Jean Ormond visited Brévine.',
              provenance: {
                origin: { kind: 'machine' as const, provider: 'apertium', gist: true as const },
                steps: steps.map((by) => ({ did: 'repaired' as const, by })),
              },
            },
          }
        : unit,
    );
    const page = openReport(renderReport([{ ...draft, units }], { termbase }));
    const row = "//tr[@id='brevine-port.en.s7k2f']";
    expect(page.texts(`${row}//ol[@class='provenance' and not(ancestor::details)]/li`)).toEqual([
      'machine: apertium, for gist only',
      'put in from the glossary: ormond',
      'put in from the glossary: ormond',
      '“Jean <Ormonde>” stands for ormond',
      'sent once more, without placeholders',
      'sent once more, without tags',
    ]);
  });

  it('marks terms on both sides, with the term the house prefers', () => {
    const page = examplePage();
    const marks = (side: string) =>
      page
        .find(`//tr[@id='brevine-port.en.s7k2f']/td[@class='${side}']//mark[@class='term']`)
        .map((mark) => [mark.content, attributeOf(mark, 'title')]);
    const ormond = ['Jean Ormond', 'person ormond, preferred: Jean Ormond'];
    const brevine = ['Brévine', 'place brevine, preferred: Brévine'];
    expect(marks('source')).toEqual([ormond, brevine]);
    expect(marks('target')).toEqual([ormond, brevine]);
  });

  it('marks the words an issue is about, with its number in the list', () => {
    const page = examplePage();
    const row = "//tr[@id='brevine-port.en.s1zz9']";
    const [mark] = page.find(`${row}/td[@class='source']/p[1]/mark`);
    expect(mark && [mark.content, attributeOf(mark, 'class'), attributeOf(mark, 'data-number')]).toEqual([
      '30.000',
      'error',
      '1',
    ]);
    expect(page.texts(`${row}//ol[@class='issues']/li`)).toEqual([
      'error number-missing 30.000 is not in the target',
    ]);
  });

  it('shows what is proposed, with score, origin and what differs', () => {
    const page = examplePage();
    const details = "//tr[@id='brevine-port.en.s7k2f']//details[@class='proposals']";
    expect(page.texts(`${details}/summary`)).toEqual(['1 proposal, best 81 %']);
    const [text] = page.texts(`${details}//ol/li`);
    expect(text).toContain('81 % fuzzy, from locales/memory/demo.tmx');
    expect(text).toContain('Prefect Jean Ormond visited Lorgues.');
    expect(page.texts(`${details}//del`)).toEqual(['Lorgues']);
  });

  it('tells of the dispatch: version, note to the editors; of the draft: disclosure and terms', () => {
    const page = examplePage();
    expect(page.texts("//article/dl[@class='facts']/div")).toEqual([
      'Version2',
      'Note to editors (adds)ATTENTION - ajoute le préfet ///',
    ]);
    expect(page.texts("//section[@id='brevine-port.en']/dl/div/dd")[0]).toMatch(/^ai-autonomous: /u);
    expect(page.texts("//section[@id='brevine-port.en']/details[@class='removed']//li/p/bdi")).toEqual([
      'Le maire a démenti.',
      'The mayor denied it.',
    ]);
  });

  it('counts by state in its contents, and sums up', () => {
    const page = examplePage();
    const cells = (row: string) => page.texts(`//nav//${row}/th|//nav//${row}/td`);
    expect(cells('thead/tr').slice(0, 9)).toEqual([
      'Draft',
      'pending',
      'failed',
      'stale',
      'drafted',
      'recalled',
      'translated',
      'final',
      'errors',
    ]);
    expect(cells("tr[@id='contents.brevine-port.en']").slice(0, 9)).toEqual([
      'brevine-port en',
      ...[1, 1, 1, 2, 1, 0, 1, 1].map(String),
    ]);
    expect(cells('tfoot/tr').slice(0, 9)).toEqual(['All', ...[2, 2, 2, 4, 2, 1, 1, 2].map(String)]);
  });

  it('offers filters by kind and language, and shows them only where the script runs', () => {
    const page = examplePage();
    expect(page.texts('//form//label').map((label) => label.trim())).toEqual([
      'Without translation (4)',
      'Stale (2)',
      'Marked for work (1)',
      'With issues (3)',
      'By machine, not reviewed (2)',
      'English (en)',
      'Arabic (ar)',
    ]);
    expect(page.find('//form[@hidden]')).toHaveLength(1);
    expect(page.find('//section[@hidden]|//tr[@hidden]')).toEqual([]);
    expect(page.texts("//tr[@id='brevine-port.ar.s00h1']/@data-kinds")).toEqual(['marked issues']);
  });

  it('names what it could not read', () => {
    const problems = ['source-texts/a.txt: is <empty>'];
    const page = openReport(renderReport([], { termbase, problems }));
    expect(page.texts('//header//li')).toEqual(problems);
  });

  it('says of a dispatch that was withdrawn that it is', () => {
    const draft = exampleDraft();
    const { dispatch } = draft;
    const canceled = { ...draft, dispatch: { ...dispatch, header: { status: 'canceled' as const } } };
    const page = openReport(renderReport([canceled], { termbase }));
    expect(page.texts("//article/p[@class='banner']")).toEqual([
      'This dispatch is canceled. It is not published.',
    ]);
  });

  it('gives the same text for the same drafts', () => {
    expect(renderReport(exampleDrafts(), { termbase })).toBe(renderReport(exampleDrafts(), { termbase }));
  });
});

describe('the report is open to everybody', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ])('gives lang and dir with every piece of copy, in %s', (locale, direction) => {
    const page = examplePage();
    const section = `//section[@data-locale='${locale}']`;
    const languages = (path: string) =>
      page.find(section + path).map((copy) => `${attributeOf(copy, 'lang')} ${attributeOf(copy, 'dir')}`);
    expect(languages("//td[@class='source']/p[not(@class)]")).toEqual(Array(7).fill('fr ltr'));
    expect(languages("//td[@class='target']/p[not(@class)]")).toEqual(
      Array(5).fill(`${locale} ${direction}`),
    );
    expect(new Set(languages('//bdi[@lang]'))).toEqual(new Set(['fr ltr', `${locale} ${direction}`]));
  });

  it('has its landmarks, one first heading, and no heading that skips a level', () => {
    const page = examplePage();
    for (const landmark of ['header', 'nav', 'main', "form[@role='search']"])
      expect(page.find(`//${landmark}`)).toHaveLength(1);
    const levels = page.find('//h1|//h2|//h3|//h4').map((heading) => Number(heading.name.slice(1)));
    expect(levels).toEqual([1, 2, 2, 2, 3, 3]);
  });

  it('has a scope on every head of a table, and a role where a narrow page lays the table out as none', () => {
    const page = examplePage();
    expect(page.find("//th[not(@scope='col' or @scope='row' or @scope='rowgroup')]")).toEqual([]);
    expect(
      page.find('//section//table[not(@role)]|//section//tr[not(@role)]|//section//td[not(@role)]'),
    ).toEqual([]);
  });

  it('leads every link, label and control to something that is there', () => {
    const page = examplePage();
    const ids = page.values('id');
    expect(new Set(ids).size).toBe(ids.length);
    const hrefs = page.values('href').map((href) => decodeURIComponent(href));
    expect(hrefs.filter((href) => !href.startsWith('#') || !ids.includes(href.slice(1)))).toEqual([]);
    expect(page.values('aria-labelledby').filter((id) => !ids.includes(id))).toEqual([]);
    expect(page.texts('(//body/*)[1]')).toEqual(['Skip to the drafts']);
    expect(page.find('//input[not(parent::label)]')).toEqual([]);
  });
});

describe('the report keeps to itself', () => {
  it('allows only the style and the script that it holds', () => {
    const page = examplePage();
    const hash = (name: string) =>
      createHash('sha256')
        .update(page.texts(`//${name}`).join(''), 'utf8')
        .digest('base64');
    expect(page.texts("//meta[@http-equiv='Content-Security-Policy']/@content")).toEqual([
      `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
    ]);
    expect(page.find('//style')).toHaveLength(1);
    expect(page.find('//script')).toHaveLength(1);
    expect(page.find("//@style/..|//@*[starts-with(name(), 'on')]/..")).toEqual([]);
  });

  it('loads nothing: no address of elsewhere, no element that could fetch', () => {
    const html = renderReport(exampleDrafts(), { termbase });
    expect(html).not.toMatch(/\b(?:https?|ftp|data|file|javascript):|@import|url\(|\bsrc=/iu);
    expect(openReport(html).find('//link|//img|//iframe|//object|//embed|//audio|//video|//base')).toEqual(
      [],
    );
  });
});
