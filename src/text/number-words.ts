import { type Locale, languageOf } from '../model/locale.ts';

/**
 * What a word means to somebody who counts.
 *
 * - `value`: so many: `seven`, `seventh`, `a dozen`
 * - `scale`: times so many: `thousand`, `Mio.`
 * - `half`: half of the scale before it: `deux millions et demi`
 * - `other`: a value no number has: a month (`m10`), noon (`0:00`), a share of a hundred
 */
export type NumberWord =
  | { readonly kind: 'value' | 'scale'; readonly value: number }
  | { readonly kind: 'half' }
  | { readonly kind: 'other'; readonly values: readonly string[] };

/** What a language says for numbers. `find` takes a word as it is written. */
export type NumberLexicon = {
  find(word: string): readonly NumberWord[];
  /** Words that may stand between two parts of one number: `vingt et un`. */
  readonly joins: RegExp;
  /** Words between the ends of a range: `2 à 3 millions`. */
  readonly ranges: RegExp;
};

/** The number words of a locale's language, or undefined for a language the house has no table for. */
export function numberLexicon(locale: Locale): NumberLexicon | undefined {
  const known = lexicons.get(locale);
  if (known) return known;
  const language = languageOf(locale);
  const table = tables.get(language);
  if (!table) return undefined;
  const lexicon = lexiconOf(table);
  lexicons.set(locale, lexicon);
  return lexicon;
}

const lexicons = new Map<Locale, NumberLexicon>();

type Table = {
  /** `2 two second|3 three third`: a value and the words for it. */
  readonly values: string;
  readonly scales: string;
  readonly halves: string;
  readonly others: string;
  readonly joins: string;
  readonly ranges: string;
  /** The forms to look a word up by, the likeliest first, where they are more than the word in lower case. */
  readonly forms?: (word: string) => readonly string[];
};

function lexiconOf(table: Table): NumberLexicon {
  const forms = table.forms ?? ((word: string) => [word]);
  const words = new Map<string, NumberWord[]>();
  const add = (line: string, entry: (head: string) => NumberWord) => {
    for (const item of line.split('|')) {
      const [head = '', ...names] = item.trim().split(/\s+/u);
      for (const name of names) {
        const key = forms(name)[0] ?? name;
        words.set(key, [...(words.get(key) ?? []), entry(head)]);
      }
    }
  };
  add(table.values, (head) => ({ kind: 'value', value: Number(head) }));
  add(table.scales, (head) => ({ kind: 'scale', value: Number(head) }));
  add(table.halves, () => ({ kind: 'half' }));
  add(table.others, (head) => ({ kind: 'other', values: head.split(',') }));
  return {
    find(word) {
      for (const form of forms(word.toLowerCase())) {
        const found = words.get(form);
        if (found) return found;
      }
      return none;
    },
    joins: new RegExp(`^[\\s\\u2010\\u2011-]*(?:(?:${table.joins})[\\s\\u2010\\u2011-]+)?$`, 'iu'),
    ranges: new RegExp(`^\\s*(?:[-\\u2010-\\u2015/,]|(?:${table.ranges})(?=\\s|$))\\s*$`, 'iu'),
  };
}

const none: readonly NumberWord[] = [];

/** German writes a number and its ending as one word: `zweihundertste`, `achtziger`. */
function germanForms(word: string): readonly string[] {
  const bare = word.replace(/(?:s?te[nrsm]?|er)$/u, '');
  return bare === word ? [word] : [word, bare];
}

