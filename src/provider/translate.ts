import { type Draft, needsProvider, type Unit } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import { type Provenance, pseudoProvider, withStep } from '../model/provenance.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { matchAnswers } from './answers.ts';
import { type CopyPolicy, reasonToKeep } from './confidential.ts';
import { type Journal, journalKeys } from './journal.ts';
import type { Provider, Refusal, RequestSegment } from './provider.ts';
import type { Delivery, Scheduler } from './scheduler.ts';
import { unshield } from './shield.ts';
import { surroundings } from './surroundings.ts';
import {
  billedCharacters,
  contextOf,
  distinctTexts,
  type Outgoing,
  outgoing,
  unitsToSend,
  type Wanted,
} from './units-to-send.ts';

/** What has just happened to texts of one draft; a caller adds it up over all drafts. A text that several units say counts once. */
export type Progress = {
  /** Sent to the provider, and settled. */
  readonly sent: number;
  /** Translated: from the journal, or by the provider. */
  readonly done: number;
  readonly failed: number;
  /** Of what was sent and answered, as they are billed: see {@link billedCharacters}. */
  readonly characters: number;
};

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
 * Names are shielded where they can be (see `shield.ts`). An answer whose placeholders cannot be trusted is thrown away, and its sentence
 * sent once more as it is; provenance tells either (`shield:<concept>`, `shield:given-up`).
 *
 * Call it for many drafts at once with one scheduler: its limits hold for them all together.
 *
 * @throws DepecheError `unwritable` when the journal cannot be written to; nothing more is bought then
 */
export async function translate(draft: Draft, tools: TranslateTools): Promise<Draft> {
  return (await askProvider(draft, tools)).draft;
}

/** What came of asking one provider. */
export type Asked = {
  readonly draft: Draft;
  /** The units that wanted an answer and were not asked for, because the scheduler stopped. */
  readonly unasked: readonly Unit[];
};

