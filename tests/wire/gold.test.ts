import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinedView } from '../../src/text/joined-view.ts';
import { decode } from '../../src/wire/decode.ts';
import { encode } from '../../src/wire/encode.ts';
import { readPlainText } from '../../src/wire/plain-text.ts';

const sample = '../shared/dispatches/000_2659b0ccd858b0a9';
const sampleIsHere = existsSync(`${sample}.txt`);

describe('each golden dispatch', () => {
  const cases = readdirSync('tests/golden').filter(
    (name) => existsSync(`tests/golden/${name}/gold.json`) && existsSync(`source-texts/${name}.txt`),
  );
  it('is there', () => expect(cases.length).toBeGreaterThan(0));
  it.each(cases)('%s', (name) => expectGold(`source-texts/${name}.txt`, `tests/golden/${name}/gold.json`));
});

const title = sampleIsHere
  ? "reads the user's sample as its gold has it"
  : `SKIPPED: ${sample}.txt is not beside the checkout`;
it.skipIf(!sampleIsHere)(title, () => expectGold(`${sample}.txt`, `${sample}.gold.json`));

/** What a gold file says of header and paragraphs; a paragraph is its sentences joined by a blank. */
function expectGold(textFile: string, goldFile: string): void {
  const gold = JSON.parse(readFileSync(goldFile, 'utf8'));
  const bytes = readFileSync(textFile);
  const { raw, encoding, bom, header, dateline, blocks } = readPlainText(decode(bytes));
  expect(header.carrier).toBe(gold.carrier);
  expect(header.note?.text).toBe(gold.note?.text);
  expect(header.note?.update).toBe(gold.note?.update);
  expect(header.headline).toBe(gold.headline);
  expect(header.byline).toBe(gold.byline);
  const { text, place, date, agency } = dateline ?? {};
  expect({ text, place, date, agency }).toEqual(gold.dateline);
  const copy = blocks
    .filter(({ kind }) => kind !== 'signoff')
    .map(({ spans }) => joinedView(raw, spans).text);
  const headline = gold.headline === undefined ? [] : [gold.headline];
  const paragraphs = gold.paragraphs.map((sentences: string[]) => sentences.join(' '));
  expect(copy).toEqual([...headline, ...paragraphs]);
  expect(Buffer.from(encode(raw, encoding, bom)).equals(bytes)).toBe(true);
}
