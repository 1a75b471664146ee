import { determiners } from './vocabulary.ts';

/** Peoples whose name has none of the usual endings, in the masculine singular. */
const irregular = new Set(
  'russe turc grec belge suisse arabe kurde serbe croate slovaque tchèque bulgare afghan juif basque corse slovène slave breton britannique scandinave maghrébin monténégrin chypriote cypriote ouïghour tatar rom tutsi hutu sioux inuit maya malgache monégasque moscovite azéri'.split(
    ' ',
  ),
);
const irregularFeminine = new Set(
  'turque grecque juive bretonne maghrébine monténégrine azérie ouïghoure tatare'.split(' '),
);

/** The usual endings: `Français`, `Ukrainiens`, `Suédoises`, `Allemand`. */
const plural =
  /(?:iens|iennes|éens|éennes|ains|aines|ands|andes|ols|oles|aises|oises|ins|ines|ards|ques|ites)$/u;
const anyNumber = /(?:ais|aise|ois|oise|ien|ienne|éen|éenne|ain|aine|and|ande|ol|ole)s?$/u;
const hidden = /(?:ais|ois)$/u;

/**
 * Whether a capitalised word is a people and no name: `les Français`, `d’Arméniens`, `une Suédoise`. The endings are those of many names
 * (Julien, Calais, Ukraine), so a word before it has to count or point, or the word itself to be a plural.
 *
 * @param before the word before it, in lower case
 */
export function isDemonym(word: string, before: string): boolean {
  const lower = word.toLowerCase();
  const base = lower.replace(/s$/u, '');
  const points = determiners.has(before);
  if (irregular.has(lower) || irregular.has(base) || irregularFeminine.has(base)) {
    return (
      (points || lower !== base) &&
      !(lower === 'suisse' && before === 'la') &&
      !(lower === 'corse' && before === 'la')
    );
  }
  if (/^(?:du|au|l)$/u.test(before) && languageNames().has(lower)) return true;
  if (/^(?:la|le|cette)$/u.test(before)) {
    // Countries are written alike: `la Lorraine`, `la Finlande`.
    return before === 'le' && /(?:ais|ois|ien|éen)$/u.test(lower) && languageNames().has(lower);
  }
  if (points && anyNumber.test(lower)) return true;
  const isPlural = plural.test(lower) && lower.endsWith('s') && !hidden.test(lower);
  return isPlural && (languageNames().has(masculine(lower)) || /^(?:d|de|entre|et|contre)$/u.test(before));
}

/** Whether a word has the shape of a people, in the singular or the plural, whatever stands before it. */
export function isPeople(word: string): boolean {
  const lower = word.toLowerCase();
  const base = lower.replace(/s$/u, '');
  return (
    irregular.has(base) ||
    irregularFeminine.has(base) ||
    languageNames().has(masculine(lower)) ||
    languageNames().has(lower) ||
    (anyNumber.test(lower) && lower.length > 5)
  );
}

function masculine(lower: string): string {
  return lower
    .replace(/s$/u, '')
    .replace(/(i|é)enne$/u, '$1en')
    .replace(/aise$/u, 'ais')
    .replace(/oise$/u, 'ois')
    .replace(/aine$/u, 'ain')
    .replace(/ande$/u, 'and')
    .replace(/ole$/u, 'ol');
}

/** What languages are called in French is what their speakers are called: arménien, polonais. */
function languageNames(): ReadonlySet<string> {
  known ??= new Set(
    twoLetters()
      .map((code) => names('language').of(code) ?? '')
      .map((name) => name.toLowerCase()),
  );
  return known;
}
let known: ReadonlySet<string> | undefined;

/** What countries are called in French, as the Unicode locale data of the runtime have it. */
export function countryNames(): readonly string[] {
  return twoLetters().flatMap((code) => {
    const region = code.toUpperCase();
    if (noCountries.has(region)) return [];
    const name = names('region').of(region);
    return name === undefined || name === region ? [] : [name.replace(/\s*\(.*\)$/u, '')];
  });
}

/** Codes of unions and of nothing. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

function names(type: 'language' | 'region'): Intl.DisplayNames {
  const made = displayNames.get(type) ?? new Intl.DisplayNames('fr', { type, fallback: 'code' });
  displayNames.set(type, made);
  return made;
}
const displayNames = new Map<string, Intl.DisplayNames>();

/** `aa` to `zz`. */
function twoLetters(): readonly string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
