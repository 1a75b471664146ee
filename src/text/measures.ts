/** What a number counts, as far as a wrong one would be another value: 20 % are no 20 points, 12 km no 12 miles. */
export type Measure = {
  /** The same in every language: `percent`, `euro`, `km`. */
  readonly name: string;
  /** Whether a number that has it must have it in a translation too; `34 ans` may be `34`, but 3 million euros are no 3 million. */
  readonly kept: boolean;
};

/**
 * The measure that is written behind a number (`12 km`, `3 millions d'euros`, `34-jährig`) or before it (`$3`).
 *
 * @param before up to the number, some characters of it
 * @param after from its end on
 */
export function measureAt(before: string, after: string): Measure | undefined {
  const first = firstBehind.exec(after)?.[1];
  const word = first === undefined ? undefined : behindBeginning(first.toLowerCase()).exec(after)?.[1];
  if (word !== undefined) return measureNamed(word.toLowerCase());
  const sign = signBefore.exec(before)?.[1];
  const name = sign === undefined ? undefined : signs.get(sign.toLowerCase());
  return name === undefined ? undefined : { name, kept: true };
}

/** What as many of one measure are in another; conversions that every reader makes in the head. */
export function convert(quantity: number, name: string): readonly { value: number; name: string }[] {
  if (name === 'day' && quantity === 15) return [{ value: 2, name: 'week' }];
  if (name === 'day' && quantity === 8) return [{ value: 1, name: 'week' }];
  if (name === 'degree')
    return [quantity, -quantity].map((value) => ({ value: toFahrenheit(value), name: 'fahrenheit' }));
  return conversions
    .flatMap(([small, large, factor]) => {
      if (name === small) return [{ value: quantity / factor, name: large }];
      return name === large ? [{ value: quantity * factor, name: small }] : [];
    })
    .filter(({ value }) => value >= 0.5 && Number.isInteger(value * 1000));
}

/** As a desk writes it: whole degrees, without their sign, as the values of numbers are. */
function toFahrenheit(celsius: number): number {
  return Math.abs(Math.round(celsius * 1.8 + 32));
}

const conversions: readonly (readonly [small: string, large: string, factor: number])[] = [
  ['hour', 'day', 24],
  ['minute', 'hour', 60],
  ['day', 'week', 7],
  ['month', 'year', 12],
  ['year', 'decade', 10],
  ['cm', 'm', 100],
  ['m', 'km', 1000],
  ['mm', 'cm', 10],
  ['millilitre', 'litre', 1000],
  ['centilitre', 'litre', 100],
  ['litre', 'hectolitre', 100],
  ['kg', 'tonne', 1000],
  ['mg', 'g', 1000],
  ['g', 'kg', 1000],
  ['kilowatt', 'megawatt', 1000],
  ['megawatt', 'gigawatt', 1000],
  ['kilowatt-hour', 'megawatt-hour', 1000],
  ['megawatt-hour', 'gigawatt-hour', 1000],
  ['gigawatt-hour', 'terawatt-hour', 1000],
  ['second', 'minute', 60],
  ['hectare', 'km2', 100],
];

/**
 * The words of fr, en, de, es, pt, ru, it in one table, for they hardly clash. Longer names stand before those they begin with.
 * Cyrillic has no `\b`, so every word is bounded by hand.
 */
