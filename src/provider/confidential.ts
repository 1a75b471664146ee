import { isEmbargoed } from '../bundle/embargo.ts';
import type { Dispatch } from '../model/dispatch.ts';
import type { Provider } from './provider.ts';

/** Which dispatches must not be sent to another machine, and who may have them nonetheless. */
export type CopyPolicy = {
  /** When the run is, ISO 8601: an embargo that has passed holds nothing back. Without it every embargo holds. */
  readonly now?: string | undefined;
  /** Whether the house has marked this dispatch, by its id, as confidential. */
  readonly isMarked?: (id: string) => boolean;
  /** Providers by name that may have confidential copy, though they send it to another machine. */
  readonly allowed?: ReadonlySet<string>;
};

/**
 * Why a dispatch must not be sent to a provider, in words for people; undefined where it may. Copy under embargo, withheld by its agency
 * or marked by the house goes to no provider that sends it to another machine, unless the house allows that provider by its name.
 */
export function reasonToKeep(
  { id, header }: Pick<Dispatch, 'id' | 'header'>,
  { name, capabilities }: Pick<Provider, 'name' | 'capabilities'>,
  { now, isMarked, allowed }: CopyPolicy = {},
): string | undefined {
  if (!capabilities.leavesMachine || allowed?.has(name) === true) return undefined;
  const why =
    confidential(header, now) ?? (isMarked?.(id) === true ? 'is marked as confidential' : undefined);
  return (
    why &&
    `${name} sends copy to another machine, and this dispatch ${why}; “confidential.allow” in the configuration names who may have it`
  );
}

function confidential(header: Dispatch['header'], now: string | undefined): string | undefined {
  if (header.status === 'withheld') return 'is withheld by its agency';
  return isEmbargoed(header, now) ? `is under embargo until ${header.embargo}` : undefined;
}
