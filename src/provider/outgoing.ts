import type { Draft } from '../model/draft.ts';
import { type Termbase, termbaseFor } from '../termbase/termbase.ts';
import type { Provider, RequestSegment } from './provider.ts';
import { type Shielded, shield, unshield } from './shield.ts';
import { type Restored, tagTerms, untagTerms } from './tagged-terms.ts';
import type { Wanted } from './units-to-send.ts';
import { unlistedPersons } from './unlisted-persons.ts';

/** A text as it goes out: two that differ in their shielded names alone go out as one. */
export type Outgoing = Pick<RequestSegment, 'text' | 'markup'> & {
  readonly wanted: Wanted;
  /** Where names were shielded or tagged: how an answer is read. */
  readonly guard?: Guard;
  /** The names that were shielded, and among them those that the house has not. */
  readonly shielded?: Shielded;
  readonly unlisted?: Termbase | undefined;
};

/** What stands between names and an engine, as provenance calls it. */
export type Guard = {
  readonly name: 'shield' | 'tag';
  /** Undefined for an answer that cannot be trusted: then the text is sent once more as it is. */
  restore(answer: string): Restored | undefined;
};

/**
 * Shields the names of what is sent, or tags them, where the provider keeps placeholders or knows tags and there is a termbase to go by. With
 * tags every text goes out as XML, so that one request has them all, but for those that cannot be XML. From an engine for gist, which knows words
 * and no names, persons whom the termbase lacks are shielded too.
 */
export function outgoing(
  draft: Draft,
  wanted: readonly Wanted[],
  { capabilities }: Pick<Provider, 'capabilities'>,
  house: Termbase | undefined,
): readonly Outgoing[] {
  const termbase = house && termbaseFor(draft.dispatch, house);
  const languages = { source: draft.dispatch.locale, target: draft.locale };
  const { markup, placeholders = false, gist = false } = capabilities;
  const unlisted = termbase && placeholders && gist ? unlistedPersons(draft, termbase) : undefined;
  return wanted.map((one) => {
    const { text } = one;
    const tagged = markup === 'xml' ? tagTerms(text, termbase, languages) : undefined;
    if (tagged) {
      const restore: Guard['restore'] = (answer) => untagTerms(answer, tagged, termbase, languages);
      return { wanted: one, text: tagged.text, markup: 'xml', guard: { name: 'tag', restore } };
    }
    const shielded = placeholders && termbase ? shield(text, termbase, languages, { unlisted }) : undefined;
    if (!shielded) return { wanted: one, text, unlisted };
    const by = shielded.names.map(({ concept }) => `shield:${concept}`);
    const restore: Guard['restore'] = (answer) => {
      const restored = unshield(answer, shielded, languages.target);
      return restored === undefined ? undefined : { text: restored, by };
    };
    return { wanted: one, text: shielded.text, guard: { name: 'shield', restore }, shielded, unlisted };
  });
}

/** The texts themselves, each once, under the id of the first unit that says it. */
export function distinctTexts(texts: readonly Outgoing[]): readonly RequestSegment[] {
  const byText = new Map<string, RequestSegment>();
  for (const { wanted, text, markup } of texts) {
    if (!byText.has(text)) byText.set(text, { id: wanted.id, text, ...(markup && { markup }) });
  }
  return [...byText.values()];
}
