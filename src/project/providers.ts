import { DepecheError } from '../model/errors.ts';
import type { Provider } from '../provider/provider.ts';
import { deeplConnection } from './deepl-connection.ts';
import type { Project } from './project.ts';
import { providerNames } from './routing-schema.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type OpenOptions = {
  readonly environment: Environment;
  /** Told of what a person should know and no run ends for. */
  readonly onNotice: (message: string) => void;
  /** It is only reckoned with, and asked nothing. */
  readonly dryRun?: boolean;
  /** A budget in money is to be kept: what a request costs at most must be known beforehand. */
  readonly limited?: boolean;
};

/**
 * The provider a name stands for, set up as configured. A key never switches a provider on by itself.
 *
 * @throws DepecheError `usage` for a name that is not known, `config` where its key is missing, or what it runs on is not installed
 */
export async function openProvider(
  name: string,
  project: Project,
  { environment, onNotice, dryRun = false, limited = false }: OpenOptions,
): Promise<Provider> {
  const { config } = project;
  switch (name) {
    case 'deepl': {
      const connection = dryRun
        ? { authKey: 'nobody-is-asked' }
        : await deeplConnection(project, environment);
      const { createDeepl } = await import('../provider/deepl.ts');
      const settings = config.providers.deepl ?? {};
      const { glossary, keyFile: _file, keepQuota: _kept, schedule: _schedule, ...options } = settings;
      const { deeplGlossary } = await import('./deepl-glossary.ts');
      const { deeplLanguages } = await import('./deepl-languages.ts');
      return createDeepl({
        ...options,
        ...connection,
        ...(glossary === 'auto' && { glossary: await deeplGlossary(project, onNotice) }),
        languages: await deeplLanguages(project, dryRun ? undefined : connection),
      });
    }
    case 'language-model': {
      const { openLanguageModel } = await import('./language-model.ts');
      return openLanguageModel(project, { environment, dryRun, limited });
    }
    case 'apertium': {
      const { openApertium } = await import('../provider/apertium.ts');
      return openApertium(config.providers.apertium);
    }
    case 'fxtranslate': {
      const { openFxtranslate } = await import('./fxtranslate.ts');
      return openFxtranslate(project, { dryRun });
    }
    case 'pseudo': {
      const { createPseudo } = await import('../provider/pseudo.ts');
      return createPseudo();
    }
    default:
      throw new DepecheError(
        'usage',
        `“${name}” is no provider that a project can use: ${providerNames.join(', ')}, or none`,
      );
  }
}
