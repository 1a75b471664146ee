import type { Asked, NumberTable } from './number-words.ts';

/** Italian writes a number as one word, and years of age and places as endings of it: `trecentoquattro`, `ottantenne`, `ventitreesimo`. */
export const italianNumbers: NumberTable = {
  values: `0 zero|1 un uno una primo ?prima primi ?prime|2 due ?secondo ?seconda ?secondi ?seconde ?entrambi ?entrambe ?doppio ?doppia ?doppietta ?duplice ?raddoppiare
    ?raddoppia ?raddoppiato ?raddoppiata ?raddoppiati ?raddoppiate ?paio ?coppia ?duo|3 tre ?terzo ?terza ?terzi ?terze ?triplo ?tripla ?triplice ?tripletta ?triplicare ?triplicato
    ?triplicata ?trio|4 quattro ?quarto ?quarta ?quarti ?quadruplo ?quadruplicato|5 cinque ?quinto ?quinta|6 ?sei sesto sesta|7 sette settimo settima|8 otto ottavo ottava ?ottavi
    |9 nove nono nona|10 dieci decimo decima decina decine|12 ~dozzina|15 ~quindicina|20 vent ~ventina|30 trent ~trentina|40 quarant ~quarantina ?quarantena|50 cinquant ~cinquantina
    |60 sessant ~sessantina|70 settant ~settantina|80 ottant ~ottantina|90 novant ~novantina|100 cento cent centinaio centinaia centesimo|1000 ?Mille
    |${centuries()}`,
  scales:
    '12 dozzina dozzine|1e3 mille mila migliaio migliaia|1e6 milione milioni mln|1e9 miliardo miliardi mld|1e12 bilione bilioni',
  halves: 'x mezzo mezza',
  others: `0:00 ?mezzogiorno ?mezzanotte|50,0.5 ?metà ?mezzo ?mezza ?mezz|33,1/3 ?terzo ?terzi|25,0.25 ?quarto|75,25,0.25,0.75 ?quarti|m1 gennaio ?gen|m2 febbraio ?feb|m3 marzo ?mar
    |m4 aprile ?apr|m5 maggio ?mag|m6 giugno ?giu|m7 luglio ?lug|m8 agosto ?ago|m9 settembre ?sett ?set|m10 ottobre ?ott|m11 novembre ?nov|m12 dicembre ?dic
    |w1 lunedì|w2 martedì|w3 mercoledì|w4 giovedì|w5 venerdì|w6 sabato|w7 domenica`,
  joins: 'e',
  ranges: 'a|o|e|fino a',
  of: "d(?:i|egli|ei|elle)\\s+(?!finale)|d['’]",
  read: italianNumber,
};

/** `il Novecento` are the years from 1900, the century that others count as the twentieth. */
function centuries(): string {
  return 'due tre quattro cinque sei sette otto nove'
    .split(' ')
    .map((name, index) => {
      const capital = name.slice(0, 1).toUpperCase() + name.slice(1);
      return `${(index + 2) * 100} ?${capital}cento|${index + 13} ?${capital}cento`;
    })
    .join('|');
}

/** `duemilatrecento`, `ventun`; with an ending, `trentaquattrenne`, `diciottesima`. */
function italianNumber(word: string): { value: number; asked: Asked } | undefined {
  if (!mayBeNumber.test(word)) return undefined;
  const plain = word.replaceAll('é', 'e');
  const value = cardinal(plain) ?? withEnding(plain);
  return value === undefined ? undefined : { value, asked: 'always' };
}

const mayBeNumber = /^(?:un|d[iou]|tr|qua|qui|cin|se|ott|nov|vent|cent|mill)/u;

/** An ending takes the last vowel of the number, unless that is stressed. */
function withEnding(word: string): number | undefined {
  const stem = /^(.{3,})(?:enn[ei]|esim[oaie])$/u.exec(word)?.[1];
  if (stem === undefined) return undefined;
  return ['', 'a', 'e', 'i', 'o'].map((vowel) => cardinal(stem + vowel)).find((value) => value !== undefined);
}

function cardinal(word: string): number | undefined {
  const [, times, rest = ''] = /^(?:mille|(.{3,}?)mila)(.*)$/u.exec(word) ?? [];
  if (!/^(?:mille|.{3,}mila)/u.test(word)) return belowThousand(word);
  const count = times === undefined ? 1 : belowThousand(times);
  const more = rest === '' ? 0 : belowThousand(rest);
  return count === undefined || more === undefined ? undefined : count * 1000 + more;
}

function belowThousand(word: string): number | undefined {
  const [head, times = '', rest = ''] = /^([a-z]{0,7})cento(.*)$/u.exec(word) ?? [];
  if (head === undefined) return belowHundred(word);
  const count = times === '' ? 1 : units.indexOf(times) + 1;
  // `centottanta` has one o for two
  const more = rest === '' ? 0 : (belowHundred(rest) ?? belowHundred(`o${rest}`));
  return count === 0 || count > 9 || more === undefined ? undefined : count * 100 + more;
}

function belowHundred(word: string): number | undefined {
  const small = units.indexOf(word) + 1;
  if (small > 0) return small;
  const [, ten = '', unit] = tensAndUnit.exec(word) ?? [];
  const place = tens.indexOf(ten);
  if (place === -1) return undefined;
  return (place + 2) * 10 + (unit === undefined ? 0 : Math.max(1, units.indexOf(unit) + 1));
}

const units =
  'uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'.split(
    ' ',
  );
const tens = 'vent trent quarant cinquant sessant settant ottant novant'.split(' ');
const tensAndUnit =
  /^(vent|trent|quarant|cinquant|sessant|settant|ottant|novant)[ai]?(un[oa]?|due|tre|quattro|cinque|sei|sette|otto|nove)?$/u;
