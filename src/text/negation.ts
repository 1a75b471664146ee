import { type Locale, languageOf } from '../model/locale.ts';
import { remembered } from './remembered.ts';
import { wordsOf } from './words.ts';

/**
 * How a text says no. A text that `says` it has a word that does nothing else; one that `may mean` it has a word that stands for such a one in
 * a translation (to refuse, without, only, impossible), or says it. Both take time linear in the length of the text.
 */
export type NegationReader = { saysNo(text: string): boolean; mayMeanNo(text: string): boolean };

/** Reads the negations of a locale; undefined for a language without a table. */
export function negationReader(locale: Locale): NegationReader | undefined {
  const language = languageOf(locale);
  const known = readers.get(language);
  if (known) return known;
  const table = tables.get(language);
  if (!table) return undefined;
  const reader = readerOf(table);
  readers.set(language, reader);
  return reader;
}

const readers = new Map<string, NegationReader>();

type Table = {
  /** Words that say no. */
  readonly says: string;
  /** Words before and behind such a one that take its meaning away: `or not`, `not only`; `#` stands for digits. */
  readonly notBehind?: string;
  readonly notBefore?: string;
  /** Two parts, the second one within eight words of the first: `ne … pas`. */
  readonly parts?: readonly [first: string, second: string];
  /** Letters that may be written onto a word. */
  readonly prefix?: RegExp;
  /** Whole words that may mean no. */
  readonly means: string;
  /** Beginnings of such words. */
  readonly stems: string;
  /** Ends of such words, or parts behind three letters: `-less`. */
  readonly endings?: string;
};

function readerOf(table: Table): NegationReader {
  const says = setOf(table.says);
  const means = setOf(table.means);
  const stems = setOf(table.stems);
  const endings = [...setOf(table.endings ?? '')];
  const notBehind = setOf(table.notBehind ?? '');
  const notBefore = setOf(table.notBefore ?? '');
  const [firsts, seconds] = (table.parts ?? ['', '']).map(setOf);
  const bare = (word: string) => (table.prefix ? word.replace(table.prefix, '') : word);
  const isSaid = (words: readonly string[], at: number): boolean => {
    const word = words[at] ?? '';
    if (firsts?.has(word) && words.slice(at + 1, at + 9).some((other) => seconds?.has(other))) return true;
    if (firsts?.has(words[at + 1] ?? '') && seconds?.has(word)) return true;
    if (!says.has(word) && !says.has(bare(word))) return false;
    return !notBehind.has(words[at - 1] ?? '') && !notBefore.has(words[at + 1] ?? '');
  };
  const isMeant = (word: string): boolean => {
    if (says.has(word) || means.has(word)) return true;
    for (let length = 2; length <= Math.min(word.length, longestStem); length += 1)
      if (stems.has(word.slice(0, length))) return true;
    return endings.some((ending) => word.indexOf(ending, 3) !== -1);
  };
  const said = new Map<string, boolean>();
  const saysNo = (text: string): boolean =>
    remembered(said, text, () => {
      const words = wordsIn(text);
      return words.some((_, at) => isSaid(words, at));
    });
  return {
    saysNo,
    mayMeanNo: (text) => wordsIn(text).some((word) => isMeant(word) || isMeant(bare(word))) || saysNo(text),
  };
}

const longestStem = 9;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).filter((word) => word !== ''));
}

/** In lower case and without the vowel signs of Arabic; `#` stands for a number behind a word. */
function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (const { text: word, end } of wordsOf(text)) {
    words.push(word.toLowerCase().replace(/[\u0640\u064b-\u0652]/gu, ''));
    if (/^\.? ?[\d%]/u.test(text.slice(end, end + 3))) words.push('#');
  }
  return words;
}

/** What the languages of Europe that took it from Latin have in common. */
const latin = `ina ine ini ino inu iné iní inà inú incap incom incon incor incr incum incur indé indef indi infini infle infond
  infund injus inmo inmob innom innum inoub insatis insen insol insou insuf insus intac intoc intol inútil inval invari invis involunt
  imposs impos impré impre impro impru impu impat imper immob impla impra irré irre irri illé illeg ilég ileg illi désa disc disp diss
  introuv inséc insec inseg contrari anti excep exclu nul nég neg refus rechaz recus rifiut evit évit elud priv`;

