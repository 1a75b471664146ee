import { Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import { reflowModes } from '../wire/reflow-mode.ts';
import { addDeskCommands } from './desk-commands.ts';
import { exitCodeOfRun, exitCodes } from './exit-codes.ts';
import { helpText, summaries } from './help.ts';
import { addMemoryCommands } from './memory-commands.ts';
import { addModelsCommands } from './models-commands.ts';
import { packageVersion } from './package-version.ts';
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
  const json = () => new Option('--json', 'the same facts for machines');
  const prefer = () =>
    new Option('--prefer <side>', 'whose words count where both changed').choices([
      'theirs',
      'ours',
    ] as const);
  const wire = () =>
    new Option('--wire <format>', 'the wire format of the copy; by default it is told from the text');
  const to = () =>
    new Option('--to <locales>', 'target locales, joined by commas').argParser((text: string) =>
      text.split(','),
    );

  program
    .command('init')
    .description(summaries.init)
    .action(async () => ended(await (await import('./init.ts')).init(terminal)));

  program
    .command('translate')
    .description(summaries.translate)
    .argument('[files...]', 'dispatches; by default all of source-texts/')
    .addOption(to())
    .option(
      '--provider <name>',
      'deepl, language-model, fxtranslate, apertium, pseudo, or none, in place of every route; by default as configured',
    )
    .addOption(wire())
    .option(
      '--revises <id>',
      'the file is a later version of this dispatch; without it, item and version tell',
    )
    .option('--out <dir>', 'another folder with the layout of locales/')
    .option('--redo', "draft anew what a machine drafted; people's work stays, and nothing is paid twice")
    .option('--dry-run', 'show what would be sent and what it would cost, without network')
    .addOption(
      new Option('--max-cost <amount>', 'what this run may cost, in the currency of the prices').argParser(
        costIn,
      ),
    )
    .addOption(json())
    .action(async (files, options) =>
      ended(
        await (await import('./translate.ts')).translate(terminal, {
          files,
          redo: false,
          dryRun: false,
          ...options,
        }),
      ),
    );

  program
    .command('segment')
    .description(summaries.segment)
    .argument('[file]', 'a file; - or nothing: standard input', '-')
    .addOption(new Option('--format <format>').choices(['json', 'lines']).default('lines'))
    .addOption(
      new Option('--reflow <mode>', 'what ends a paragraph; by default it is told from the copy').choices(
        reflowModes,
      ),
    )
    .option('--no-reflow', 'each input line is a paragraph, and no header is looked for')
    .addOption(wire())
    .option('--lang <locale>', 'the language of the text; by default the source of the project')
    .option('--srx <file>', 'your own SRX rules')
    .addOption(
      new Option('--quotes <policy>', 'quotations of several sentences before their attribution')
        .choices(['split', 'keep'] as const)
        .default('split' as const),
    )
    .option('--explain', 'every place at which a rule would cut, and the exception where one held')
    .addOption(json())
    .action(async (file, options) =>
      ended(await (await import('./segment.ts')).segment(terminal, { file, ...options })),
    );

  program
    .command('show')
    .description(summaries.show)
    .argument('<id>', 'the id of a dispatch')
    .addOption(to().makeOptionMandatory())
    .addOption(json())
    .action(async (id, options) =>
      ended(await (await import('./show.ts')).show(terminal, { id, ...options })),
    );

  addDeskCommands(program, { terminal, ended, to, json });

  const level = () =>
    new Option('--as <level>', 'how far a person takes it').choices([
      'translated',
      'reviewed',
      'final',
    ] as const);
  program
    .command('import')
    .description(summaries.import)
    .argument('<files...>', 'XLIFF files, folders of them, projects of OmegaT')
    .addOption(level())
    .option('--by <name>', 'whose work it is, where the file does not say')
    .addOption(prefer())
    .addOption(json())
    .action(async (files, options) =>
      ended(await (await import('./import.ts')).importFiles(terminal, { files, ...options })),
    );

  program
    .command('accept')
    .description(summaries.accept)
    .argument('<id>', 'the id of a dispatch')
    .argument('[segments...]', 'ids of its segments; by default all that are neither stale nor marked')
    .addOption(to().makeOptionMandatory())
    .requiredOption('--by <name>', 'who accepts')
    .option('--proposed', 'take what is proposed in place of stale words, for the segments named')
    .addOption(level().default('reviewed' as const))
    .addOption(json())
    .action(async (id, segments, options) =>
      ended(await (await import('./accept.ts')).acceptDraft(terminal, { id, segments, ...options })),
    );

  program
    .command('merge-driver')
    .description(summaries['merge-driver'])
    .argument('<base>', 'what git calls %O')
    .argument('<ours>', '%A: the result is written here')
    .argument('<theirs>', '%B')
    .argument('[path]', '%P')
    .action(async (base, ours, theirs, path) =>
      ended(
        await (await import('./merge-driver.ts')).mergeDriver(terminal, {
          base,
          ours,
          theirs,
          ...(path !== undefined && { path }),
        }),
      ),
    );

  program
    .command('validate')
    .description(summaries.validate)
    .argument('<files...>', 'XLIFF files, from anywhere')
    .addOption(json())
    .action(async (files, options) =>
      ended(await (await import('./validate.ts')).validate(terminal, { files, ...options })),
    );

  program
    .command('export')
    .description(summaries.export)
    .argument('<ids...>', 'the ids of dispatches')
    .addOption(to().makeOptionMandatory())
    .addOption(
      new Option('--profile <profile>', 'what the tool reads')
        .choices(['2.1', '2.0', '1.2', 'omegat'])
        .makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'a file, or a folder for omegat or several dispatches')
    .addOption(json())
    .action(async (ids, options) =>
      ended(await (await import('./export.ts')).exportCommand(terminal, { ids, ...options })),
    );

  program
    .command('align')
    .description(summaries.align)
    .argument('<source>', 'a dispatch in source-texts/, or any text in the source language')
    .argument('<target>', 'the translation, a text file')
    .addOption(to())
    .option('--tmx <file>', 'write the pairs as TMX')
    .option('--draft', 'put the translation into the draft of the dispatch, as translated')
    .option('--by <name>', 'who translated it')
    .option('--min-confidence <number>', '0 to 1: less sure pairs are told and not written', '0.7')
    .option('--no-reflow', 'each line of the translation is a paragraph')
    .addOption(json())
    .action(async (source, target, options) =>
      ended(await (await import('./align.ts')).align(terminal, { source, target, ...options })),
    );

  program
    .command('wire')
    .description(summaries.wire)
    .argument('[ids...]', 'ids of dispatches; by default all of source-texts/')
    .addOption(to())
    .addOption(new Option('--as <format>', 'of the items').choices(['ninjs', 'nitf']).default('ninjs'))
    .requiredOption('--out <dir>', 'the folder of the items, by language')
    .addOption(json())
    .action(async (ids, options) =>
      ended(await (await import('./wire.ts')).wire(terminal, { ids, ...options })),
    );

  program
    .command('status')
    .description(summaries.status)
    .addOption(json())
    .action(async (options) => ended(await (await import('./status.ts')).status(terminal, options)));

  program
    .command('usage')
    .description(summaries.usage)
    .option('--runs', 'run by run')
    .addOption(json())
    .action(async (options) =>
      ended(await (await import('./usage.ts')).usage(terminal, { runs: false, ...options })),
    );

  program
    .command('report')
    .description(summaries.report)
    .argument('[ids...]', 'ids of dispatches; by default all of source-texts/')
    .requiredOption('--out <file>', 'the HTML file to write')
    .addOption(to())
    .addOption(json())
    .action(async (ids, options) =>
      ended(await (await import('./report.ts')).report(terminal, { ids, ...options })),
    );

  addMemoryCommands(program, terminal, ended, { to, json });

  addTermsCommands(program.command('terms').description(summaries.terms), { terminal, ended, json, to });

  addModelsCommands(program.command('models').description(summaries.models), { terminal, ended, json });

  const strings = program.command('strings').description(summaries.strings);
  strings
    .command('export')
    .description('write i18next JSON as XLIFF for one language')
    .argument('<files...>', 'resources in the source language, such as locales/fr/app.json')
    .addOption(to().makeOptionMandatory())
    .requiredOption('--out <file>', 'the XLIFF file to write')
    .addOption(new Option('--format <version>', 'of XLIFF').choices(['1.2', '2.0']).default('1.2'))
    .action(async (files, options) =>
      ended(await (await import('./strings.ts')).stringsExport(terminal, { files, ...options })),
    );
  strings
    .command('import')
    .description('bring translations home into the JSON of their language')
    .argument('<files...>', 'XLIFF files')
    .addOption(prefer())
    .addOption(json())
    .action(async (files, options) =>
      ended(await (await import('./strings.ts')).stringsImport(terminal, { files, ...options })),
    );

  return program;
}

/** @throws InvalidArgumentError for what is no sum of money */
function costIn(text: string): number {
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a sum such as 2.50.');
}
