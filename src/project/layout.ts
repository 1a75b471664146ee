import { basename, extname, join } from 'node:path';
import { isDispatchId } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';

export const sourceFolder = 'source-texts';
export const localesFolder = 'locales';
export const memoryFolder = 'locales/memory';
/** What is no part of the project: the memory index, the journal of paid answers. */
export const stateFolder = '.depeche';
/** The only files in it that may not be deleted: one holds money, the other tells how much of it was spent. */
export const journalFile = '.depeche/journal.sqlite';
export const ledgerFile = '.depeche/ledger.sqlite';

/** Where the glossary at DeepL is remembered. */
export const deeplGlossaryFile = '.depeche/deepl-glossary.json';

/** Where it is remembered what DeepL translates. */
export const deeplLanguagesFile = '.depeche/deepl-languages.json';

/** Where Firefox's offline models lie unless the configuration names another folder. */
export const defaultModelsFolder = '.depeche/models';

/**
 * The id of a dispatch: the stem of its file name where that is one, else the stem with everything else made a hyphen.
 *
 * @throws DepecheError `unreadable` where nothing is left of the name
 */
export function idOfFile(path: string): string {
  const stem = basename(path, extname(path));
  if (isDispatchId(stem)) return stem;
  const slug = stem
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[^A-Za-z0-9_-]+/gu, '-')
    .replace(/^[_-]+|-+$/gu, '')
    .slice(0, 100);
  if (isDispatchId(slug)) return slug;
  throw new DepecheError('unreadable', 'its name gives no id: rename it with letters and digits', {
    place: { file: path },
  });
}

/**
 * An id that a person typed.
 *
 * @throws DepecheError `usage`: nothing but letters, digits, _ and - ever becomes part of a path
 */
export function checkedId(text: string): string {
  if (isDispatchId(text)) return text;
  throw new DepecheError('usage', `“${text}” is no id of a dispatch: letters, digits, _ and -, at most 100`);
}

/** The files of one dispatch in a folder that has the layout of `locales/`. Ids and locales have been checked. */
export function filesOf(folder: string, source: Locale, id: string) {
  return {
    record: join(folder, source, `${id}.dispatch.json`),
    master: (locale: Locale) => join(folder, locale, `${id}.xlf`),
    bundle: (locale: Locale) => join(folder, locale, `${id}.json`),
  };
}

export function manifestFile(folder: string): string {
  return join(folder, 'manifest.json');
}
