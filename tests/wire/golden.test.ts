import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLocale } from '../../src/model/locale.ts';
import { readDispatch } from '../../src/pipeline.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { decode } from '../../src/wire/decode.ts';
import { wireFormats } from '../../src/wire/formats.ts';
import { detectedFormat } from '../../src/wire/read-wire.ts';

/**
 * One invented dispatch a folder, in the format its name begins with, and what depeche makes of it, whole.
 * `WRITE_GOLDEN=1 npm test -- tests/wire` writes the `dispatch.json` files anew; read the difference before you commit it.
 */
const folder = join(import.meta.dirname, 'golden');
const cases = readdirSync(folder);

describe.each(cases)('%s', (name) => {
  const source = readdirSync(join(folder, name)).find((file) => file.startsWith('source.')) ?? '';
  const bytes = readFileSync(join(folder, name, source));

  it('is known by its content', () => {
    const { name: format } = detectedFormat(decode(bytes).raw);
    expect(name.startsWith(format)).toBe(true);
  });

  it('is read as its golden dispatch says', () => {
    const locale = parseLocale('fr') ?? 'fr';
    const { dispatch } = readDispatch(bytes, { id: name, locale }, houseSegmenter(locale));
    const { raw, ...read } = dispatch;
    const stretches = dispatch.paragraphs.map(({ segments }) =>
      segments.map(({ spans }) => spans.map(({ start, end }) => raw.slice(start, end))),
    );
    const text = `${JSON.stringify({ ...read, stretches }, null, 2)}\n`;
    const file = join(folder, name, 'dispatch.json');
    if (process.env.WRITE_GOLDEN === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

it('has a golden case for every format but plain text, which has those of tests/golden', () => {
  for (const { name } of wireFormats.filter((format) => format.name !== 'text')) {
    expect(
      cases.some((each) => each.startsWith(name)),
      name,
    ).toBe(true);
  }
});
