import { type Clock, systemClock } from './clock.ts';
import {
  type Capabilities,
  type Provider,
  type Tokens,
  type Translation,
  type TranslationRequest,
  utf8Size,
} from './provider.ts';
import { abortError, ProviderError, type ProviderErrorKind } from './provider-error.ts';

/** A failure to act out, or `hang`: no answer until the signal aborts. */
export type ScriptedFailure =
  | 'hang'
  | ProviderErrorKind
  | { readonly kind: ProviderErrorKind; readonly retryAfter?: number; readonly usage?: Tokens };

/** What a {@link createScripted} provider is to do; with none of it, it answers everything at once. */
export type ScriptedOptions = {
  /** Default `scripted`. */
  readonly name?: string;
  readonly model?: string;
  readonly settings?: string;
  /**
   * The answer to each text, by text or by a function. A text without one is left out of the answer, and its unit fails. Default:
   * the text with its target locale in front, `[de] Bonjour.`
   */
  readonly answers?:
    | ReadonlyMap<string, string>
    | ((text: string, request: TranslationRequest) => string | undefined);
  /** What happens to the nth call, counted from 1, in place of an answer. */
  readonly failures?:
    | ReadonlyMap<number, ScriptedFailure>
    | ((call: number, request: TranslationRequest) => ScriptedFailure | undefined);
  /** Milliseconds before each answer or failure. Default 0. */
  readonly delay?: number;
  /** Changes what is sent back: another order, doubles, ids that nobody asked for. */
  readonly tamper?: (translations: readonly Translation[]) => readonly Translation[];
  /** Default: 50 texts and 64 KiB of UTF-8, no markup, no context, no glossary, stays on the machine, journalled. */
  readonly capabilities?: Partial<Capabilities>;
  readonly supports?: Provider['supports'];
  /** What it says beforehand that a request takes; default: nothing, as one that is not paid by the token. */
  readonly tokens?: Provider['tokens'];
  /** What it says that the nth call took. */
  readonly usage?: (call: number, request: TranslationRequest) => Tokens | undefined;
  readonly clock?: Pick<Clock, 'sleep'>;
};

/** A provider that remembers what it was asked. */
export type ScriptedProvider = Provider & {
  /** Every request that was made, in order, failed ones too. */
  readonly calls: readonly TranslationRequest[];
};

/** A provider that answers, fails, waits and hangs as it is told, and remembers what it was asked. For tests: ours and yours. */
export function createScripted(options: ScriptedOptions = {}): ScriptedProvider {
  const { name = 'scripted', delay = 0, clock = systemClock, answers = defaultAnswer } = options;
  const calls: TranslationRequest[] = [];
  const answer = typeof answers === 'function' ? answers : (text: string) => answers.get(text);
  const failureOf = (call: number, request: TranslationRequest): ScriptedFailure | undefined =>
    typeof options.failures === 'function' ? options.failures(call, request) : options.failures?.get(call);
  return {
    name,
    ...(options.model !== undefined && { model: options.model }),
    settings: options.settings ?? '',
    capabilities: { ...defaultCapabilities, ...options.capabilities },
    ...(options.supports && { supports: options.supports }),
    ...(options.tokens && { tokens: options.tokens }),
    calls,
    async translate(request, signal) {
      if (signal.aborted) throw abortError(name, signal);
      const call = calls.push(request);
      const failure = failureOf(call, request);
      if (failure === 'hang') return untilAborted(name, signal);
      if (delay > 0) {
        await clock.sleep(delay, signal).catch((error: unknown) => {
          throw signal.aborted ? abortError(name, signal) : error;
        });
      }
      if (failure !== undefined) throw failureError(name, failure);
      const translations = request.segments.flatMap(({ id, text }) => {
        const translated = answer(text, request);
        return translated === undefined ? [] : [{ id, text: translated }];
      });
      const usage = options.usage?.(call, request);
      return { translations: options.tamper?.(translations) ?? translations, ...(usage && { usage }) };
    },
  };
}

const defaultCapabilities: Capabilities = {
  maxTexts: 50,
  maxBytes: 64 * 1024,
  encodedSize: utf8Size,
  markup: 'none',
  context: false,
  glossary: false,
  leavesMachine: false,
  journalled: true,
};

function defaultAnswer(text: string, { target }: TranslationRequest): string {
  return `[${target}] ${text}`;
}

function untilAborted(name: string, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(abortError(name, signal)), { once: true });
  });
}

function failureError(name: string, failure: Exclude<ScriptedFailure, 'hang'>): ProviderError {
  const { kind, ...options } = typeof failure === 'object' ? failure : { kind: failure };
  return new ProviderError(name, kind, 'this call was told to fail', options);
}
