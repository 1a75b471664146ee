import { secondDeclension } from '../paradigms/ru-nouns.ts';
import { allCases, type Case } from './readings.ts';
import { type Agreement, agreementOf, isInfinitive } from './ru-verbs.ts';
import { beginningWith, words } from './word-list.ts';

/** What stands right before a person's name in the same case, where the glossary has no title for it. */
const ranks = words(`
  президент министр мэр губернатор сенатор король принц шейх эмир лидер спикер депутат канцлер генерал адмирал маршал полковник капитан тренер режиссёр режиссер
  писатель журналист премьер секретарь кардинал султан император прокурор премьер-министр вице-президент вице-премьер экс-президент
  пресс-секретарь генсек комиссар еврокомиссар историк политолог экономист певец актёр актер боксёр
`);

const rankCases: ReadonlyMap<string, readonly Case[]> = new Map(
  [...ranks].flatMap((rank): [string, readonly Case[]][] => {
    const cells = secondDeclension(rank, true);
    if (!cells || rank === 'певец') return [];
    const texts = allCases.map((one): [Case, string] => [one, one === 'nom' ? rank : (cells[one] ?? '')]);
    return texts.map(([, text]) => [text, texts.filter(([, other]) => other === text).map(([one]) => one)]);
  }),
);

/** The cases that the word for what a person is may be, in the singular. */
export function casesOfRank(word: string): readonly Case[] | undefined {
  return rankCases.get(word);
}

/** Who holds these is nobody's, so no genitive stands behind them: `президент Алиев`, but `секретарь Алиева`. */
export const ofNobody = beginningWith(
  'экс-през вице-през президент премьер канцлер генсек генеральн корол мэр губернатор император султан эмир шейх',
);

/** Words that are no noun in the nominative, whatever their ending. */
const smallWords = words(`
  и а но да или ни не же ли бы что как чем если когда пока хотя чтобы потому поэтому так там тут здесь где куда откуда уже ещё еще вот лишь только даже
  также тоже вчера сегодня завтра тогда теперь сейчас снова вновь опять всегда никогда почти едва очень более менее вместе затем потом сначала однако
  впрочем ведь его её ее их ему ей им ими него неё нее ней нему ним них себя себе собой мне меня тебе нас нам вас вам вслед домой наконец впервые дважды
  трижды назад вперёд вниз вверх обратно подряд нельзя надо можно нужно весь ничего никого никому никем чего кого кому чему кем этого этому этим того тому
  тем всего всему всем всех утром днём вечером ночью раз недавно три два пять шесть семь восемь девять десять десятков месяцев
`);
const pronouns = words(`
  я мы ты вы он она оно кто который которая которое никто тот та этот эта вся каждый каждая один одна некто нечто это то самый что
`);
const pluralPronouns = words('они которые те эти все многие некоторые другие оба обе');
const oblique = /(?:[аяое]м|[аяыи]х|ов|ев|ами|ями|ыми|ими|ого|его|ому|ему|ую|юю|ой|ей|ою|ею)$/u;
const nominative = words(`
  дом приём прием объём объем подъём заём атом симптом диплом альбом остров гнев герой музей хоккей трофей юбилей налив лев режим дым успех цех мех
  смех верх речь ночь дочь печь сеть шах монах поход грех улов покой бой рой строй отбой перебой
`);
const masculineInA = words('глава судья мужчина юноша коллега старшина воевода староста папа мулла');
/** Men’s words that women are called by too. */
const professions =
  /(?:ист|тель|лог|граф|ач)$|^(?:пресс-|вице-|экс-)?(?:министр|президент|премьер|премьер-министр|посол|депутат|доктор|профессор|директор|прокурор|канцлер|секретар|лидер|спикер|адвокат|мэр|губернатор|сенатор|комиссар|тренер|автор|репортёр|врач|офицер|агент|эксперт|делегат|кандидат|дипломат|секретарь)$/u;

/** Whether a word in lower case that is no name may be the subject of a verb that says this of it; in doubt it may. */
export function mayBeSubject(word: string, verb: Agreement): boolean {
  if (pronouns.has(word)) return true;
  if (pluralPronouns.has(word)) return verb === 'plural';
  if (smallWords.has(word) || agreementOf(word) || (isInfinitive(word) && !nominative.has(word)))
    return false;
  if (nominative.has(word) || /\d/u.test(word)) return true;
  const masculine = masculineInA.has(word) || (/[^аяоеёуюыи]$/u.test(word) && !oblique.test(word));
  switch (verb) {
    case 'masculine':
      return masculine;
    case 'feminine':
      return /[аяь]$/u.test(word) || professions.test(word);
    case 'singular':
      return masculine || (/(?:[аяьоё]|[^ыгкхжшчщ]е|[^гкхжшчщ]ие)$/u.test(word) && !oblique.test(word));
    case 'plural':
      return /[аяыие]$/u.test(word) && !oblique.test(word);
    case 'neuter':
      return true;
    default:
      return verb satisfies never;
  }
}

/** Nouns that are nominatives whatever their verb is: of men, and in -ия. */
const surelyNominative =
  /(?:[а-я]{2}[цсгм]ия|^(?:посол|король|адвокат|судья|врач|прокурор|депутат|министр|президент|премьер|полиция|газета|оппозиция|миссия|делегация|посредник|представитель|представительница))$/u;

export function isSurelyNominative(word: string): boolean {
  return surelyNominative.test(word) || /^(?:он|она|они|мы|я|кто|никто)$/u.test(word);
}

/** How an adjective may end in each case. */
export const adjectiveIn: Readonly<Record<Case, RegExp>> = {
  nom: /(?:[ыио]й|[ая]я|[ое]е|[ыи]е)$/u,
  gen: /(?:[ое]го|[ое]й|[ыи]х)$/u,
  dat: /(?:[ое]му|[ое]й|[ыи]м)$/u,
  acc: /(?:[ыи]й|[ое]го|[ую]ю|[ое]е|[ыи]е|[ыи]х|ой)$/u,
  ins: /(?:[ыи]м|[ое]й|[ыи]ми)$/u,
  pre: /(?:[ое]м|[ое]й|[ыи]х)$/u,
};

/** Words spelled like adjectives that stand for a noun or a clause: `о котором`, `по данным`, `в прошлом`. */
const standingAlone = beginningWith(
  'котор данн прошл настоящ будущ цел основн дальнейш мног общ главн учён учен военн ранен рабоч пленн больн знаком частн последующ погибш пострадавш убит задержанн',
);

/** Whether a word in lower case is spelled like an adjective in some case. */
export function isAdjective(word: string): boolean {
  return (
    !standingAlone.test(word) &&
    /^[а-яё-]{2,}(?:[сц]к|[нвлшщчтргмбдж])(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ыи]х|[ое]му|[ыи]м|[ыи]ми|[ую]ю|[ое]м|[ое]й)$/u.test(
      word,
    )
  );
}

/** Whether an adjective in an oblique case may belong to a noun of this gender, or of the plural. */
export function fitsGender(adjective: string, gender: Agreement): boolean {
  if (/(?:[ое]го|[ое]му|[ое]м)$/u.test(adjective)) return gender !== 'feminine' && gender !== 'plural';
  if (/(?:[ыи]х|[ыи]ми)$/u.test(adjective)) return gender === 'plural';
  if (/[ыи]м$/u.test(adjective)) return gender !== 'feminine';
  return gender === 'feminine' || gender === 'singular' || !/(?:[ое]й|[ую]ю)$/u.test(adjective);
}
