import { deeplClient, type OpenClient } from './deepl-client.ts';
import { deeplError } from './deepl-errors.ts';
import type { DeeplConnection } from './deepl-options.ts';

/** What an account has used of what it may, in billed characters of the current billing period. */
export type DeeplUsage = { readonly used: number; readonly limit: number };

/** A target language, as DeepL writes it: `en-GB`. */
export type DeeplTarget = {
  readonly code: string;
  /** Whether it tells formal address from informal. */
  readonly formality: boolean;
};

export type DeeplLanguages = {
  readonly sources: readonly string[];
  readonly targets: readonly DeeplTarget[];
};

/** What DeepL tells of an account, asked when it is called. Nothing of it is billed. */
export type DeeplAccount = {
  /** Undefined for accounts without a limit by characters. */
  usage(): Promise<DeeplUsage | undefined>;
  languages(): Promise<DeeplLanguages>;
};

/**
 * @throws DepecheError `config` where the key cannot be one. The methods throw ProviderError, with neither key nor header
 */
export function createDeeplAccount(connection: DeeplConnection): DeeplAccount {
  const open = deeplClient(connection);
  const ask = async <T>(question: (client: OpenClient['client']) => Promise<T>): Promise<T> => {
    const { ask: askWithin, deepl, reasonOf } = await open();
    try {
      return await askWithin(question);
    } catch (error) {
      throw deeplError(error, deepl, reasonOf(error), undefined);
    }
  };
  return {
    usage: () =>
      ask(async (client) => {
        const { character } = await client.getUsage();
        return character && { used: character.count, limit: character.limit };
      }),
    async languages() {
      const [sources, targets] = await Promise.all([
        ask((client) => client.getSourceLanguages()),
        ask((client) => client.getTargetLanguages()),
      ]);
      return {
        sources: sources.map(({ code }) => code),
        targets: targets.map(({ code, supportsFormality }) => ({
          code,
          formality: supportsFormality === true,
        })),
      };
    },
  };
}
