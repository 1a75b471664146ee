/**
 * The words for measures of fr, en, de, es, pt, ru, it in one table, for they hardly clash. Longer names stand before those they begin
 * with. Forms are written in lower case between bars; `(s)` may be left out, for `{0,3}` there are so many letters, and none of the
 * characters behind `!` may follow.
 */
export const measureWords: readonly (readonly [name: string, forms: string])[] = [
  [
    'point',
    'point(s) de pourcentage|percentage-point(s)|percentage point(s)|basis point(s)|prozentpunkte(n)|punto(s) porcentuales|ponto(s) percentual|ponto(s) percentuais|punto percentuale|punto percentuali|punti percentuale|punti percentuali|процентн{1,40} пункт{0,40}|point(s)|punkte(n)|punto(s)|ponto(s)|punto|punti|пункт{0,3}|балл{0,3}|очк{1,3}',
  ],
  [
    'percent',
    '%|٪|pour cent|per cent|percent|pct|prozent|prozentigen|prozentiger|prozentiges|prozentigem|prozentige|por ciento|por cento|per cento|процента|процентов|процентам|процентами|процентах|процент',
  ],
  ['euro', '€|euro(s)|евро'],
  ['real', 'reais|reales|реал{0,3}'],
  [
    'dollar',
    'us dollar(s)|u.s. dollar(s)|canadian dollar(s)|american dollar(s)|(us)$|dollar(s)|dollaro|dollari|dólar(es)|доллар{0,3}|usd',
  ],
  ['lira', 'livre(s) turque(s)|lire(s)|(turkish )lira(s)|türkische lira|lira(s) turca(s)|lira|lire|лир{0,2}'],
  [
    'pound',
    '£|livre(s) sterling|pound(s) sterling|pfund sterling|libra(s) esterlina(s)|sterlina|sterline|фунт{0,3} стерлингов',
  ],
  [
    'franc',
    'chf|swiss franc(s)|franc(s)|franken|franco(s)|franc(h)i|franco|швейцарск{2,3} франк{0,3}|франк{0,3}',
  ],
  ['yen', 'yen(s)|yenes|ienes|¥|иен{0,2}'],
  ['rouble', 'rouble(s)|ruble(s)|rubel|rublo(s)|rublo|rubli|рубл{1,3}'],
  ['yuan', 'yuan(s)|юан{1,3}'],
  ['peso', 'peso(s)|песо'],
  ['crown', 'couronne(s)|kroner|kronor|kronen|krona|krone|crown(s)|corona(s)|corone|coroa(s)|крон{0,2}'],
  ['rupee', 'roupie(s)|rupee(s)|rupiah(s)|rupie(n)|rupia(s)|рупи{1,2}'],
  ['shekel', 'shekel(s)|schekel|séquel(s)|séqueles|shequeles|siclos|шекел{1,3}'],
  ['dirham', 'dirham(s)|dírham(s)|дирхам{0,3}'],
  ['dinar', 'dinar(s)|dinare(n)|dinares|dinaro|dinari|динар{0,3}'],
  ['riyal', 'riyal(s)|rial(s)|riales|риал{0,3}'],
  ['zloty', 'zloty(s)|złoty(ch)|zloti(s)|злот{1,3}'],
  ['forint', 'forint(s)|forintos|fiorini|форинт{0,3}'],
  ['hryvnia', 'hryvnia(s)|hrywnja|grivna(s)|grivnia(s)|hryvnie|гривн{0,3}|гривен'],
  ['naira', 'naira(s)|naire|найр{0,2}'],
  [
    'km2',
    'km²|km2|kmq|chilometro quadrato|chilometro quadrati|chilometri quadrato|chilometri quadrati|kilomètres carrés|square kilometers|square kilometres|sq(.)( )km|quadratkilometer(n)|kilómetros cuadrados|quilómetros quadrados|quilômetros quadrados|quilometros quadrados|кв(.)( )км|км²|квадратн{1,40} километр{0,40}',
  ],
  [
    'm2',
    'm²|m2|mq|metro quadrato|metro quadrati|metri quadrato|metri quadrati|mètres carrés|square meters|square metres|quadratmeter(n)|metros cuadrados|metros quadrados|кв(.)( )м|м²|квадратн{1,40} метр{0,40}',
  ],
  [
    'km',
    'km|kmh|kph|chilometro|chilometri|kilomètre(s)|kilometer(s)|kilometre(s)|kilometer(n)|kilómetro(s)|quilómetro(s)|quilômetro(s)|quilometro(s)|км|километр{0,3}',
  ],
  [
    'cm',
    'cm|centimetro|centimetri|centimètre(s)|centimeter(s)|centimetre(s)|zentimeter(n)|centímetro(s)|см|сантиметр{0,3}',
  ],
  [
    'mm',
    'mm|millimetro|millimetri|millimètre(s)|millimeter(s)|millimetre(s)|millimeter(n)|milímetro(s)|мм|миллиметр{0,3}',
  ],
  [
    'm',
    'm|metro|metri|mètre(s)|meter(s)|metre(s)|meter(n)|metro(s)|м|метра|метров|метрам|метрами|метрах|метры|метр',
  ],
  ['mile', 'mph|mile(s)|miglia|miglio|meile(n)|milla(s)|milha(s)|миль|мили|миля|милю|милях|милям'],
  ['inch', 'pouce(s)|inch(es)|zoll|pulgada(s)|polegada(s)|pollice|pollici|дюйм{0,3}'],
  ['yard', 'yard(s)|yarda(s)|jarda(s)|ярд{0,3}'],
  ['knot', 'nœud(s)|knot(s)|knoten|nudo(s)|nós|nodo|nodi|узл{1,3}|узел'],
  ['foot', 'feet|piede|piedi|foot|ft|pied(s)|fuß|pie(s)|pés|фута|футов|фут'],
  ['hectare', 'hectare(s)|ha|hektar|hectárea(s)|ettaro|ettari|га|гектар{0,3}'],
  ['acre', 'acre(s)|acri|акр{0,2}'],
  ['tonne', 'tonne(s)|ton(s)|tonnen|tonelada(s)|tonnellata|tonnellate|t|тонн{0,3}'],
  [
    'kg',
    'kg|kilo(s)|kilogramme(s)|kilogram(s)|kilogramm|kilogramo(s)|quilo(s)|quilograma(s)|chilo|chili|chilogrammo|chilogrammi|кг|килограмм{0,3}',
  ],
  [
    'mg',
    'mg|milligramme(s)|milligram(s)|milligrammo|milligrammi|milligramm|miligramo(s)|miligrama(s)|мг|миллиграмм{0,3}',
  ],
  ['g', 'g(r)|gramme(s)|gram(s)|grammo|grammi|gramm|gramo(s)|grama(s)|г!.|грамм{0,3}'],
  ['ounce', 'once(s)|ounce(s)|oz|unze(n)|onza(s)|onça(s)|унци{1,2}'],
  ['millilitre', 'ml|millilitre(s)|milliliter(s)|mililitro(s)|millilitro|millilitri|мл|миллилитр{0,3}'],
  [
    'centilitre',
    'cl|centilitre(s)|centiliter(s)|zentiliter|centilitro(s)|centilitro|centilitri|сантилитр{0,3}',
  ],
  [
    'hectolitre',
    'hl|hectolitre(s)|hectoliter(s)|hektoliter(n)|hectolitro(s)|ettolitro|ettolitri|гектолитр{0,3}',
  ],
  ['litre', "l!'’|litre(s)|liter(s)|litern|litro(s)|litro|litri|л!.|литр{0,3}"],
  ['gallon', 'gallon(s)|gallonen|galones|galón|galões|gallone|galloni|галлон{0,3}'],
  ['barrel', 'barile|barili|baril(s)|barrel(s)|barriles|barril|barris|баррел{1,3}'],
  ['kilowatt-hour', wattHours('kilo', 'kilo', 'quilo', 'chilo', 'кило')],
  ['megawatt-hour', wattHours('méga', 'mega', 'mega', 'mega', 'мега')],
  ['gigawatt-hour', wattHours('giga', 'giga', 'giga', 'giga', 'гига')],
  ['terawatt-hour', wattHours('téra', 'tera', 'tera', 'tera', 'тера')],
  ['kilowatt', 'kw|chilowatt|kilowatt(s)|kilovatio(s)|quilowatt(s)|киловатт{0,3}|квт'],
  ['megawatt', 'mw|mégawatt(s)|megawatt(s)|megavatio(s)|мегаватт{0,3}|мвт'],
  ['gigawatt', 'gw|gigawatt(s)|gigavatio(s)|гигаватт{0,3}|гвт'],
  [
    'fahrenheit',
    '° f|°\u00a0f|°f|degré(s) fahrenheit|degree(s) fahrenheit|grad(e) fahrenheit|grado(s) fahrenheit|grau(s) fahrenheit|grado fahrenheit|gradi fahrenheit|градус{0,3} (по )фаренгейт{0,2}|fahrenheit',
  ],
  [
    'degree',
    'degré(s)|grado|gradi|celsius|degree(s)|° c|°\u00a0c|°c|°|grad(e)(n)|grado(s)|grau(s)|градус{0,3}',
  ],
  ['second', 'seconde(s)|second(s)|sec(s)|sekunde(n)|segundo(s)|secondo|secondi|сек|секунд{0,3}'],
  ['minute', 'minute(s)|min(s)|minute(n)|minütig{0,40}|minuto(s)|minuto|minuti|мин|минут{0,3}'],
  [
    'hour',
    'heure(s)|hour(s)|hr(s)|stunde(n)|stündig{0,40}|hora(s)|ora|ore|часа|часов|часам|часами|часах|час',
  ],
  [
    'day',
    'jour(s)|day(s)|tage(n)|tage|tägig{0,40}|día(s)|dia(s)|giorno|giorni|день|дня|дней|дням|днями|днях|сут{2,3}',
  ],
  ['week', 'semaine(s)|week(s)|woche(n)|wöchig{0,40}|semana(s)|settimana|settimane|недел{1,3}'],
  ['month', 'mois|month(s)|monat(e)(n)|monatig{0,40}|mes(es)|mês|meses|mese|mesi|месяц{0,3}'],
  [
    'year',
    'an(s)|année(s)|year(s)|jahr(e)(n)|jährig{0,40}|año(s)|ano(s)|anno|anni|лет|года|годы|году|годом|годов|годам|год|летн{1,40}',
  ],
  ['decade', 'décennie(s)|decade(s)|jahrzehnte(n)|jahrzehnte|década(s)|decenni(o)|десятилети{1,40}'],
];

/** What is begun with `kilo` or the like, in French, then in English, German and Spanish, then in Portuguese, Italian and Russian. */
function wattHours(fr: string, en: string, pt: string, it: string, ru: string): string {
  return [
    `${en.slice(0, 1)}wh`,
    ...['', '⋅', '·', '*', '.', '-'].map((sign) => `${ru.slice(0, 1)}вт${sign}ч`),
    ...['-', ' ', ''].flatMap((blank) => [`${fr}watt(s)${blank}heure(s)`, `${en}watt${blank}hour(s)`]),
    `${en}wattstunde(n)`,
    ...['-', ' '].flatMap((blank) => [`${en}vatio(s)${blank}hora`, `${pt}watt(s)${blank}hora`]),
    `${it}wattora`,
    `${ru}ватт-час{0,2}`,
  ].join('|');
}
