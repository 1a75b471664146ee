import { withoutAccents } from '../../text/fold.ts';
import {
  byKind,
  feminine,
  femininePlural,
  type Grammar,
  kindTable,
  masculine,
  masculinePlural,
} from './grammar.ts';

/**
 * Catalan: el and els grow together with de, a and per; before a vowel el, la and de lose theirs, but la before an i or u that is not stressed
 * (`impure`).
 */
export const catalan: Grammar = {
  prepositions: ['de', 'a', 'per'],
  write({ preposition, article }, kind, sound) {
    const keepsLa = sound === 'impure' && article !== 'none' && kind.gender === 'feminine';
    const elides = sound !== 'consonant' && !keepsLa;
    if (article === 'none') {
      if (preposition !== 'de') return undefined;
      return elides ? 'd’' : 'de ';
    }
    if (article === 'indefinite') {
      return preposition === '' ? `${byKind(kind, ['un', 'una', 'uns', 'unes'])} ` : undefined;
    }
    const before = preposition === '' ? '' : `${preposition} `;
    if (elides && kind.number === 'singular') return `${before}l’`;
    const own = byKind(kind, ['el', 'la', 'els', 'les']);
    if (preposition === '' || kind.gender === 'feminine') return `${before}${own} `;
    return `${{ de: 'd', a: 'a', per: 'p' }[preposition]}${preposition === 'a' ? own.slice(1) : own} `;
  },
  soundOf(word) {
    // Stressed, and l’: Índia, única.
    if (/^h?[íú]/iu.test(word.normalize('NFC'))) return 'vowel';
    const lower = withoutAccents(word).toLowerCase();
    if (/^[iy][aeou]/u.test(lower)) return 'consonant';
    if (/^h?[iu]/u.test(lower)) return 'impure';
    return /^(?:h?[aeo]|y)/u.test(lower) ? 'vowel' : 'consonant';
  },
  kindOf(words) {
    const head = words[0]?.toLowerCase() ?? '';
    return nouns.get(head) ?? (/(?:ció|sió|[ei]tat)$/u.test(head) ? feminine : undefined);
  },
};

const nouns = kindTable([
  [
    masculine,
    'alt consell parlament ministeri departament observatori grup tribunal govern front fons partit comitè programa regne senat congrés festival premi tour centre moviment port kremlin pentàgon tractat acord ministre president',
  ],
  [
    feminine,
    'aliança agència acadèmia assemblea banca cambra casa copa creu força guerra lliga ministra oficina presidenta república unió',
  ],
  [masculinePlural, 'emirats estats ministres països'],
  [femininePlural, 'forces nacions filipines'],
]);
