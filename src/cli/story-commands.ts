import { type Command, InvalidArgumentError, Option } from 'commander';
import { reflowModes } from '../wire/reflow-mode.ts';
import { summaries } from './help.ts';
import { type Caller, json, to, wireFormat } from './shared-options.ts';

/** The commands that make stories, show them, and send them on. */
export function addStoryCommands(program: Command, { terminal, ended }: Caller): void {
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
    .addOption(wireFormat())
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
    .addOption(wireFormat())
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
}

/** @throws InvalidArgumentError for what is no sum of money */
function costIn(text: string): number {
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a sum such as 2.50.');
}
