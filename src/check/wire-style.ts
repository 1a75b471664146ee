import { isDateline } from '../model/draft.ts';
import { languageOf } from '../model/locale.ts';
import { defineTextCheck, type Finding, placesOf } from './check.ts';

export const datelineForm = defineTextCheck({
  id: 'dateline-form',
  family: 'style',
  severity: 'warning',
  describe:
    'The dateline has lost its agency, its day or its dash, or a sentence has one that its source does not have.',
  example: {
    locale: 'en',
    source: 'Moscou, 21 oct 2020 (DEP) -',
    target: 'Moscow, Oct 21, 2020',
    note: 'the agency and the dash are gone',
    dateline: true,
  },
  find({ source, text, unit }) {
    if (!isDateline(unit)) {
      const found = leading.exec(text)?.[0];
      if (found === undefined || leading.test(source)) return [];
      return [
        {
          message: `“${found}” is a dateline, and the source has none here`,
          target: { start: 0, end: found.length },
        },
      ];
    }
    const problems: string[] = [];
    if (/\([^()]{1,40}\)/u.test(source) && !/\([^()]{1,40}\)/u.test(text))
      problems.push('the agency in brackets is missing');
    const day = /(?<!\d)\d{1,2}(?!\d)/u.exec(source)?.[0];
    if (day !== undefined && !hasNumber(text, Number(day))) problems.push(`the day (${day}) is missing`);
    if (dashAtEnd.test(source) && !dashAtEnd.test(text)) problems.push('the dash at the end is missing');
    return problems.map((message): Finding => ({ message, target: { start: 0, end: text.length } }));
  },
});

const leading = /^\p{Lu}[^()\n.!?]{2,60}\([\p{Lu}]{2,8}\)\s?[-–—]/u;
const dashAtEnd = /[-–—]\s{0,9}$/u;

function hasNumber(text: string, wanted: number): boolean {
  const plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15));
  return [...plain.matchAll(/\d{1,9}/gu)].some(([digits]) => Number(digits) === wanted);
}

export const slugLeftIn = defineTextCheck({
  id: 'slug-left-in',
  family: 'style',
  severity: 'warning',
  describe:
    'The target begins with a word of the desk to its subscribers, such as AJOUTE or RECTIFICATIF, that was left in the language of the source.',
  example: {
    locale: 'en',
    source: 'RECTIFICATIF : la trêve a échoué lundi.',
    target: 'RECTIFICATIF: the truce failed on Monday.',
    note: 'the desk would write CORRECTION',
  },
  find({ text, from, to }) {
    if (languageOf(from) === languageOf(to)) return [];
    const head = text.trimStart().replace(/^\(/u, '');
    const note = languageOf(from) === 'fr' ? frenchNote.exec(head)?.[0] : undefined;
    const first = /^[^\s:,.)]{3,20}/u.exec(head)?.[0] ?? '';
    const found = note ?? (deskWords.get(languageOf(from))?.has(first) ? first : undefined);
    if (found === undefined) return [];
    const start = text.length - head.length;
    return [
      {
        message: `“${found}” is a word of the desk in ${from}`,
        target: { start, end: start + found.length },
      },
    ];
  },
});

/** In capitals, at the head of a text; those that other languages write alike are left out. */
const deskWords = new Map(
  Object.entries({
    fr: `AJOUTE AJOUTES ACTUALISE ACTUALISATION COMPLÈTE RECTIFICATIF REMPLACE PRÉCISE PRECISE CORRIGE ENCADRÉ ENCADRE AVANT-PAPIER ALERTE
      SYNTHÈSE SYNTHESE ÉCLAIRAGE ECLAIRAGE`,
    en: 'ADDS UPDATES CORRECTS RECASTS REPLACES REFILE REFILES WRAP CORRECTED UPDATE UPDATED',
    de: 'BERICHTIGUNG ZUSAMMENFASSUNG KORREKTUR ERGÄNZT EILMELDUNG NEU AKTUALISIERT',
    es: 'AMPLÍA AMPLIACIÓN CORRECCIÓN ACTUALIZA AÑADE ENFOQUE RESUMEN',
  }).map(([language, words]) => [language, new Set(words.split(/\s+/u))]),
);

