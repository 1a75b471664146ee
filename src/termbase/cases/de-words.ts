import { beginningWith, words } from './word-list.ts';

/** Prepositions that take a dative or an accusative, and so no genitive of a name; grown together with an article or not. */
export const prepositions = words(`
  aus bei mit nach seit von zu durch für gegen ohne um an auf hinter in neben über unter vor zwischen außer gegenüber bis per pro samt nebst gemäß
`);

/** Prepositions that take a genitive, some of them beside a dative. */
export const genitivePrepositions = words(`
  wegen trotz während statt anstatt zugunsten zuungunsten seitens anlässlich angesichts bezüglich innerhalb außerhalb jenseits diesseits nördlich südlich östlich
  westlich nordöstlich nordwestlich südöstlich südwestlich hinsichtlich infolge mithilfe namens aufgrund einschließlich unweit oberhalb unterhalb entlang inmitten
  zulasten abseits beiderseits längs mittels kraft laut dank zwecks ungeachtet unbeschadet vorbehaltlich ausschließlich inklusive exklusive binnen links rechts
`);

/** Verbs with a genitive: `gedenken`. */
export const genitiveVerbs = beginningWith(
  'gedenk gedacht bedarf bedürf bedurf entledig bemächtig rühm angenommen annehm nahm herr',
);

/** Which forms stand behind an article, by the kind of word; contractions with a preposition too. */
export type ArticleCase = 'nominative' | 'genitive' | 'dative' | 'accusative';

/** What an article tells: the cases of a word in each gender, and in the plural. */
export type ArticleCells = Readonly<
  Partial<Record<'masculine' | 'neuter' | 'feminine' | 'plural', readonly ArticleCase[]>>
>;

const dativeOfMen: ArticleCells = { masculine: ['dative'], neuter: ['dative'] };
const accusativeOfThings: ArticleCells = { neuter: ['accusative'] };

export const articles: ReadonlyMap<string, ArticleCells> = new Map([
  ['der', { masculine: ['nominative'], feminine: ['genitive', 'dative'], plural: ['genitive'] }],
  ['die', { feminine: ['nominative', 'accusative'], plural: ['nominative', 'accusative'] }],
  ['das', { neuter: ['nominative', 'accusative'] }],
  ['den', { masculine: ['accusative'], plural: ['dative'] }],
  ['dem', dativeOfMen],
  ['des', { masculine: ['genitive'], neuter: ['genitive'] }],
  ...Array.from(words('im am vom zum beim'), (word): [string, ArticleCells] => [word, dativeOfMen]),
  ['zur', { feminine: ['dative'] }],
  ...Array.from(words('einem keinem seinem ihrem diesem jenem unserem'), (word): [string, ArticleCells] => [
    word,
    dativeOfMen,
  ]),
  ...Array.from(words('ins ans aufs fürs durchs ums'), (word): [string, ArticleCells] => [
    word,
    accusativeOfThings,
  ]),
]);

/** Finite verbs in lower case that are seen for certain: nothing but a verb is spelled so. */
const verbs = words(`
  ist war hat hatte wird wurde will wollte kann konnte soll sollte muss musste darf durfte mag mochte bleibt blieb kam kommt ging geht gab gibt nahm nimmt sprach spricht
  rief ruft traf trifft wies warf wirft fiel fällt lag liegt stand steht ließ lässt verließ verlässt hielt hält lief läuft schrieb schreibt schlug schlägt sah sieht zog zieht
  bot bietet bat bittet erhielt erhält gewann gewinnt verlor verliert begann beginnt trat tritt verbot empfing empfängt unterschrieb brach bricht starb stirbt half hilft
  sind waren haben hatten werden wurden wollen wollten können konnten sollen sollten müssen mussten dürfen durften bleiben blieben kamen kommen gingen gehen gaben geben
  sprachen riefen trafen fielen lagen standen ließen hielten liefen schrieben sahen boten baten gewannen verloren begannen traten empfingen brachen starben halfen zogen
  schloss schließt zog stieg steigt sank sinkt flog fliegt reist leitet endet lebt sucht folgt dankte drohte
`);