/** As {@link translate}, for a caller that has somebody else to ask for what was left. */
export async function askProvider(draft: Draft, tools: TranslateTools): Promise<Asked> {
  const { provider } = tools.scheduler;
  const wanted = unitsToSend(draft, provider, tools.redo, tools.spared);
  if (wanted.length === 0) return { draft, unasked: [] };
  const source = draft.dispatch.locale;
  const target = draft.locale;
  const desk = createDesk(draft, provider, tools);
  if (provider.supports && !provider.supports(source, target)) {
    desk.fail(wanted, 'unsupported', `${provider.name} does not translate from ${source} to ${target}`);
    return withOutcomes(draft, provider, new Map(wanted.map((one) => [one, desk.outcomes.get(one.text)])));
  }
  const context = contextOf(draft.dispatch, provider);
  const { urgency } = draft.dispatch.header;
  const kept = reasonToKeep(draft.dispatch, provider, tools.policy);
  const surrounded = surroundings(draft, provider, tools.termbase);
  const sendOnce = async (texts: readonly Outgoing[]): Promise<void> => {
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
  const send = async (texts: readonly Outgoing[]): Promise<void> => {
    await sendOnce(texts);
    await sendOnce(texts.filter(({ text }) => desk.refusals.has(text)));
  };
  const texts = outgoing(draft, wanted, provider, tools.termbase);
  await send(texts);
  const outcomes = new Map<Wanted, Outcome | undefined>();
  const damaged: Outgoing[] = [];
  for (const one of texts) {
    const outcome = unshielded(desk.outcomes.get(one.text), one, target);
    if (outcome === 'damaged') damaged.push({ wanted: one.wanted, text: one.wanted.text });
    else outcomes.set(one.wanted, outcome);
  }
  await send(damaged);
  for (const one of damaged) {
    const outcome = desk.outcomes.get(one.text);
    outcomes.set(one.wanted, outcome?.kind === 'translated' ? { ...outcome, by: [givenUp] } : outcome);
  }
  return withOutcomes(draft, provider, outcomes);
}

/** What the provenance says of a sentence whose placeholders were damaged. */
const givenUp = 'shield:given-up';

function unshielded(
  outcome: Outcome | undefined,
  { shielded }: Outgoing,
  target: Locale,
): Outcome | 'damaged' | undefined {
  if (!shielded || outcome?.kind !== 'translated') return outcome;
  const text = unshield(outcome.text, shielded, target);
  if (text === undefined) return 'damaged';
  return { kind: 'translated', text, by: shielded.names.map(({ concept }) => `shield:${concept}`) };
}

/** `by`: the rules that had a hand in the text. */
type Outcome =
  | { readonly kind: 'translated'; readonly text: string; readonly by?: readonly string[] }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Where the answers for one draft come in and are recorded before anything else. */
type Desk = {
  /** By the text that was sent. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** What the provider refused of its own answers and has not been asked for again, by the text that was sent. */
  readonly refusals: ReadonlyMap<string, Omit<Refusal, 'id'>>;
  /** Takes what the journal holds and returns what it does not. */
  takeKnown(wanted: readonly RequestSegment[]): Promise<readonly RequestSegment[]>;
  take(delivery: Delivery): Promise<void>;
  fail(texts: readonly { readonly text: string }[], code: string, message: string): void;
};

function createDesk(draft: Draft, provider: Provider, tools: TranslateTools): Desk {
  const outcomes = new Map<string, Outcome>();
  const refusals = new Map<string, Omit<Refusal, 'id'>>();
  // Pseudo text costs nothing and must never be found where paid answers are.
  const journal = provider.name === pseudoProvider ? undefined : tools.journal;
  const pair = { source: draft.dispatch.locale, target: draft.locale };
  const keyOf = journalKeys(provider, pair, draft.dispatch.id);
  const report = (progress: Partial<Progress>): void =>
    tools.onProgress?.({ sent: 0, done: 0, failed: 0, characters: 0, ...progress });
  const fail: Desk['fail'] = (texts, code, message) => {
    for (const { text } of texts) outcomes.set(text, { kind: 'failed', code, message });
  };
  return {
    outcomes,
    refusals,
    async takeKnown(wanted) {
      if (!journal) return wanted;
      const keys = new Map(wanted.map(({ text }) => [text, keyOf(text)]));
      const known = await journal.lookUp([...keys.values()]);
      const missing = wanted.filter(({ text }) => {
        const answer = known.get(keys.get(text) ?? '');
        if (answer !== undefined) outcomes.set(text, { kind: 'translated', text: answer });
        return answer === undefined;
      });
      if (missing.length < wanted.length) report({ done: wanted.length - missing.length });
      return missing;
    },
    async take(delivery) {
      const { kind, segments } = delivery;
      if (kind === 'failed') {
        fail(segments, delivery.error.kind, delivery.error.message);
        report({ sent: segments.length, failed: segments.length });
        return;
      }
      const { texts, faults, again } = matchAnswers(segments, delivery.answer);
      const answered = segments.flatMap(({ id, text }) => {
        const answer = texts.get(id);
        return answer === undefined ? [] : [{ text, answer }];
      });
      await journal?.record(answered.map(({ text, answer }) => ({ key: keyOf(text), answer })));
      if (kind === 'late') return;
      for (const { text, answer } of answered) outcomes.set(text, { kind: 'translated', text: answer });
      for (const { id, text } of segments) {
        const fault = faults.get(id);
        if (fault) fail([{ text }], fault.code, fault.message);
        const refused = again.get(id);
        if (refused) refusals.set(text, refused);
        else refusals.delete(text);
      }
      const characters = segments.reduce((sum, { text }) => sum + billedCharacters(text), 0);
      report({ sent: segments.length - again.size, done: answered.length, failed: faults.size, characters });
    },
    fail(texts, code, message) {
      fail(texts, code, message);
      report({ failed: texts.length });
    },
  };
}

function withOutcomes(
  draft: Draft,
  provider: Provider,
  outcomes: ReadonlyMap<Wanted, Outcome | undefined>,
): Asked {
  const byId = new Map<string, { readonly source: string; readonly outcome: Outcome }>();
  const unasked: Unit[] = [];
  for (const [{ units, text: source }, outcome] of outcomes) {
    if (!outcome) unasked.push(...units);
    else for (const { segment } of units) byId.set(segment.id, { source, outcome });
  }
  const units = draft.units.map((unit) => {
    const own = byId.get(unit.segment.id);
    return own ? withOutcome(unit, own, provider) : unit;
  });
  return { draft: { ...draft, units }, unasked };
}

function withOutcome(
  unit: Unit,
  { source, outcome }: { readonly source: string; readonly outcome: Outcome },
  provider: Provider,
): Unit {
  switch (outcome.kind) {
    case 'translated': {
      const { name, model, capabilities } = provider;
      const gist = capabilities.gist === true && ({ gist: true } as const);
      const origin = {
        kind: 'machine',
        provider: name,
        ...(model !== undefined && { model }),
        ...gist,
      } as const;
      const provenance = (outcome.by ?? []).reduce<Provenance>(
        (known, by) => withStep(known, { did: 'repaired', by }),
        { origin, steps: [] },
      );
      const { text } = outcome;
      if (unit.target.state === 'stale')
        return { ...unit, target: { ...unit.target, proposed: { source, text, provenance } } };
      return { ...unit, target: { state: 'drafted', text, provenance } };
    }
    case 'failed': {
      if (unit.target.state === 'stale' || !needsProvider(unit, provider.name)) return unit;
      const { code, message } = outcome;
      return { ...unit, target: { state: 'failed', code, message } };
    }
    default:
      return outcome satisfies never;
  }
}