const tables = new Map<string, Table>([
  [
    'fr',
    {
      says: 'aucun aucune',
      parts: ['ne n', 'pas plus jamais rien personne aucun aucune nul nulle guère point'],
      means: `ne n non mal autre autres fin trop pas plus sans ni jamais rien personne peu peine sauf hors loin seul seule seuls seules
        avant`,
      stems: `différ dépass perd perte vide cass erron erreur échec echec sinon épuis arrêt résist mauvais faute manqu absen empêch interdi
        échou cess rare désac désap démen démis dénu dépourv désamor défaut défici délai ${latin}`,
    },
  ],
  [
    'en',
    {
      says: 'not no never nobody none nothing nowhere neither nor cannot',
      notBehind: 'or whether',
      notBefore: '# only least doubt less more fewer later sooner matter',
      parts: [
        'don doesn didn won wouldn can couldn shouldn isn aren wasn weren hasn haven hadn mustn needn ain mightn',
        't',
      ],
      means: `without out longer enough only few fewer little rather instead until before unless ban bans banned even free too else
        far yet any other than rid miss missed stop stopped stops`,
      stems: `wrong mis mal differ deprecat exceed forbid forbad disallow non lack fail refus deni deny reject avoid absen hardly barely
        scarcely except prohibit loss lose lost empty broken error prevent declin ceas rare unab unac unaw uncer unch uncl undi unem
        unex unfa unfi unfo unha unhe unid unin unkn unla unlik unpo unpr unre unsa unse unsu unti unus unwi unco unpa untr unim unsp unav unas unar undef undet disa disb disc dish
        disl dism diso disp disq disr diss ${latin}`,
      endings: 'less',
    },
  ],
  [
    'de',
    {
      says: `nicht kein keine keiner keines keinem keinen keinerlei nie niemals niemand niemandem niemanden nichts nirgends weder
        keineswegs`,
      means:
        'ohne nein nur erst wenig wenige wenigen weniger statt bevor bis noch los gegen frei leer allein außer ausser',
      stems: `kaum selten fehl mangel verweiger ableh lehn abgelehn vermeid vermied verhinder verbot verbiet entzieh entzog scheit
        gescheit ausgeschl ausschl ausfall ausfiel ausgefall weiger abzuse abgesag abgebro falsch veralt verlor verlier unab unan unbe
        unde undu unei uner unfä unge ungl ungü unhe unkl unkn unlö unm unn unp unr unsi unte untä unü unv unw unz inakt ineff
        inkor instab nicht`,
      endings: 'los frei',
    },
  ],
  [
    'es',
    {
      says: 'no nunca jamás nadie ningún ninguna ninguno tampoco',
      notBehind: 'o',
      notBefore: 'sólo solo',
      means:
        'sin ni nada mal apenas sólo solo únicamente poco pocos pocas antes lejos menos salvo excepto otro otra otros otras',
      stems: `erró erro vací agot perd difer falt fracas niega carec deja dejó prohib desac desau desco desequ desest desfa desha desig
        desint desleal desmen desmi desob desor despro desuni desv ${latin}`,
    },
  ],
  [
    'pt',
    {
      says: 'não nunca jamais ninguém nenhum nenhuma tampouco',
      notBehind: 'ou',
      notBefore: 'só apenas',
      means:
        'sem nem nada mal apenas só somente pouco poucos poucas antes longe menos salvo exceto outro outra outros outras',
      stems: `erra erro vazi esgot perd difer falt falh fracass rejeit carec deix proib desac desau desco desequ desest desfa deshon
        desig desint desleal desmen desmi desob desor despro desuni desv ${latin}`,
    },
  ],
  [
    'it',
    {
      says: 'non mai nessun nessuno nessuna niente neppure nemmeno neanche',
      notBehind: 'o',
      notBefore: 'solo soltanto',
      means:
        'senza né nulla solo soltanto appena poco pochi poche prima meno salvo tranne altro altra altri altre',
      stems: `mal err esaur vuot pers perd diff divers ignor manc fall lontan vieta scon sfid sgrad svant smett smess sment ${latin}`,
    },
  ],
  [
    'ru',
    {
      says: `не нет никогда никто никого никому ничего ничто ничему никакой никаких никакого никакие нельзя невозможно нигде ни`,
      notBefore: 'менее более только меньше больше позднее раньше ранее позже',
      means: 'без лишь только едва мало кроме пока вне но',
      stems: `не ошиб сбой превыш лиш стар друг различ свобод снят потер пуст истек исчерп предел отказ отверг отсутств запре преж редко
        анти против исключ избе прекращ предотвр нуле`,
    },
  ],
  [
    'ar',
    {
      says: 'لا لم لن ليس ليست ليسوا لست ألا بلا',
      prefix: /^[وف]/u,
      // names whose article was written so (`La Rochelle`) stand behind these; `still` is said with a no
      notBehind: 'في من إلى عن مدينة على',
      notBefore: 'يزال تزال زال بد سيما يزالون',
      means: 'ما إلا سوى فقط قبل دون بدون عدم خال لئلا كيلا لولا',
      stems: `غير الغير تعذ يتعذ خطأ خاط أخفق إخفاق عجز يعجز خالي خلت خلو بخل مختلف يختلف آخر أخرى بدون عدم لعدم بعدم نفى نفي ينفي رفض يرفض
        ترفض انعدام انتفاء لسنا لسن مستحيل امتنع فشل ممنوع منع توقف حظر`,
    },
  ],
]);
