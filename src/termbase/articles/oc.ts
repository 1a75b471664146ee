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

/** Occitan: lo and los grow together with de, a, per and sus; before a vowel lo, la and de lose theirs. */
export const occitan: Grammar = {
  prepositions: ['de', 'a', 'per', 'sus'],
  write({ preposition, article }, kind, sound) {
    const elides = sound === 'vowel';
    if (article === 'none') {
      if (preposition !== 'de') return undefined;
      return elides ? 'd’' : 'de ';
    }
    if (article === 'indefinite') {
      if (preposition !== '' || kind.number === 'plural') return undefined;
      return `${byKind(kind, ['un', 'una', '', ''])} `;
    }
    const before = preposition === '' ? '' : `${preposition} `;
    if (elides && kind.number === 'singular') return `${before}l’`;
    const own = byKind(kind, ['lo', 'la', 'los', 'las']);
    if (preposition === '' || kind.gender === 'feminine') return `${before}${own} `;
    const stem = { de: 'de', a: 'a', per: 'pe', sus: 'su' }[preposition];
    return kind.number === 'plural' ? `${stem}ls ` : `${stem}l `;
  },
  soundOf(word) {
    const lower = withoutAccents(word).toLowerCase();
    if (/^[iy][aeou]/u.test(lower)) return 'consonant';
    return /^(?:h?[aeiou]|y)/u.test(lower) ? 'vowel' : 'consonant';
  },
  kindOf(words) {
    const head = words[0]?.toLowerCase() ?? '';
    return nouns.get(head) ?? (/(?:cion|sion|[ei]tat)$/u.test(head) ? feminine : undefined);
  },
};

const nouns = kindTable([
  [
    masculine,
    'burèu conselh parlament ministèri departament observatòri grop tribunal govèrn front fons partit comitat programa reialme senat congrès festenal prèmi tour centre moviment pòrt tractat acòrdi ministre president',
  ],
  [
    feminine,
    'acadèmia agéncia aliança assemblada avenguda banca cambra copa crotz fòrça guèrra liga ministra ostalariá presidenta republica union',
  ],
  [masculinePlural, 'emirats estats ministres païses'],
  [femininePlural, 'filipinas fòrças nacions'],
]);
