import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const launcher = resolve(import.meta.dirname, '../../bin/depeche.js');

/** The command line as a process of its own, as a user starts it. */
export function startCommand(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { process: ChildProcess; ended: Promise<{ exitCode: number | null; out: string; err: string }> } {
  const child = spawn(process.execPath, [launcher, ...args], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<{ exitCode: number | null; out: string; err: string }>((resolveEnd, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolveEnd({ exitCode, ...said }));
  });
  return { process: child, ended };
}
