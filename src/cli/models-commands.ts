import { type Command, Option } from 'commander';
import { type Caller, json } from './shared-options.ts';

/** Adds what `depeche models` can do. */
export function addModelsCommands(models: Command, { terminal, ended }: Caller): void {
  const mirror = () =>
    new Option('--mirror <url>', 'where records.json and the files are, in place of the configured address');

  models
    .command('list')
    .description('the models that are there')
    .argument('[language]', 'only those from or into it')
    .option(
      '--available',
      'also what the catalogue has for the languages of the project, or for the one named',
    )
    .addOption(mirror())
    .addOption(json())
    .action(async (language, options) =>
      ended(
        await (await import('./models-list.ts')).modelsList(terminal, {
          available: false,
          ...options,
          ...(language !== undefined && { language }),
        }),
      ),
    );
  models
    .command('add')
    .description('get models, or newer ones; what was interrupted goes on where it was')
    .argument('[pairs...]', 'such as fr-en en-de; by default all that the project needs')
    .addOption(mirror())
    .option(
      '--from <folder>',
      'no network: a folder of models from another machine, or a catalogue and its files',
    )
    .addOption(json())
    .action(async (pairs, options) =>
      ended(await (await import('./models-add.ts')).modelsAdd(terminal, { pairs, ...options })),
    );
  models
    .command('verify')
    .description('read every byte of the models, and tell what is not as it was')
    .argument('[pairs...]', 'by default all')
    .addOption(json())
    .action(async (pairs, options) =>
      ended(await (await import('./models-verify.ts')).modelsVerify(terminal, { pairs, ...options })),
    );
  models
    .command('remove')
    .description('delete models')
    .argument('<pairs...>', 'such as fr-en')
    .addOption(json())
    .action(async (pairs, options) =>
      ended(await (await import('./models-remove.ts')).modelsRemove(terminal, { pairs, ...options })),
    );
}
