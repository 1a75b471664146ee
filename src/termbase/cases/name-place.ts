import type { TermMatch } from '../match.ts';
import type { CaseError } from './case-error.ts';
import { type Item, isDirect, itemsOf, maxItems } from './sentence.ts';

/** A name or title in a sentence. */
export type NamePlace = {
  readonly items: readonly Item[];
  readonly at: number;
  readonly item: Item;
  readonly match: TermMatch;
  /** The words right before and behind it, with nothing but a blank between; particles written onto the name are a part of it. */
  readonly before: Item | undefined;
  readonly after: Item | undefined;
};

/** Looks for one fault; undefined where there is none, or there could be another reason for the form. */
export type NameRule = (place: NamePlace) => CaseError | undefined;

/** Asks the rules for each name of a sentence, one after the other, until one finds a fault. */
export function judgedNames(
  text: string,
  matches: readonly TermMatch[],
  rulesFor: (place: NamePlace) => readonly NameRule[],
): ReadonlyMap<TermMatch, CaseError> {
  const errors = new Map<TermMatch, CaseError>();
  const items = itemsOf(text, matches);
  if (items.length > maxItems) return errors;
  for (const [at, item] of items.entries()) {
    const { match } = item;
    if (!match) continue;
    const place = {
      items,
      at,
      item,
      match,
      before: wordBefore(items, at, match),
      after: directItem(items, at + 1),
    };
    const error = firstError(rulesFor(place), place);
    if (error) errors.set(match, error);
  }
  return errors;
}

function firstError(rules: readonly NameRule[], place: NamePlace): CaseError | undefined {
  for (const rule of rules) {
    const error = rule(place);
    if (error) return error;
  }
  return undefined;
}

/** Arabic particles written onto a name are an item of their own before it. */
function wordBefore(items: readonly Item[], at: number, { proclitic }: TermMatch): Item | undefined {
  const own = proclitic === '' ? at : at - 1;
  return own > 0 && directItem(items, own) ? items[own - 1] : undefined;
}

function directItem(items: readonly Item[], at: number): Item | undefined {
  const item = items[at];
  return item && isDirect(item) ? item : undefined;
}
