import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Draft, Unit } from '../../src/model/draft.ts';
import { renderReport } from '../../src/review/report/report.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { exampleDraft } from '../xliff/example-draft.ts';

const hostile = [
  '<img src=https://example.org/x onerror="globalThis.broken = true">',
  '</style></script><script>globalThis.broken = true</script>',
  '"><a href="javascript:globalThis.broken = true">x</a>',
  '\u202eright to left\u202c and &amp;lt; \u2066x',
];

let folder: string;
let browser: Browser;
/** What the page asked for and complained of, beside its own file. */
let noise: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'depeche-report-'));
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => expect(noise).toEqual([]));

/** The example in English, and in Arabic with hostile copy. */
function drafts(): Draft[] {
  const arabic: Unit[] = exampleDraft().units.map((unit, index) => {
    const text = hostile[index];
    const provenance = { origin: { kind: 'human', by: 'Samir' }, steps: [] } as const;
    if (text === undefined) return unit;
    return {
      ...unit,
      segment: { ...unit.segment, text },
      target: { state: 'final', text, by: text, provenance },
      terms: [],
    };
  });
  return [exampleDraft(), { ...exampleDraft(), locale: 'ar', units: arabic }];
}

async function open(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const file = join(folder, 'report.html');
  await writeFile(file, renderReport(drafts(), { termbase: createTermbase([]) }));
  const page = await browser.newPage(options);
  noise = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('request', (request) => {
    if (!request.url().endsWith('/report.html')) noise.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  return page;
}

const rows = (page: Page) => page.locator('tr[data-kinds]:visible');

describe('the report in Chromium', () => {
  it('hides what the filters leave out, by keyboard alone', async () => {
    const page = await open();
    await expect(rows(page).count()).resolves.toBe(14);
    const choose = async (name: string) => {
      await page.getByRole('checkbox', { name }).focus();
      await page.keyboard.press('Space');
    };
    await choose('Stale');
    expect(await rows(page).count()).toBe(1);
    expect(await rows(page).first().getAttribute('id')).toBe('brevine-port.en.s1zz9');
    expect(await page.getByRole('status').textContent()).toBe('1 of 14 sentences are shown.');
    expect(await page.locator('nav tbody tr:visible').count()).toBe(1);
    await choose('Without translation');
    expect(await rows(page).count()).toBe(5);
    await choose('English');
    expect(await rows(page).count()).toBe(2);
    expect(await page.locator('section:visible').count()).toBe(1);
    await choose('Arabic');
    expect(await rows(page).count()).toBe(0);
    expect(await page.locator('article:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Show everything' }).press('Enter');
    await page.waitForFunction("document.querySelectorAll('tr[hidden]').length === 0");
    expect(await rows(page).count()).toBe(14);
    expect(await page.getByRole('status').textContent()).toBe('All 14 sentences are shown.');
    await choose('By machine');
    expect(await rows(page).evaluateAll((found) => found.map((row) => row.id))).toEqual([
      'brevine-port.en.s7k2f',
    ]);
  });

  it('comes to the drafts by the skip link, first of all', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the drafts');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('drafts');
  });

  it('shows everything and no filters where no script runs', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await rows(page).count()).toBe(14);
    expect(await page.locator('form').isVisible()).toBe(false);
  });

  it('takes hostile copy for text', async () => {
    const page = await open();
    const shown = await page.locator('section[data-locale=ar] td.target p[lang=ar]').allTextContents();
    expect(hostile.filter((text) => !shown.includes(text))).toEqual([]);
    expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
    expect(await page.locator('script').count()).toBe(1);
  });

  it('runs no script that was put into it', async () => {
    const page = await open();
    const ran = await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'globalThis.broken = true';
      document.body.append(script);
      'broken' in globalThis;
    `);
    expect(ran).toBe(false);
    expect(noise.splice(0).join()).toContain('Content Security Policy');
  });

  it.each([320, 390, 1280])('fits a page %i pixels wide', async (width) => {
    const page = await open({ viewport: { width, height: 800 } });
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
  });

  it('is a table to assistive technology, narrow or wide, and Arabic runs from the right', async () => {
    for (const width of [390, 1280]) {
      const page = await open({ viewport: { width, height: 800 } });
      const table = page.getByRole('table', { name: 'Arabic (ar)' });
      expect(await table.getByRole('row').count()).toBe(8);
      expect(await table.getByRole('columnheader').allTextContents()).toEqual([
        'Sentence',
        'French (fr)',
        'Arabic (ar)',
        'Notes',
      ]);
      const direction =
        "getComputedStyle(document.querySelector('section[data-locale=ar] td.target p')).direction";
      expect(await page.evaluate(direction)).toBe('rtl');
    }
  });

  it('is dark where that is wished for, and light on paper', async () => {
    const page = await open({ colorScheme: 'dark' });
    const ground = () => page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')");
    expect(await ground()).toBe('#1d2024');
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('#ffffff');
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('.proposals li').first().isVisible()).toBe(true);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
