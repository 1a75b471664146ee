import { readFileSync } from 'node:fs';

/**
 * Loaded into a process before all else: tells at its end how much memory it had at most, in megabytes. The kernel counts anew for a new
 * program, where `resourceUsage` begins with what the parent had.
 */
process.once('exit', () => {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  process.stderr.write(`memory: ${Math.round(Number(kilobytes) / 1024)}\n`);
});
