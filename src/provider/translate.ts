import type { Draft } from '../model/draft.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { askAside } from './ask-aside.ts';
import { type CopyPolicy, reasonToKeep } from './confidential.ts';
import { createDesk, type Desk, type Progress } from './desk.ts';
import type { Journal } from './journal.ts';
import { type Asked, type Outcome, withOutcomes } from './outcomes.ts';
import { distinctTexts, type Guard, type Outgoing, outgoing } from './outgoing.ts';
import type { RequestSegment } from './provider.ts';
import type { Scheduler } from './scheduler.ts';
import { surroundings } from './surroundings.ts';
import { contextOf, unitsToSend, type Wanted } from './units-to-send.ts';

/** What {@link translate} works with: the same for all drafts of a run. */
export type TranslateTools = {
  /** Shared by all drafts of a run; it knows the provider. */
  readonly scheduler: Scheduler;
  readonly journal: Journal;
  /** Asks again for what a machine has drafted; what the journal holds is still not paid again. */
  readonly redo?: boolean;
  /** Providers whose drafts stay, with `redo` too: those that come before this one on a route. */
  readonly spared?: ReadonlySet<string>;
  /** The names to shield, where the provider keeps placeholders, and the terms to hand to one that takes them; none: neither. */
  readonly termbase?: Termbase;
  /** Which dispatches may not leave the machine; without one, those that are withheld or have an embargo, passed or not. */
  readonly policy?: CopyPolicy;
  readonly onProgress?: (progress: Progress) => void;
};

/**
 * The stage that asks a provider for every unit that has nothing yet. Answers are looked up in the journal first, matched by id,
 * verified, and journalled before they are used. A unit that fails gets the state `failed` (with `redo` it keeps its draft); one
 * that was not asked for, because the scheduler stopped, keeps its target: {@link Scheduler.stopped} then tells how the run ends.
 * People's text, recalled text and the dateline are never touched: for work whose source has changed the answer is proposed beside it.
 *
 * Copy that must not leave the machine (see `confidential.ts`) is sent to no provider that sends it out: what the journal does not hold of it
 * fails with the code `confidential`.
 *
 * What the provider itself refuses of its answers is asked for once more, with its reasons, and fails when that is refused too.
 *
 * Names are shielded where they can be (see `shield.ts`), or tagged (see `tagged-terms.ts`). An answer whose placeholders or tags cannot be trusted
 * is thrown away, and its sentence sent once more as it is; provenance tells either (`shield:<concept>`, `shield:given-up`). A provider that is
 * free to ask is asked again about sentences that lack a term of the house (see `own-words.ts`).
 *
 * Call it for many drafts at once with one scheduler: its limits hold for them all together.
 *
 * @throws DepecheError `unwritable` when the journal cannot be written to; nothing more is bought then
 */
export async function translate(draft: Draft, tools: TranslateTools): Promise<Draft> {
  return (await askProvider(draft, tools)).draft;
}

/** As {@link translate}, for a caller that has somebody else to ask for what was left. */
export async function askProvider(draft: Draft, tools: TranslateTools): Promise<Asked> {
  const { provider } = tools.scheduler;
  const wanted = unitsToSend(draft, provider, tools.redo, tools.spared);
  if (wanted.length === 0) return { draft, unasked: [] };
  const source = draft.dispatch.locale;
  const target = draft.locale;
  const plain = createDesk(draft, provider, tools);
  const tagged = createDesk(draft, provider, tools, 'xml');
  const deskOf = ({ markup }: Pick<Outgoing, 'markup'>): Desk => (markup === 'xml' ? tagged : plain);
  if (provider.supports && !provider.supports(source, target)) {
    const advice = provider.adviceFor && `: ${provider.adviceFor(source, target)}`;
    const what = `${provider.name} does not translate from ${source} to ${target}${advice ?? ''}`;
    plain.fail(wanted, 'unsupported', what);
    return withOutcomes(draft, provider, new Map(wanted.map((one) => [one, plain.outcomes.get(one.text)])));
  }
  const context = contextOf(draft.dispatch, provider);
  const { urgency } = draft.dispatch.header;
  const kept = reasonToKeep(draft.dispatch, provider, tools.policy);
  const surrounded = surroundings(draft, provider, tools.termbase);
  const sendOnce = async (texts: readonly Outgoing[], desk: Desk): Promise<void> => {
    const missing = await desk.takeKnown(distinctTexts(texts));
    if (missing.length === 0) return;
    if (kept !== undefined) {
      desk.fail(missing, 'confidential', kept);
      return;
    }
    const segments = missing.map((one): RequestSegment => {
      const refused = desk.refusals.get(one.text);
      return { ...surrounded(one), ...(refused && { refused }) };
    });
    const request = {
      source,
      target,
      segments,
      ...(context !== undefined && { context }),
      ...(urgency !== undefined && { urgency }),
    };
    await tools.scheduler.send(request, desk.take);
  };
  const sendTo = async (desk: Desk, all: readonly Outgoing[]): Promise<void> => {
    const texts = all.filter((one) => deskOf(one) === desk);
    await sendOnce(texts, desk);
    await sendOnce(
      texts.filter(({ text }) => desk.refusals.has(text)),
      desk,
    );
  };
  const texts = outgoing(draft, wanted, provider, tools.termbase);
  await Promise.all([sendTo(tagged, texts), sendTo(plain, texts)]);
  const reworded = await askAside(draft, texts, plain.outcomes, tools);
  const outcomes = new Map<Wanted, Outcome | undefined>();
  const damaged: { readonly one: Outgoing; readonly guard: Guard }[] = [];
  for (const one of texts) {
    const better = reworded.get(one);
    const outcome = better ?? deskOf(one).outcomes.get(one.text);
    const { guard } = one;
    const restored = guard && outcome?.kind === 'translated' ? guard.restore(outcome.text) : undefined;
    if (restored) {
      const by = [...restored.by, ...(better?.by ?? [])];
      outcomes.set(one.wanted, { kind: 'translated', text: restored.text, by });
    } else if (guard && outcome?.kind === 'translated') damaged.push({ one: asItIs(one), guard });
    else outcomes.set(one.wanted, outcome);
  }
  const again = damaged.map(({ one }) => one);
  await sendTo(plain, again);
  for (const { one, guard } of damaged) {
    const outcome = plain.outcomes.get(one.text);
    const by = [`${guard.name}:given-up`];
    outcomes.set(one.wanted, outcome?.kind === 'translated' ? { ...outcome, by } : outcome);
  }
  return withOutcomes(draft, provider, outcomes);
}

function asItIs({ wanted }: Outgoing): Outgoing {
  return { wanted, text: wanted.text };
}
