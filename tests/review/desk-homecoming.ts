import { expect } from 'vitest';
import type { Outcome } from '../../src/review/outcome.ts';
import { type Came, type Desk, type Sentence, type Standing, sentences } from './desk-story.ts';

/**
 * What a sentence is to be once it is home: as it was, as it was with somebody asking for more work, or what is said of it. It has no
 * outcome where the tool has left it out of its file.
 */
export type Expected = readonly [Outcome | undefined, 'as it was' | 'marked' | Partial<Standing>];

/**
 * Brings home what a tool wrote and looks at every sentence: what is told of it, and how it stands. The sentences that are not named are
 * those that nobody touched, and must be as they were. A second import must change no byte.
 *
 * @param path in the project, with the arguments of `depeche import`
 */
export async function expectHome(
  desk: Desk,
  path: readonly string[],
  expected: Partial<Record<Sentence, Expected>>,
): Promise<ReadonlyMap<Sentence, Came>> {
  const before = await desk.standing();
  const { exitCode, came } = await desk.import(...path);
  expect(exitCode).toBe(0);
  const after = await desk.standing();
  const seen = sentences.map((sentence) => [sentence, came.get(sentence)?.outcome, after.get(sentence)]);
  const wanted = sentences.map((sentence) => {
    const [outcome, standing] = expected[sentence] ?? ['unchanged', 'as it was'];
    if (standing === 'as it was') return [sentence, outcome, before.get(sentence)];
    if (standing === 'marked') return [sentence, outcome, { ...before.get(sentence), marked: true }];
    return [sentence, outcome, expect.objectContaining({ marked: false, ...standing })];
  });
  expect(seen).toEqual(wanted);
  const files = await desk.snapshot('locales');
  await desk.import(...path);
  expect(await desk.snapshot('locales')).toEqual(files);
  return came;
}
