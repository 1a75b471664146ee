import type { Provider } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import type { Purse } from './purse.ts';

/**
 * A provider whose purse is told what each request took, as its server counts it: before the answer is used, and also where nobody waits for it
 * any more or where it cannot be used.
 */
export function metered(provider: Provider, purse: Purse): Provider {
  return {
    ...provider,
    async translate(request, signal) {
      try {
        const answer = await provider.translate(request, signal);
        if (answer.usage) purse.report(request.segments, answer.usage);
        return answer;
      } catch (error) {
        if (error instanceof ProviderError && error.usage) purse.report(request.segments, error.usage);
        throw error;
      }
    },
  };
}
