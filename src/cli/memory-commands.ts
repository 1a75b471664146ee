import type { Command } from 'commander';
import { type Caller, json, to } from './shared-options.ts';

/** Adds what `depeche memory` can do. */
export function addMemoryCommands(memory: Command, { terminal, ended }: Caller): void {
  memory
    .command('import')
    .description('take TMX files of others into locales/memory/')
    .argument('<files...>')
    .addOption(json())
    .action(async (files, options) =>
      ended(await (await import('./memory.ts')).memoryImport(terminal, { files, ...options })),
    );
  memory
    .command('export')
    .description('write the memory as TMX')
    .addOption(to())
    .option('--out <file>', 'by default standard output')
    .action(async (options) => ended(await (await import('./memory.ts')).memoryExport(terminal, options)));
  memory
    .command('search')
    .description('sentences of the memory that hold these words in this order, in either language')
    .argument('<words...>')
    .addOption(to())
    .addOption(json())
    .action(async (words, options) =>
      ended(await (await import('./memory.ts')).memorySearch(terminal, { words, ...options })),
    );
  const chosen = (command: string, what: string) =>
    memory
      .command(command)
      .description(what)
      .argument('[ids...]', 'of entries, as memory search shows them')
      .option('--source <text>', 'instead of ids: the source, whole')
      .option('--target <text>', 'and the translation that stands there')
      .option('--to <language>', 'in this language only');
  chosen('delete', 'take translations out of the TMX files of the project')
    .addOption(json())
    .action(async (ids, options) =>
      ended(await (await import('./memory-edit.ts')).memoryDelete(terminal, { ids, ...options })),
    );
  chosen('correct', 'put other words in place of a translation in the TMX files of the project')
    .requiredOption('--text <text>', 'the right translation')
    .requiredOption('--by <name>', 'who corrects')
    .addOption(json())
    .action(async (ids, options) =>
      ended(await (await import('./memory-edit.ts')).memoryCorrect(terminal, { ids, ...options })),
    );
  memory
    .command('stats')
    .description('what the memory holds')
    .addOption(json())
    .action(async (options) => ended(await (await import('./memory.ts')).memoryStats(terminal, options)));
}
