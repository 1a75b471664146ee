import type { Paradigm } from './paradigm.ts';
import { type RomanceRules, romanceForms } from './romance.ts';

const rules: RomanceRules = {
  complement: new Set(['de', 'del', 'para', 'en', 'a', 'al', 'con', 'por']),
  plural(word) {
    if (/^(?:primer|tercer|buen)$/u.test(word)) return `${word}os`;
    if (/[aeoéáó]$/u.test(word)) return `${word}s`;
    if (/z$/u.test(word)) return word.replace(/z$/u, 'ces');
    if (/[óáé]n$/u.test(word)) return word.replace(/.n$/u, (end) => `${plain.get(end.charAt(0)) ?? ''}nes`);
    return /[lrdj]$/u.test(word) ? `${word}es` : undefined;
  },
  feminine(word) {
    if (/o$/u.test(word)) return word.replace(/o$/u, 'a');
    if (/or$|^(?:primer|tercer|buen)$/u.test(word)) return `${word}a`;
    // The same for men and women: `general`, `portavoz`, `representante`, `periodista`.
    return /(?:al|z|nte|ista)$/u.test(word) && !/ente$/u.test(word) ? word : undefined;
  },
};

const plain = new Map([
  ['ó', 'o'],
  ['á', 'a'],
  ['é', 'e'],
]);

/** Spanish: `ministro` has `ministros`, `ministra`, `ministras`; `presidente`, of which two feminines are in use, has a plural alone. */
export const spanish: Paradigm = (concept, term) => romanceForms(concept, term, rules);
