import { words } from './case-error.ts';
import type { Case } from './readings.ts';

/** The cases behind each preposition. */
const governed: Readonly<Record<string, string>> = {
  gen:
    'от из без до для у около после против вокруг кроме ради среди вместо ввиду насчёт вследствие возле мимо помимо посреди относительно вне ' +
    'вдоль из-за из-под',
  dat: 'к ко согласно вопреки',
  acc: 'про через сквозь спустя',
  ins: 'над перед между',
  pre: 'о об обо при',
  'acc pre': 'в во на',
  'gen ins': 'с со',
  'acc ins': 'за под',
  'dat acc': 'благодаря',
  'dat acc pre': 'по',
};

const prepositions: ReadonlyMap<string, readonly Case[]> = new Map(
  Object.entries(governed).flatMap(([cases, list]) =>
    [...words(list)].map((word): [string, readonly Case[]] => [word, cases.split(' ').filter(isCase)]),
  ),
);

function isCase(text: string): text is Case {
  return /^(?:nom|gen|dat|acc|ins|pre)$/u.test(text);
}

/** The cases that a preposition takes; undefined for any other word. */
export function casesBehind(word: string): readonly Case[] | undefined {
  return prepositions.get(word);
}

/** Ends of what is said before a name in the genitive and before nothing else: `в отношении`, `по словам`. */
export const genitiveLeads: readonly string[] = [
  'в отношении',
  'со стороны',
  'в пользу',
  'от имени',
  'в адрес',
  'по поводу',
  'в честь',
  'по случаю',
  'за счёт',
  'по словам',
  'по мнению',
  'по данным',
  'по сообщению',
  'по сообщениям',
  'по информации',
  'по версии',
  'по оценке',
  'по утверждению',
  'по заявлению',
  'по инициативе',
  'по приказу',
  'по просьбе',
  'при поддержке',
  'при посредничестве',
  'под руководством',
  'во главе',
];

/** The same before a place; before a person the genitive may be missing: `в центре Лавров увидел`. */
export const placeLeads: readonly string[] = [
  'в центре',
  'на территории',
  'за пределами',
  'в столице',
  'на окраине',
  'в окрестностях',
  'на севере',
  'на юге',
  'на востоке',
  'на западе',
  'у границ',
  'на границах',
  'в районе',
];

/** What a finite verb tells of its subject: gender and number, or the number alone. */
export type Agreement = 'masculine' | 'feminine' | 'neuter' | 'singular' | 'plural';

/** Nouns that end like a verb in the past: `канал`, `школа`, `цели`. */
const likePast = words(
  'канал генерал отдел футбол капитал портал журнал финал персонал материал сигнал потенциал раздел предел посол протокол пол стол вокзал зал ' +
    'сериал филиал квартал идеал адмирал скандал арсенал терминал мемориал трибунал интервал идол символ престол подвал обвал провал перевал ' +
    'развал привал вал бал тыл пыл обстрел расстрел удел надел передел водораздел козёл орёл угол металл криминал полуфинал ' +
    'школа сила дела тела начала числа зала скала посла канала генерала отдела капитала журнала финала сигнала потенциала раздела предела ' +
    'обстрела трибунала металла полуфинала протокола стола вокзала футбола материала персонала скандала арсенала квартала символа угла ' +
    'дело тело число село мыло масло стекло зло тепло весло кресло ремесло ' +
    'если или роли цели доли недели модели мысли земли соли боли отели посели пули школы ли дали',
);

/** Nouns that end like a verb in the present. */
const likePresent =
  /^(?:нет|лет|цвет|свет|брат|мат|мэт|вид|быт|факт|пакт|акт|нацист|щит|хит|зонт|фронт|флот|штат)$|(?:совет|бюджет|ответ|[кфн]итет|итет|кабинет|билет|пакет|предмет|портрет|привет|интернет|запрет|секрет|рассвет|буфет|балет|вертолёт|самолёт|[зв]лёт|полёт|налёт|перелёт|вертолет|самолет|полет|отчёт|отчет|расчёт|расчет|пулемёт|кредит|визит|лимит|аудит|транзит|фицит|бандит|магнит|сайт|институт|маршрут|дебют|статут|салют|минут|депутат|солдат|результат|формат|мандат|адвокат|кандидат|дипломат|аппарат|автомат|сенат|чемпионат|возврат|захват|плакат|трактат|палат|зарплат|утрат|затрат|демократ|бюрократ|пират|[ио]ат|эмират|халат|теракт|контракт|контакт|агент|студент|монумент|клиент|президент|аргумент|момент|процент|парламент|документ|элемент|концерт|эксперт|спорт|транспорт|аэропорт|экспорт|импорт|арест|протест|проект|объект|субъект|мост|пост|рост|гость|текст|лист|ист)$/u;

/** Past forms that end in no л, and words that are said of a subject like a verb. */
const others: ReadonlyMap<string, Agreement> = new Map([
  ...[...words('смог мог помог достиг возник погиб исчез привёз принёс нанёс отнёс внёс умер вырос отверг подверг спас привык проник избег привлёк готов намерен должен уверен согласен обязан прав жив мёртв нужен')].map(
    (word): [string, Agreement] => [word, 'masculine'],
  ),
  ...[...words('готова намерена должна уверена согласна обязана права жива мертва нужна')].map(
    (word): [string, Agreement] => [word, 'feminine'],
  ),
  ...[...words('готово намерено должно уверено обязано нужно')].map((word): [string, Agreement] => [word, 'neuter']),
  ...[...words('готовы намерены должны уверены согласны обязаны правы живы мертвы нужны')].map(
    (word): [string, Agreement] => [word, 'plural'],
  ),
]);

