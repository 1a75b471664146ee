import type { Locale } from '../model/locale.ts';

/** One text to translate. The id comes back with the answer; it means nothing to the provider. */
export type RequestSegment = {
  readonly id: string;
  readonly text: string;
  /** The text is XML, with tags in it that are no words; only for providers with the capability `markup`. All segments of a request are alike in this. */
  readonly markup?: 'xml';
  /** What the house calls what is named in the text; only for providers with the capability `terms`. */
  readonly terms?: readonly RequestTerm[];
  /** Its neighbours in the dispatch, in reading order, to be read and not translated; only with the capability `neighbours`. */
  readonly neighbours?: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** The provider's own last answer and what it had against it: it is asked once more. */
  readonly refused?: Omit<Refusal, 'id'>;
};

/** A term as the copy says it and as the house says it in the target language, with what it does not want to read. */
export type RequestTerm = {
  readonly source: string;
  readonly target: string;
  readonly avoid: readonly string[];
};

/** What a provider is asked for at once: segments of one dispatch, from one language into one other. */
export type TranslationRequest = {
  readonly source: Locale;
  readonly target: Locale;
  /** In reading order, ids and texts each at most once. */
  readonly segments: readonly RequestSegment[];
  /** More of the same dispatch, to be read and not translated; only for providers with the capability `context`. */
  readonly context?: string;
  /** Of the dispatch, 1 (a flash) to 9: what is more urgent is sent first. */
  readonly urgency?: number;
};

/** The answer to one segment, with its id. */
export type Translation = { readonly id: string; readonly text: string };

/** An answer that its own provider does not let through: what was said, and what is wrong with it, in sentences. */
export type Refusal = { readonly id: string; readonly text: string; readonly reasons: readonly string[] };

/** Tokens that a model reads and writes: whole numbers. */
export type Tokens = { readonly input: number; readonly output: number };

/** What a request takes, before it goes out: as may be expected, and the most that it can. */
export type TokenForecast = { readonly expected: Tokens; readonly most: Tokens };

/** What a request took, as the service counts it. */
export type TokenUsage = Tokens & {
  /** In the currency of the price in the configuration; left out where that names none. */
  readonly cost?: number;
};

/** Translations in any order, each with the id of the segment it is of. Who asked verifies them: see `answers.ts`. */
export type TranslationAnswer = {
  readonly translations: readonly Translation[];
  /** Segments to ask for once more, with what was wrong this time. Those refused twice fail. */
  readonly refused?: readonly Refusal[];
  /** Only of providers that are paid by the token. */
  readonly usage?: TokenUsage;
};

/** What a provider can take and do. The scheduler and the stage go by it, and not by names. */
export type Capabilities = {
  /** Segments in one request. */
  readonly maxTexts: number;
  /** Sum of `encodedSize` over the segments and the context of one request. */
  readonly maxBytes: number;
  /** The bytes a text takes in a request, as this provider encodes it. */
  encodedSize(text: string): number;
  /** Whether tags inside a text are understood as such, so that names can be tagged (`tagged-terms.ts`). */
  readonly markup: 'none' | 'xml';
  /** Whether {@link TranslationRequest.context} is used. */
  readonly context: boolean;
  /** Whether it applies a glossary of its own. */
  readonly glossary: boolean;
  /** Whether {@link RequestSegment.terms} are used; left out: they are not. */
  readonly terms?: boolean;
  /** Whether {@link RequestSegment.neighbours} are used; left out: they are not. */
  readonly neighbours?: boolean;
  /** Whether `{{name1}}` in a text comes back, so that names can be shielded (`shield.ts`); left out: it may not. */
  readonly placeholders?: boolean;
  /**
   * Whether it may be asked for a sentence again with a term hidden, to learn its own words for the term (`own-words.ts`): its answers are
   * free, and the same each time. Only with `placeholders`; left out: it is asked once.
   */
  readonly freeToAsk?: boolean;
  /** Whether its words only tell what a text is about: the provenance says so, and a check asks for a person. Left out: they are translations. */
  readonly gist?: boolean;
  /** Whether copy is sent to another machine: confidential copy is kept from it, and what it is sent counts as billed. */
  readonly leavesMachine: boolean;
  /**
   * Whether its answers are worth keeping, because they cost money or a long time: they are journalled before they are used, and no run asks for
   * them again. Left out: they are where copy leaves the machine.
   */
  readonly journalled?: boolean;
};

/**
 * What translates. A provider is a plain object made by a factory from its options; it makes one request for each call and
 * never retries: time limits, retries and batches are the scheduler's.
 */
export type Provider = {
  /** As it stands in the configuration and in the provenance of what it wrote. */
  readonly name: string;
  /** The model behind it, for the provenance, where it is known. */
  readonly model?: string;
  /** The same, for a provider that has another one for each pair. */
  modelFor?(source: Locale, target: Locale): string | undefined;
  /** Everything that changes its answers (model, formality, glossary, …) as one string; never a key. Enters the key of the journal. */
  readonly settings: string;
  readonly capabilities: Capabilities;
  /** Whether it knows this pair; a provider without this method takes any. */
  supports?(source: Locale, target: Locale): boolean;
  /** What a person can do so that it knows a pair which it does not, as a command or a few words. */
  adviceFor?(source: Locale, target: Locale): string;
  /** Loads what it needs before its first request: a client, a model, a glossary. Called once, when there is something to send. */
  ready?(): Promise<void>;
  /** The tokens of a request, where the provider is paid by them. Nothing is loaded and nobody asked for it. */
  tokens?(request: TranslationRequest): TokenForecast;
  /**
   * Translates one request.
   *
   * @param signal calls the request off, for good: its connection is closed, its process ended, and it rejects at once with `aborted`, or
   *   `timeout` for a reason named TimeoutError. Until then it waits for its answer, however long that takes: the scheduler's
   *   time limit comes before. A provider that cannot cancel lets it run on, and what still arrives is journalled. A signal that
   *   has aborted before the call sends nothing.
   * @throws ProviderError and nothing else
   */
  translate(request: TranslationRequest, signal: AbortSignal): Promise<TranslationAnswer>;
  /** Gives back what it holds: connections, models. */
  close?(): Promise<void>;
};

/** The size of a text in UTF-8: `encodedSize` of a provider that is sent JSON or nothing at all. */
export function utf8Size(text: string): number {
  return encoder.encode(text).length;
}

const encoder = new TextEncoder();
