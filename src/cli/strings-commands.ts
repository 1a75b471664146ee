import { type Command, Option } from 'commander';
import { type Caller, json, prefer, to } from './shared-options.ts';

/** Adds what `depeche strings` can do. */
export function addStringsCommands(strings: Command, { terminal, ended }: Caller): void {
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
}