const shortParticiple =
  /(?:рован|нован|бован|писан|казан|азван|держан|ибран|избран|отобран|передан|создан|послан|прерван|ранен|учен|ючен|ещен|ащен|ущен|решен|ершен|ложен|режен|влен|ален|елен|олен|ален|шлен|ыслен|енен|оен|орен|ведён|веден|несён|есен|явлен|убит|открыт|закрыт|принят|занят|начат|снят|взят|заключён|решён|сокращён|освобождён|осуждён|подтверждён|запрещён)([аоы]?)$/u;

/** What a word says of its subject, where it is a finite verb, a short participle or one of a few short adjectives. */
export function agreementOf(word: string): Agreement | undefined {
  const known = others.get(word);
  if (known) return known;
  const past = /[аяеёиоуы]л([аои]?)(?:ся|сь)?$/u.exec(word);
  if (past && !likePast.has(word) && word.length > 2) return byEnding(past[1]);
  const participle = shortParticiple.exec(word);
  if (participle) return byEnding(participle[1]);
  if (word.length < 4 || likePresent.test(word)) return undefined;
  if (/[аяеёоиу]?[еёи]тс?я?$/u.test(word) && /(?:[еёи]т|[еёи]тся)$/u.test(word)) return 'singular';
  return /(?:[уюая]т|[уюая]тся)$/u.test(word) ? 'plural' : undefined;
}

function byEnding(ending = ''): Agreement {
  return ending === '' ? 'masculine' : ending === 'а' ? 'feminine' : ending === 'о' ? 'neuter' : 'plural';
}

/** Words that can stand between a subject and its verb. */
const adverbs = words(
  'не ни уже ещё еще вновь снова также тоже вчера сегодня завтра накануне только лишь вчера теперь пока тогда сейчас наконец впервые дважды ' +
    'всегда никогда часто редко очень ничего больше почти едва сам сама сами тут там здесь затем потом всё',
);

export function isAdverb(word: string): boolean {
  return adverbs.has(word) || /[нкшж]о$/u.test(word);
}

/** Words that are no noun in the nominative, whatever their ending: small words, adverbs, pronouns in other cases. */
const smallWords = words(
  'и а но да или ни не же ли бы что как чем если когда пока хотя чтобы потому поэтому так там тут здесь где куда откуда уже ещё еще вот лишь ' +
    'только даже также тоже вчера сегодня завтра тогда теперь сейчас снова вновь опять всегда никогда почти едва очень более менее вместе затем ' +
    'потом сначала однако впрочем ведь его её ее их ему ей им ими него неё нее ней нему ним них себя себе собой мне меня тебе нас нам вас вам ' +
    'сам вслед вдвоём домой наконец впервые дважды трижды против через перед после между около для без над под при про от из до на за по об во со ' +
    'ко к с в о у обо утром днём вечером ночью ночь раз назад вперёд вниз вверх ради среди кроме вокруг вдоль обратно подряд всё-таки нельзя надо ' +
    'можно нужно весь день ничего никого никому никем чего кого кому чему кем этого этому этим того тому тем всего всему всем всех',
);

const infinitive = /(?:[аяеиоуы]ть|[зс]ти|чь)(?:ся|сь)?$/u;
const oblique = /(?:[аяое]м|[аяыи]х|ов|ев|ыми|ими|ами|ями|ого|его|ому|ему|ую|юю|ой|ей|ою|ею|[уюиыоеё])$/u;
const nominativeInSpiteOfEnding = words(
  'дом приём объём подъём заём атом симптом диплом альбом остров гнев герой музей хоккей трофей юбилей лицей налив лев нерв объем прием заем ' +
    'режим грим клим налим рим дым успех цех мех смех верх шах монах поход грех лов улов покой бой рой строй отбой перебой удой лидеры',
);
const masculineInA = words('глава судья мужчина юноша коллега старшина воевода староста папа мулла');
const pronouns = words('я мы ты вы он она оно они кто который которая которое которые никто тот та те этот эта эти весь вся все каждый каждая один одна никто некто нечто это то сам сама самый многие некоторые другие оба обе');

/** Whether a word that is no name may be the subject of a verb that says this of it; in doubt it may. */
export function mayBeSubject(word: string, verb: Agreement): boolean {
  if (pronouns.has(word)) return true;
  if (smallWords.has(word) || agreementOf(word) || infinitive.test(word)) return false;
  if (nominativeInSpiteOfEnding.has(word) || /\d/u.test(word)) return true;
  switch (verb) {
    case 'masculine':
      return masculineInA.has(word) || (/[^аяоеёуюыи]$/u.test(word) && !oblique.test(word));
    case 'feminine':
      return /[аяь]$/u.test(word) || professions.test(word);
    case 'neuter':
    case 'plural':
    case 'singular':
      return true;
    default:
      return verb satisfies never;
  }
}

/** Men's words that women are called by too. */
const professions = /(?:ист|ент|ор|арь|тель|ник|лог|граф|ант|ер|ач|вед|дья|ом|ат)$/u;

/** Nouns before which a name stands as it is: `город Москва`, `агентство Интерфакс`. */
export const generic =
  /^(?:агентств|компани|концерн|корпораци|холдинг|газет|журнал|телеканал|канал|радио|сайт|портал|город|столиц|республик|стран|государств|регион|област|порт|групп|фирм|банк|парти|движени|альянс|организаци|блок|деревн|сел|станци|остров|рек|гор|озер|штат|провинци|поезд|самол|клуб|команд|завод|сборн|судн|танкер|кораб|крейсер|фильм|роман|район|посёл|аэропорт|отел|гостиниц|фонд|союз|трест|издани|проект|операци|фамили|им[яе]н|кличк|слов|назван|соседк|бывш|наш|вс[яе]|сам)/u;
