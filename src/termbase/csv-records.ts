import { CsvError, parse } from 'csv-parse/sync';
import { DepecheError } from '../model/errors.ts';
import { placeOfField } from './csv-place.ts';

const rfc4180 = {
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/**
 * The records of a CSV text as RFC 4180 has them; blank lines are none. Few have a field in quotes, and only those need a parser, which goes
 * from byte to byte: the rest is cut at its commas in a tenth of the time.
 *
 * @throws DepecheError `invalid` with the place of a quote that is wrong
 */
export function recordsOf(body: string, file: string | undefined): string[][] {
  try {
    const records: string[][] = [];
    let open = '';
    for (const [line, end] of linesOf(body)) {
      if (open === '' && !line.includes('"')) {
        if (line !== '') records.push(line.split(','));
        continue;
      }
      open += line + end;
      if (open.split('"').length % 2 === 0) continue;
      records.push(...parse(open, rfc4180));
      open = '';
    }
    return open === '' ? records : parse(body, rfc4180);
  } catch {
    return parsedWhole(body, file);
  }
}

/** The lines of a text, each with what ends it. */
function* linesOf(text: string): Generator<readonly [line: string, end: string]> {
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/gu)) {
    yield [text.slice(start, index), end];
    start = index + end.length;
  }
  yield [text.slice(start), ''];
}

/** The records of a body that the parser may refuse; what it says of the place is true of the whole body only. */
function parsedWhole(body: string, file: string | undefined): string[][] {
  try {
    return parse(body, rfc4180);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = placeOfField(body, Number(error.records ?? 0), Number(error.index ?? 0));
    throw new DepecheError(
      'invalid',
      'a quote is out of place: put the whole field in "…" and write " inside it twice',
      {
        cause: error,
        place: { ...(file !== undefined && { file }), ...place },
      },
    );
  }
}
