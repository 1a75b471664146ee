import { languageOf } from '../model/locale.ts';
import { foldTypography } from '../text/fold.ts';
import { tokenize } from '../text/tokens.ts';
import { type Concept, type Form, formsOf, isName, type Term } from './concept.ts';
import { spellingOf } from './spelling.ts';

/** One form of one term, as it hangs in the lexicon. */
export type Entry = {
  readonly concept: Concept;
  readonly term: Term;
  readonly form: Form;
  /** The words of the form, one for each token. */
  readonly words: readonly string[];
  /** Whether a capital at the beginning of the form is insisted on: of names, and of every noun in German. */
  readonly exactCase: boolean;
  /** A term of the source language, looked for in a target where it was left untranslated. */
  readonly foreign: boolean;
};

/** The forms that end at a node, and where the key of the next token leads. */
export type LexiconNode = { readonly next: Map<string, LexiconNode>; readonly entries: Entry[] };

/** All that is looked for in texts of one language. */
export type Lexicon = { readonly language: string; readonly root: LexiconNode };

/**
 * Hangs all forms of the given terms into a tree of tokens.
 *
 * The tree is walked from each token of a text. That costs the length of the text times that of the longest term (a dozen tokens);
 * Aho-Corasick would save the second factor, but it cannot start inside a token, as Arabic needs where particles are written onto
 * a name, and cannot fall back to a shorter form where the longer one is spelled otherwise.
 */
export function buildLexicon(
  language: string,
  terms: readonly { readonly concept: Concept; readonly term: Term; readonly foreign: boolean }[],
): Lexicon {
  const root = emptyNode();
  for (const { concept, term, foreign } of terms) {
    for (const form of formsOf(term)) {
      const spellings = tokenize(foldTypography(form.text)).map((token) => spellingOf(token.text));
      let node = root;
      for (const { key } of spellings) {
        const next = node.next.get(key) ?? emptyNode();
        node.next.set(key, next);
        node = next;
      }
      if (node !== root) {
        node.entries.push({
          concept,
          term,
          form,
          foreign,
          exactCase: isName(concept.type) || languageOf(term.lang) === 'de',
          words: spellings.map((spelling) => spelling.word),
        });
      }
    }
  }
  return { language, root };
}

function emptyNode(): LexiconNode {
  return { next: new Map(), entries: [] };
}