/** The words of French notes that begin in the way of many languages: `ATTENTION - ajoute réaction`. */
const frenchNote = /^ATTENTION - (?:ajoute|actualise|complète|précise|corrige)/u;

export const wireMark = defineTextCheck({
  id: 'wire-mark',
  family: 'style',
  severity: 'warning',
  describe: 'A sign that systems cut copy by (`///`, `+++`, `***`, `###`) stands on one side only.',
  example: {
    locale: 'de',
    source: 'Ajoute communiqué de Moscou ///',
    target: 'Ergänzt: Erklärung aus Moskau',
    note: '/// is missing',
  },
  find({ source, text }) {
    const [wanted, there] = [marksIn(source), marksIn(text)];
    const left = [...wanted].filter((mark) => !there.has(mark));
    const added = [...there].filter((mark) => !wanted.has(mark));
    return [
      ...left.map((mark) => ({ message: `“${mark}” of the source is missing` })),
      ...added.map((mark) => ({ message: `“${mark}” is not in the source` })),
    ];
  },
});

/** Each sign as three, for some systems write more of them. */
function marksIn(text: string): ReadonlySet<string> {
  if (!/\/\/\/|\+\+\+|\*\*\*|###/u.test(text)) return new Set();
  return new Set(
    Array.from(text.matchAll(/(?<!:)\/{3,}|\+{3,}|\*{3,}|#{3,}/gu), ([mark]) => mark.slice(0, 3)),
  );
}

export const agencyLost = defineTextCheck({
  id: 'agency-lost',
  family: 'style',
  severity: 'warning',
  describe:
    'The source says which agency was told, and the target does not: an attribution is never dropped.',
  example: {
    locale: 'en',
    source: 'Il l’a dit à l’AFP.',
    target: 'He said so.',
    note: 'whom he told is gone',
  },
  find({ source, text, unit }) {
    if (isDateline(unit)) return [];
    return placesOf(source, agencies).flatMap(({ found, at }): Finding[] => {
      const small = text.toLowerCase();
      const ways = [found.toLowerCase(), ...(saidOtherwise.get(found.toLowerCase()) ?? [])];
      const there = ways.some((way) => small.includes(way));
      return there ? [] : [{ message: `“${found}” of the source is missing in the target`, source: at }];
    });
  },
});

const agencies =
  /(?<![\p{L}\p{N}])(?:AFP|Reuters|Associated Press|dpa|DPA|EFE|ANSA|Ansa|TASS|Tass|Interfax|RIA Novosti|Xinhua|Bloomberg|Anadolu|Ukrinform)(?![\p{L}\p{N}])/gu;

/** In small letters; what is written without a border may stand inside a word. */
const saidOtherwise = new Map(
  Object.entries({
    afp: 'agence france-presse|فرانس برس|أ ف ب|أف ب|афп|франс пресс',
    reuters: 'رويترز|рейтер',
    'associated press': ' ap|(ap|أسوشيتد|ассошиэйтед',
    dpa: 'د ب أ|الألمانية|дпа',
    efe: 'إفي|эфэ',
    ansa: 'أنسا|анса',
    tass: 'تاس|тасс',
    interfax: 'إنترفاكس|انترفاكس|интерфакс',
    'ria novosti': 'نوفوستي|риа',
    xinhua: 'شينخوا|синьхуа',
    bloomberg: 'بلومبرغ|بلومبرج|блумберг',
    anadolu: 'الأناضول|анадолу',
    ukrinform: 'أوكرينفورم|укринформ',
  }).map(([agency, ways]) => [agency, ways.split('|')]),
);
