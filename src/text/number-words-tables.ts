import type { NumberTable } from './number-words.ts';

/** The number words of languages that need no grammar: a word is looked up as it is. */
export const tables: readonly (readonly [language: string, table: NumberTable])[] = [
  [
    'fr',
    {
      values: `0 zéro|1 un une premier première premiers premières unième|2 deux ?second ?seconde deuxième deuxièmes ?double ?doublé ?doublée ?doubler ?doublent
        |3 trois troisième troisièmes ?triple ?triplé ?triplée ?tripler ?triplent|4 quatre quatrième ?quadruple ?quadruplé|5 cinq cinquième cinquièmes
        |6 six sixième|7 sept septième|8 huit huitième ?huitièmes|9 ?neuf neuvième|10 dix dixième dizaine dizaines|11 onze onzième|12 douze douzième
        |13 treize treizième|14 quatorze quatorzième|15 quinze quinzième ~quinzaine|16 seize seizième ?seizièmes|20 vingt vingts vingtième vingtaine
        |30 trente trentième trentaine|40 quarante quarantième ~quarantaine|50 cinquante cinquantième ~cinquantaine|60 soixante soixantième ~soixantaine
        |70 septante|80 huitante octante|90 nonante|100 cent cents centième centaine centaines`,
      scales: `12 douzaine douzaines|1e3 mille millier milliers k|1e6 million millions millionième m|1e9 milliard milliards md mds|1e12 billion billions`,
      halves: 'x demi demie',
      others: `0:00 ?midi ?minuit|50,0.5 ~moitié ?demi ?demie|33,1/3 ~tiers|25,0.25 ~quart|75,25,0.25,0.75 ~quarts|m1 janvier ?janv|m2 février ?févr
        |m3 mars ?Mars|m4 avril ?avr|m5 mai ?Mai|m6 juin|m7 juillet ?juil|m8 août|m9 septembre ?sept|m10 octobre ?oct|m11 novembre ?nov|m12 décembre ?déc
        |w1 lundi|w2 mardi|w3 mercredi|w4 jeudi|w5 vendredi|w6 samedi|w7 dimanche`,
      joins: 'et',
      ranges: 'à|a|ou|et',
      of: "d(?:e|es|u)\\s+(?!finale)|d['’]",
      twenties: true,
    },
  ],
  [
    'en',
    {
      values: `0 zero nil|1 one ?a ?an ?once first|2 two twice ?second ?both ?double ?doubled ?doubling ?doubles ?twofold ?couple ?pair ?duo ?halved ?halving ?halve
        |3 three third thirds thrice triple tripled tripling threefold ?trio|4 four fourth quadruple quadrupled fourfold|5 five fifth fifths|6 six sixth
        |7 seven seventh|8 eight eighth|9 nine ninth|10 ten tenth tens ?dozen ?dozens|11 eleven eleventh|12 twelve twelfth|13 thirteen thirteenth
        |14 fourteen fourteenth ?fortnight|15 fifteen fifteenth ?fortnight|16 sixteen sixteenth|17 seventeen seventeenth|18 eighteen eighteenth
        |19 nineteen nineteenth|20 twenty twentieth twenties|30 thirty thirtieth thirties|40 forty fortieth forties
        |50 fifty fiftieth fifties|60 sixty sixtieth sixties|70 seventy seventieth seventies|80 eighty eightieth eighties
        |90 ninety ninetieth nineties|100 hundred hundreds hundredth`,
      scales:
        '12 dozen dozens|1e3 thousand thousands k|1e6 million millions m mn|1e9 billion billions bn b|1e12 trillion trillions tn trn',
      halves: 'x half',
      others: `0:00 ?noon ?midday ?midnight|50,0.5 ?half|33,1/3 ?third ?thirds|25,0.25 ?quarter|75,25,0.25,0.75 ?quarters|m1 January ?jan|m2 February ?feb
        |m3 March ?march ?mar|m4 April ?apr|m5 ?may|m6 June ?jun|m7 July ?jul|m8 August ?august ?aug|m9 September ?sept ?sep|m10 October ?oct|m11 November ?nov
        |m12 December ?dec|w1 Monday|w2 Tuesday|w3 Wednesday|w4 Thursday|w5 Friday|w6 Saturday|w7 Sunday`,
      joins: 'and(?: an?)?',
      ranges: 'to|or|and',
      of: 'of\\s+',
    },
  ],
  [
    'es',
    {
      values: `0 cero|1 un uno una primer primero primera primeros primeras|2 dos ?segundo ?segunda ?segundos ?ambos ?ambas ?doble ?duplicar ?duplicó ?duplicado
        ?duplicaron|3 tres tercer tercero tercera ?terceros ?terceras triple triplicó triplicado triplicaron triplicar|4 cuatro ?cuarto ?cuarta ?cuartos
        |5 cinco ?quinto ?quinta|6 seis sexto sexta|7 siete séptimo séptima|8 ocho octavo octava ?octavos|9 nueve noveno novena
        |10 diez décimo décima decena decenas|11 once undécimo undécima|12 doce duodécimo duodécima|13 trece decimotercero decimotercer decimotercera
        |14 catorce decimocuarto decimocuarta|15 quince decimoquinto decimoquinta ?quincena|16 dieciséis decimosexto decimosexta
        |17 diecisiete decimoséptimo decimoséptima|18 dieciocho decimoctavo decimoctava|19 diecinueve decimonoveno decimonovena
        |20 veinte vigésimo vigésima veintena|21 veintiuno veintiún veintiuna|22 veintidós|23 veintitrés|24 veinticuatro|25 veinticinco|26 veintiséis
        |27 veintisiete|28 veintiocho|29 veintinueve|30 treinta treintena trigésimo trigésima|40 cuarenta cuarentena|50 cincuenta cincuentena|60 sesenta
        |70 setenta|80 ochenta|90 noventa|100 cien ciento cientos centenar centenares centésimo|200 doscientos doscientas
        |300 trescientos trescientas|400 cuatrocientos cuatrocientas|500 quinientos quinientas|600 seiscientos seiscientas
        |700 setecientos setecientas|800 ochocientos ochocientas|900 novecientos novecientas`,
      scales: `12 docena docenas|1e3 mil millar miles millares|1e6 millón millones m|1e9 millardo millardos|1e12 billón billones`,
      halves: 'x medio media',
      others: `0:00 ?mediodía ?medianoche|50,0.5 ?mitad ?medio ?media|33,1/3 ?tercio ?tercios ?tercera ?terceras|25,0.25 ?cuarto ?cuarta|75,25,0.25,0.75 ?cuartos ?cuartas
        |m1 enero ?ene|m2 febrero ?feb|m3 marzo|m4 abril ?abr|m5 mayo|m6 junio|m7 julio|m8 agosto|m9 septiembre setiembre ?sep ?sept|m10 octubre ?oct
        |m11 noviembre ?nov|m12 diciembre ?dic|w1 lunes|w2 martes|w3 miércoles|w4 jueves|w5 viernes|w6 sábado|w7 domingo`,
      joins: 'y',
      ranges: 'a|o|u|y|hasta',
      of: 'de\\s+',
    },
  ],
  [
    'pt',
    {
      values: `0 zero|1 um uma primeiro primeira primeiros primeiras|2 dois duas ?segundo ?segunda ?segundos ?ambos ?ambas ?dobro ?dobrou ?dobraram ?duplicou
        ?duplicaram ?duplo ?dupla|3 três ?terceiro ?terceira ?terceiros triplo triplicou triplicaram|4 quatro ?quarto ?quarta ?quartos ?quartas
        |5 cinco ?quinto ?quinta|6 seis sexto ?sexta ?meia|7 sete sétimo sétima|8 oito oitavo oitava ?oitavas ?oitavos|9 nove nono nona
        |10 dez décimo décima dezena dezenas|11 onze|12 doze|13 treze|14 catorze quatorze|15 quinze ?quinzena|16 dezasseis dezesseis
        |17 dezassete dezessete|18 dezoito|19 dezanove dezenove|20 vinte vigésimo vigésima vintena|30 trinta trigésimo trigésima trintena|40 quarenta ?quarentena
        |50 cinquenta cinquentena|60 sessenta|70 setenta|80 oitenta|90 noventa|100 cem cento centena centenas centésimo|200 duzentos duzentas
        |300 trezentos trezentas|400 quatrocentos quatrocentas|500 quinhentos quinhentas|600 seiscentos seiscentas
        |700 setecentos setecentas|800 oitocentos oitocentas|900 novecentos novecentas`,
      scales: `12 dúzia dúzias|1e3 mil milhar milhares|1e6 milhão milhões mi m|1e9 bilhão bilhões bi|1e12 trilhão trilhões bilião biliões tri`,
      halves: 'x meio meia',
      others: `0:00 ?meio-dia ?meia-noite|50,0.5 ?metade ?meio ?meia|33,1/3 ?terço ?terços|25,0.25 ?quarto ?quarta|75,25,0.25,0.75 ?quartos|m1 janeiro ?jan
        |m2 fevereiro ?fev|m3 março ?mar|m4 abril ?abr|m5 maio ?mai|m6 junho ?jun|m7 julho ?jul|m8 agosto ?ago|m9 setembro ?set|m10 outubro ?out
        |m11 novembro ?nov|m12 dezembro ?dez|w1 ?segunda|w2 terça|w3 ?quarta|w4 ?quinta|w5 ?sexta|w6 sábado|w7 domingo`,
      joins: 'e',
      ranges: 'a|ou|e|até',
      of: 'de\\s+',
    },
  ],
];
