import type { Header } from '../model/dispatch.ts';
import { updateOf } from './note.ts';

/** What keywords say of the version: `(ADD)`, `1st ld`, `correction`. */
const ofVersion =
  /[([]?\b(?:(?:\d{1,2}(?:st|nd|rd|th|er|e|eme|ème)|adv\d{0,2})[\s-])?(?:adds?|insert|ld|lead|lede|sub|writethr(?:u|ough)|correction|corrective|ajout|update|kill|hold|withhold)\b[)\]]?/giu;

/**
 * What the keywords of a message say: the story they stand for, in lower case and without what they say of the version, and what that is.
 * `France-train-nuit (ADD)` adds to the story `france-train-nuit`.
 */
export function keywordFacts(keywords: string): Pick<Header, 'storyKey' | 'update'> {
  const update = updateOf(keywords);
  const storyKey = keywords
    .replace(ofVersion, ' ')
    .replace(/[\s,]+/gu, ' ')
    .replace(/^[^\p{L}\p{Nd}]+|[^\p{L}\p{Nd}]+$/gu, '')
    .toLowerCase();
  return { ...(storyKey !== '' && { storyKey }), ...(update && { update }) };
}