const words: readonly (readonly [name: string, pattern: string])[] = [
  [
    'point',
    'points? de pourcentage|percentage[- ]points?|basis points?|prozentpunkten?|puntos? porcentuales|pontos? percentua(?:l|is)|punt[oi] percentual[ei]|процентн\\p{L}+ пункт\\p{L}*|points?|punkten?|puntos?|pontos?|punt[oi]|пункт\\p{L}{0,3}|балл\\p{L}{0,3}|очк\\p{L}{1,3}',
  ],
  [
    'percent',
    '[%٪]|pour cent|per cent|percent|pct|prozent|prozentige[nrsm]?|por ciento|por cento|per cento|процент(?:а|ов|ам|ами|ах)?',
  ],
  ['euro', '€|euros?|евро'],
  ['real', 'reais|reales|реал\\p{L}{0,3}'],
  [
    'dollar',
    '(?:us|u\\.s\\.|canadian|american) dollars?|(?:us)?\\$|dollars?|dollar[oi]|dólar(?:es)?|доллар\\p{L}{0,3}|usd',
  ],
  [
    'lira',
    'livres? turques?|lires?|(?:turkish )?liras?|türkische lira|liras? turcas?|lir[ae]|лир\\p{L}{0,2}',
  ],
  [
    'pound',
    '£|livres? sterling|pounds? sterling|pfund sterling|libras? esterlinas?|sterlin[ae]|фунт\\p{L}{0,3} стерлингов',
  ],
  [
    'franc',
    'chf|swiss francs?|francs?|franken|francos?|franch?i|franco|швейцарск\\p{L}{2,3} франк\\p{L}{0,3}|франк\\p{L}{0,3}',
  ],
  ['yen', 'yens?|yenes|ienes|¥|иен\\p{L}{0,2}'],
  ['rouble', 'roubles?|rubles?|rubel|rublos?|rubl[oi]|рубл\\p{L}{1,3}'],
  ['yuan', 'yuans?|юан\\p{L}{1,3}'],
  ['peso', 'pesos?|песо'],
  ['crown', 'couronnes?|kron(?:er|or|en|a|e)|crowns?|coron(?:as?|e)|coroas?|крон\\p{L}{0,2}'],
  ['rupee', 'roupies?|rupees?|rupiahs?|rupien?|rupias?|рупи\\p{L}{1,2}'],
  ['shekel', 'shekels?|schekel|séquels?|séqueles|shequeles|siclos|шекел\\p{L}{1,3}'],
  ['dirham', 'dirhams?|dírhams?|дирхам\\p{L}{0,3}'],
  ['dinar', 'dinars?|dinaren?|dinares|dinar[oi]|динар\\p{L}{0,3}'],
  ['riyal', 'riyals?|rials?|riales|риал\\p{L}{0,3}'],
  ['zloty', 'zlotys?|złoty(?:ch)?|zlotis?|злот\\p{L}{1,3}'],
  ['forint', 'forints?|forintos|fiorini|форинт\\p{L}{0,3}'],
  ['hryvnia', 'hryvnias?|hrywnja|grivnas?|grivnias?|hryvnie|гривн\\p{L}{0,3}|гривен'],
  ['naira', 'nairas?|naire|найр\\p{L}{0,2}'],
  [
    'km2',
    'km²|km2|kmq|chilometr[oi] quadrat[oi]|kilomètres carrés|square kilomet(?:er|re)s|sq\\.? ?km|quadratkilometern?|kilómetros cuadrados|quil[óôo]metros quadrados|кв\\.? ?км|км²|квадратн\\p{L}+ километр\\p{L}*',
  ],
  [
    'm2',
    'm²|m2|mq|metr[oi] quadrat[oi]|mètres carrés|square met(?:er|re)s|quadratmetern?|metros cuadrados|metros quadrados|кв\\.? ?м|м²|квадратн\\p{L}+ метр\\p{L}*',
  ],
  [
    'km',
    'km|kmh|kph|chilometr[oi]|kilomètres?|kilomet(?:er|re)s?|kilometern?|kilómetros?|quil[óôo]metros?|км|километр\\p{L}{0,3}',
  ],
  [
    'cm',
    'cm|centimetr[oi]|centimètres?|centimet(?:er|re)s?|zentimetern?|centímetros?|см|сантиметр\\p{L}{0,3}',
  ],
  [
    'mm',
    'mm|millimetr[oi]|millimètres?|millimet(?:er|re)s?|millimetern?|milímetros?|мм|миллиметр\\p{L}{0,3}',
  ],
  ['m', 'm|metr[oi]|mètres?|met(?:er|re)s?|metern?|metros?|м|метр(?:а|ов|ам|ами|ах|ы)?'],
  ['mile', 'mph|miles?|migli[ao]|meilen?|millas?|milhas?|мил(?:ь|и|я|ю|ях|ям)'],
  ['inch', 'pouces?|inch(?:es)?|zoll|pulgadas?|polegadas?|pollic[ei]|дюйм\\p{L}{0,3}'],
  ['yard', 'yards?|yardas?|jardas?|ярд\\p{L}{0,3}'],
  ['knot', 'nœuds?|knots?|knoten|nudos?|nós|nod[oi]|узл\\p{L}{1,3}|узел'],
  ['foot', 'feet|pied[ei]|foot|ft|pieds?|fuß|pies?|pés|фут(?:а|ов)?'],
  ['hectare', 'hectares?|ha|hektar|hectáreas?|ettar[oi]|га|гектар\\p{L}{0,3}'],
  ['acre', 'acres?|acri|акр\\p{L}{0,2}'],
  ['tonne', 'tonnes?|tons?|tonnen|toneladas?|tonnellat[ae]|t|тонн\\p{L}{0,3}'],
  [
    'kg',
    'kg|kilos?|kilogrammes?|kilograms?|kilogramm|kilogramos?|quilos?|quilogramas?|chil[oi]|chilogramm[oi]|кг|килограмм\\p{L}{0,3}',
  ],
  ['mg', 'mg|milligrammes?|milligrams?|milligramm[oi]?|miligramos?|miligramas?|мг|миллиграмм\\p{L}{0,3}'],
  ['g', 'gr?|grammes?|grams?|gramm[oi]?|gramos?|gramas?|г(?!\\.)|грамм\\p{L}{0,3}'],
  ['ounce', 'onces?|ounces?|oz|unzen?|onzas?|onças?|унци\\p{L}{1,2}'],
  ['millilitre', 'ml|millilitres?|milliliters?|mililitros?|millilitr[oi]|мл|миллилитр\\p{L}{0,3}'],
  ['centilitre', 'cl|centilitres?|centiliters?|zentiliter|centilitros?|centilitr[oi]|сантилитр\\p{L}{0,3}'],
  ['hectolitre', 'hl|hectolitres?|hectoliters?|hektolitern?|hectolitros?|ettolitr[oi]|гектолитр\\p{L}{0,3}'],
  ['litre', "l(?!['’])|litres?|liters?|litern|litros?|litr[oi]|л(?!\\.)|литр\\p{L}{0,3}"],
  ['gallon', 'gallons?|gallonen|galones|galón|galões|gallon[ei]|галлон\\p{L}{0,3}'],
  ['barrel', 'baril[ei]|barils?|barrels?|barriles|barril|barris|баррел\\p{L}{1,3}'],
  ['kilowatt-hour', wattHours('kilo', 'kilo', 'quilo', 'chilo', 'кило')],
  ['megawatt-hour', wattHours('méga', 'mega', 'mega', 'mega', 'мега')],
  ['gigawatt-hour', wattHours('giga', 'giga', 'giga', 'giga', 'гига')],
  ['terawatt-hour', wattHours('téra', 'tera', 'tera', 'tera', 'тера')],
  ['kilowatt', 'kw|chilowatt|kilowatts?|kilovatios?|quilowatts?|киловатт\\p{L}{0,3}|квт'],
  ['megawatt', 'mw|mégawatts?|megawatts?|megavatios?|мегаватт\\p{L}{0,3}|мвт'],
  ['gigawatt', 'gw|gigawatts?|gigavatios?|гигаватт\\p{L}{0,3}|гвт'],
  [
    'fahrenheit',
    '°\\s?f|(?:degrés?|degrees?|grade?|grados?|graus?|grad[oi]) fahrenheit|градус\\p{L}{0,3} (?:по )?фаренгейт\\p{L}{0,2}|fahrenheit',
  ],
  ['degree', 'degrés?|grad[oi]|celsius|degrees?|°(?:\\s?c)?|grade?n?|grados?|graus?|градус\\p{L}{0,3}'],
  ['second', 'secondes?|seconds?|secs?|sekunden?|segundos?|second[oi]|сек|секунд\\p{L}{0,3}'],
  ['minute', 'minutes?|mins?|minuten?|minütig\\p{L}*|minutos?|minut[oi]|мин|минут\\p{L}{0,3}'],
  ['hour', 'heures?|hours?|hrs?|stunden?|stündig\\p{L}*|horas?|or[ae]|час(?:а|ов|ам|ами|ах)?'],
  [
    'day',
    'jours?|days?|tagen?|tage|tägig\\p{L}*|días?|dias?|giorn[oi]|день|дн(?:я|ей|ям|ями|ях)|сут\\p{L}{2,3}',
  ],
  ['week', 'semaines?|weeks?|wochen?|wöchig\\p{L}*|semanas?|settiman[ae]|недел\\p{L}{1,3}'],
  ['month', 'mois|months?|monate?n?|monatig\\p{L}*|mes(?:es)?|mês|meses|mes[ei]|месяц\\p{L}{0,3}'],
  [
    'year',
    'ans?|années?|years?|jahre?n?|jährig\\p{L}*|años?|anos?|ann[oi]|лет|год(?:а|ы|у|ом|ов|ам)?|летн\\p{L}+',
  ],
  ['decade', 'décennies?|decades?|jahrzehnten?|jahrzehnte|décadas?|decenni[o]?|десятилети\\p{L}+'],
];

