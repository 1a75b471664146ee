import { hashOf } from '../text/hash.ts';
import type { Cassette, RecordedAnswer } from './cassette.ts';
import { type Provider, type TranslationRequest, utf8Size } from './provider.ts';
import { abortError, ProviderError } from './provider-error.ts';

export type RecordedOptions = { readonly cassette: Cassette };

export type RecorderOptions = {
  /** The provider that is asked. */
  readonly provider: Provider;
  /** Told of the whole cassette after each request; see `writeCassette`. Where it is kept is the caller's affair. */
  readonly save: (cassette: Cassette) => Promise<void>;
  /** What was recorded before; new answers take the place of old ones. */
  readonly cassette?: Cassette;
};

/**
 * Plays back a cassette with no network. Texts are looked up one by one, so batches and their order may differ from those of the
 * recording. Its name, model and settings are those of the provider that was recorded: its answers are that provider's work.
 */
export function createRecorded({ cassette }: RecordedOptions): Provider {
  const { provider: name, model, settings, placeholders, markup = 'none', gist } = cassette;
  const answers = byRequest(cassette.answers);
  return {
    name,
    ...(model !== undefined && { model }),
    settings,
    capabilities: {
      maxTexts: 50,
      maxBytes: 64 * 1024,
      encodedSize: utf8Size,
      markup,
      context: cassette.answers.some(({ context }) => context !== undefined),
      glossary: false,
      ...(placeholders && { placeholders }),
      ...(gist && { gist }),
      leavesMachine: false,
    },
    async translate(request, signal) {
      if (signal.aborted) throw abortError(name, signal);
      const translations = request.segments.map(({ id, text }) => {
        const recorded = answers.get(keyOf({ ...pairOf(request), text }));
        if (recorded) return { id, text: recorded.answer };
        const what = `“${text.slice(0, 60)}” (${request.source} → ${request.target})`;
        throw new ProviderError(name, 'bad-request', `the cassette has no answer to ${what}; record it anew`);
      });
      return { translations };
    },
  };
}

/** A provider that passes everything on to another one and records its answers. */
export function createRecorder({ provider, save, cassette }: RecorderOptions): Provider {
  const { name, model, settings, capabilities } = provider;
  const told = {
    ...(capabilities.placeholders === true && ({ placeholders: true } as const)),
    ...(capabilities.markup === 'xml' && ({ markup: 'xml' } as const)),
    ...(capabilities.gist === true && ({ gist: true } as const)),
  };
  const answers = byRequest(cassette?.answers ?? []);
  let saving = Promise.resolve();
  return {
    ...provider,
    async translate(request, signal) {
      const answer = await provider.translate(request, signal);
      const texts = new Map(request.segments.map(({ id, text }) => [id, text]));
      for (const { id, text: translated } of answer.translations) {
        const text = texts.get(id);
        if (text === undefined) continue;
        const recorded = { ...pairOf(request), text, answer: translated };
        answers.set(keyOf(recorded), recorded);
      }
      const whole = { provider: name, model, settings, ...told, answers: [...answers.values()] };
      saving = saving.then(() => save(whole));
      await saving;
      return answer;
    },
  };
}

type RecordedRequest = Omit<RecordedAnswer, 'answer'>;

function pairOf({ source, target, context }: TranslationRequest): Omit<RecordedRequest, 'text'> {
  return { source, target, ...(context !== undefined && { context: hashOf(context) }) };
}

function keyOf({ source, target, context = '', text }: RecordedRequest): string {
  return JSON.stringify([source, target, context, text]);
}

function byRequest(answers: readonly RecordedAnswer[]): Map<string, RecordedAnswer> {
  return new Map(answers.map((recorded) => [keyOf(recorded), recorded]));
}
