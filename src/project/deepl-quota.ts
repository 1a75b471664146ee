import { createDeeplAccount } from '../provider/deepl-account.ts';
import { withKeptQuota } from '../provider/kept-quota.ts';
import type { Provider } from '../provider/provider.ts';
import type { Purse } from '../provider/purse.ts';
import { deeplConnection } from './deepl-connection.ts';
import type { Project } from './project.ts';
import type { Environment } from './providers.ts';

/**
 * The purse of a provider, which leaves as much of the quota at DeepL alone as the configuration says. Any other purse comes back as it is.
 *
 * @throws DepecheError `config` where DeepL cannot be reached for want of a key or its client
 */
export async function keepingQuota(
  project: Project,
  { name }: Pick<Provider, 'name'>,
  purse: Purse,
  environment: Environment,
): Promise<Purse> {
  const keep = name === 'deepl' ? project.config.providers.deepl?.keepQuota : undefined;
  if (keep === undefined) return purse;
  const account = createDeeplAccount(await deeplConnection(project, environment));
  return withKeptQuota(purse, {
    keep,
    async left() {
      const usage = await account.usage();
      return usage ? usage.limit - usage.used : Infinity;
    },
    reason: (left) =>
      `the account at DeepL had ${left} characters left, of which ${keep} are kept: run again when there are more, or lower “providers.deepl.keepQuota” in the configuration`,
  });
}
