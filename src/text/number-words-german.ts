import type { Asked, NumberTable } from './number-words.ts';

/** German writes a number as one word, and often its ending or its noun too: `sechsundzwanzigjährig`, `Tabellenzwölfter`. */
export const germanNumbers: NumberTable = {
  values: `0 null|1 eins ein eine einen einem einer eines einmal erste ersten erster erstes erstem|2 zwo zweimal ?beide ?beiden ?beider ?doppelt ?doppelte ?doppelten
    ?verdoppelt ?verdoppelte ?verdoppelten ?verdoppeln ?halbiert ?halbierte ?halbierten ?halbieren ?paar ?duo|3 dreimal ?dritten ?drittel verdreifacht verdreifachte verdreifachten verdreifachen ?trio
    |4 vervierfacht vervierfachte vervierfachten|8 ?achten ?Acht|10 ?dutzend ?dutzende ?dutzenden|100 hunderte hunderten hundertste|1.5 anderthalb`,
  scales: `12 dutzend dutzende dutzenden|1e3 tausend tausende tausenden|1e6 million millionen mio|1e9 milliarde milliarden mrd|1e12 billion billionen`,
  halves: 'x einhalb',
  others: `0:00 ?mittag ?mittags ?mitternacht|50,0.5 ?hälfte ?halb ?halbe ?halben ?halber ?halbes|33,1/3 ?drittel ?dritteln|75,25,0.25,0.75 ?viertel ?vierteln ?viertelstunde ?dreiviertelstunde
    |m1 januar jänner ?jan|m2 februar ?feb|m3 märz|m4 april|m5 mai|m6 juni|m7 juli|m8 august ?aug|m9 september ?sept|m10 oktober ?okt|m11 november ?nov
    |m12 dezember ?dez|w1 montag montagabend montagmorgen|w2 dienstag dienstagabend dienstagmorgen|w3 mittwoch mittwochabend mittwochmorgen
    |w4 donnerstag donnerstagabend donnerstagmorgen|w5 freitag freitagabend freitagmorgen|w6 samstag sonnabend samstagabend|w7 sonntag sonntagabend`,
  joins: 'und',
  ranges: 'bis(?: zu)?|oder|und',
  read: germanNumber,
};

/** `dreihundertzwölf`, `zweiundsechzigjähriger`, `zweieinhalb`, `hunderttausende`; last of all a place in a table. */
function germanNumber(word: string): { value: number; asked: Asked } | undefined {
  if (!mayBeNumber.test(word)) {
    const place = /^\p{L}{3,}[ns](?=\p{L}{5,}$)/u.test(word) ? placeAtEnd(word) : undefined;
    return place === undefined ? undefined : { value: place, asked: 'never' };
  }
  const value = cardinal(word) ?? ordinal(word) ?? cardinal(word.replace(endings, ''));
  return value === undefined ? undefined : { value, asked: 'always' };
}

const mayBeNumber =
  /^(?:ein|zwei|zwan|drei|dritt|vier|fünf|sech|sieb|acht|neun|zehn|elf|zwölf|hundert|tausend)/u;
const endings =
  /(?:jährig\p{L}*|mal(?:ig\p{L}*)?|fach\p{L}*|(?:tägig|wöchig|monatig|stündig|minütig|köpfig|prozentig|teilig|stellig)\p{L}*|e[nr]?)$/u;

function ordinal(word: string): number | undefined {
  const stem = /^(.+)te[nrsm]?$/u.exec(word)?.[1];
  if (stem === undefined) return undefined;
  if (stem === 'drit') return 3;
  if (stem === 'sieb') return 7;
  if (stem === 'ach') return word === 'achten' ? undefined : 8;
  return cardinal(stem.endsWith('s') && cardinal(stem) === undefined ? stem.slice(0, -1) : stem);
}

function cardinal(word: string): number | undefined {
  if (word.endsWith('einhalb')) {
    const whole = word === 'einhalb' ? undefined : cardinal(word.slice(0, -7));
    return word === 'eineinhalb' ? 1.5 : whole === undefined ? undefined : whole + 0.5;
  }
  return split(word, 'tausend', 1000, (part) => split(part, 'hundert', 100, belowHundred));
}

/** `zweihundertdrei`: what stands before the word counts it, what stands behind is added. */
function split(
  word: string,
  name: string,
  worth: number,
  read: (part: string) => number | undefined,
): number | undefined {
  const at = word.indexOf(name);
  if (at === -1) return read(word);
  const times = at === 0 ? 1 : read(word.slice(0, at));
  const rest = word.slice(at + name.length);
  const more = rest === '' ? 0 : read(rest.replace(/^und/u, ''));
  return times === undefined || more === undefined ? undefined : times * worth + more;
}

function belowHundred(word: string): number | undefined {
  const simple = small.get(word) ?? tens.get(word);
  if (simple !== undefined) return simple;
  const [, unit = '', ten = ''] = /^(\p{L}{3,6})und(\p{L}+)$/u.exec(word) ?? [];
  const [units, more] = [small.get(unit), tens.get(ten)];
  return units === undefined || more === undefined || units > 9 ? undefined : more + units;
}

const small = new Map(
  'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'
    .split(' ')
    .map((name, index) => [name, index + 1] as const),
);
const tens = new Map(
  'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'
    .split(' ')
    .map((name, index) => [name, (index + 2) * 10] as const),
).set('dreissig', 30);

/** `Weltranglistenzwölfte`: a noun with the joint of a compound, then an ordinal. */
function placeAtEnd(word: string): number | undefined {
  const tail =
    /(?:dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte|zweite)[nrsm]?$/u.exec(word);
  const before = tail ? word[tail.index - 1] : undefined;
  if (!tail || (before !== 'n' && before !== 's')) return undefined;
  return ordinal(tail[0]);
}
