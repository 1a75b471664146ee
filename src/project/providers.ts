import { DepecheError } from '../model/errors.ts';
import type { Provider } from '../provider/provider.ts';
import type { Config } from './config-schema.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The provider a name stands for, set up as configured. A key comes from the environment, and never switches a provider on by itself.
 *
 * @throws DepecheError `usage` for a name that is not known, `config` where its key is missing
 */
export async function openProvider(
  name: string,
  config: Config,
  environment: Environment,
): Promise<Provider> {
  switch (name) {
    case 'deepl': {
      const key = environment.DEEPL_AUTH_KEY;
      if (key === undefined || key === '') {
        throw new DepecheError(
          'config',
          'the provider deepl needs its key in DEEPL_AUTH_KEY in the environment',
        );
      }
      const { createDeepl } = await import('../provider/deepl.ts');
      return createDeepl({
        authKey: key,
        ...config.providers.deepl,
        ...(config.schedule.timeout !== undefined && { timeout: config.schedule.timeout * 1000 }),
      });
    }
    case 'pseudo': {
      const { createPseudo } = await import('../provider/pseudo.ts');
      return createPseudo();
    }
    default:
      throw new DepecheError(
        'usage',
        `“${name}” is no provider that a project can use: deepl, pseudo, or none`,
      );
  }
}
