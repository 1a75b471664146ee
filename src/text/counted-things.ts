import { type Locale, languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { matchesOf } from './matches.ts';
import { letter, spelled } from './measures.ts';

/** What a number is said of: `dead`, `men`; at most one of each kind. */
export type CountedThings = { readonly [Kind in ThingKind]?: string };

/** Kinds of things of which only one can be true of a number: what befell people, who they are, where something rose or fell from and to. */
export type ThingKind = (typeof kinds)[number];

/** All of them. */
export const kinds = ['fate', 'people', 'course'] as const;

/**
 * What a number counts, told from the words that stand right behind it (`12 morts`, `12 people were killed`) or right before it
 * (`tuant 12 personnes`), between the numbers beside it; nothing where the two say different things.
 *
 * @param number where it stands
 * @param around the end of the number before and the start of the one behind
 */
export function countedThings(text: string, number: Span, around: Span, locale: Locale): CountedThings {
  const words = patternsOf(locale);
  if (!words) return {};
  const before = text.slice(Math.max(around.start, number.start - reach), number.start);
  const after = text.slice(number.end, Math.min(around.end, number.end + reach));
  const [near, behind] = [lastPart(before), firstPart(after)];
  const found: { [Kind in ThingKind]?: string } = {};
  for (const kind of ['fate', 'people'] as const) {
    const thing = agreed(namesIn(behind, words[kind]).at(0), namesIn(near, words[kind]).at(-1));
    if (thing !== undefined) found[kind] = thing;
  }
  const course = words.course.exec(before)?.groups;
  if (course) {
    const { from } = course;
    found.course = from === undefined ? 'to' : 'from';
  }
  return found;
}

/** In characters. */
const reach = 50;

/** Words beyond these are of another part of the sentence: marks, `and`, `but`, `among them`, and a fifth word. */
const breaks = new RegExp(
  `[,;:.!?()«»“”„"\\u2013\\u2014]|(?<!${letter})(?:et|dont|ou|mais|contre|and|or|but|including|against|und|oder|darunter|aber|gegen|y|o|u|pero|contra|incluid[oa]s|e|mas|incluindo|ma|tra cui|и|или|но|против|включая)(?!${letter})`,
  'iu',
);
const mostWords = 4;

function firstPart(after: string): string {
  const end = breaks.exec(after)?.index ?? after.length;
  return after.slice(0, end).trim().split(/\s+/u, mostWords).join(' ');
}

function lastPart(before: string): string {
  const part = before.split(breaks).at(-1) ?? '';
  return part.trim().split(/\s+/u).slice(-mostWords).join(' ');
}

function namesIn(part: string, pattern: RegExp): readonly (string | undefined)[] {
  if (part === '') return [];
  return matchesOf(part, pattern).map(
    ({ groups = {} }) => Object.entries(groups).find(([, found]) => found !== undefined)?.[0],
  );
}

function agreed(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || other === undefined || one === other ? (one ?? other) : undefined;
}

/** Words by thing and language. What is no noun or verb of that alone (`victimes`, `hurt` feelings) is left out. */
const things: Readonly<
  Record<'fate' | 'people', Readonly<Record<string, Readonly<Record<string, string>>>>>
> = {
  fate: {
    dead: {
      fr: 'morte?s?|tuée?s?|tuer|tuant|décès|décédée?s?|péri|périssent',
      en: 'dead|deaths?|died|killed|killing|kills|fatalities',
      de: 'Toten?|Tote|Todesopfern?|getötet|tötete|töteten|starben|gestorben|ums Leben',
      es: 'muert[oa]s?|murieron|murió|mató|mataron|fallecid[oa]s?|fallecieron',
      pt: 'mort[oa]s?|morreram|morreu|matou|mataram|mortes',
      it: 'mort[oiae]|morirono|uccis[oiae]|uccidendo|uccise|decessi|vittime mortali',
      ru: 'погиб\\p{L}*|убит\\p{L}*|убил\\p{L}*|умер\\p{L}*|мертв\\p{L}*',
    },
    injured: {
      fr: 'blessée?s?|blesser|blessant',
      en: 'injured|injuring|wounded|wounding|injuries',
      de: 'Verletzten?|Verwundeten?|verletzt|verletzte|verletzten|verwundet',
      es: 'herid[oa]s?|lesionad[oa]s?|hirió|hirieron',
      pt: 'ferid[oa]s?|feriu|feriram',
      it: 'ferit[oiae]|ferendo|ferì',
      ru: 'ранен\\p{L}*|ранив|ранил\\p{L}*|пострада\\p{L}*',
    },
    missing: {
      fr: 'disparue?s?|portée?s? disparue?s?',
      en: 'missing|unaccounted for',
      de: 'Vermissten?|vermisst',
      es: 'desaparecid[oa]s?',
      pt: 'desaparecid[oa]s?',
      it: 'dispers[oiae]|scompars[oiae]',
      ru: 'пропа\\p{L}+',
    },
    arrested: {
      fr: 'arrestations?|arrêtée?s?|interpellée?s?|interpellations?',
      en: 'arrested|arrests?|detained',
      de: 'Festnahmen?|festgenommen|Festgenommenen?',
      es: 'detenid[oa]s?|detenciones|arrestos|arrestad[oa]s?',
      pt: 'detid[oa]s?|detenções|presos',
      it: 'arrestat[oiae]|arresti|fermat[oiae]',
      ru: 'арестов\\p{L}+|задержан\\p{L}*',
    },
  },
  people: {
    men: {
      fr: 'hommes?',
      en: 'men|man',
      de: 'Männern?|Mann',
      es: 'hombres?',
      pt: 'homens|homem',
      it: 'uomini|uomo',
      ru: 'мужчин\\p{L}*',
    },
    women: {
      fr: 'femmes?',
      en: 'women|woman',
      de: 'Frauen|Frau',
      es: 'mujer(?:es)?',
      pt: 'mulher(?:es)?',
      it: 'donn[ae]',
      ru: 'женщин\\p{L}*',
    },
    children: {
      fr: 'enfants?',
      en: 'children|child',
      de: 'Kindern?|Kind',
      es: 'niñ[oa]s?',
      pt: 'crianças?',
      it: 'bambin[oiae]',
      ru: 'дет(?:и|ей|ям|ьми|ях)|ребен\\p{L}+|ребён\\p{L}+',
    },
    soldiers: {
      fr: 'soldats?|militaires?',
      en: 'soldiers?|troops',
      de: 'Soldat(?:en)?',
      es: 'soldados?|militares?',
      pt: 'soldados?|militares',
      it: 'soldat[oi]|militar[ei]',
      ru: 'солдат\\p{L}*|военнослужащ\\p{L}+',
    },
    civilians: {
      fr: 'civile?s?',
      en: 'civilians?',
      de: 'Zivilist(?:en)?',
      es: 'civil(?:es)?',
      pt: 'civi[ls]',
      it: 'civil[ei]',
      ru: 'мирн\\p{L}+|гражданск\\p{L}+',
    },
    police: {
      fr: 'policiers?|gendarmes?',
      en: 'police|police ?officers?|policemen|policeman|officers',
      de: 'Polizist(?:en)?|Polizeibeamten?|Polizisten',
      es: 'policías?|agentes',
      pt: 'policia(?:l|is)|polícias?|agentes',
      it: 'poliziott[oi]|agent[ei]|carabinier[ei]',
      ru: 'полицейск\\p{L}+',
    },
  },
};

/** `de 10 à 15 %`: the word right before each of the two, and a sign of money. */
const courses: Readonly<Record<string, readonly [from: string, to: string]>> = {
  fr: ["de|du|d[’']", 'à|au'],
  en: ['from', 'to'],
  de: ['von|vom', 'auf|bis|zum'],
  es: ['del?', 'al?|hasta'],
  pt: ['d[eao]', 'para|até|ao?'],
  it: ["da|dal|dall[’']", "a|al|all[’']"],
  ru: ['с|со|от', 'до'],
};

type Patterns = { readonly [Kind in ThingKind]: RegExp };

function patternsOf(locale: Locale): Patterns | undefined {
  const language = languageOf(locale);
  const known = made.get(language);
  const course = courses[language];
  if (known || !course) return known;
  const pattern = (kind: 'fate' | 'people'): RegExp => {
    const names = Object.entries(things[kind]).map(
      ([thing, words]) => `(?<${thing}>${spelled(words[language] ?? '')})`,
    );
    return new RegExp(`(?<!${letter})(?:${names.join('|')})(?!${letter})`, 'giu');
  };
  const [from, to] = course;
  const patterns = {
    fate: pattern('fate'),
    people: pattern('people'),
    course: new RegExp(`(?<!${letter})(?:(?<from>${from})|(?<to>${to}))\\s?[$€£]?$`, 'iu'),
  };
  made.set(language, patterns);
  return patterns;
}

const made = new Map<string, Patterns>();
