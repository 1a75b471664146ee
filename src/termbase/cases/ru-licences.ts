import { isInfinitive, isReflexive, isShortParticiple } from './ru-verbs.ts';
import { beginningWith, words } from './word-list.ts';

/**
 * What lets a bare dative, instrumental or genitive stand in a Russian sentence. The lists are wide on purpose, and a word anywhere in the
 * sentence counts: a case is wrong only where nothing at all could have asked for it.
 */

const besideInstrumental = words('с со над перед между за под вместе вслед чем кем как наряду рядом');

/** Passive participles, short and long, and nouns made of verbs: `подписан Лавровым`, `подписание Лавровым`. */
const passive =
  /(?:(?:нн|[аяеи]ем|им|ом|[аыяоу]т)(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ых|ыми|ую)|[аяеё]н[аоы]?|(?:ни|ти|ци|си)(?:е|я|ю|ем|и|ей|й|ям|ями|ях))$/u;

const takingInstrumental = beginningWith(
  `ста[лнт] был быть буд оста назв назыв счит счел счёл сочл сочт избр избир выбр выбир назнач смен замен управл руковод руковож команд горд интерес пренебр восхищ
  угро гроз владе облад распола пользо занима занял занят доволен довольн жертв риск торг призна объяв сдела дириж заведов правил правит больн
  болен бол[ье] вызван связан полон полн бога извест слав дыш жив явл оказ представл работ служ обмен делил дели снабд снабж обеспеч
  покрыт наград награж увле объясн конч заверш начал начин провозгл корон обход обош огранич соедин отлич пахн веет движ двига маха кива
  пуга заслон окруж арест визит встреч замест люб возмущ потряс удивл уваж побед критик обвин поддерж при[её]м захват осад атак оккупац
  анализ выбор поимк убийств прода купл оплат разрыв вывод ввод запус выпус удар обстрел наруш спекул манипул подсуд отказ указ дружб союз`,
  'не по у за вы при с о об про на под раз из пере до от пред воз',
);

const besideDative = words(
  'к ко по благодаря согласно вопреки навстречу вслед наперекор некому некого нечего некуда зачем кому пора жаль надо нельзя лень лет год года',
);

/** `нужно`, `известно`, `хватило`, `предъявлено`. */
const impersonal = /(?:[нкхмж]о|ло)$/u;

const takingDative = beginningWith(
  `да[лнмсюётд] дав сказ говор ответ отвеч яв[ил] сообщ мог мощ мож угро гро[зж] меша мех предл обещ разреш реш[аеи] прет каз руч прису свят принад
  чин соответ против удив рад вер завид завис сочув аплод звон пис плат плач служ след способ содейств препят нрав хот сто[ия] ходит прид[её] приш
  надлеж нуж необх вест вещ благ равн подоб близ знаком долж долг памят слан шл[аи] сла[лнт] обращ вопрос дар кред став соболезн куп экспорт дач возвр верн
  ступ игр раз помн ясн объяв тверд призна жал каз жат жат жел вред мст раж нес нёс нос ультимат преду сопро зов удар дел обой обош откр кры
  доста помога лож пис опла прост прощ бав зволит зволи вез вёз хват мину полн свойств суд адрес прав вод вел вёл чит пел готов стро
  рекоменд совет сигнал телеграм дикт навяз внуш втор созд льст каж клян кля[лс] мол поклон жа[лт] жим вид леч опера инкримин вмен быт транс займ заём
  помил амнист прям труд легк важн выгод дорог рук место голов служ ведом пожм жм кладут клад след нест везт переда подда слово слова конкур`,
  'не по пере от вы с со до из при за на под об воз раз рас про у в вос пре пред ис',
);

const besideGenitive = words(
  'не ни нет без мало много немного больше меньше более менее столько сколько достаточно большинство половина треть четверть часть число касательно',
);

const takingGenitive = beginningWith(
  `хват хвач дости доби касат каса косн лиш избе придерж треб жд дожд ожид хоте хоч жел жажд ищ иск прос бои боя опас страш пуг держ сто[ия]
  заслуж удосто достой полон полн прибав убав слуша стыд чужд отказ сторон домог испол отвед набра нагна купи пи[лт] старше младше выше ниже раньше позже`,
  'не у по до за вы на от ис',
);

/** Whether a word is a passive participle, beside which the doer is in the instrumental. */
export function isPassive(word: string): boolean {
  return (
    isShortParticiple(word) ||
    /(?:нн|[аяеи]ем|им|[аыяоу]т)(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ых|ыми|ую)$/u.test(word)
  );
}

/** Whether a word, in lower case, may ask for an instrumental without a preposition, or goes with one that has it. */
export function takesInstrumental(word: string): boolean {
  return (
    besideInstrumental.has(word) || isReflexive(word) || passive.test(word) || takingInstrumental.test(word)
  );
}

/** The same of a dative. */
export function takesDativeToo(word: string): boolean {
  return (
    besideDative.has(word) ||
    isReflexive(word) ||
    isInfinitive(word) ||
    impersonal.test(word) ||
    takingDative.test(word)
  );
}

/** Whether a word may ask for a genitive that belongs to no noun before it. */
export function takesGenitive(word: string): boolean {
  return besideGenitive.has(word) || takingGenitive.test(word) || /(?:ее|ей|ше)$/u.test(word);
}
