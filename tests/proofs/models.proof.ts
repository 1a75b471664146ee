import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readTmx } from '../../src/memory/tmx.ts';
import { installTinyModels } from '../builders/install-models.ts';
import type { Dictionary } from '../builders/tiny-model.ts';
import { checkout } from '../cli/temporary-project.ts';

/** `npm run test:models` with the models of a folder, or without any. */
function testModels(models?: Readonly<Record<string, Dictionary>>) {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-models-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { DEPECHE_MODELS: _, ...environment } = process.env;
  if (models) installTinyModels(folder, models);
  return spawnSync('npm', ['run', '--silent', 'test:models'], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...environment, ...(models && { DEPECHE_MODELS: folder }) },
  });
}

/** What the memory of the demo says for each of its sentences. */
function memoryOf(locale: string): ReadonlyMap<string, string> {
  const file = `locales/memory/demo.${locale}.tmx`;
  const entries = readTmx(readFileSync(join(checkout, file), 'utf8'), file);
  return new Map(entries.map(({ sourceText, targetText }) => [sourceText, targetText]));
}

/** Models whose words are the sentences of the demo. */
function modelsOfDemo(locales: readonly string[]): Readonly<Record<string, Dictionary>> {
  const english = memoryOf('en');
  const fromEnglish = locales.map((locale) => {
    const said = memoryOf(locale);
    const sentences = Array.from(english, ([source, text]) => [text, said.get(source) ?? ''] as const);
    return [`en-${locale}`, Object.fromEntries(sentences)] as const;
  });
  return { 'fr-en': Object.fromEntries(english), ...Object.fromEntries(fromEnglish) };
}

describe('npm run test:models', () => {
  it('pretends nothing where there are no models', () => {
    const { status, stdout, stderr } = testModels();
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('DEPECHE_MODELS must name a folder');
    expect(testModels({ 'en-de': {} })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no model from French to English'),
    });
  });

  it('finds nothing wrong with models that say of the demo what its memory does', () => {
    const { status, stdout, stderr } = testModels(modelsOfDemo(['de', 'ar']));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.match(/^fr → .*$/gmu)).toEqual([
      'fr → en: fr-en 3.1 tiny',
      'fr → ar: fr-en 3.1 tiny + en-ar 3.1 tiny',
      'fr → de: fr-en 3.1 tiny + en-de 3.1 tiny',
    ]);
    expect(stdout).toMatch(
      /79 of 79 sentences; 107 of 107 names and terms right; \d+ words in .* a second\n/u,
    );
    expect(stdout).toMatch(/the event loop beside a model at work turns every [\d.]+ ms in the median/u);
  });

  it('is not content with models that leave the copy as it is', () => {
    const { status, stderr } = testModels({ 'fr-en': {} });
    expect(status).toBe(1);
    for (const complaint of [
      'no answer (fxtranslate: the sentence has',
      'it reads like fr',
      'same-as-source',
      'number-missing',
    ])
      expect(stderr).toContain(complaint);
  });
});
