/** A BCP 47 language tag in canonical form: `fr`, `pt`, `en-GB`, `zh-Hant`. Checked once, at the edge, by {@link parseLocale}. */
export type Locale = string;

/** From left to right, or from right to left: the `dir` of HTML and the `srcDir` of XLIFF. */
export type Direction = 'ltr' | 'rtl';

/**
 * Reads a language tag that came from outside.
 *
 * @returns the canonical form, or undefined for anything that is no well-formed tag of a language (`../en`, `en_GB`, an empty string).
 */
export function parseLocale(text: string): Locale | undefined {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  try {
    const locale = new Intl.Locale(text);
    if (locale.language === 'und') return undefined;
    if (parsed.size < 200) parsed.set(text, locale.toString());
    return locale.toString();
  } catch {
    return undefined;
  }
}

/** A glossary names the same few tags thousands of times, and `Intl.Locale` is slow. */
const parsed = new Map<string, Locale>();

/** The language of a locale without script and region: `pt` for `pt-BR`. */
export function languageOf(locale: Locale): string {
  const end = locale.indexOf('-');
  return end < 0 ? locale : locale.slice(0, end);
}

/** The base direction of running text, by the script that is likeliest for the locale. */
export function directionOf(locale: Locale): Direction {
  const known = directions.get(locale);
  if (known) return known;
  const script = new Intl.Locale(locale).maximize().script ?? '';
  return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
}

/** What `Intl` says of the languages of the house: asking it for the first time takes longer than anything else about a locale. */
const directions: ReadonlyMap<Locale, Direction> = new Map([
  ...['de', 'en', 'es', 'fr', 'it', 'pt', 'ru'].map((locale) => [locale, 'ltr'] as const),
  ['ar', 'rtl'],
]);

const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);
