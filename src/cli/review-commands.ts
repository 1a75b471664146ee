import { type Command, Option } from 'commander';
import { summaries } from './help.ts';
import { type Caller, json, prefer, to } from './shared-options.ts';

/** The commands that take drafts to the people who work on them, and their work home. */
export function addReviewCommands(program: Command, { terminal, ended }: Caller): void {
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
    .command('validate')
    .description(summaries.validate)
    .argument('<files...>', 'XLIFF files, from anywhere')
    .addOption(json())
    .action(async (files, options) =>
      ended(await (await import('./validate.ts')).validate(terminal, { files, ...options })),
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
}

function level(): Option {
  return new Option('--as <level>', 'how far a person takes it').choices(['translated', 'reviewed', 'final']);
}
