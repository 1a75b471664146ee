import * as v from 'valibot';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';

/** One text as it was answered once. */
export type RecordedAnswer = {
  readonly source: Locale;
  readonly target: Locale;
  /** A hash of the context that went with it, where there was one. */
  readonly context?: string | undefined;
  readonly text: string;
  readonly answer: string;
};

/** Answers of a provider, to be played back. It holds no key, no header and no address. */
export type Cassette = {
  readonly provider: string;
  readonly model?: string | undefined;
  readonly settings: string;
  /** Whether the provider gives placeholders back: its names went out shielded, and have to be asked for so again. */
  readonly placeholders?: true | undefined;
  /** Whether names went out in tags, and have to be asked for so again. */
  readonly markup?: 'xml' | undefined;
  /** Whether the provider's words are for gist: what is played back is so too. */
  readonly gist?: true | undefined;
  readonly answers: readonly RecordedAnswer[];
};

const schema = v.strictObject({
  cassette: v.literal(1),
  provider: v.pipe(v.string(), v.nonEmpty()),
  model: v.optional(v.string()),
  settings: v.string(),
  placeholders: v.optional(v.literal(true)),
  markup: v.optional(v.literal('xml')),
  gist: v.optional(v.literal(true)),
  answers: v.array(
    v.strictObject({
      source: v.pipe(v.string(), v.nonEmpty()),
      target: v.pipe(v.string(), v.nonEmpty()),
      context: v.optional(v.string()),
      text: v.string(),
      answer: v.string(),
    }),
  ),
});

/**
 * Reads a cassette.
 *
 * @throws DepecheError `invalid`, naming the first thing that is wrong
 */
export function readCassette(text: string, file?: string): Cassette {
  const place = file === undefined ? {} : { file };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new DepecheError('invalid', 'a cassette of recorded answers must be JSON', { cause, place });
  }
  const result = v.safeParse(schema, json);
  if (result.success) {
    const { cassette: _, ...cassette } = result.output;
    return cassette;
  }
  const [issue] = result.issues;
  const where = v.getDotPath(issue);
  const message = `no cassette of recorded answers: ${where === null ? '' : `${where}: `}${issue.message}`;
  throw new DepecheError('invalid', message, { place });
}

/** A cassette as JSON, its answers in a fixed order: the same answers make the same bytes, whatever order they came in. */
export function writeCassette({ answers, ...told }: Cassette): string {
  const { provider, model, settings, placeholders, markup, gist } = told;
  const sorted = answers.toSorted((a, b) => compareText(sortKey(a), sortKey(b)));
  const whole = { cassette: 1, provider, model, settings, placeholders, markup, gist, answers: sorted };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function sortKey({ source, target, text, context = '' }: RecordedAnswer): string {
  return JSON.stringify([source, target, text, context]);
}
