import type { Span } from '../../model/span.ts';

/** The articles of a language and what they grow together with; a language that is missing has none before a name. */
const articles: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: 'the a an',
    de: 'der die das den dem des im vom zum zur am beim ins ein eine einen einem einer eines',
    es: 'el la los las del al un una',
    ca: 'el la els les l del dels al als pel pels un una',
    oc: 'lo la los las l del dels al als pel pels sul suls un una',
    pt: 'o a os as do da dos das no na nos nas ao à aos às pelo pela pelos pelas um uma',
    fr: 'le la les du des au aux l un une',
    it: 'il lo la i gli le del dello della dei degli delle al allo alla ai agli alle dal dallo dalla nel nello nella sul sullo sulla l dell all dall nell sull un uno una',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Where the article stands that is right before an offset of a text, an elided one too. */
export function articleBefore(text: string, start: number, language: string): Span | undefined {
  const before = text.slice(Math.max(0, start - longest), start);
  const [whole, word = ''] = /(\p{L}+)(?:[ \u00a0\u202f]|['’])$/u.exec(before) ?? [];
  if (whole === undefined || !articles.get(language)?.has(word.toLowerCase())) return undefined;
  return { start: start - whole.length, end: start };
}

/** The longest article, a blank, and the end of the word before it. */
const longest = 10;
