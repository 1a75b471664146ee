import type { Case } from './readings.ts';
import { beginningWith, words } from './word-list.ts';

/** What a finite verb tells of its subject: gender and number, or the number alone. */
export type Agreement = 'masculine' | 'feminine' | 'neuter' | 'singular' | 'plural';

/** Nouns that end like a verb in the past: `канал`, `школа`, `цели`. */
const likePast = words(`
  канал генерал отдел футбол капитал портал журнал финал персонал материал сигнал потенциал раздел предел посол протокол пол стол вокзал зал
  сериал филиал квартал идеал адмирал скандал арсенал терминал мемориал трибунал интервал идол символ престол подвал обвал провал перевал
  развал привал вал бал тыл пыл обстрел расстрел удел надел передел водораздел козёл орёл угол металл криминал полуфинал
  школа сила дела тела начала числа зала скала посла канала генерала отдела капитала журнала финала сигнала потенциала раздела предела
  обстрела трибунала металла полуфинала протокола стола вокзала футбола материала персонала скандала арсенала квартала символа угла тыла
  дело тело число село мыло масло стекло зло тепло весло кресло ремесло
  если или роли цели доли недели модели мысли земли соли боли отели посели пули школы ли дали стали
`);

/** Verbs that end like the nouns in -тели: `хотели`. */
const notPeople = words('хотели летели вертели потели прилетели вылетели улетели полетели захотели');

/** Nouns that end like a verb in the present. */
const likePresent = new RegExp(
  '^(?:нет|лет|цвет|свет|брат|мат|быт|щит|хит|зонт|фронт|флот|штат|пакт|акт|факт|лист|мост|пост|рост|гость|рейс|тест|текст|тост|хост|вот|тот|год)$|' +
    `(?:${(
      'совет бюджет ответ итет кабинет билет пакет предмет портрет привет интернет запрет секрет рассвет буфет вертолёт самолёт лёт вертолет самолет ' +
      'полет налет перелет взлет отчёт отчет расчёт расчет пулемёт пулемет кредит визит лимит аудит транзит фицит бандит магнит сайт институт маршрут дебют ' +
      'статут салют минут депутат солдат результат формат мандат адвокат кандидат дипломат аппарат автомат сенат чемпионат возврат захват плакат ' +
      'трактат палат зарплат утрат затрат демократ бюрократ пират эмират халат комбинат аттестат'
    )
      .split(' ')
      .join('|')})$`,
  'u',
);

/** Verbs whose past has no л in the masculine, and none behind a vowel elsewhere: `смог`, `смогла`. */
const withoutVowel = words(`
  мог смог помог достиг возник погиб исчез привёз привез вывез принёс принес нанёс нанес отнёс внёс внес умер вырос отверг подверг опроверг спас привык проник избег
  привлёк привлек прибег пренебрёг
`);

/** Past forms without л, and short adjectives that are said of a subject. */
const listed: ReadonlyMap<string, Agreement> = new Map([
  ...[...withoutVowel].flatMap((stem): [string, Agreement][] => [
    [stem, 'masculine'],
    [`${stem.replace('ё', 'е')}ла`, 'feminine'],
    [`${stem.replace('ё', 'е')}ло`, 'neuter'],
    [`${stem.replace('ё', 'е')}ли`, 'plural'],
  ]),
  ...rows('masculine', 'готов намерен должен уверен согласен обязан прав жив мёртв нужен доволен болен'),
  ...rows(
    'feminine',
    'готова намерена должна уверена согласна обязана права жива мертва нужна довольна больна',
  ),
  ...rows('neuter', 'готово намерено должно уверено обязано нужно'),
  ...rows(
    'plural',
    'готовы намерены должны уверены согласны обязаны правы живы мертвы нужны довольны больны',
  ),
]);

function rows(agreement: Agreement, list: string): [string, Agreement][] {
  return Array.from(words(list), (word) => [word, agreement]);
}

/** Short passive participles, by what stands before their ending; `план` and `страна` are none. */
const shortParticiple = new RegExp(
  `(?:${(
    'ован писан казан азван ржан избран отобран передан задан создан послан прерван ранен учен ещен ащен ущен решен ершен ложен режен ' +
    'влен ален елен олен шлен ыслен енен оен орен ведён веден несён несен убит открыт закрыт принят занят начат снят взят заключён решён сокращён ' +
    'освобождён осуждён подтверждён запрещён освобожден осужден подтвержден'
  )
    .split(' ')
    .join('|')})([аоы]?)$`,
  'u',
);

