import type { Locale } from '../model/locale.ts';
import { hashOf } from '../text/hash.ts';
import type { Provider } from './provider.ts';

/** A paid answer under the key of {@link journalKey}. */
export type JournalEntry = { readonly key: string; readonly answer: string };

/**
 * The store of paid answers. An answer is recorded before anything uses it, so that a run that dies pays for nothing twice. It is
 * the one part of `.depeche/` that holds money: no store may throw it away.
 */
export type Journal = {
  /** The answers known for these keys, by key. */
  lookUp(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Records all entries or none. Resolves when they would survive a loss of power; a key that is known takes the newer answer. */
  record(entries: readonly JournalEntry[]): Promise<void>;
  close(): Promise<void>;
};

/**
 * What makes a paid answer the same one: who answers, how it is set, the pair of languages, the dispatch (its text is the context)
 * and the text itself. The id of the segment is no part: a sentence that moves is not paid again.
 */
export function journalKey(
  provider: Pick<Provider, 'name' | 'settings'>,
  pair: { readonly source: Locale; readonly target: Locale },
  dispatch: string,
  text: string,
): string {
  return hashOf(provider.name, provider.settings, pair.source, pair.target, dispatch, text);
}
