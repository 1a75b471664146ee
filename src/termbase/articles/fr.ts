import { withoutAccents } from '../../text/fold.ts';
import { isAllCapitals } from '../spelling.ts';
import {
  byKind,
  feminine,
  femininePlural,
  type Grammar,
  kindTable,
  masculine,
  masculinePlural,
  type Sound,
} from './grammar.ts';

/** French: elision before a vowel or a mute h, and what de and à do with le and les. */
export const french: Grammar = {
  prepositions: ['de', 'à', 'que', 'lorsque', 'puisque', 'quoique'],
  write({ preposition, article }, kind, sound) {
    const elides = sound === 'vowel';
    if (article === 'indefinite') {
      if (preposition !== '' || kind.number === 'plural') return undefined;
      return `${byKind(kind, ['un', 'une', '', ''])} `;
    }
    if (article === 'none') {
      if (preposition === 'à') return undefined;
      return elides ? `${preposition.slice(0, -1)}’` : `${preposition} `;
    }
    if (preposition.endsWith('que')) return undefined;
    if (kind.number === 'plural') return `${{ '': 'les', de: 'des', à: 'aux' }[preposition]} `;
    const before = preposition === '' ? '' : `${preposition} `;
    if (elides) return `${before}l’`;
    if (kind.gender === 'feminine') return `${before}la `;
    return `${{ '': 'le', de: 'du', à: 'au' }[preposition]} `;
  },
  soundOf(word): Sound | undefined {
    const plain = withoutAccents(word);
    const lower = plain.toLowerCase();
    if (/^h/u.test(lower)) {
      if (isAllCapitals(word) && word.length <= 4) return 'consonant';
      if (mute.test(lower)) return 'vowel';
      return aspirate.test(lower) ? 'consonant' : undefined;
    }
    if (/^y/u.test(lower))
      return /^y[aeiou]/u.test(lower) ? (lower === 'yonne' ? 'vowel' : 'consonant') : 'vowel';
    // Of onze and oui, and of names such as Ouagadougou, both are written.
    if (/^(?:onz|oui|oua|oue)/u.test(lower)) return undefined;
    if (/^[aeiou]/u.test(lower)) return 'vowel';
    return /^[b-z]/u.test(lower) ? 'consonant' : undefined;
  },
  kindOf(words) {
    const head = words[0]?.toLowerCase() ?? '';
    if (/^(?:\p{L}{2,}-unis|unis)$/u.test(head)) return masculinePlural;
    return nouns.get(head) ?? (/[^\s](?:tion|sion|xion)$/u.test(head) ? feminine : undefined);
  },
};

/** With a mute h; what is in neither list is left to a person. */
const mute =
  /^(?:haiti|herault|histoire|homme|hommes|hopital|hotel|honneur|humanite|hermes|himalaya|hindou|helvetie|hemisphere|heure|huile|hydro|hyper|hypo|habitant)/u;
const aspirate =
  /^(?:haut|hambourg|hanovre|harlem|havane|havre|haye|hongrie|hongrois|honduras|holland|houthi|hamas|hezbollah|hutu|hun|halle|hasard|hausse|heros$|hors|huit|hiera)/u;

const nouns = kindTable([
  [
    masculine,
    'haut-karabakh haut-karabagh conseil parlement ministère groupe tribunal gouvernement front fonds parti comité programme royaume royaume-uni sénat congrès festival prix tour centre bureau mouvement kremlin pentagone traité accord sommet canada japon brésil maroc liban mali niger pérou chili portugal danemark mexique cambodge kazakhstan pakistan afghanistan kirghizstan tadjikistan turkménistan ouzbékistan azerbaïdjan ministre président',
  ],
  [
    feminine,
    'organisation union alliance agence académie assemblée banque chambre cour croix-rouge coupe fédération république ligue force maison ministre-présidente présidence guerre bataille bourse police armée russie turquie arménie géorgie france allemagne espagne italie grèce suisse belgique chine inde syrie libye tunisie algérie ukraine biélorussie birmanie corée pologne suède norvège finlande hongrie roumanie bulgarie serbie croatie',
  ],
  [masculinePlural, 'états-unis etats-unis émirats pays-bas médecins jeux'],
  [femininePlural, 'nations philippines forces archives'],
]);