/** Words in -t that are no verbs. */
const notVerbs = words(
  'mit seit statt nicht jetzt dort samt laut fast erst meist selbst sonst einst oft sofort bereits gut weit zuletzt zunächst längst höchst bekannt',
);

/** Whether a word in lower case is spelled like a finite verb; one in -te could be an adjective too (`geplante`). */
export function isVerb(word: string): boolean {
  if (verbs.has(word)) return true;
  return /\p{Ll}{3,}(?:t|ten?)$/u.test(word) && !notVerbs.has(word) && !/(?:[rln]est|igt?|icht)$/u.test(word);
}

/** Whether it can be nothing else. */
export function isSurelyVerb(word: string): boolean {
  return verbs.has(word) || (/\p{Ll}{3,}t$/u.test(word) && !notVerbs.has(word));
}

/** Words in lower case that may stand between a genitive and its noun: adjectives and numbers. */
export function isAdjective(word: string): boolean {
  return (
    !notAdjectives.has(word) &&
    !verbs.has(word) &&
    (/^\p{Ll}{2,}(?:e[rnsm]?)$/u.test(word) || numbers.has(word))
  );
}

const numbers = words(
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend viel wenig',
);

/** Words that end like adjectives and are none: articles, pronouns, conjunctions, prepositions, verbs. */
const notAdjectives = words(`
  der die das ein den dem des eine einen einem einer eines keine keinen keinem keiner seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres diese diesen diesem dieser dieses
  jene jenen jenem jener jedes jeder jede jedem jeden unsere welche welcher welches alle aller aber oder unter über hinter neben ohne gegen zwischen wegen seiner außer
  während haben hatte hatten werden wurde wurden würde würden sollte sollten wollte wollten konnte konnten musste mussten durfte durften können müssen sollen wollen
  hätte hätten wäre wären könnte könnten waren gehen kommen bleiben gegenüber immer wieder sondern weder eher später früher seither bisher daher dafür gestern heute morgen
  eben zusammen vergangenen worden sowie hinüber herüber nieder weiter gerade danke beide bitte
`);

/** Native nouns in names of bodies, whose genitive has its s also behind an article. */
export const nativeNoun =
  /(?:rat|hof|bund|verband|tag|kongress|gipfel|krieg|vertrag|haus|amt|gericht|parlament|werk|dienst|abkommen|ministerium|komitee|gremium|zentrum|institut|ausschuss|meer|osten|westen|norden|süden|kreuz)$/iu;

/** People of a land, before whose name nothing is theirs: `der Schwede Lindqvist`. */
export const ofNation =
  /^(?:Schwede|Däne|Finne|Norweger|Franzose|Spanier|Portugiese|Italiener|Brite|Engländer|Ire|Belgier|Niederländer|Deutsche|Österreicher|Schweizer|Pole|Tscheche|Ungar|Russe|Ukrainer|Türke|Grieche|Armenier|Aserbaidschaner|Georgier|Amerikaner|Kanadier|Chinese|Japaner|Israeli|Iraner)$/u;

/** What a land or a body has, so that its name behind it is in the genitive: `die Hauptstadt Georgiens`. */
export const ofLands = beginningWith(`
  Präsident Regierung Status Politik Zukunft Hauptstadt Armee Grenze Botschafter Ministerpräsident Premierminister Außenminister Verteidigungsminister Einwohner Bewohner
  Bevölkerung Wirtschaft Führung Opposition Parlament Territorium Staatschef Vertreter Unabhängigkeit Anerkennung Entscheidung Haltung Rolle Angriff Invasion Armee
  Truppen Streitkräfte Luftwaffe Häfen Hafen Banken Sportler Beitritt Austritt Interessen Vorschlag Position Altstadt Bürgermeister Staatsoberhaupt
`);

/** What a person has; before a surname alone `der Fall`, `die Regierung` stand as they are. */
export const ofPeople = beginningWith(`
  Rede Rücktritt Äußerung Angabe Plan Buch Ernennung Aussage Tod Festnahme Freilassung Veto Berater Anwälte Eltern Minister Worte Sieg Niederlage Reise Besuch Wahl
  Anhänger Gegner Vorschlag Brief Appell Bericht Prognosen Amtszeit Entscheidung Klage Nachfolge Politik Treffen Haltung Kritik Antwort Koalition
`);
