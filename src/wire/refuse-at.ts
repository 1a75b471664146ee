import { DepecheError } from '../model/errors.ts';

/** @throws DepecheError `invalid`, with the line and column of a place in the raw text */
export function refuseAt(raw: string, offset: number, what: string): never {
  const lines = raw.slice(0, offset).split(/\r\n|\n|\r/u);
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  throw new DepecheError('invalid', what, { place });
}
