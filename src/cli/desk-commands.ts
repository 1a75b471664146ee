import { type Command, InvalidArgumentError, Option } from 'commander';
import { summaries } from './help.ts';
import { type Caller, json, to } from './shared-options.ts';

/** The commands of a desk that watches over findings, names and money. */
export function addDeskCommands(program: Command, { terminal, ended }: Caller): void {
  program
    .command('check')
    .description(summaries.check)
    .argument('[ids...]', 'ids of dispatches; by default all of source-texts/')
    .addOption(to())
    .addOption(
      new Option('--format <format>', 'sarif and junit are for CI')
        .choices(['text', 'json', 'sarif', 'junit'])
        .default('text'),
    )
    .option('--strict', 'warnings fail too')
    .addOption(json())
    .action(async (ids, options) =>
      ended(await (await import('./check.ts')).check(terminal, { ids, strict: false, ...options })),
    );

  program
    .command('diff')
    .description(summaries.diff)
    .argument('<id>', 'the id of a dispatch')
    .option(
      '--from <version>',
      'the version to compare with; by default the one before the newest',
      wholeNumber,
    )
    .addOption(to())
    .addOption(json())
    .action(async (id, options) =>
      ended(await (await import('./diff.ts')).diff(terminal, { id, ...options })),
    );

  program
    .command('accept-finding')
    .description(summaries['accept-finding'])
    .argument('<check>', 'the check, as depeche check names it')
    .argument('<id>', 'the id of a dispatch')
    .argument('<segment>', 'the id of the segment')
    .addOption(to().makeOptionMandatory())
    .requiredOption('--by <name>', 'who accepts')
    .option('--nth <number>', 'which one, where the check finds several things in the segment', wholeNumber)
    .option('--withdraw', 'take the acceptance back')
    .addOption(json())
    .action(async (name, id, segment, options) =>
      ended(
        await (await import('./accept-finding.ts')).acceptOneFinding(terminal, {
          check: name,
          id,
          segment,
          withdraw: false,
          ...options,
        }),
      ),
    );

  program
    .command('usage')
    .description(summaries.usage)
    .option('--runs', 'run by run')
    .addOption(json())
    .action(async (options) =>
      ended(await (await import('./usage.ts')).usage(terminal, { runs: false, ...options })),
    );

  program
    .command('account')
    .description(summaries.account)
    .addOption(json())
    .action(async (options) => ended(await (await import('./account.ts')).account(terminal, options)));

  program
    .command('names')
    .description(summaries.names)
    .argument('[concepts...]', 'only these, with all their places; by default all, and new names')
    .addOption(to())
    .option('--rows', 'the new names as rows of a glossary, with room for each language')
    .option('--add <file>', 'merge the new names into a glossary, unconfirmed; nothing there is overwritten')
    .addOption(json())
    .action(async (concepts, options) =>
      ended(await (await import('./names.ts')).names(terminal, { concepts, rows: false, ...options })),
    );
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('It counts from 1.');
}
