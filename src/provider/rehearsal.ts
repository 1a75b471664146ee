import type { Draft, Unit } from '../model/draft.ts';
import type { Journal } from './journal.ts';
import type { Provider } from './provider.ts';

/** A provider that stands in for another one where nothing may be sent: whatever it is asked for comes back as it is, at no cost. */
export function rehearsalOf({ name, settings, capabilities, supports, adviceFor }: Provider): Provider {
  return {
    name,
    settings,
    capabilities,
    ...(supports && { supports }),
    ...(adviceFor && { adviceFor }),
    translate: async ({ segments }) => ({ translations: segments }),
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
