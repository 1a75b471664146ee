import type { Draft, Unit } from '../model/draft.ts';
import type { Journal } from './journal.ts';
import type { Provider, TranslationRequest } from './provider.ts';

/**
 * A provider that stands in for another one where nothing may be sent: whatever it is asked for comes back as it is, at no cost, and with
 * the tokens that may be expected.
 *
 * @param onRequest told of each request
 */
export function rehearsalOf(
  { name, settings, capabilities, supports, adviceFor, tokens }: Omit<Provider, 'translate'>,
  onRequest: (request: TranslationRequest) => void = () => {},
): Provider {
  return {
    name,
    settings,
    capabilities,
    ...(supports && { supports }),
    ...(adviceFor && { adviceFor }),
    ...(tokens && { tokens }),
    async translate(request) {
      onRequest(request);
      const usage = tokens?.(request).expected;
      return { translations: request.segments, ...(usage && { usage }) };
    },
  };
}

/** A journal that is read and not written to. */
export function readOnly({ lookUp, close }: Journal): Journal {
  return { lookUp, record: async () => {}, close };
}

/** What a rehearsal shows of a draft: it stands as it did, and tells what would fail. */
export function asRehearsed(draft: Draft, rehearsed: Draft): Draft {
  const unitOf = (unit: Unit, index: number): Unit => {
    const then = rehearsed.units[index];
    return then?.target.state === 'failed' ? then : unit;
  };
  return { ...draft, units: draft.units.map(unitOf) };
}
