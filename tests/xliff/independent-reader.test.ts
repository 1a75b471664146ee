import { expect, it } from 'vitest';
import { xliff2js } from 'xliff';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { exampleDraft } from './example-draft.ts';

it('is read by the npm package xliff, which keeps the last segment of each unit', async () => {
  const draft = exampleDraft();
  const [reading] = draft.removed;
  expect(await xliff2js(writeMaster(draft))).toMatchObject({
    xliffVersion: '2.1',
    sourceLanguage: 'fr',
    targetLanguage: 'en',
    resources: {
      'brevine-port': {
        'dateline-unit': { source: 'Brévine, 2 mars 2026 -', target: 'BRÉVINE, March 2, 2026 —' },
        p0001: { source: 'Le port de Brévine rouvre', target: 'Brévine harbour reopens' },
        p0002: {
          source: 'Selon lui, 30.000 tonnes <& plus> sont arrivées.',
          target: 'According to him, 20,000 tonnes have arrived.',
        },
        p0003: { source: 'Le quai reste fermé.' },
        removed: { groupUnits: { 'removed-s9gone': { source: reading?.source } } },
      },
    },
  });
});
