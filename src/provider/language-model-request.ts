import { utf8Size } from './provider.ts';

/** How an answer is asked for, from the surest to the one that every server knows. */
export const answerFormats = ['json-schema', 'json-object', 'text'] as const;
export type AnswerFormat = (typeof answerFormats)[number];

/**
 * How the most tokens of an answer are called. OpenAI refuses the older name for models that think; servers of others may pass over the newer
 * one in silence (Ollama does), and then there would be no limit.
 */
export const limitNames = ['max_tokens', 'max_completion_tokens'] as const;
export type LimitName = (typeof limitNames)[number];

/** What is said in one exchange; `schema` is a JSON Schema of the answer. */
export type ChatMessage = {
  readonly rules: string;
  readonly material: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** The most tokens of the answer; left out: as many as the server gives. */
  readonly mostTokens?: number;
};

/** What of the options of an endpoint stands in each request. */
export type BodyOptions = {
  readonly model: string;
  /** The first of {@link answerFormats} to try. */
  readonly format: AnswerFormat;
  /** Whatever else stands in the body: `temperature`, `reasoning_effort`, `num_ctx`. */
  readonly parameters: Readonly<Record<string, unknown>>;
};

/** The UTF-8 bytes of a request, as it is sent first: formats that are tried later take no more. */
export function requestBytes(options: BodyOptions, message: ChatMessage): number {
  const body = bodyOf(options, message, { format: options.format, limit: 'max_completion_tokens' });
  return utf8Size(JSON.stringify(body));
}

/** The most tokens of an answer that the parameters of a configuration name; undefined where they name none. */
export function limitIn(parameters: BodyOptions['parameters']): number | undefined {
  const named = limitNames.flatMap((name) => {
    const most = parameters[name];
    return typeof most === 'number' && Number.isSafeInteger(most) && most > 0 ? [most] : [];
  });
  return named.length === 0 ? undefined : Math.max(...named);
}

/** The body of a request. What the configuration names goes before a limit of ours, and never before model, messages or format. */
export function bodyOf(
  { model, parameters }: Omit<BodyOptions, 'format'>,
  { rules, material, schema, mostTokens }: ChatMessage,
  { format, limit }: { readonly format: AnswerFormat; readonly limit: LimitName },
): object {
  return {
    ...(mostTokens !== undefined && { [limit]: mostTokens }),
    ...parameters,
    model,
    stream: false,
    n: undefined,
    messages: [
      { role: 'system', content: rules },
      { role: 'user', content: material },
    ],
    response_format: responseFormat(format, schema),
  };
}

function responseFormat(format: AnswerFormat, schema: ChatMessage['schema']): object | undefined {
  switch (format) {
    case 'json-schema':
      return { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema } };
    case 'json-object':
      return { type: 'json_object' };
    case 'text':
      return undefined;
    default:
      return format satisfies never;
  }
}
