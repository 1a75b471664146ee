import { isDateline } from '../model/draft.ts';
import { defineTextCheck } from './check.ts';

export const firstLetter = defineTextCheck({
  id: 'first-letter',
  family: 'style',
  severity: 'warning',
  describe: 'The source begins with a capital and the target with a small letter.',
  example: {
    locale: 'en',
    source: 'Une trêve a échoué.',
    target: 'a truce has failed.',
    note: 'a sentence begins with a capital',
  },
  find({ source, text, unit }) {
    if (isDateline(unit)) return [];
    const [wanted, there] = [firstOf(source), firstOf(text)];
    if (!wanted || !there || !/\p{Lu}/u.test(wanted.letter) || !/\p{Ll}/u.test(there.letter)) return [];
    // `iPhone`, `d’Artagnan`, `www.`, `{count}`: written so, or the same on both sides
    if (
      /^\p{Ll}{1,2}['’]\p{Lu}/u.test(text.slice(there.at)) &&
      source.includes(text.slice(there.at, there.at + 6))
    )
      return [];
    if (/^(?:\p{Ll}{1,3}\p{Lu}|[\p{Ll}\d]+[.:@/_][\p{L}\d/])/u.test(text.slice(there.at, there.at + 20)))
      return [];
    const at = { start: there.at, end: there.at + there.letter.length };
    return [{ message: `the target begins with a small letter (“${there.letter}”)`, target: at }];
  },
});

/** The first letter, where no digit or placeholder stands before it. */
function firstOf(text: string): { readonly letter: string; readonly at: number } | undefined {
  const found = /^[^\p{L}\p{N}{}<>$%…]{0,12}(\p{L})/u.exec(text.slice(0, 40));
  const letter = found?.[1];
  if (found === null || letter === undefined || found[0].includes('...')) return undefined;
  return { letter, at: found[0].length - letter.length };
}

export const allCapitals = defineTextCheck({
  id: 'all-capitals',
  family: 'style',
  severity: 'warning',
  describe: 'The source is all in capitals and the target is not, or the reverse.',
  example: {
    locale: 'en',
    source: 'SÉISME DANS LE SUD : DOUZE BLESSÉS',
    target: 'Quake in the south: twelve injured',
    note: 'the headline was in capitals',
  },
  find({ source, text, unit }) {
    if (isDateline(unit)) return [];
    const [wanted, there] = [caseOf(source), caseOf(text)];
    if (wanted === undefined || there === undefined || wanted === there) return [];
    const message = wanted === 'capitals' ? 'the source is all in capitals' : 'the target is all in capitals';
    return [{ message, target: { start: 0, end: text.length } }];
  },
});

/** Undefined for what is too short to say, and for scripts that have no capitals. */
function caseOf(text: string): 'capitals' | 'small' | undefined {
  let [words, hasSmall, hasOther] = [0, false, false];
  for (const [word] of text.slice(0, 2000).matchAll(/\p{L}{4,}/gu)) {
    words += 1;
    hasSmall ||= /\p{Ll}/u.test(word);
    hasOther ||= hasSmall || !/^\p{Lu}+$/u.test(word);
    if (hasSmall && words >= 3) return 'small';
  }
  return words < 3 || hasOther ? undefined : 'capitals';
}