/** What a word in lower case says of its subject, where it is a finite verb, a short participle or one of a few short adjectives. */
export function agreementOf(word: string): Agreement | undefined {
  const known = listed.get(word);
  if (known) return known;
  const past = /[аяеёиоуы]л([аои]?)(?:ся|сь)?$/u.exec(word);
  if (past && word.length > 2 && !likePast.has(word) && (!word.endsWith('тели') || notPeople.has(word))) {
    return byEnding(past[1]);
  }
  const participle = shortParticiple.exec(word);
  if (participle) return byEnding(participle[1]);
  if (word.length < 4 || likePresent.test(word)) return undefined;
  if (/[еёи]т(?:ся)?$/u.test(word)) return 'singular';
  return /[уюая]т(?:ся)?$/u.test(word) ? 'plural' : undefined;
}

function byEnding(ending = ''): Agreement {
  return ending === '' ? 'masculine' : ending === 'а' ? 'feminine' : ending === 'о' ? 'neuter' : 'plural';
}

export function isShortParticiple(word: string): boolean {
  return shortParticiple.test(word);
}

export function isReflexive(word: string): boolean {
  return /(?:ся|сь)$/u.test(word);
}

export function isInfinitive(word: string): boolean {
  return /(?:[аяеиоуы]ть|[зс]ти|чь)(?:ся|сь)?$/u.test(word);
}

/** Verbs that may be without a subject. */
export const impersonal = words(`
  следует стоит предстоит придётся придется приходится удаётся удается удастся хватает хватит хочется может остаётся остается надлежит известно
  кажется исполнится повезёт повезет
`);

/** Words that make a sentence one without a subject. */
export const subjectless = words('нет надо нужно можно нельзя пора жаль необходимо');

/** Words that may stand between a subject and its verb. */
const adverbs = words(`
  не ни уже ещё еще вновь снова также тоже вчера сегодня завтра накануне только лишь теперь пока тогда сейчас наконец впервые дважды всегда никогда
  часто редко очень ничего больше почти едва сам сама сами тут там здесь затем потом всё так хорошо резко
`);

export function isAdverb(word: string): boolean {
  return adverbs.has(word) || /[нкшж]о$/u.test(word);
}

/** Which cases a name right behind a verb may have; the nominative is its subject. */
const governing: readonly (readonly [verbs: RegExp, cases: readonly Case[]])[] = [
  [
    beginningWith(
      'пообеща обещал пригроз угрожа грози помог помож помоч помога сообщи сообща заяви сказал ответи отвеча написал возраз позвони поверил доверя ' +
        'сочувств аплодир присуди посвяти запрети разреши позволи напомни приказал пожелал',
    ),
    ['nom', 'dat'],
  ],
  [
    beginningWith('руководи управля командова командуе интересу интересов горди владе пренебрег восхища'),
    ['nom', 'ins'],
  ],
  [
    beginningWith(
      'поблагодари поздрави обвини обвиня упрека приветствова поддержа поддержива осуди осужда посети посеща покину покида задержа арестова допроси ' +
        'критикова критику раскритикова предупреди предупрежда расспроси заслуша выслуша победил смени цитиру цитирова возглави возглавля пригласи ' +
        'приглаша обстреля атакова захвати освободи уведоми проинформир оскорби освиста похвали уволи назначи встрети сопровожда сопроводи убеди ' +
        'дезавуиро изоблича представляет представляют представлять обогна обыгра ждал ждут ждёт ждет',
    ),
    ['nom', 'acc', 'gen'],
  ],
];

const intransitive = beginningWith(
  'прибы приеха прилете улете уеха вылете погиб умер заболе исчез возник ушёл ушел ушла пришёл пришел пришла живёт живет живут отсутству присутству остал упал выпал вырос прошёл прошел прошла',
);

export function isIntransitive(word: string): boolean {
  return intransitive.test(word);
}

/** The cases that a name right behind a verb may have, as far as they are known; a genitive needs more than the verb. */
export function casesBehindVerb(word: string): readonly Case[] | undefined {
  if (isShortParticiple(word)) return ['nom', 'ins', 'dat'];
  if (agreementOf(word) === undefined && !isInfinitive(word)) return undefined;
  if (isReflexive(word)) return ['nom', 'gen', 'dat', 'ins'];
  if (isIntransitive(word)) return ['nom', 'gen'];
  return governing.find(([verbs]) => verbs.test(word))?.[1];
}

/** Verbs that say what somebody is or becomes, in the instrumental. */
const predicative = beginningWith(
  'избр избир выбр назнач ста[лнт] был быть буд оста явл счит назв назыв провозгл сдел работ служ',
);

export function isPredicative(word: string): boolean {
  return predicative.test(word);
}
