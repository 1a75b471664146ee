import type { SourceLanguageCode, TargetLanguageCode, TextResult, TranslateTextOptions } from 'deepl-node';
import { compareText } from '../text/compare.ts';
import { deeplClient } from './deepl-client.ts';
import { brokenOff, deeplError } from './deepl-errors.ts';
import { withExchange } from './deepl-exchange.ts';
import { createLiveGlossary, type LiveGlossary } from './deepl-glossary.ts';
import { deeplSource, deeplTarget } from './deepl-languages.ts';
import type { DeeplOptions } from './deepl-options.ts';
import type { Capabilities, Provider, TranslationAnswer, TranslationRequest } from './provider.ts';
import { abortError, ProviderError } from './provider-error.ts';
import { billedCharacters } from './units-to-send.ts';

const name = 'deepl';

/** DeepL takes 128 KiB, but has been seen to refuse less. */
const maxRequestBytes = 64 * 1024;

/** Left for the parameters of a request beside texts and context. */
const parameterBytes = 1024;

/**
 * DeepL through its own client, which is loaded with the first request. When the signal aborts, the connection is closed; what DeepL had
 * read by then it may bill all the same.
 *
 * @throws DepecheError `config` where the key cannot be one
 */
export function createDeepl(options: DeeplOptions): Provider {
  const closing = new AbortController();
  const open = deeplClient(options, closing.signal);
  const variants = new Map(Object.entries(options.variants ?? {}));
  const glossary = options.glossary && createLiveGlossary(options.glossary);
  return {
    name,
    ...(options.modelType !== undefined && { model: options.modelType }),
    settings: settingsOf(options, glossary),
    capabilities: capabilitiesOf(options),
    supports: (source, target) =>
      deeplSource(source, options.languages) !== undefined &&
      deeplTarget(target, variants, options.languages) !== undefined,
    async ready() {
      await open();
      await glossary?.prepare(open);
    },
    async translate(request, signal) {
      if (signal.aborted) throw abortError(name, signal);
      const source = deeplSource(request.source, options.languages);
      const target = deeplTarget(request.target, variants, options.languages);
      if (!isSource(source) || !isTarget(target)) {
        throw new ProviderError(
          name,
          'bad-request',
          `no translation from ${request.source} to ${request.target}`,
        );
      }
      const { deepl, client, reasonOf } = await open();
      const texts = request.segments.map(({ text }) => text);
      const ask = (id: string | undefined) =>
        withExchange(signal, (exchange) =>
          client
            .translateText(texts, source, target, requestOptions(options, request, id))
            .catch((error: unknown) => {
              const retryAfter = exchange.header('retry-after');
              throw brokenOff(exchange, reasonOf) ?? deeplError(error, deepl, reasonOf(error), retryAfter);
            }),
        ).catch((error: unknown) => {
          throw signal.aborted ? abortError(name, signal) : error;
        });
      const fixed = new Map(Object.entries(options.glossaries ?? {})).get(request.target);
      const id = fixed ?? (await glossary?.idFor(request.target, open));
      const results = await ask(id).catch(async (error: unknown) => {
        if (!glossary || id === undefined || id === fixed || !isGlossaryGone(error)) throw error;
        // Somebody deleted it since it was last looked for. What was refused was not translated, so it is not paid.
        glossary.forget(id);
        return ask(await glossary.idFor(request.target, open));
      });
      return answerOf(request, results);
    },
    async close() {
      closing.abort();
    },
  };
}

function capabilitiesOf({
  context = true,
  glossaries,
  glossary,
  customInstructions = {},
  tags,
}: DeeplOptions): Capabilities {
  const instructionBytes = Object.values(customInstructions).map((instructions) =>
    instructions.reduce((sum, one) => sum + encodedSize(one, 'custom_instructions'), 0),
  );
  return {
    maxTexts: 50,
    maxBytes: maxRequestBytes - parameterBytes - Math.max(0, ...instructionBytes),
    encodedSize: (text) => encodedSize(text, 'context'),
    markup: tags === undefined ? 'none' : 'xml',
    context,
    glossary: glossaries !== undefined || glossary !== undefined,
    leavesMachine: true,
  };
}

