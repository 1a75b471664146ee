/**
 * Words that hold the sentences of a language together, in lower case. A word that several languages have stands with each of them, so
 * that what is left when one list is taken from another can only be of that language.
 */
const lists = new Map<string, string>([
  [
    'fr',
    `les des une dans avec pour mais cette ces ceux celles été était étaient sont ont qui que quoi dont où leur leurs nous vous ils elles
     aux du sur sous sans selon après avant depuis pendant lors lorsque quand car donc puis ainsi alors aussi plus moins très trop peu
     par entre contre vers chez dès malgré parmi comme son ses notre nos votre vos mon mes ton tes sa le la un et ou ne pas même
     tout tous toute toutes autre autres plusieurs chaque aucun aucune deux trois encore déjà toujours jamais rien avoir être fait
     avait avaient sera seront serait seraient peut doit ici là ce cet il elle on se en au de à je tu me te lui eux hui cela a y est si no`,
  ],
  [
    'en',
    `the and of to in on at by for with from that this these those which who whom whose what when where while was were has have had been
     being are is be will would should could must can may might not but or nor so than then there their they them his her hers its our
     your you we he she it as if about after before against between during since until into through over under more most other some any
     such only also just very all both each few many much no do does did said an a my me him us up out off per pour but sons son main
     on plus en route par via chez`,
  ],
  [
    'de',
    `der die das des dem den ein eine einer eines einem einen und oder aber nicht mit von vom zu zum zur bei beim nach vor seit aus auf
     über unter zwischen gegen durch für ohne um während wegen ist sind war waren wird werden wurde wurden hat haben hatte hatten sein
     seine seiner ihr ihre ihrer sie er es wir ihr man sich auch noch nur schon sehr mehr als wie wenn weil dass da dort hier was wer
     welche kein keine alle andere dieser diese dieses im in am an ab so des du per son sur an pas`,
  ],
  [
    'es',
    `los las una unos unas del con por para pero este esta estos estas ese esa esos esas fue fueron era eran son han que quien cuyo donde
     cuando su sus nos se más menos muy sin según después antes desde durante entre contra hacia hasta como porque pues así también
     todo todos toda todas otro otros otra otras cada ningún ninguna dos tres aún ya siempre nunca nada ser estar haber había habían
     será serán puede debe aquí allí el la lo un y o no en de al a le les me te mi tu si e u es par dans sur des`,
  ],
  [
    'pt',
    `os as uma uns umas do da dos das no na nos nas ao à aos às pelo pela pelos pelas com por para mas este esta estes estas esse essa
     isso foi foram era eram são tem têm que quem cujo onde quando seu sua seus suas se mais menos muito sem segundo após depois antes
     desde durante entre contra até como porque assim também todo todos toda todas outro outros outra outras cada nenhum nenhuma dois
     três ainda já sempre nunca nada ser estar haver havia será serão pode deve aqui o a um e ou não em de lhe lhes me te par sur des`,
  ],
  [
    'it',
    `il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle in nel nella nei
     nelle con su sul sulla sui per tra fra ma questo questa questi queste quello quella è sono era erano ha hanno che chi cui dove
     quando suo sua suoi loro si più meno molto senza secondo dopo prima durante contro verso fino come perché anche tutto tutti tutta
     tutte altro altri ogni nessuno due tre ancora già sempre mai niente essere avere aveva stato stata può deve qui non e o se ne ci no
     des sur`,
  ],
]);

/** The words that hold sentences of one language together and are not used so in another; none for languages without a list. */
export function functionWordsAlien(language: string, to: string): ReadonlySet<string> {
  const key = `${language} ${to}`;
  const known = found.get(key);
  if (known) return known;
  const own = new Set(functionWords(language));
  for (const word of functionWords(to)) own.delete(word);
  found.set(key, own);
  return own;
}

/** The words that hold sentences of a language together; none for a language without a list. */
export function functionWords(language: string): ReadonlySet<string> {
  const known = found.get(language);
  if (known) return known;
  const words = new Set((lists.get(language) ?? '').split(/\s+/u).filter((word) => word !== ''));
  found.set(language, words);
  return words;
}

const found = new Map<string, ReadonlySet<string>>();
