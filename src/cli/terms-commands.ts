import { type Command, Option } from 'commander';
import { type Caller, json, to } from './shared-options.ts';

/** Adds what `depeche terms` can do. */
export function addTermsCommands(terms: Command, { terminal, ended }: Caller): void {
  const termsFormat = () =>
    new Option('--format <format>', 'by default what the name of the file says').choices([
      'csv',
      'tbx',
      'omegat',
    ]);
  terms
    .command('import')
    .description('merge a glossary into the one of the project; nothing there is overwritten')
    .argument('<files...>')
    .addOption(termsFormat())
    .addOption(to())
    .addOption(json())
    .action(async (files, options) =>
      ended(await (await import('./terms.ts')).termsImport(terminal, { files, ...options })),
    );
  terms
    .command('export')
    .description('write the termbase')
    .addOption(termsFormat())
    .addOption(to())
    .option('--out <file>', 'by default standard output')
    .action(async (options) => ended(await (await import('./terms.ts')).termsExport(terminal, options)));
  terms
    .command('list')
    .description('the concepts and their preferred terms')
    .argument('[words...]', 'only those with one of these words')
    .addOption(json())
    .action(async (words, options) =>
      ended(await (await import('./terms.ts')).termsList(terminal, { words, ...options })),
    );
  terms
    .command('check')
    .description('what is doubtful or wrong in the glossary, with its line')
    .option('--strict', 'a warning fails too')
    .addOption(json())
    .action(async (options) => ended(await (await import('./terms-check.ts')).termsCheck(terminal, options)));
  terms
    .command('forms')
    .description('the regular forms of names and titles that the glossary lacks (de, es, pt, ru)')
    .argument('[concepts...]', 'only those of these concepts')
    .addOption(to())
    .option('--write', 'write them into the glossary, each marked with ?')
    .option('--confirm <concepts...>', 'take the ? off the forms of these concepts: you have read them')
    .addOption(json())
    .action(async (concepts, options) =>
      ended(await (await import('./terms-forms.ts')).termsForms(terminal, { concepts, ...options })),
    );
}