/** Without vowel signs and the many shapes of alif; then without the article and the particles written onto the word. */
function arabicForms(word: string): readonly string[] {
  const plain = word
    .replace(/[\u0640\u064b-\u0652\u0670]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
  const bare = plain.replace(/^[وف]?(?:[بك]?ال|لل|[بلك])?/u, '');
  return bare === plain ? [plain] : [plain, bare, plain.slice(1)];
}

/** `einundzwanzig` to `neunundneunzig`, `zweihundert`, `dreitausend`: the compounds that copy desks still write as words. */
function germanCompounds(): string {
  const units = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
  const tens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];
  const teens = ['zehn', 'elf', 'zwölf', 'fünfzehn'];
  const lines = tens.flatMap((ten, row) =>
    units.map((unit, index) => `${(row + 2) * 10 + index + 1} ${unit}und${ten}`),
  );
  units.forEach((unit, index) => {
    lines.push(`${(index + 1) * 100} ${unit}hundert`, `${(index + 1) * 1000} ${unit}tausend`);
  });
  for (const [row, ten] of [...tens.entries()]) lines.push(`${(row + 2) * 10_000} ${ten}tausend`);
  for (const [index, teen] of teens.entries()) lines.push(`${[10, 11, 12, 15][index]}000 ${teen}tausend`);
  return lines.join('|');
}

