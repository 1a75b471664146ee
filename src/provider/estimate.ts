import type { Draft } from '../model/draft.ts';
import { pseudoProvider } from '../model/provenance.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { type Journal, journalKeys } from './journal.ts';
import type { Provider } from './provider.ts';
import { billedCharacters, distinctTexts, outgoing, unitsToSend } from './units-to-send.ts';

/** What a run would send and pay for. Texts are distinct ones of a draft: what several units say is sent once. */
export type Estimate = {
  readonly segments: number;
  /** As they would be billed: see {@link billedCharacters}. Context is not billed. */
  readonly characters: number;
  /** Texts that cost nothing because the journal has their answers. */
  readonly known: number;
};

/** Reckons what {@link translate} would send for these drafts, without a network. Pairs the provider does not know count nothing. */
export async function estimate(
  drafts: readonly Draft[],
  provider: Provider,
  options: { readonly journal?: Journal; readonly redo?: boolean; readonly termbase?: Termbase } = {},
): Promise<Estimate> {
  const total = { segments: 0, characters: 0, known: 0 };
  for (const draft of drafts) {
    const pair = { source: draft.dispatch.locale, target: draft.locale };
    if (provider.supports && !provider.supports(pair.source, pair.target)) continue;
    const units = unitsToSend(draft, provider, options.redo);
    const wanted = distinctTexts(outgoing(draft, units, provider, options.termbase));
    const keyOf = journalKeys(provider, pair, draft.dispatch.id);
    const journal = provider.name === pseudoProvider ? undefined : options.journal;
    const known = await journal?.lookUp(wanted.map(({ text }) => keyOf(text)));
    for (const { text } of wanted) {
      if (known?.has(keyOf(text))) {
        total.known += 1;
        continue;
      }
      total.segments += 1;
      total.characters += billedCharacters(text);
    }
  }
  return total;
}
