/** Words that open sentences and stand in no name: behind an initial or `Inc.` they tell that a sentence has ended. */
const openers =
  'Ils?|Elles?|Nous|Vous|Je|Ce|Cet|Cette|Ces|Celui|Celle|Ceux|Cela|Ça|Les|Un|Une|Aux?|En|Dans|Sur|Sous|Pour|Par|Avec|Sans|Selon|Après|Avant|Depuis|Pendant|Lors|Lorsque|Quand|Mais|Et|Ou|Où|Car|Donc|Puis|Ainsi|Alors|Aussi|Cependant|Toutefois|Pourtant|Néanmoins|Sinon|Certes|Ses|Leurs?|Notre|Nos|Votre|Vos|Que|Qui|Quoi|Quant|Quels?|Quelles?|Tous|Toutes?|Plusieurs|Certaine?s|Chaque|Aucune?|Deux|Trois|À|Comme|Entre|Contre|Vers|Chez|Dès|Malgré|Parmi|Enfin|Ensuite|Ici|Jusqu|Parce|Afin|Outre|Faute|Quelque|Pourquoi|Comment|Peut-être|Hier|Aujourd|Désormais|Soudain|Finalement|Auparavant|Mmes?';

/** The same, but names too: they count where a word in lower case follows, or one that no family is called. */
const openersBeforeLowerCase =
  'Le|La|De|Du|Des|Son|Sa|Mon|Ma|Mes|Si|Tu|On|Or|A|Tout|Face|Grâce|Près|Plus|Moins|Quelques|Quatre|Cinq|Six|Dix|Non|Rien|Déjà|Seule?s?|Interrogée?s?|Interpellée?s?|Arrêtée?s?|Placée?s?|[ÂA]gée?s?|Née?s?|Condamnée?s?|Soupçonnée?s?|Poursuivie?s?|Mise?s?';

/** Capitalised words that stand behind `Le` or `La` and that no family is called. */
const institutions =
  'Premi(?:er|ère)|République|Parlement|Sénat|Congrès|Commission|Cour|Kremlin|Maison|Banque|Bourse|Constitution|France|Chine|Russie|Turquie|Suisse|Belgique|Syrie|Libye|Japon|Canada|Royaume-Uni';

/** What a sentence begins with beyond doubt, also where an initial or an abbreviation stands before it. Source of a regular expression, flag `u` or `v`. */
export const opening = String.raw`[«“"(]?\s*(?:(?:${openers})(?!\p{L})|(?:${openersBeforeLowerCase})(?=\s+\p{Ll})|L[ea](?=\s+(?:${institutions})(?!\p{L}))|[LD]['’](?=\p{Ll})|(?:[CJNS]|Qu)['’])`;
