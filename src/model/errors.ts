/**
 * What broke a run. Callers decide by the code; the message is for people and says what was wrong, where, and what to do next.
 *
 * - `usage`: a command was called wrongly
 * - `config`: the configuration does not hold
 * - `unreadable`: a file cannot be read: missing, too large, binary, undecodable
 * - `invalid`: a file was read but is not what it claims to be: XML, CSV, TMX, SRX, XLIFF
 * - `unwritable`: a place cannot be written to: read-only, full
 * - `refused`: a provider refuses to go on, or may not: key, quota, budget, the time of the run
 * - `interrupted`: a person stopped the run
 */
export type ErrorCode =
  | 'usage'
  | 'config'
  | 'unreadable'
  | 'invalid'
  | 'unwritable'
  | 'refused'
  | 'interrupted';

/** Where in a file something is wrong; lines and columns count from 1. */
export type Place = { readonly file?: string; readonly line?: number; readonly column?: number };

/** What breaks a run, and nothing else does: bad text is an issue, a unit that failed a state. */
export class DepecheError extends Error {
  override readonly name = 'DepecheError';
  readonly code: ErrorCode;
  readonly place: Place;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; place?: Place } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.place = options.place ?? {};
  }

  /** The same error, told of the file it happened in; line and column stay. */
  in(file: string): DepecheError {
    return new DepecheError(this.code, this.message, { cause: this.cause, place: { ...this.place, file } });
  }
}

/** `file:line:column: message`, as editors and terminals make it a link; what is not known is left out. */
export function describeError(error: DepecheError): string {
  const { file, line, column } = error.place;
  const where = [file, line, column].filter((part) => part !== undefined).join(':');
  return where === '' ? error.message : `${where}: ${error.message}`;
}
