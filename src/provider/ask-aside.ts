import type { Draft } from '../model/draft.ts';
import { type Termbase, termbaseFor } from '../termbase/termbase.ts';
import { matchAnswers } from './answers.ts';
import type { Outcome } from './outcomes.ts';
import type { Outgoing } from './outgoing.ts';
import { type InHouseWords, inHouseWords } from './own-words.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * The answers to texts of a draft that come out better when a provider is asked about its own words for the terms in them (see
 * `own-words.ts`); none where it is not free to ask, or there is no termbase to ask by. What it does not answer stays as it is.
 */
export async function askAside(
  { dispatch, locale }: Draft,
  texts: readonly Outgoing[],
  outcomes: ReadonlyMap<string, Outcome>,
  { scheduler, termbase: house }: { readonly scheduler: Scheduler; readonly termbase?: Termbase },
): Promise<ReadonlyMap<Outgoing, Outcome & InHouseWords>> {
  const { placeholders, freeToAsk } = scheduler.provider.capabilities;
  if (placeholders !== true || freeToAsk !== true || !house) return new Map();
  const languages = { source: dispatch.locale, target: locale };
  const { urgency } = dispatch.header;
  const answered = texts.flatMap((one) => {
    const { shielded, unlisted, wanted } = one;
    const [unit] = wanted.units;
    const outcome = outcomes.get(one.text);
    if (!unit || outcome?.kind !== 'translated') return [];
    return [{ one, unit, source: wanted.text, answer: outcome.text, shielded, unlisted }];
  });
  const ask = async (asked: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const answers = new Map<string, string>();
    const segments = asked.map((text, at) => ({ id: `aside${at}`, text }));
    const request = { ...languages, segments, ...(urgency !== undefined && { urgency }) };
    await scheduler.send(request, async (delivery) => {
      if (delivery.kind !== 'answered') return;
      const { texts: found } = matchAnswers(delivery.segments, delivery.answer);
      for (const { id, text } of delivery.segments) answers.set(text, found.get(id) ?? '');
    });
    return answers;
  };
  const found = await inHouseWords(answered, termbaseFor(dispatch, house), languages, ask);
  return new Map(Array.from(found, ([{ one }, words]) => [one, { kind: 'translated', ...words }]));
}
