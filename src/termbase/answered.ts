import type { Locale } from '../model/locale.ts';
import { paddedWords } from '../text/padded-words.ts';
import { type Concept, formsOf, isAccepted } from './concept.ts';
import type { TermMatch } from './match.ts';
import { isWrong, type Reading, taker } from './reading.ts';
import { isCovered, termsIn } from './termbase.ts';

type Sides = Pick<Reading, 'mentions' | 'renderings' | 'text'>;

/** The mentions of concepts that the termbase renders in a locale, and that nothing in the target answers, right or wrong. */
export function unanswered(sides: Sides, target: Locale): readonly TermMatch[] {
  const take = taker(sides.renderings);
  const missing = sides.mentions.filter(
    ({ concept }) => take(concept.id) === undefined && isCovered(concept, target),
  );
  if (missing.length === 0) return missing;
  const inside = answeredInside(sides, target);
  return missing.filter(({ concept }) => {
    const left = inside.get(concept.id) ?? 0;
    inside.set(concept.id, left - 1);
    return left <= 0;
  });
}

/**
 * How often each concept is said inside a longer term of the target that answers no mention of its own: `Europe` is not missing where the
 * glossary knows the long name of the OSCE in the target language alone. A longer term that is mentioned in the source says what it says
 * there, and nothing besides.
 *
 * @returns by concept id, of the concepts that are mentioned oftener than they are rendered
 */
export function answeredInside({ mentions, renderings, text }: Sides, target: Locale): Map<string, number> {
  const counts = new Map<string, number>();
  const mentioned = Map.groupBy(mentions, ({ concept }) => concept.id);
  const rendered = Map.groupBy(renderings, ({ concept }) => concept.id);
  const short = [...mentioned].filter(([id, own]) => own.length > (rendered.get(id)?.length ?? 0));
  if (short.length === 0) return counts;
  for (const [id, longer] of rendered) {
    let spare = longer.length - (mentioned.get(id)?.length ?? 0);
    for (const rendering of spare > 0 ? longer : []) {
      if (isWrong(rendering)) continue;
      const words = paddedWords(text.slice(rendering.start, rendering.end));
      const held = short.filter(
        ([other, [mention]]) => other !== id && mention && holds(words, mention.concept, target),
      );
      if (held.length === 0) continue;
      for (const [other] of held) counts.set(other, (counts.get(other) ?? 0) + 1);
      spare -= 1;
      if (spare === 0) break;
    }
  }
  return counts;
}

function holds(words: string, concept: Concept, target: Locale): boolean {
  const forms = termsIn(concept, target).filter(isAccepted).flatMap(formsOf);
  return forms.some(({ text }) => words.includes(paddedWords(text)));
}
