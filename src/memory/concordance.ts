import { languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { tokenize } from '../text/tokens.ts';
import { wordingOf } from '../text/wording.ts';
import { type MemoryEntry, servesTarget } from './entry.ts';
import { foldedWord } from './indexed-words.ts';
import type { ConcordanceHit, ConcordanceQuery } from './store.ts';

/** Makes a test that tells where the words of a query stand in an entry, if they do. Linear in the length of the entry. */
export function concordanceOf(query: ConcordanceQuery): (entry: MemoryEntry) => ConcordanceHit | undefined {
  const words = tokenize(wordingOf(query.text)).map((token) => foldedWord(token.text));
  const source = query.source === undefined ? undefined : languageOf(query.source);
  return (entry) => {
    if (source !== undefined && languageOf(entry.source) !== source) return undefined;
    if (query.target !== undefined && !servesTarget(entry.target, query.target)) return undefined;
    const inSource = occurrences(words, entry.sourceText);
    const inTarget = occurrences(words, entry.targetText);
    return inSource.length + inTarget.length === 0 ? undefined : { entry, inSource, inTarget };
  };
}

function occurrences(words: readonly string[], text: string): Span[] {
  const [first] = words;
  if (first === undefined) return [];
  const tokens = tokenize(text).map((token) => ({ ...token, text: foldedWord(token.text) }));
  const found: Span[] = [];
  for (let at = 0; at + words.length <= tokens.length; at += 1) {
    const here = tokens.slice(at, at + words.length);
    const last = here.length - 1;
    const alike = here.every(({ text: token }, place) =>
      place === last ? token.startsWith(words[place] ?? '') : token === words[place],
    );
    const [start, end] = [here[0]?.start, here[last]?.end];
    if (!alike || start === undefined || end === undefined) continue;
    found.push({ start, end });
    at += last;
  }
  return found;
}
