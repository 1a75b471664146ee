import { allCases, type Case } from './readings.ts';
import { beginningWith, words } from './word-list.ts';

/** Which cases a preposition takes. */
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
  'dat pre': 'по',
};

const prepositions: ReadonlyMap<string, readonly Case[]> = new Map(
  Object.entries(governed).flatMap(([cases, list]) =>
    Array.from(words(list), (word): [string, readonly Case[]] => [
      word,
      allCases.filter((one) => cases.split(' ').includes(one)),
    ]),
  ),
);

/** The cases that a preposition, in lower case, takes; undefined for any other word. */
export function casesBehind(word: string): readonly Case[] | undefined {
  return prepositions.get(word);
}

/** What is said before a name in the genitive and before nothing else. */
export const genitiveLeads: ReadonlySet<string> = new Set(
  (
    'в отношении|со стороны|в пользу|от имени|в адрес|по поводу|в честь|по случаю|за счёт|по словам|по мнению|по данным|по сообщению|' +
    'по сообщениям|по информации|по версии|по оценке|по утверждению|по заявлению|по инициативе|по приказу|по просьбе|при поддержке|' +
    'при посредничестве|под руководством|во главе|во время|со времени|со времён|в ходе|за время|в период|с начала|до начала|до конца|по итогам|' +
    'в начале|в конце|в разгар|на протяжении|после начала|после окончания|после конца|после завершения|от лица|силами|в лице'
  ).split('|'),
);

/** The same before a place; a person may be the subject there: `в центре Лавров увидел`. */
export const placeLeads: ReadonlySet<string> = new Set(
  (
    'в центре|на территории|за пределами|в столице|на окраине|в окрестностях|на севере|на юге|на востоке|на западе|у границ|на границах|' +
    'в районе'
  ).split('|'),
);

/** Words that tell that somebody or something goes somewhere, so that `в` and `под` may have an accusative before a place. */
export const direction = beginningWith(
  'ех ед езж езд лет лёт леч шёл шед шл ид йд йт ход хож бег беж бы[лвт] плы полз вез вёз воз вож вед вёл вел вод нес нёс нос слал слан сыл прав став ' +
    'верн вращ врат врац пуст пуск пущ зв[аоу] зыв бро[сш] вторж вторг ступ въе визит путь пути рейс дорог виз[аыу]?$ тур маршрут трасс билет пробир пробра ' +
    'экспорт импорт инвест влож капитал эваку депорт дан дал дач экстрад мигр эмигр иммигр гна гон изгн сел вер[ияу] влюб превра выстрел ' +
    'бомб пада попа проник прони рв рыв доступ глас прин прием приём звон пис[аь] вмеш смотр гляд стрем рва[лт] тян тащ сад паром поезд самол ' +
    'поход перебр бро[сш] перебаз кат кач марш при$ интегр член вли[лв] толк хлын груз проект',
  'при вы у пере до за от ото по с со в во взо вз воз об объ про на под подъ раз разъ не ис из',
);

/** Words that are spelled like these and tell nothing of a way: `пройдут`, `провели`. */
export const staying = beginningWith(
  'пройд прош проход происход провел провёл провед провод завод переводчик созыв вызыв',
);

/** Words that go with an accusative behind `на`, besides those. */
export const towards = beginningWith(
  'давл дави рассчит наде надея полаг напад жал[уо] вли отве реаг опир опер ссыл похо указ прав[оа]?$ спрос санкц удар атак смотр взгляд налож вето покуш претенд нацел клевет обид рабо молит ' +
    'намек намёк дейст распростр при выход вых власт монопол надежд оруж подал подав иск запрет поку[пш] акцент ставк влия',
  'по не вы за в',
);

/** Words that go with a prepositional of a person behind `на`: `женился на Лукиной`. */
export const rest = beginningWith(
  'жени жена держ лежи лежа сказ сказа отра сосредот останов настаив основ спекул экономи концентр замк висе виси сиде сиди',
);

/** Verbs right behind which `в` names where they lead. */
export const goal = beginningWith(
  'прибы приеха прилете вернул возвраща отправи направи въеха вступи уеха вылете выеха переехал вторг',
);

/** Words that go with a genitive behind `с`: `снять с Газпрома`. Else it is the instrumental of company. */
export const takingOff = beginningWith(
  'сня сним взыск треб взя взим спис нача спрос спраш хват достат получ дово сброс свал сби пад пал сош сойд шёл шел йд верн возвр ' +
    'прие прибы старт содра бра бир брал удерж пример копир рисов скач слез сдви сдёр спуст спуск налог штраф выруч требов эваку вывез вывод пуст рейс экспорт импорт постав родом',
  'по у за вы при с не до ис на',
);

/** Places that `с` has a genitive before, as `на` has a prepositional: all others have `из`. */
export const highPlaces = beginningWith(
  'укра восток ближн кавк урал кипр балк камчат сахал аляск куб филипп мальт крит корс сицил сардин тайван гаит балт ямал алтай черн чёрн карибск мадаг шри',
);
