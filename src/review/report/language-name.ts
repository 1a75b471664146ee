import type { Locale } from '../../model/locale.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** A locale as people say it, and as it is written: `Arabic (ar)`. */
export function languageName(locale: Locale): string {
  return `${names.of(locale) ?? locale} (${locale})`;
}
