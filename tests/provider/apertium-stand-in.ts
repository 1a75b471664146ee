import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of modes whose programs are of our making: they speak Apertium's protocol, an answer for each NUL. */
export type StandIn = {
  readonly modes: string;
  /** The process numbers of all that was started, in order. */
  started(): readonly number[];
  remove(): void;
};

/**
 * Gives back every text as it is: `sed -z` reads and writes up to each NUL, as Apertium's programs do with that option. `-u` keeps it from
 * waiting for more.
 */
export const echo = 'exec sed -zu "s/^//"';

/**
 * @param script what stands behind each direction: it is handed `-z` and finds the folder for files of its own in `$HERE`
 */
export function createStandIn(names: readonly string[], script = echo): StandIn {
  const root = mkdtempSync(join(tmpdir(), 'depeche-apertium-'));
  const modes = join(root, 'modes');
  mkdirSync(modes);
  const program = join(root, 'program');
  const lines = ['#!/bin/sh', `HERE='${root}'`, 'echo $$ >> "$HERE/started"', script, ''];
  writeFileSync(program, lines.join('\n'), { mode: 0o755 });
  writeFileSync(join(root, 'started'), '');
  for (const name of names) writeFileSync(join(modes, `${name}.mode`), `'${program}' '|' | sed -u 's/^//'\n`);
  return {
    modes,
    started: () => readFileSync(join(root, 'started'), 'utf8').split('\n').filter(Boolean).map(Number),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
