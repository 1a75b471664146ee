import { isFamilyForm } from '../concept.ts';
import type { TermMatch } from '../match.ts';
import { type Item, isDirect } from './sentence.ts';

/** Whether a match is a genitive in -s or with an apostrophe. */
export function isGenitive({ term, form }: TermMatch): boolean {
  return /(?:^|-)gen$/u.test(form.label) && form.text !== term.text;
}

/** The same name, or family name, as it is by itself. */
export function baseOf({ term, form }: TermMatch): string {
  if (!isFamilyForm(form)) return term.text;
  return (
    term.forms.find(({ label, text }) => label === 'family' && form.text.startsWith(text.slice(0, -1)))
      ?.text ?? term.text
  );
}

/** Whether nothing but a blank stands before the item at a place. */
export function isDirectAt(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return at > 0 && item !== undefined && isDirect(item);
}
