import {
  byKind,
  feminine,
  femininePlural,
  type Grammar,
  kindTable,
  masculine,
  masculinePlural,
} from './grammar.ts';

/** Catalan: el and els grow together with de, a and per; before a vowel el, la and de lose theirs. Before i and u a la may keep its own. */
export const catalan: Grammar = {
  prepositions: ['de', 'a', 'per'],
  write({ preposition, article }, kind, sound) {
    const elides = sound === 'vowel';
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
    const lower = word
      .normalize('NFD')
      .replace(/\p{Mn}+/gu, '')
      .toLowerCase();
    if (/^h?[iuy]/u.test(lower)) return undefined;
    if (/^h?[aeo]/u.test(lower)) return 'vowel';
    return /^[b-z]/u.test(lower) ? 'consonant' : undefined;
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
    'aliança agència acadèmia assemblea banca cambra casa copa creu força guerra lliga ministra oficina presidenta república',
  ],
  [masculinePlural, 'emirats estats ministres països'],
  [femininePlural, 'forces nacions filipines'],
]);
