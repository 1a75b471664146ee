import type { Paradigm } from './paradigm.ts';
import { type RomanceRules, romanceForms } from './romance.ts';

const rules: RomanceRules = {
  complement: new Set([
    'de',
    'do',
    'da',
    'dos',
    'das',
    'para',
    'em',
    'no',
    'na',
    'nos',
    'nas',
    'com',
    'por',
    'à',
    'ao',
  ]),
  plural(word) {
    if (/ção$/u.test(word)) return word.replace(/ão$/u, 'ões');
    // `cidadãos`, `capitães`, `leões`: which one a word in -ão has must be learnt.
    if (/ão$/u.test(word)) return undefined;
    if (/[aeiouáéóâêô]$/u.test(word)) return `${word}s`;
    if (/m$/u.test(word)) return word.replace(/m$/u, 'ns');
    if (/[rz]$/u.test(word)) return `${word}es`;
    return /[aou]l$/u.test(word) ? word.replace(/l$/u, 'is') : undefined;
  },
  feminine(word) {
    if (/o$/u.test(word) && !/ão$/u.test(word)) return word.replace(/o$/u, 'a');
    if (/or$/u.test(word)) return `${word}a`;
    return /(?:al|z|nte|ista)$/u.test(word) ? word : undefined;
  },
};

/** Portuguese: `ministro` has `ministros`, `ministra`, `ministras`; words in -ão but for -ção have nothing made for them. */
export const portuguese: Paradigm = (concept, term) => romanceForms(concept, term, rules);
