import type { Locale } from '../../model/locale.ts';

/**
 * The path of a resource in another language: `locales/fr/app.json` and `de` give `locales/de/app.json`, `i18n/app.fr.json` gives
 * `i18n/app.de.json`. The language is the last part of the path that is the source's.
 *
 * @returns undefined where no part of the path is
 */
export function pathInLanguage(path: string, from: Locale, to: Locale): string | undefined {
  const parts = path.split(/([/._])/u);
  const at = parts.lastIndexOf(from);
  return at < 0 ? undefined : parts.with(at, to).join('');
}

/** Whether a path that came from outside stays inside the project and is that of a JSON file. */
export function isResourcePath(path: string): boolean {
  const steps = path.split('/');
  return (
    path.endsWith('.json') &&
    !/[\\:]|\p{Cc}/u.test(path) &&
    steps.every((step) => step !== '' && step !== '.' && step !== '..')
  );
}
