import { type Locale, languageOf } from '../../model/locale.ts';
import { grammars, readingsBefore } from './readings.ts';

/**
 * What stands before a name, whatever that name makes of it: `de ` and `d’` are one, and so are `du `, `de la ` and `de l’`.
 *
 * @returns where it begins, and a key that is the same for what means the same; undefined where nothing before it goes by the name
 */
export function frameBefore(
  text: string,
  start: number,
  locale: Locale,
): { readonly start: number; readonly frame: string } | undefined {
  const grammar = grammars.get(languageOf(locale));
  const found = grammar && readingsBefore(text, start, grammar);
  if (!found) return undefined;
  const frames = new Set(
    found.readings.map(({ frame: { preposition, article } }) => `${preposition} ${article}`),
  );
  return { start: start - found.written.length, frame: [...frames].sort().join(', ') };
}
