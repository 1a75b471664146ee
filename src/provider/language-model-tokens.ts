import { type BodyOptions, type ChatMessage, limitIn, requestBytes } from './language-model-request.ts';
import { type TokenForecast, type TranslationRequest, utf8Size } from './provider.ts';

/**
 * What a request will take. At most: a token that is read is a byte at least, so there are no more of them than the request has bytes, and
 * what the template of a model puts around its messages; of those that are written there are no more than its limit. Expected is what
 * tokenizers of today make of French and of the languages it is translated into, see `docs/benchmarks.md`.
 */
export function forecastOf(
  request: Pick<TranslationRequest, 'segments'>,
  message: ChatMessage,
  options: BodyOptions,
): TokenForecast {
  const bytes = requestBytes(options, message);
  const most = limitIn(options.parameters) ?? answerLimit(request);
  const text = request.segments.reduce((sum, one) => sum + utf8Size(one.text), 0);
  const answer = Math.ceil(text / bytesOfToken.written) + request.segments.length * tokensOfShape;
  return {
    expected: { input: Math.ceil(bytes / bytesOfToken.read), output: Math.min(answer, most) },
    most: { input: bytes + tokensOfTemplate, output: most },
  };
}

/** The most tokens to allow an answer; undefined where the parameters of the configuration do already. */
export function limitFor(
  request: Pick<TranslationRequest, 'segments'>,
  parameters: BodyOptions['parameters'] = {},
): number | undefined {
  return limitIn(parameters) === undefined ? answerLimit(request) : undefined;
}

/** Bytes to a token: of rules, JSON and French, and of the French whose translation is written. */
const bytesOfToken = { read: 4, written: 4 };

/** Of the JSON around a sentence in an answer. */
const tokensOfShape = 12;

/** What marks where messages begin and end, and what some models are told beside them. */
const tokensOfTemplate = 256;

/** Two tokens for each UTF-16 unit of the source: in no language that we have measured a translation takes half as many. */
function answerLimit({ segments }: Pick<TranslationRequest, 'segments'>): number {
  return segments.reduce((sum, { text }) => sum + 32 + 2 * text.length, 64);
}