const tables = new Map<string, Table>([
  [
    'fr',
    {
      values: `0 zéro|1 un une premier première premiers premières unième|2 deux second seconde deuxième|3 trois troisième
        |4 quatre quatrième|5 cinq cinquième|6 six sixième|7 sept septième|8 huit huitième|9 neuf neuvième
        |10 dix dixième dizaine dizaines|11 onze onzième|12 douze douzième douzaine|13 treize treizième|14 quatorze quatorzième
        |15 quinze quinzième quinzaine|16 seize seizième|20 vingt vingts vingtième vingtaine|30 trente trentième trentaine
        |40 quarante quarantième quarantaine|50 cinquante cinquantième cinquantaine|60 soixante soixantième soixantaine
        |70 septante|80 huitante octante|90 nonante|100 cent cents centième centaine centaines`,
      scales: `1e3 mille millier milliers k|1e6 million millions millionième m|1e9 milliard milliards md mds|1e12 billion billions`,
      halves: 'x demi demie',
      others: `0:00 midi minuit|50,0.5 moitié|25,0.25 quart|75,0.75 quarts|m1 janvier janv|m2 février févr|m3 mars|m4 avril avr|m5 mai|m6 juin
        |m7 juillet juil|m8 août|m9 septembre sept|m10 octobre oct|m11 novembre nov|m12 décembre déc`,
      joins: 'et',
      ranges: 'à|a|ou|et',
    },
  ],
  [
    'en',
    {
      values: `0 zero nil|1 one a an once first|2 two twice second both|3 three third thirds|4 four fourth|5 five fifth fifths|6 six sixth
        |7 seven seventh|8 eight eighth|9 nine ninth|10 ten tenth tens|11 eleven eleventh|12 twelve twelfth dozen|13 thirteen thirteenth
        |14 fourteen fourteenth|15 fifteen fifteenth|16 sixteen sixteenth|17 seventeen seventeenth|18 eighteen eighteenth
        |19 nineteen nineteenth|20 twenty twentieth twenties|30 thirty thirtieth thirties|40 forty fortieth forties
        |50 fifty fiftieth fifties|60 sixty sixtieth sixties|70 seventy seventieth seventies|80 eighty eightieth eighties
        |90 ninety ninetieth nineties|100 hundred hundreds hundredth`,
      scales:
        '1e3 thousand thousands k|1e6 million millions m mn|1e9 billion billions bn b|1e12 trillion trillions tn trn',
      halves: 'x half',
      others: `0:00 noon midday midnight|50,0.5 half|25,0.25 quarter|75,0.75 quarters|m1 january jan|m2 february feb|m3 march mar|m4 april apr
        |m5 may|m6 june jun|m7 july jul|m8 august aug|m9 september sept sep|m10 october oct|m11 november nov|m12 december dec`,
      joins: 'and(?: an?)?',
      ranges: 'to|or|and',
    },
  ],
  [
    'de',
    {
      values: `0 null|1 eins ein eine einen einem einer eines einmal erste ersten erster erstes erstem|2 zwei zwo zweimal beide beiden zweite
        |3 drei dreimal dritte dritten dritter drittes drittem drittel|4 vier|5 fünf|6 sechs|7 sieben siebte siebten siebter siebtes|8 acht achte achten
        achter achtes|9 neun|10 zehn|11 elf|12 zwölf dutzend|13 dreizehn|14 vierzehn|15 fünfzehn|16 sechzehn|17 siebzehn|18 achtzehn
        |19 neunzehn|20 zwanzig|30 dreißig dreissig|40 vierzig|50 fünfzig|60 sechzig|70 siebzig|80 achtzig|90 neunzig
        |100 hundert hunderte hunderten|1.5 anderthalb eineinhalb|2.5 zweieinhalb|3.5 dreieinhalb|4.5 viereinhalb|${germanCompounds()}`,
      scales: `1e3 tausend tausende tausenden|1e6 million millionen mio|1e9 milliarde milliarden mrd|1e12 billion billionen`,
      halves: 'x einhalb',
      others: `0:00 mittag mittags mitternacht|50,0.5 hälfte halb halbe halben|25,0.25 viertel|m1 januar jänner jan|m2 februar feb|m3 märz
        |m4 april apr|m5 mai|m6 juni|m7 juli|m8 august aug|m9 september sept|m10 oktober okt|m11 november nov|m12 dezember dez`,
      joins: 'und',
      ranges: 'bis(?: zu)?|oder|und',
      forms: germanForms,
    },
  ],
  [
    'es',
    {
      values: `0 cero|1 un uno una primer primero primera primeros primeras|2 dos segundo segunda ambos ambas|3 tres tercer tercero tercera
        |4 cuatro cuarto cuarta|5 cinco quinto quinta|6 seis sexto sexta|7 siete séptimo séptima|8 ocho octavo octava|9 nueve noveno novena
        |10 diez décimo décima decena decenas|11 once undécimo|12 doce duodécimo docena|13 trece|14 catorce|15 quince|16 dieciséis
        |17 diecisiete|18 dieciocho|19 diecinueve|20 veinte vigésimo veintena|21 veintiuno veintiún veintiuna|22 veintidós|23 veintitrés
        |24 veinticuatro|25 veinticinco|26 veintiséis|27 veintisiete|28 veintiocho|29 veintinueve|30 treinta treintena|40 cuarenta
        |50 cincuenta|60 sesenta|70 setenta|80 ochenta|90 noventa|100 cien ciento centenar centenares centésimo|200 doscientos doscientas
        |300 trescientos trescientas|400 cuatrocientos cuatrocientas|500 quinientos quinientas|600 seiscientos seiscientas
        |700 setecientos setecientas|800 ochocientos ochocientas|900 novecientos novecientas`,
      scales: `1e3 mil millar miles millares|1e6 millón millones m|1e9 millardo millardos|1e12 billón billones`,
      halves: 'x medio media',
      others: `0:00 mediodía medianoche|50,0.5 mitad medio media|25,0.25 cuarto|m1 enero ene|m2 febrero feb|m3 marzo|m4 abril abr|m5 mayo|m6 junio|m7 julio
        |m8 agosto|m9 septiembre setiembre sep sept|m10 octubre oct|m11 noviembre nov|m12 diciembre dic`,
      joins: 'y',
      ranges: 'a|o|u|y|hasta',
    },
  ],
  [
    'pt',
    {
      values: `0 zero|1 um uma primeiro primeira primeiros primeiras|2 dois duas segundo segunda ambos ambas|3 três terceiro terceira
        |4 quatro quarto quarta|5 cinco quinto quinta|6 seis sexto sexta meia|7 sete sétimo sétima|8 oito oitavo oitava|9 nove nono nona
        |10 dez décimo décima dezena dezenas|11 onze|12 doze dúzia|13 treze|14 catorze quatorze|15 quinze quinzena|16 dezasseis dezesseis
        |17 dezassete dezessete|18 dezoito|19 dezanove dezenove|20 vinte vigésimo vintena|30 trinta trigésimo|40 quarenta|50 cinquenta
        |60 sessenta|70 setenta|80 oitenta|90 noventa|100 cem cento centena centenas centésimo|200 duzentos duzentas
        |300 trezentos trezentas|400 quatrocentos quatrocentas|500 quinhentos quinhentas|600 seiscentos seiscentas
        |700 setecentos setecentas|800 oitocentos oitocentas|900 novecentos novecentas`,
      scales: `1e3 mil milhar milhares|1e6 milhão milhões mi m|1e9 bilhão bilhões bi|1e12 trilhão trilhões bilião biliões tri`,
      halves: 'x meio meia',
      others: `0:00 meio-dia meia-noite|50,0.5 metade meio meia|25,0.25 quarto|m1 janeiro jan|m2 fevereiro fev|m3 março mar|m4 abril abr|m5 maio mai
        |m6 junho jun|m7 julho jul|m8 agosto ago|m9 setembro set|m10 outubro out|m11 novembro nov|m12 dezembro dez`,
      joins: 'e',
      ranges: 'a|ou|e|até',
    },
  ],
  [
    'ar',
    {
      values: `0 صفر|1 واحد واحدة احد احدى اول اولى مرة حادي|2 اثنان اثنين اثنا اثني اثنتان اثنتين ثنتين ثاني ثانية مرتين كلا|3 ثلاثة ثلاث ثالث ثالثة
        |4 أربعة أربع رابع رابعة|5 خمسة خمس خامس خامسة|6 ستة ست سادس سادسة|7 سبعة سبع سابع سابعة|8 ثمانية ثماني ثمان ثامن ثامنة|9 تسعة تسع تاسع تاسعة
        |10 عشرة عشر عاشر عاشرة عشرات|20 عشرون عشرين عشرينات عشرينيات|30 ثلاثون ثلاثين ثلاثينات ثلاثينيات|40 أربعون أربعين أربعينات أربعينيات
        |50 خمسون خمسين خمسينات خمسينيات|60 ستون ستين ستينات ستينيات|70 سبعون سبعين سبعينات سبعينيات|80 ثمانون ثمانين ثمانينات ثمانينيات
        |90 تسعون تسعين تسعينات تسعينيات|100 مئة مائة مئات|200 مئتان مئتين مئتا مئتي مائتان مائتين مائتي|300 ثلاثمئة ثلاثمائة
        |400 أربعمئة أربعمائة|500 خمسمئة خمسمائة|600 ستمئة ستمائة|700 سبعمئة سبعمائة|800 ثمانمئة ثمانمائة|900 تسعمئة تسعمائة
        |2e3 ألفان ألفين ألفا ألفي|2e6 مليونان مليونين مليونا مليوني|2e9 ملياران مليارين مليارا ملياري`,
      scales: `1e3 ألف آلاف ألفا ألاف|1e6 مليون ملايين مليونا|1e9 مليار مليارات مليارا بليون|1e12 تريليون تريليونات تريليونا`,
      halves: 'x نصف',
      others: `0:00 ظهر ظهرا منتصف|50,0.5 نصف|25,0.25 ربع|m1 يناير كانون جانفي|m2 فبراير شباط|m3 مارس آذار|m4 أبريل نيسان|m5 مايو أيار|m6 يونيو حزيران
        |m7 يوليو تموز|m8 أغسطس آب|m9 سبتمبر أيلول|m10 أكتوبر تشرين|m11 نوفمبر تشرين|m12 ديسمبر كانون`,
      joins: 'و',
      ranges: 'إلى|الى|أو|و',
      forms: arabicForms,
    },
  ],
]);
