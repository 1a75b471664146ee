// Loaded before a command: writes into the file that USAGE_FILE names how much memory the process has held at most, in kB, and the CPU
// it has used, in ms. The memory is that of this process alone: what getrusage gives can be that of the process it was forked from.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'));
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.USAGE_FILE, `${peak?.[1] ?? ''} ${(user + system) / 1000}`);
});
