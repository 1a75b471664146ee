import type { Locale } from '../model/locale.ts';
import { hashOf } from '../text/hash.ts';
import type { Capabilities, Provider } from './provider.ts';

/** An answer under the key of {@link journalKeys}. */
export type JournalEntry = { readonly key: string; readonly answer: string };

/** Whether answers of this provider are kept: see {@link Capabilities.journalled}. */
export function isJournalled({ journalled, leavesMachine }: Capabilities): boolean {
  return journalled ?? leavesMachine;
}

/**
 * The store of answers that cost money, or hours. An answer is recorded before anything uses it, so that a run that dies pays for nothing twice. It is
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
 * What makes an answer the same one: who answers, how it is set, the pair of languages, the dispatch (its text is the context)
 * and the text itself. The id of the segment is no part: a sentence that moves is not paid again.
 *
 * The keys of one draft begin alike, so that a store which sorts them writes a batch in one place and not in fifty.
 *
 * @returns the key of a text: 64 hexadecimal digits, half of them for all but the text
 */
export function journalKeys(
  provider: Pick<Provider, 'name' | 'settings'>,
  pair: { readonly source: Locale; readonly target: Locale },
  dispatch: string,
): (text: string) => string {
  const start = hashOf(provider.name, provider.settings, pair.source, pair.target, dispatch).slice(0, 32);
  return (text) => start + hashOf(text).slice(0, 32);
}
