import type { Locale } from '../../model/locale.ts';
import { block, document, element, isXmlText, type Markup } from '../../xml/write.ts';
import { legible } from '../plain-text.ts';

/** A translation as OmegaT is to find it. */
export type OmegatEntry = {
  readonly source: string;
  readonly target: string;
  /** Facts beside it, as properties `x-depeche-…`. */
  readonly facts: ReadonlyMap<string, string>;
  readonly by?: string;
  /** ISO 8601. */
  readonly at?: string;
};

/**
 * A memory for a project of OmegaT, as TMX 1.4b; undefined where there is nothing in it. Texts with characters that XML cannot hold are
 * left out: TMX has no way to say them, and half a text is no proposal.
 */
export function omegatTmx(
  entries: readonly OmegatEntry[],
  languages: { readonly source: Locale; readonly target: Locale },
): string | undefined {
  const sayable = entries.filter(({ source, target }) => isSayable(source) && isSayable(target));
  if (sayable.length === 0) return undefined;
  const header = element('header', {
    creationtool: 'depeche',
    creationtoolversion: '1',
    segtype: 'sentence',
    'o-tmf': 'depeche',
    adminlang: 'en',
    srclang: languages.source,
    datatype: 'plaintext',
  });
  const units = sayable.map(({ source, target, facts, by, at }): Markup => {
    const author = { changedate: tmxDate(at), changeid: by === undefined ? undefined : legible(by) };
    return block('tu', {}, [
      ...Array.from(facts, ([type, value]) => element('prop', { type: `x-depeche-${type}` }, legible(value))),
      block('tuv', { 'xml:lang': languages.source }, [element('seg', {}, source)]),
      block('tuv', { 'xml:lang': languages.target, ...author }, [element('seg', {}, target)]),
    ]);
  });
  return document(block('tmx', { version: '1.4' }, [header, block('body', {}, units)]));
}

export function isSayable(text: string): boolean {
  return isXmlText(text) && text.trim() !== '';
}

/** An ISO 8601 time as TMX writes it, or undefined where TMX cannot say it. */
function tmxDate(at: string | undefined): string | undefined {
  return at !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(at)
    ? at.replace(/[-:]/gu, '')
    : undefined;
}
