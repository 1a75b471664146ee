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
  return conversions
    .flatMap(([small, large, factor]) => {
      if (name === small) return [{ value: quantity / factor, name: large }];
      return name === large ? [{ value: quantity * factor, name: small }] : [];
    })
    .filter(({ value }) => value >= 0.5 && Number.isInteger(value * 1000));
}

const conversions: readonly (readonly [small: string, large: string, factor: number])[] = [
  ['hour', 'day', 24],
  ['minute', 'hour', 60],
  ['day', 'week', 7],
  ['month', 'year', 12],
  ['year', 'decade', 10],
  ['cm', 'm', 100],
  ['m', 'km', 1000],
  ['kg', 'tonne', 1000],
  ['g', 'kg', 1000],
  ['kilowatt', 'megawatt', 1000],
  ['megawatt', 'gigawatt', 1000],
  ['hectare', 'km2', 100],
];

/**
 * The words of fr, en, de, es, pt, ru, it in one table, for they hardly clash. Longer names stand before those they begin with.
 * Cyrillic has no `\b`, so every word is bounded by hand.
 */
const words: readonly (readonly [name: string, pattern: string])[] = [
  [
    'point',
    'points? de pourcentage|percentage[- ]points?|basis points?|prozentpunkten?|puntos? porcentuales|pontos? percentua(?:l|is)|процентн\\p{L}+ пункт\\p{L}*|points?|punkten?|puntos?|pontos?|пункт\\p{L}{0,3}|балл\\p{L}{0,3}|очк\\p{L}{1,3}',
  ],
  [
    'percent',
    '[%٪]|pour cent|per cent|percent|pct|prozent|prozentige[nrsm]?|por ciento|por cento|per cento|процент(?:а|ов|ам|ами|ах)?',
  ],
  ['euro', '€|euros?|евро'],
  ['real', 'reais|reales|реал\\p{L}{0,3}'],
  [
    'dollar',
    '(?:us|u\\.s\\.|canadian|american) dollars?|(?:us)?\\$|dollars?|dollari|dólar(?:es)?|доллар\\p{L}{0,3}|usd',
  ],
  ['pound', '£|livres sterling|pounds? sterling|libras esterlinas|фунт\\p{L}{0,3} стерлингов'],
  [
    'franc',
    'chf|swiss francs?|francs?|franken|francos?|швейцарск\\p{L}{2,3} франк\\p{L}{0,3}|франк\\p{L}{0,3}',
  ],
  ['yen', 'yens?|yenes|ienes|¥|иен\\p{L}{0,2}'],
  ['rouble', 'roubles?|rubles?|rubel|rublos?|рубл\\p{L}{1,3}'],
  ['yuan', 'yuans?|юан\\p{L}{1,3}'],
  ['peso', 'pesos?|песо'],
  [
    'km2',
    'km²|km2|kilomètres carrés|square kilomet(?:er|re)s|sq\\.? ?km|quadratkilometern?|kilómetros cuadrados|quil[óôo]metros quadrados|кв\\.? ?км|км²|квадратн\\p{L}+ километр\\p{L}*',
  ],
  [
    'm2',
    'm²|m2|mètres carrés|square met(?:er|re)s|quadratmetern?|metros cuadrados|metros quadrados|кв\\.? ?м|м²|квадратн\\p{L}+ метр\\p{L}*',
  ],
  ['km', 'km|kilomètres?|kilomet(?:er|re)s?|kilometern?|kilómetros?|quil[óôo]metros?|км|километр\\p{L}{0,3}'],
  ['cm', 'cm|centimètres?|centimet(?:er|re)s?|zentimetern?|centímetros?|см|сантиметр\\p{L}{0,3}'],
  ['mm', 'mm|millimètres?|millimet(?:er|re)s?|millimetern?|milímetros?|мм|миллиметр\\p{L}{0,3}'],
  ['m', 'm|mètres?|met(?:er|re)s?|metern?|metros?|м|метр(?:а|ов|ам|ами|ах|ы)?'],
  ['mile', 'miles?|meilen?|millas?|milhas?|мил(?:ь|и|я|ю|ях|ям)'],
  ['foot', 'feet|foot|ft|pieds?|fuß|pies?|pés|фут(?:а|ов)?'],
  ['hectare', 'hectares?|ha|hektar|hectáreas?|га|гектар\\p{L}{0,3}'],
  ['acre', 'acres?|акр\\p{L}{0,2}'],
  ['tonne', 'tonnes?|tons?|tonnen|toneladas?|t|тонн\\p{L}{0,3}'],
  [
    'kg',
    'kg|kilos?|kilogrammes?|kilograms?|kilogramm|kilogramos?|quilos?|quilogramas?|кг|килограмм\\p{L}{0,3}',
  ],
  ['g', 'grammes?|grams?|gramm|gramos?|gramas?|грамм\\p{L}{0,3}'],
  ['barrel', 'barils?|barrels?|barriles|barril|barris|баррел\\p{L}{1,3}'],
  ['kilowatt', 'kw|kilowatts?|kilovatios?|quilowatts?|киловатт\\p{L}{0,3}|квт'],
  ['megawatt', 'mw|mégawatts?|megawatts?|megavatios?|мегаватт\\p{L}{0,3}|мвт'],
  ['gigawatt', 'gw|gigawatts?|gigavatios?|гигаватт\\p{L}{0,3}|гвт'],
  ['degree', 'degrés?|degrees?|°(?:\\s?c)?|grade?n?|grados?|graus?|градус\\p{L}{0,3}'],
  ['second', 'secondes?|seconds?|secs?|sekunden?|segundos?|сек|секунд\\p{L}{0,3}'],
  ['minute', 'minutes?|mins?|minuten?|minütig\\p{L}*|minutos?|мин|минут\\p{L}{0,3}'],
  ['hour', 'heures?|hours?|hrs?|stunden?|stündig\\p{L}*|horas?|час(?:а|ов|ам|ами|ах)?'],
  ['day', 'jours?|days?|tagen?|tage|tägig\\p{L}*|días?|dias?|день|дн(?:я|ей|ям|ями|ях)|сут\\p{L}{2,3}'],
  ['week', 'semaines?|weeks?|wochen?|wöchig\\p{L}*|semanas?|недел\\p{L}{1,3}'],
  ['month', 'mois|months?|monate?n?|monatig\\p{L}*|mes(?:es)?|mês|meses|месяц\\p{L}{0,3}'],
  ['year', 'ans?|années?|years?|jahre?n?|jährig\\p{L}*|años?|anos?|лет|год(?:а|ы|у|ом|ов|ам)?|летн\\p{L}+'],
  ['decade', 'décennies?|decades?|jahrzehnten?|jahrzehnte|décadas?|десятилети\\p{L}+'],
];

/** The letters of the languages above: V8 takes a hundred times as long to make an expression of all letters there are, whatever their case. */
const letter = '[a-z\\u00aa-\\u024f\\u0300-\\u036f\\u0400-\\u052f]';
const spelled = (pattern: string): string => pattern.replaceAll('\\p{L}', letter);

const between = "[\\s\\u2010\\u2011-]{0,2}(?:d['’]|de |of |des |du )?";
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
