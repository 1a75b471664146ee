import { styleText } from 'node:util';
import { errorCodeOf } from '../project/files.ts';
import { exitCodes } from './exit-codes.ts';

/** What a command may do to the world of its user. Results go to `out`, progress and words for people to `err`. */
export type Terminal = {
  /** The folder the command was called in. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether progress may be drawn over itself and colours used. */
  readonly live: boolean;
  readonly columns: number;
  out(text: string): void;
  err(text: string): void;
  /** Reads all of standard input. */
  input(): Promise<Uint8Array>;
};

export function processTerminal(): Terminal {
  process.stdout.on('error', onLostOutput);
  process.stderr.on('error', () => {});
  return {
    cwd: process.cwd(),
    environment: process.env,
    live: process.stderr.isTTY === true && process.env.CI === undefined && process.env.TERM !== 'dumb',
    columns: process.stderr.columns ?? 80,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    async input() {
      const pieces: Uint8Array[] = [];
      for await (const piece of process.stdin) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

/** Whoever read along may leave (`| head`): the run goes on without. A full disk is told, and ends it. */
function onLostOutput(error: unknown): void {
  const code = errorCodeOf(error);
  if (code === 'EPIPE') return;
  process.stderr.write(`depeche: standard output cannot be written to (${code ?? String(error)})\n`);
  process.exit(exitCodes.usage);
}

type Style = Parameters<typeof styleText>[0];

/** Colours a text for standard output, where that is a terminal and colours are wanted (`NO_COLOR`, `FORCE_COLOR`). */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** A number with its noun: `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Columns of text: each cell padded to the widest of its column, two blanks between, numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, String(cell).length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd()
        .concat('\n'),
    )
    .join('');
}
