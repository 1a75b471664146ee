import type { Locale } from '../../model/locale.ts';
import { wordDiff } from '../../text/word-diff.ts';
import { languageAttributes, markedText } from './copy-text.ts';
import { element, type Html } from './html.ts';

/** What became of a text, word by word: what was taken out in `del`, what was put in in `ins`, isolated from the words around it. */
export function changedText(earlier: string, later: string, locale: Locale): Html {
  const names = { same: undefined, removed: 'del', added: 'ins' } as const;
  const parts = wordDiff(earlier, later).map(({ kind, text }) => {
    const name = names[kind];
    return name === undefined ? markedText(text, []) : element(name, {}, markedText(text, []));
  });
  return element('bdi', languageAttributes(locale), parts);
}
