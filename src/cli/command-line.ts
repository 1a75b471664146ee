import { Command, CommanderError, Help } from 'commander';
import { addDeskCommands } from './desk-commands.ts';
import { exitCodeOfRun, exitCodes } from './exit-codes.ts';
import { helpText, summaries } from './help.ts';
import { addMemoryCommands } from './memory-commands.ts';
import { addModelsCommands } from './models-commands.ts';
import { packageVersion } from './package-version.ts';
import { addReviewCommands } from './review-commands.ts';
import { addStoryCommands } from './story-commands.ts';
import { addStringsCommands } from './strings-commands.ts';
import type { Terminal } from './terminal.ts';
import { addTermsCommands } from './terms-commands.ts';

/** Runs one command line, such as `['translate', '--to', 'en']`, and gives its exit code. Commands are loaded when they are called. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.well;
  const program = commandLine(terminal, (code) => {
    exitCode = code;
  });
  const run = program.parseAsync(args, { from: 'user' }).then(
    () => exitCode,
    (error: unknown) => {
      if (!(error instanceof CommanderError)) throw error;
      return error.exitCode === 0 ? exitCodes.well : exitCodes.usage;
    },
  );
  return exitCodeOfRun(run, terminal);
}

function commandLine(terminal: Terminal, ended: (exitCode: number) => void): Command {
  const program = new Command('depeche');
  program
    .version(packageVersion(), '-V, --version')
    .configureHelp({
      formatHelp: (command, help) =>
        command === program ? helpText() : new Help().formatHelp(command, help),
    })
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(text.replace(/^error: /u, 'depeche: ')),
    })
    .showHelpAfterError('(depeche --help lists the commands, depeche COMMAND --help their options)');
  const caller = { terminal, ended };
  addStoryCommands(program, caller);
  addReviewCommands(program, caller);
  addDeskCommands(program, caller);
  addMemoryCommands(program.command('memory').description(summaries.memory), caller);
  addTermsCommands(program.command('terms').description(summaries.terms), caller);
  addModelsCommands(program.command('models').description(summaries.models), caller);
  addStringsCommands(program.command('strings').description(summaries.strings), caller);
  return program;
}
