// Loaded before a command: says in the file that PEAK_FILE names how much memory the process has held at most, in kB. The figure of
// the kernel for this process alone: what getrusage gives can be that of the process it was forked from.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'));
  writeFileSync(process.env.PEAK_FILE, peak?.[1] ?? '');
});
