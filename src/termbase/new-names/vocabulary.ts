/**
 * What French wire copy puts before, into and around names. Every list is closed: it holds function words, ranks and institutions, and no
 * names of persons or places.
 */

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}

/** Words that lose their vowel before a name. */
export const elisions = wordSet('l d qu s n j m t c jusqu lorsqu puisqu quoiqu presqu quelqu entr');

/** Short titles, as they are written. */
export const titles = wordSet(
  'M MM Mme Mmes Mlle Mlles Me Mes Dr Drs Pr Mgr St Ste Monsieur Madame Messieurs Mesdames',
);

/** Ranks and professions that stand before a person. */
export const ranks = wordSet(
  'président présidente ministre ministres porte-parole chef cheffe secrétaire général générale colonel colonelle capitaine commandant commandante amiral lieutenant sergent maréchal',
  'roi reine prince princesse pape cardinal évêque archevêque imam rabbin pasteur sénateur sénatrice député députée maire préfet préfète gouverneur gouverneure chancelier chancelière',
  'juge procureur procureure avocat avocate journaliste écrivain écrivaine romancier romancière poète cinéaste réalisateur réalisatrice acteur actrice chanteur chanteuse artiste peintre',
  'chercheur chercheuse professeur professeure économiste analyste historien historienne médecin infirmier infirmière ingénieur directeur directrice patron patronne PDG fondateur fondatrice',
  'entraîneur entraîneuse sélectionneur capitaine joueur joueuse coureur coureuse champion championne gardien gardienne attaquant milieu défenseur maillot leader rival rivale coéquipier coéquipière',
  'homologue collègue prédécesseur successeur successeure opposant opposante candidat candidate émissaire ambassadeur ambassadrice commissaire diplomate conseiller conseillère adjoint adjointe',
  'époux épouse mari femme fils fille frère sœur père mère nommé nommée docteur maître dirigeant dirigeante militant militante vice-président vice-présidente ex-président',
);

/** Ranks that copy writes with a capital before the name they belong to. */
export const capitalRanks = wordSet(
  'Président Présidente Premier Première Ministre Général Prince Princesse Roi Reine Pape Sir Lord Lady Sa Son Sultan Émir Emir Cheikh',
);

/** Lower-case words inside the name of a person. */
export const personParticles = wordSet(
  'von van der den ter zu zur ben bin bint ibn abou abu al el da do dos di della del y',
);

/** Words of belonging, which link names of institutions and of some persons. */
export const links = wordSet('de du des d');

/** Nouns that open the name of an institution. */
export const institutions = wordSet(
  'Organisation Groupe Conseil Comité Commission Cour Banque Fonds Union Ligue Fédération Confédération Parti Front Mouvement Rassemblement Alliance Coalition Assemblée Parlement Sénat Chambre Congrès',
  'Université Institut École Ecole Académie Centre Bureau Agence Office Observatoire Fondation Association Société Compagnie Syndicat Chaîne Radio Télévision Nations Forces Armée Garde Marine Police Croix',
  'Ministère Direction Haut Haute Haut-Commissariat Autorité Secrétariat Tribunal Parquet Hôpital Musée Théâtre Opéra Orchestre Bibliothèque Cinémathèque Stade Club Olympique Racing Real Sporting',
);

/** Institutions whose name goes on in lower case: `Conseil de sécurité`. */
export const talkative = wordSet(
  'Organisation Conseil Cour Comité Commission Ministère Haut-Commissariat Union Agence Office Fonds Banque',
);

/** Nouns that open the name of an event. */
export const events = wordSet(
  'Tour Coupe Jeux Mondial Mondiaux Festival Championnat Championnats Grand-Prix Open Tournoi Foire Salon Sommet Biennale',
);

/** Nouns that open or announce the name of a place. */
export const capitalPlaces = wordSet(
  'Mont Lac Val Cap Golfe Mer Océan Île Ile Iles Îles Côte Rue Avenue Place Boulevard Palais Château Aéroport Gare Port Plateau Pic Col Nord Sud Est Ouest Proche-Orient Moyen-Orient',
);
export const placeNouns = wordSet(
  'ville village région province port île capitale département district quartier commune montagne fleuve rivière aéroport frontière plage vallée république péninsule enclave col hôpital',
);

/** What stands before a place and seldom before anything else. */
export const placePrepositions = wordSet('à en au aux vers via');

/** Behind these a capital begins a portfolio: `ministre des Affaires étrangères`. */
export const portfolioHolders = wordSet(
  'ministre ministres ministère ministères secrétaire sous-secrétaire portefeuille vice-ministre',
);

/** What counts or points at people: `les Français`, `deux Ukrainiens`. */
export const determiners = wordSet(
  'les des ces ses leurs nos vos aux un une le la cet cette ce deux trois quatre cinq six sept huit neuf dix plusieurs quelques certains certaines jeunes jeune ancien anciens chaque tout tous toutes nombreux autres',
);

/** Verbs of saying in the forms that copy puts behind or before a speaker. */
export const saying = wordSet(
  'dit déclaré affirmé estimé indiqué expliqué ajouté assuré souligné annoncé précisé raconté confié rappelé regretté promis commenté résumé reconnu martelé lancé répondu prévenu',
);

/** Capitalised words of every day that name nothing. */
export const noNames = wordSet(
  'Etat Etats État États Internet Dieu Eglise Église Bourse République Constitution Histoire Premier Première Premiers Mme M MM Me Dr Pr',
  'lundi mardi mercredi jeudi vendredi samedi dimanche Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre GMT UTC',
  'Président Présidente Ministre Homme Résistance',
  'Nord Sud Est Ouest',
);

/** Words that open sentences and are no part of a name that stands behind them: `Selon Moscou`, `A Paris`. */
export const openers = wordSet(
  'Le La Les L Un Une Des Du De D Ce Cet Cette Ces Son Sa Ses Leur Leurs Notre Nos Votre Vos Mon Ma Mes Au Aux A À En Dans Sur Sous Pour Par Avec Sans Selon Après Avant Depuis Pendant Lors Lorsque Quand Mais Et Ou Où Car Donc Or Ni',
  'Puis Ainsi Alors Aussi Cependant Toutefois Pourtant Si Que Qui Quoi Quant Comme Entre Contre Vers Chez Dès Malgré Parmi Enfin Ensuite Ici Jusqu Outre Face Il Ils Elle Elles On Nous Vous Je Tu Tout Tous Toute Toutes Plusieurs Certains',
  'Chaque Aucun Aucune Deux Trois Quatre Cinq Six Sept Huit Neuf Dix Hier Seul Seule Même Plus Moins Non Oui Près Loin Autour Interrogé Interrogée Né Née Pas Très Trop Voici Voilà Dont Afin Suite Grâce Ex Est Sont Là Par Dos Hors Via Durant Concernant Quelque Quelques Ainsi Ceux Celui Celle Celles Cela Ça C S N J M T Qu',
);

/** The ending of an adjective that goes with an institution: `Union européenne`, `Cour pénale internationale`. */
export const adjectiveEnding =
  /^(?!(?:mardi|lundi|en|un|une|le|la|les|des|du|de|et|que|qui|ont|sont|est|était|avait|afin)$)\p{Ll}{2,}(?:al|ale|aux|ales|aire|aires|ien|ienne|iens|iennes|éen|éenne|éens|éennes|ique|iques|iste|istes|ain|aine|ains|aines|ais|aise|aises|ois|oise|oises|ier|ière|el|elle|if|ive|ifs|ives|ol|ole|unies|unis)$/u;
