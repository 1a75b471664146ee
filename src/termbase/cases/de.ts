import type { TermMatch } from '../match.ts';
import type { CaseError, CaseRules } from './case-error.ts';
import {
  isPhrase,
  nativeBehindArticle,
  phraseBehindArticle,
  pluralBehindArticle,
  titleBeforeName,
  titleBehindArticle,
} from './de-articles.ts';
import { genitiveOutOfPlace, inCompound, withoutGenitive } from './de-genitives.ts';
import type { Rule } from './de-place.ts';
import { type Item, isDirect, itemsOf, maxItems } from './sentence.ts';

/**
 * German. A name has a genitive in -s, which stands before its noun or behind it and nowhere else, and names of several words have an
 * adjective, whose ending the article decides. Parts of a compound are left alone.
 */
export const german: CaseRules = (text, matches) => {
  const errors = new Map<TermMatch, CaseError>();
  const items = itemsOf(text, matches);
  if (items.length > maxItems) return errors;
  for (const [at, item] of items.entries()) {
    const { match } = item;
    if (!match) continue;
    const before = at > 0 && isDirect(item) ? items[at - 1] : undefined;
    const next = items[at + 1];
    const after = next && isDirect(next) ? next : undefined;
    const place = { items, at, item, match, before, after };
    for (const rule of rulesFor(match, next)) {
      const error = rule(place);
      if (!error) continue;
      errors.set(match, error);
      break;
    }
  }
  return errors;
};

/** `Kremlsprecher` and `Lawrow-Besuch` say nothing of a case; a genitive before a hyphen is none. */
function rulesFor(match: TermMatch, next: Item | undefined): readonly Rule[] {
  if (next?.text !== '' && next?.gap === '') return [];
  if (next !== undefined && /^[-‑]/u.test(next.gap))
    return match.concept.type === 'title' ? [] : [inCompound];
  if (match.concept.type === 'title') return [titleBehindArticle, titleBeforeName];
  if (match.concept.type !== 'person' && isPhrase(match.term)) return [phraseBehindArticle];
  return [genitiveOutOfPlace, pluralBehindArticle, nativeBehindArticle, withoutGenitive];
}
