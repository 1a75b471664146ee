import { DepecheError } from '../model/errors.ts';
import { compareText } from '../text/compare.ts';
import { hashOf } from '../text/hash.ts';
import { longestCall } from './call.ts';
import { readAnswer } from './language-model-answer.ts';
import { goesToProxy, openChat } from './language-model-chat.ts';
import { promptOf } from './language-model-prompt.ts';
import type { AnswerFormat } from './language-model-request.ts';
import { forecastOf, limitFor } from './language-model-tokens.ts';
import { isLoopback } from './loopback.ts';
import { type Capabilities, type Provider, type Tokens, type TokenUsage, utf8Size } from './provider.ts';

/** How to ask a language model. Everything but the key may stand in a configuration. */
export type LanguageModelOptions = {
  /** As the server calls it. */
  readonly model: string;
  /** Where the API is, with its path; any server that speaks OpenAI's chat completions. Default `https://api.openai.com/v1`. */
  readonly serverUrl?: string | undefined;
  /** From the environment or a file: it stands in no message or journal. A server on this machine needs none. */
  readonly key?: string | undefined;
  /**
   * Whether copy leaves the machine. Default: by the host of the address, and true for models that Ollama passes on to its cloud, and where
   * Node hands requests to a proxy.
   */
  readonly leavesMachine?: boolean | undefined;
  /** What the house adds to the rules of the prompt: a tone, a spelling. */
  readonly instructions?: string | undefined;
  /** How the answer is asked for first; a server that does not know it is asked in the next one. Default `json-schema`. */
  readonly format?: AnswerFormat | undefined;
  /** Other parameters of the request: `{ temperature: 0 }`. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  /** Sentences in one request. Default 20. */
  readonly maxTexts?: number | undefined;
  /** UTF-8 bytes of the sentences in one request. Default 6,000: with rules, terms and the answer they fit into 4,096 tokens or few more. */
  readonly maxBytes?: number | undefined;
  /** What a million tokens cost, so that answers carry their cost. */
  readonly price?: Tokens | undefined;
  /**
   * Sends with each request the most tokens that its answer may have, unless the parameters name a limit: then what it costs is known
   * beforehand. Default false.
   */
  readonly limitTokens?: boolean | undefined;
  /** A hash of the termbase: its terms are in the prompt, so it changes answers. */
  readonly terms?: string | undefined;
  /** The scheduler's time limit in milliseconds. Default 60,000. A connection without an answer may be open twice as long. */
  readonly timeout?: number | undefined;
  /** The version of depeche, for the server's log. */
  readonly appVersion?: string | undefined;
};

const name = 'language-model';
const openai = 'https://api.openai.com/v1';

/**
 * A language model behind any endpoint that speaks OpenAI's chat completions: OpenAI, Ollama, llama.cpp, vLLM. Copy goes out as data
 * (`language-model-prompt.ts`), and no answer is believed (`language-model-answer.ts`): what does not hold is handed back as refused, with
 * its reasons, to be asked for once more.
 *
 * @throws DepecheError `config` where key or address cannot be one
 */
export function createLanguageModel(options: LanguageModelOptions): Provider {
  const { serverUrl = openai, price, limitTokens = false, ...rest } = options;
  const described = describeLanguageModel(options);
  const chat = openChat({
    ...bodyOptions(rest),
    name,
    serverUrl: addressOf(serverUrl).href,
    key: options.key?.trim(),
    timeout: longestCall(options.timeout ?? 60_000),
    appVersion: options.appVersion ?? '0',
  });
  return {
    ...described,
    ready: chat.ready,
    async translate(request, signal) {
      const limit = limitTokens ? limitFor(request, rest.parameters) : undefined;
      const message = {
        ...promptOf(request, options.instructions),
        ...(limit !== undefined && { mostTokens: limit }),
      };
      const { content, usage } = await chat.ask(message, signal);
      const answer = readAnswer(content, request);
      return usage ? { ...answer, usage: withCost(usage, price) } : answer;
    },
  };
}

/**
 * All of a language model but its work: what can be known of it without a key, without the package `openai` and without a network.
 *
 * @throws DepecheError `config` where its address cannot be one
 */
export function describeLanguageModel(options: LanguageModelOptions): Omit<Provider, 'translate'> {
  return {
    name,
    model: options.model,
    settings: settingsOf(options),
    capabilities: capabilitiesOf(options),
    tokens: (request) => forecastOf(request, promptOf(request, options.instructions), bodyOptions(options)),
  };
}

function bodyOptions({ model, format = 'json-schema', parameters = {} }: LanguageModelOptions) {
  return { model, format, parameters };
}

function capabilitiesOf(options: LanguageModelOptions): Capabilities {
  return {
    maxTexts: options.maxTexts ?? 20,
    maxBytes: options.maxBytes ?? 6000,
    encodedSize: utf8Size,
    markup: 'none',
    context: false,
    glossary: false,
    terms: true,
    neighbours: true,
    leavesMachine: options.leavesMachine ?? leavesMachine(options),
    // On this machine it costs nothing but an hour.
    journalled: true,
  };
}

/** Everything that changes answers. The server is part of it: a model of one name is another one elsewhere. */
function settingsOf({
  model,
  serverUrl,
  instructions,
  parameters = {},
  terms,
}: LanguageModelOptions): string {
  const inOrder = Object.entries(parameters).sort(([a], [b]) => compareText(a, b));
  // An address is nobody's business who reads a cassette.
  const server = hashOf(addressOf(serverUrl ?? openai).href).slice(0, 16);
  return JSON.stringify([promptVersion, server, model, instructions ?? '', inOrder, terms ?? '']);
}

/** Counted up when the rules of the prompt change. */
const promptVersion = 1;

function addressOf(serverUrl: string): URL {
  const url = URL.canParse(serverUrl) ? new URL(serverUrl) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new DepecheError(
      'config',
      `the address of ${name} must begin with http:// or https:// and hold no password`,
    );
  }
  return url;
}

function leavesMachine({ model, serverUrl }: LanguageModelOptions): boolean {
  // Ollama hands such models on to its own servers.
  const address = addressOf(serverUrl ?? openai);
  return !isLoopback(address.hostname) || /[:-]cloud$/u.test(model) || goesToProxy(address);
}

function withCost(usage: Tokens, price: LanguageModelOptions['price']): TokenUsage {
  if (!price) return usage;
  return { ...usage, cost: (usage.input * price.input + usage.output * price.output) / 1_000_000 };
}
