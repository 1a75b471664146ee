import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout, demo, temporaryProject } from './cli/temporary-project.ts';

/**
 * Raw → dispatch → XLIFF → bundle, for each demo dispatch. `gold.json` is what a reader says the copy is; `dispatch.json` what depeche
 * makes of it; the committed `locales/` are the XLIFF and the bundles. `WRITE_GOLDEN=1 npm test -- tests/golden` writes the
 * `dispatch.json` files anew; `npm run translate` the others. Read the difference before you commit it.
 */
const write = process.env.WRITE_GOLDEN === '1';
const goldens = join(import.meta.dirname, 'golden');
const folders = readdirSync(goldens, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const locales = ['en', 'de', 'es', 'pt', 'ar'];

describe.each(folders.map((folder) => folder.name))('%s', (id) => {
  const goldFile = (name: string) => join(goldens, id, name);

  it('is read as its gold says', async () => {
    const project = await temporaryProject(demo);
    const { out } = await project.run('segment', `source-texts/${id}.txt`, '--format', 'json');
    const { raw: _, segmentation, ...dispatch } = JSON.parse(out);
    expect(segmentation.origin).toBe('srx');
    const gold = JSON.parse(readFileSync(goldFile('gold.json'), 'utf8'));
    const body = dispatch.paragraphs.filter((paragraph: { kind: string }) => paragraph.kind === 'body');
    expect(
      body.map(({ segments }: { segments: { text: string }[] }) => segments.map(({ text }) => text)),
    ).toEqual(gold.paragraphs);
    expect(dispatch.header.carrier).toBe(gold.carrier);
    expect(dispatch.header.note?.text).toBe(gold.note?.text);
    expect(dispatch.header.note?.update).toBe(gold.note?.update);
    expect(dispatch.header.headline).toBe(gold.headline);
    expect(dispatch.header.byline).toBe(gold.byline);
    expect(dispatch.dateline).toMatchObject(gold.dateline);

    const text = `${JSON.stringify(dispatch, null, 2)}\n`;
    if (write) writeFileSync(goldFile('dispatch.json'), text);
    expect(text).toBe(readFileSync(goldFile('dispatch.json'), 'utf8'));
  });

  it('gives the committed XLIFF and bundles, byte for byte', async () => {
    const project = await temporaryProject(demo);
    await project.run('translate', `source-texts/${id}.txt`);
    const files = [
      `fr/${id}.dispatch.json`,
      `fr/${id}.json`,
      ...locales.flatMap((locale) => [`${locale}/${id}.xlf`, `${locale}/${id}.json`]),
    ];
    for (const file of files) {
      expect(await project.read(`locales/${file}`), file).toBe(
        readFileSync(join(checkout, 'locales', file), 'utf8'),
      );
    }
  });
});
