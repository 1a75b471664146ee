import { withoutAccents } from '../../text/fold.ts';
import {
  feminine,
  femininePlural,
  type Grammar,
  type Kind,
  kindTable,
  masculine,
  masculinePlural,
  type Sound,
} from './grammar.ts';

/** Italian: the article goes by the sound that follows, and five prepositions grow together with it. */
export const italian: Grammar = {
  prepositions: ['di', 'a', 'da', 'in', 'su'],
  write({ preposition, article }, kind, sound) {
    if (article === 'none') {
      if (preposition !== 'di') return undefined;
      return sound === 'vowel' ? 'd’' : 'di ';
    }
    if (article === 'indefinite') {
      if (preposition !== '' || kind.number === 'plural') return undefined;
      if (kind.gender === 'feminine') return sound === 'vowel' ? 'un’' : 'una ';
      return sound === 'impure' ? 'uno ' : 'un ';
    }
    const own = definite(kind, sound);
    if (preposition === '') return own;
    const stem = { di: 'de', a: 'a', da: 'da', in: 'ne', su: 'su' }[preposition];
    if (own === 'il ') return `${stem}l `;
    if (own === 'i ') return `${stem}i `;
    return own === 'gli ' ? `${stem}gli ` : `${stem}l${own}`;
  },
  mayStand: (written, output) => written === 'di ' && output === 'd’',
  soundOf(word) {
    const lower = withoutAccents(word).toLowerCase();
    if (/^(?:[ijy][aeou])/u.test(lower)) return 'impure';
    if (/^h?[aeiou]/u.test(lower)) return /^ue/u.test(lower) && word !== 'UE' ? undefined : 'vowel';
    if (/^(?:s[b-df-hj-np-tv-z]|z|gn|ps|pn|x)/u.test(lower)) return 'impure';
    // A foreign h is silent or is not, as the writer has it.
    return /^[b-gj-z]/u.test(lower) ? 'consonant' : undefined;
  },
  kindOf(words) {
    const head = words[0]?.toLowerCase() ?? '';
    return nouns.get(head) ?? (/(?:zione|sione|tà)$/u.test(head) ? feminine : undefined);
  },
};

/** il lo l’ la i gli le, with the blank behind all but the elided one. */
function definite(kind: Kind, sound: Sound): string {
  const isPlural = kind.number === 'plural';
  if (kind.gender === 'feminine') return isPlural ? 'le ' : sound === 'vowel' ? 'l’' : 'la ';
  if (isPlural) return sound === 'consonant' ? 'i ' : 'gli ';
  if (sound === 'vowel') return 'l’';
  return sound === 'impure' ? 'lo ' : 'il ';
}

const nouns = kindTable([
  [
    masculine,
    'consiglio parlamento ministero gruppo tribunale governo fronte fondo partito comitato programma regno senato congresso festival premio giro centro movimento cremlino pentagono trattato accordo vertice canada giappone brasile marocco libano portogallo messico kazakistan pakistan afghanistan azerbaigian azerbaijan alto-karabakh nagorno-karabakh ministro presidente',
  ],
  [
    feminine,
    'unione alleanza agenzia accademia assemblea banca camera corte croce coppa repubblica lega forza casa guerra battaglia borsa polizia russia turchia armenia georgia francia germania spagna italia grecia svizzera cina india siria libia tunisia algeria ucraina bielorussia birmania corea polonia svezia norvegia finlandia ungheria romania bulgaria serbia croazia ministra',
  ],
  [masculinePlural, 'stati emirati'],
  [femininePlural, 'nazioni filippine forze'],
]);
