import { paddedWords } from '../../text/padded-words.ts';
import { type Concept, formsOf, isAccepted, type Term } from '../concept.ts';
import { preferredIn, termsIn } from '../termbase.ts';
import { defineLintRule } from './rule.ts';

export const nestedContradiction = defineLintRule({
  id: 'nested-contradiction',
  severity: 'info',
  describe: 'A term stands inside a longer one of another concept, whose rendering has a wrong form of it.',
  find(concepts, { source, targets }) {
    const heads = headsOf(concepts, source);
    return concepts.flatMap((longer) =>
      insideOf(longer, source, heads).flatMap((shorter) =>
        targets.flatMap((lang) => {
          const rendering = preferredIn(longer, lang);
          const wrong = rendering && wrongFormIn(rendering, shorter, lang);
          if (!wrong) return [];
          const message = `“${rendering.text}” has “${wrong}” in it, which is wrong for ${shorter.id}: see whether that is meant`;
          return [{ concept: longer.id, lang, term: rendering, message }];
        }),
      ),
    );
  },
});

type Head = { readonly concept: Concept; readonly words: string };

/** The accepted source terms by their first word, so that a glossary of many thousands is not compared with itself. */
function headsOf(concepts: readonly Concept[], source: string): ReadonlyMap<string, readonly Head[]> {
  const all = concepts.flatMap((concept) =>
    termsIn(concept, source)
      .filter(isAccepted)
      .map(({ text }) => ({ concept, words: paddedWords(text) })),
  );
  return Map.groupBy(all, ({ words }) => words.trim().split(' ')[0] ?? '');
}

function insideOf(
  longer: Concept,
  source: string,
  heads: ReadonlyMap<string, readonly Head[]>,
): readonly Concept[] {
  const inside = termsIn(longer, source)
    .filter(isAccepted)
    .flatMap(({ text }) => {
      const words = paddedWords(text);
      return words
        .trim()
        .split(' ')
        .flatMap((word) => heads.get(word) ?? [])
        .filter((head) => head.words.length < words.length && words.includes(head.words))
        .map(({ concept }) => concept);
    });
  return [...new Set(inside)].filter((concept) => concept !== longer);
}

/** A wrong form of a concept in a term that has no accepted one of it. */
function wrongFormIn({ text }: Term, concept: Concept, lang: string): string | undefined {
  const words = paddedWords(text);
  const within = (term: Term) => formsOf(term).find((form) => words.includes(paddedWords(form.text)))?.text;
  const terms = termsIn(concept, lang);
  if (terms.some((term) => isAccepted(term) && within(term) !== undefined)) return undefined;
  return terms
    .filter((term) => !isAccepted(term))
    .map(within)
    .find((found) => found !== undefined);
}