/** The bytes of a parameter in a form, with the mark between it and the next. */
function encodedSize(text: string, parameter: string): number {
  return new URLSearchParams([[parameter, text]]).toString().length + 1;
}

/** Everything that changes answers, in a fixed order; the server does not. */
function settingsOf(
  {
    variants,
    formality,
    modelType,
    glossaries,
    context = true,
    customInstructions,
    styleRules,
    tags,
  }: DeeplOptions,
  glossary: LiveGlossary | undefined,
): string {
  const inOrder = (record: object = {}) => Object.entries(record).sort(([a], [b]) => compareText(a, b));
  const settings = [inOrder(variants), formality ?? '', modelType ?? '', inOrder(glossaries), context];
  // What is not set leaves no trace, so that answers which were paid before it could be set are still found.
  const style =
    customInstructions || styleRules
      ? [{ ask: inOrder(customInstructions), style: inOrder(styleRules) }]
      : [];
  const tagged = tags === undefined ? [] : [{ tags }];
  return JSON.stringify([...settings, ...(glossary ? [glossary.hash] : []), ...style, ...tagged]);
}

function requestOptions(
  options: DeeplOptions,
  { context, target, segments }: TranslationRequest,
  glossary: string | undefined,
): TranslateTextOptions {
  const { formality, modelType } = options;
  const instructions = new Map(Object.entries(options.customInstructions ?? {}));
  const customInstructions = instructions.get(target) ?? instructions.get('*') ?? [];
  const styleRule = new Map(Object.entries(options.styleRules ?? {})).get(target);
  return {
    splitSentences: 'off',
    preserveFormatting: true,
    ...(segments.some(({ markup }) => markup === 'xml') && tagOptions(options)),
    ...(formality !== undefined && { formality }),
    ...(modelType !== undefined && { modelType }),
    ...(glossary !== undefined && { glossary }),
    ...(styleRule !== undefined && { styleRule }),
    ...(customInstructions.length > 0 && { customInstructions: [...customInstructions] }),
    ...(context !== undefined && (options.context ?? true) && { context }),
  };
}

/** Each text is one sentence, so no tag ends one; what is in an `x` comes back as it is. */
function tagOptions({ tags = 'v2' }: DeeplOptions): TranslateTextOptions {
  return { tagHandling: 'xml', tagHandlingVersion: tags, outlineDetection: false, ignoreTags: ['x'] };
}

/**
 * DeepL answers by position. Here, and nowhere else, positions become ids; so an answer of another length is refused whole, and so is
 * one whose billed characters are those of our texts in another order.
 */
function answerOf({ segments }: TranslationRequest, results: readonly TextResult[]): TranslationAnswer {
  const refuse = (what: string) => new ProviderError(name, 'bad-answer', what);
  if (results.length !== segments.length) {
    throw refuse(`${segments.length} texts were sent and ${results.length} came back; none was taken`);
  }
  const sent = segments.map(billedCharacters);
  const billed = results.map(({ billedCharacters: count }) => count);
  const sameCounts = sorted(sent).join() === sorted(billed).join();
  if (sameCounts && sent.join() !== billed.join()) {
    throw refuse('the answers came back in another order than the texts were sent; none was taken');
  }
  const translations = segments.map(({ id }, index) => {
    const text: unknown = results[index]?.text;
    if (typeof text !== 'string') throw refuse(`the answer to text ${index + 1} is no text`);
    return { id, text };
  });
  return { translations };
}

function sorted(counts: readonly (number | undefined)[]): (number | undefined)[] {
  return counts.toSorted((a, b) => (a ?? 0) - (b ?? 0));
}

/** `translateText` has no class of error for it: DeepL's words are all there is. */
function isGlossaryGone(error: unknown): boolean {
  return error instanceof ProviderError && error.kind === 'bad-request' && /glossar/iu.test(error.message);
}

/** The client's own list of codes is that of its release; a variant in the configuration may name a newer one. */
function isTarget(code: string | undefined): code is TargetLanguageCode {
  return code !== undefined && languageCode.test(code);
}

function isSource(code: string | undefined): code is SourceLanguageCode {
  return code !== undefined && languageCode.test(code);
}

const languageCode = /^[a-z]{2,3}(?:-[a-z0-9]{2,4})?$/iu;
