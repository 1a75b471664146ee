import { Option } from 'commander';
import type { Terminal } from './terminal.ts';

/** Where the commands say what they have to say, and who is told with which exit code they ended. */
export type Caller = { readonly terminal: Terminal; readonly ended: (exitCode: number) => void };

/** Options that several commands have: a fresh one each time, since a command may make it mandatory. */
export function json(): Option {
  return new Option('--json', 'the same facts for machines');
}

/** `--to en,de`: as an array of names. */
export function to(): Option {
  return new Option('--to <locales>', 'target locales, joined by commas').argParser((text: string) =>
    text.split(','),
  );
}

/** `--prefer theirs|ours`. */
export function prefer(): Option {
  return new Option('--prefer <side>', 'whose words count where both changed').choices(['theirs', 'ours']);
}

/** `--wire FORMAT`. */
export function wireFormat(): Option {
  return new Option('--wire <format>', 'the wire format of the copy; by default it is told from the text');
}
