import { helpText } from './help.ts';
import { packageVersion } from './package-version.ts';

/**
 * Runs the command line of this process. What only prints a text is answered here, and the main job without options is begun here:
 * loading the parser of the command line takes longer than Node itself takes to start.
 */
export async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const [first = '--help'] = args;
  if (args.length < 2 && (first === '--help' || first === '-h')) process.stdout.write(helpText());
  else if (args.length < 2 && (first === '--version' || first === '-V'))
    process.stdout.write(`${packageVersion()}\n`);
  else if (args.length < 2 && first === 'translate') {
    const [{ exitCodeOfRun }, { processTerminal }, { translate }] = await Promise.all([
      import('./exit-codes.ts'),
      import('./terminal.ts'),
      import('./translate.ts'),
    ]);
    const terminal = processTerminal();
    const run = translate(terminal, { files: [], redo: false, dryRun: false });
    process.exitCode = await exitCodeOfRun(run, terminal);
  } else {
    const [{ runCommandLine }, { processTerminal }] = await Promise.all([
      import('./command-line.ts'),
      import('./terminal.ts'),
    ]);
    process.exitCode = await runCommandLine(args, processTerminal());
  }
}
