import type { Token } from '../text/tokens.ts';

/** Words that lose their vowel before a name: French, Catalan, Italian, Portuguese. */
const elisions = new Set(
  'l d qu s n j m t c jusqu lorsqu puisqu quoiqu presqu quelqu entr dell all nell dall sull un quest gl'.split(
    ' ',
  ),
);

/** What stands before a hyphen and leaves the name behind it a mention: `l’ex-URSS`, `anti-OSCE`. */
const prefixes = new Set(
  'ex anti pro non post pré pre néo neo trans inter vice mi sub super nicht noch'.split(' '),
);

/** Languages that build compounds with a name in front: `Bergkarabach-Konflikt`, `Moscow-backed`. */
const compounding = new Set(['de', 'en', 'nl', 'sv', 'da', 'nb', 'nn', 'no', 'fi']);

/** Parts before a hyphen that make another title of the one behind it: a `Ko-Vorsitzender` is no `Vorsitzender`. */
const otherOffice = new Set(['ko', 'co', 'vize', 'unter', 'stellvertreter', 'möchtegern', 'schein', 'gegen']);

/**
 * Whether a name may begin at a token. Behind an apostrophe only after an elision (`l’Azerbaïdjan`, not `O’Brien`); behind a hyphen
 * only after a prefix: `Karabakh` is not a mention in `Haut-Karabakh`.
 */
export function isBorderBefore(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const mark = tokens[at - 1];
  if (token?.kind === 'mark' || mark?.end !== token?.start) return true;
  if (mark?.kind === 'number' || mark?.text === '_') return false;
  if (mark?.text !== '-' && mark?.text !== "'") return true;
  const word = tokens[at - 2];
  if (!word || word.end !== mark.start || word.kind === 'mark') return true;
  return (mark.text === '-' ? prefixes : elisions).has(word.text.toLowerCase());
}

/**
 * Whether a token is the head of a compound with a hyphen, in a language where the head says what the whole is: the `UN-Generalsekretär` is
 * a `Generalsekretär`. That holds of titles and common nouns; a name behind a hyphen is a part of another name.
 */
export function isCompoundHead(tokens: readonly Token[], at: number, language: string): boolean {
  const mark = tokens[at - 1];
  const before = tokens[at - 2];
  if (language === 'en' || !compounding.has(language)) return false;
  if (mark?.text !== '-' || mark.end !== tokens[at]?.start || before?.end !== mark.start) return false;
  return before.kind === 'word' && !otherOffice.has(before.text.toLowerCase());
}

/** Whether a name may end at a token. Before a hyphen only in languages that build compounds that way. */
export function isBorderAfter(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  const mark = tokens[at + 1];
  if (!mark || token?.kind === 'mark' || mark.start !== token?.end) return true;
  if (mark.kind === 'word' || mark.text === '_') return false;
  const word = tokens[at + 2];
  if (mark.text !== '-' || !word || word.start !== mark.end || word.kind === 'mark') return true;
  return compounding.has(language);
}
