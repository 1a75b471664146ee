import type { Draft } from '../model/draft.ts';
import { matchAnswers } from './answers.ts';
import { isJournalled, type Journal, journalKeys } from './journal.ts';
import type { Outcome } from './outcomes.ts';
import type { Provider, Refusal, RequestSegment } from './provider.ts';
import type { Delivery } from './scheduler.ts';
import { billedCharacters } from './units-to-send.ts';

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

/** Where the answers for one draft come in and are recorded before anything else. */
export type Desk = {
  /** By the text that was sent. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** What the provider refused of its own answers and has not been asked for again, by the text that was sent. */
  readonly refusals: ReadonlyMap<string, Omit<Refusal, 'id'>>;
  /** Takes what the journal holds and returns what it does not. */
  takeKnown(wanted: readonly RequestSegment[]): Promise<readonly RequestSegment[]>;
  take(delivery: Delivery): Promise<void>;
  fail(texts: readonly { readonly text: string }[], code: string, message: string): void;
};

/** @param markup what is answered here is XML, whose answers are kept apart from those to plain text */
export function createDesk(
  draft: Draft,
  provider: Provider,
  tools: { readonly journal: Journal; readonly onProgress?: (progress: Progress) => void },
  markup?: 'xml',
): Desk {
  const outcomes = new Map<string, Outcome>();
  const refusals = new Map<string, Omit<Refusal, 'id'>>();
  const journal = isJournalled(provider.capabilities) ? tools.journal : undefined;
  const pair = { source: draft.dispatch.locale, target: draft.locale };
  const settings = markup === 'xml' ? `${provider.settings} ${tagging}` : provider.settings;
  const keyOf = journalKeys({ name: provider.name, settings }, pair, draft.dispatch.id);
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
        if (fault) fail([{ text }], fault.code, `${provider.name}: ${fault.message}`);
        const refused = again.get(id);
        if (refused) refusals.set(text, refused);
        else refusals.delete(text);
      }
      const characters = segments.reduce((sum, segment) => sum + billedCharacters(segment), 0);
      report({ sent: segments.length - again.size, done: answered.length, failed: faults.size, characters });
    },
    fail(texts, code, message) {
      fail(texts, code, message);
      report({ failed: texts.length });
    },
  };
}

/** Counted up when the tags change. */
const tagging = 'xml 1';
