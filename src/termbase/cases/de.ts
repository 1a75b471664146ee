import type { CaseRules } from './case-error.ts';
import {
  isPhrase,
  nativeBehindArticle,
  phraseBehindArticle,
  pluralBehindArticle,
  titleBeforeName,
  titleBehindArticle,
} from './de-articles.ts';
import { genitiveOutOfPlace, inCompound, withoutGenitive } from './de-genitives.ts';
import { judgedNames, type NamePlace, type NameRule } from './name-place.ts';

/**
 * German. A name has a genitive in -s, which stands before its noun or behind it and nowhere else, and names of several words have an
 * adjective, whose ending the article decides. Parts of a compound are left alone.
 */
export const german: CaseRules = (text, matches) => judgedNames(text, matches, rulesFor);

/** `Kremlsprecher` and `Lawrow-Besuch` say nothing of a case; a genitive before a hyphen is none. */
function rulesFor({ items, at, match }: NamePlace): readonly NameRule[] {
  const next = items[at + 1];
  if (next?.text !== '' && next?.gap === '') return [];
  if (next !== undefined && /^[-‑]/u.test(next.gap))
    return match.concept.type === 'title' ? [] : [inCompound];
  if (match.concept.type === 'title') return [titleBehindArticle, titleBeforeName];
  if (match.concept.type !== 'person' && isPhrase(match.term)) return [phraseBehindArticle];
  return [genitiveOutOfPlace, pluralBehindArticle, nativeBehindArticle, withoutGenitive];
}
