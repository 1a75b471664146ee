import * as v from 'valibot';
import type { Tokens } from './provider.ts';
import { ProviderError } from './provider-error.ts';

/** What the model said, and the tokens it took where the server counts them. */
export type ChatAnswer = {
  readonly content: string;
  readonly usage?: Tokens;
};

const completion = v.object({
  choices: v.pipe(
    v.array(
      v.object({
        finish_reason: v.nullish(v.string()),
        message: v.object({ content: v.nullish(v.string()), refusal: v.nullish(v.string()) }),
      }),
    ),
    v.minLength(1),
  ),
  usage: v.optional(v.unknown()),
});

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000_000));
const usage = v.object({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: v.fallback(v.optional(count, 1), 1),
});

/**
 * What the server counted; undefined where that can be no count. Where the sum is more than its parts, the model thought, and some
 * servers (Gemini's) count that in the sum alone.
 */
function tokensIn(said: unknown): Tokens | undefined {
  const result = v.safeParse(usage, said);
  if (!result.success) return undefined;
  const { prompt_tokens: input, completion_tokens: output, total_tokens: total } = result.output;
  return { input, output: Math.max(output, total - input) };
}

/**
 * Reads a completion.
 *
 * @param name the provider's, for errors
 * @throws ProviderError `bad-answer`, or `too-large` where the answer was cut off
 */
export function answerIn(said: unknown, name: string): ChatAnswer {
  const result = v.safeParse(completion, typeof said === 'string' ? parsed(said) : said);
  const [choice] = result.success ? result.output.choices : [];
  if (!result.success || !choice) {
    throw new ProviderError(name, 'bad-answer', 'what came back is no chat completion');
  }
  const { finish_reason: end, message } = choice;
  const usage = tokensIn(result.output.usage);
  if (end === 'length') {
    throw new ProviderError(name, 'too-large', 'the answer was cut off at the limit of the model', {
      mayBeBilled: true,
      usage,
    });
  }
  if (end === 'content_filter' || (message.refusal ?? '') !== '') {
    throw new ProviderError(name, 'bad-answer', 'the model declined to answer', { usage });
  }
  return { content: message.content ?? '', ...(usage && { usage }) };
}

/** The SDK reads JSON only where the server calls it so. */
function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}