/** What is begun with `kilo` or the like, in French, then in English, German and Spanish, then in Portuguese, Italian and Russian. */
function wattHours(fr: string, en: string, pt: string, it: string, ru: string): string {
  const signs = `${en.slice(0, 1)}wh|${ru.slice(0, 1)}вт[⋅·*.-]?ч`;
  const latin = `${fr}watts?[- ]?heures?|${en}watt[- ]?hours?|${en}wattstunden?|${en}vatios?[- ]hora`;
  return `${signs}|${latin}|${pt}watts?[- ]hora|${it}wattora|${ru}ватт-час\\p{L}{0,2}`;
}

/** The letters of the languages above: V8 takes a hundred times as long to make an expression of all letters there are, whatever their case. */
export const letter = '[a-z\\u00aa-\\u024f\\u0300-\\u036f\\u0400-\\u052f]';
/** A pattern in which `\\p{L}` stands for one of those letters. */
export const spelled = (pattern: string): string => pattern.replaceAll('\\p{L}', letter);

const between = "[\\s\\u2010\\u2011-]{0,2}(?:d['’]|d[eiu] |of |des )?";
const firstBehind = new RegExp(`^${between}(\\S)`, 'iu');

/** What may be a measure and begins with a character; the whole table in one expression would be tried at every number. */
function behindBeginning(first: string): RegExp {
  const known = behind.get(first);
  if (known) return known;
  const likely = words
    .flatMap(([, pattern]) => alternativesOf(spelled(pattern)))
    .filter((pattern) => /^[([\\]/u.test(pattern) || pattern.startsWith(first));
  const made = new RegExp(`^${between}(${likely.join('|')})(?<!${letter}(?=${letter}))(?![²³])`, 'iu');
  if (behind.size < 500) behind.set(first, made);
  return made;
}

const behind = new Map<string, RegExp>();

/** The parts of a pattern between the bars that stand in no group. */
function alternativesOf(pattern: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, character] of [...pattern].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character !== '|' || depth > 0) continue;
    parts.push(pattern.slice(start, at));
    start = at + 1;
  }
  return [...parts, pattern.slice(start)];
}

const measurePatterns = words.map(
  ([name, pattern]) => [name, new RegExp(`^(?:${spelled(pattern)})$`, 'iu')] as const,
);

function measureNamed(word: string): Measure | undefined {
  const known = found.get(word);
  if (known) return known;
  const name = measurePatterns.find(([, pattern]) => pattern.test(word))?.[0];
  if (name === undefined) return undefined;
  const measure = { name, kept: kept.has(name) };
  if (found.size < 500) found.set(word, measure);
  return measure;
}

/** Measures that were found, by the word: copy has few of them, often. */
const found = new Map<string, Measure>();

const signBefore = /(us\$|r\$|[$€£¥]|\b(?:eur|usd|gbp|chf))\s?$/iu;
const signs = new Map([
  ['$', 'dollar'],
  ['us$', 'dollar'],
  ['usd', 'dollar'],
  ['r$', 'real'],
  ['€', 'euro'],
  ['eur', 'euro'],
  ['£', 'pound'],
  ['gbp', 'pound'],
  ['¥', 'yen'],
  ['chf', 'franc'],
]);

const kept = new Set([
  'percent',
  'euro',
  'dollar',
  'pound',
  'franc',
  'yen',
  'rouble',
  'yuan',
  'peso',
  'real',
]);
