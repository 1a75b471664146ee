import type { Concept, Term } from '../concept.ts';
import { isAllCapitals } from '../spelling.ts';
import { nounForms } from './de-nouns.ts';
import { familyNames, type Inflection, type Paradigm } from './paradigm.ts';

/**
 * German. A name has a genitive alone: `Lawrows`, an apostrophe behind s, ß, x and z (`Marx’`), none where it is feminine or plural and has an
 * article (`der Türkei`). An adjective before a noun is inflected strong and weak (`Weißes Haus`, `des Weißen Hauses`). Titles and common
 * nouns of one word follow the suffixes that decide their class.
 */
export const german: Paradigm = (concept, term) => {
  switch (concept.type) {
    case 'person':
      return personForms(term);
    case 'place':
    case 'organisation':
    case 'event':
      return phraseForms(term.text) ?? nameForms(concept, term);
    case 'title':
    case 'common':
      return /^\p{Lu}\p{L}*(?:-\p{L}+)*$/u.test(term.text)
        ? nounForms(term.text, concept.type === 'title')
        : [];
    default:
      return concept.type satisfies never;
  }
};

function personForms(term: Term): readonly Inflection[] {
  return [
    ...genitives(term.text).map((text) => ({ label: 'gen', text })),
    ...familyNames(term).flatMap((family) =>
      genitives(family).map((text) => ({ label: 'family-gen', text })),
    ),
  ];
}

/** The genitive of a name without an article; none behind a mark or a digit (`A. K.`, `Johannes Paul II.`). */
function genitives(name: string): readonly string[] {
  if (!/\p{Ll}$/u.test(name)) return [];
  return [/[sßxz]$/u.test(name) ? `${name}’` : `${name}s`];
}

function nameForms({ type }: Concept, { text }: Term): readonly Inflection[] {
  if (isAllCapitals(text) || /\p{Lu}{2}$/u.test(text)) return [];
  // `Frankfurt am Main`, `Organisation für …`: which word is inflected hangs on what they are.
  if (/ \p{Ll}/u.test(text)) return [];
  const [last = ''] = text.split(/[\s-]/u).slice(-1);
  if (feminineNoun.test(last) || articleNames.has(text)) return [];
  const own = genitives(text);
  const noun = type === 'place' || text.includes(' ') ? [] : strongGenitives(text);
  return [...new Set([...own, ...(masculineNoun.test(last) ? noun : [])])].map((textOf) => ({
    label: 'gen',
    text: textOf,
  }));
}

/** Nouns that make the name of a body or a meeting feminine. */
const feminineNoun =
  /(?:ung|heit|keit|schaft|ion|tät|ik|ei|gruppe|bank|behörde|liga|allianz|kirche|front|armee|kammer|agentur|messe|wahl|republik|konferenz)$/iu;

/** Nouns whose genitive may have an e before its s. */
const masculineNoun =
  /(?:rat|hof|bund|verband|tag|kongress|gipfel|krieg|vertrag|haus|amt|gericht|parlament|werk|dienst)$/iu;

/** Feminine and plural names that are never without their article, and masculine ones that end in s. */
const articleNames = new Set(
  (
    'Schweiz Türkei Slowakei Mongolei Ukraine Krim Arktis Antarktis Bretagne Normandie Provence Elfenbeinküste Toskana Pfalz Lombardei ' +
    'Champagne Karibik Sahara Ägäis Adria Themse Seine Loire Wolga Donau Elbe Oder Ostsee Nordsee Rhône Ardèche Gironde Dordogne Niederlande ' +
    'Philippinen Malediven Balearen Kanaren Azoren Alpen Anden Karpaten Pyrenäen Vogesen Ardennen Färöer Kaukasus Peloponnes'
  ).split(' '),
);

/** `Weißes Haus`, `Vereinigte Arabische Emirate`, `Minsker Abkommen`; undefined where no adjective stands first. */
function phraseForms(text: string): readonly Inflection[] | undefined {
  const words = text.split(' ');
  const at = words.findIndex((word) => endingOf(word) === undefined);
  const noun = words[at];
  if (noun === undefined || at < 1 || !/^\p{Lu}\p{L}*(?:-\p{L}+)*$/u.test(noun)) return undefined;
  const adjectives = words.slice(0, at);
  const rest = words.slice(at + 1);
  const endings = new Set(adjectives.map(endingOf).filter((ending) => ending !== ''));
  if (endings.size > 1) return [];
  const [ending] = endings;
  const phrase = (change: string, head: string) =>
    [...adjectives.map((word) => withEnding(word, change)), head, ...rest].join(' ');
  if (ending === 'er' || ending === 'es' || ending === undefined) {
    return [
      { label: 'def', text: phrase('e', noun) },
      ...strongGenitives(noun).map((head) => ({ label: 'gen', text: phrase('en', head) })),
      { label: 'dat', text: phrase('en', noun) },
      { label: 'acc', text: ending === 'er' ? phrase('en', noun) : phrase('e', noun) },
    ];
  }
  if (feminineNoun.test(noun) && !/(?:ien)$/u.test(noun)) {
    return [
      { label: 'gen', text: phrase('en', noun) },
      { label: 'gen', text: phrase('er', noun) },
      { label: 'dat', text: phrase('en', noun) },
      { label: 'dat', text: phrase('er', noun) },
    ];
  }
  return [
    { label: 'def', text: phrase('en', noun) },
    { label: 'gen', text: phrase('en', noun) },
    { label: 'gen', text: phrase('er', noun) },
    { label: 'dat', text: phrase('en', /(?:e|er|el)$/u.test(noun) ? `${noun}n` : noun) },
    { label: 'acc', text: phrase('en', noun) },
  ];
}

/** Adjectives by what ends their stem, or by the stem itself. A word such as `Minsker`, made from a place, is inflected no further. */
const adjective =
  /^(?:\p{L}+(?:isch|lich|ig|al|är|iv|ell|bar|sam|los|end|igt|iert|est)|alt|neu|groß|klein|rot|weiß|schwarz|grün|blau|gelb|kalt|heiß|nah|fern|weit|hoh|jung|lang|kurz|still|tot|ober|unter|mittler|oberst|höchst|rund|erst|zweit|dritt|frei|deutsch|vereint|vereinigt|golden|eisern)(?<ending>e[rs]?)$/iu;

/** The ending of an adjective, empty for one made from a place, undefined for any other word. */
function endingOf(word: string): string | undefined {
  const ending = adjective.exec(word)?.groups?.ending;
  if (ending !== undefined) return ending;
  return madeFromPlace.test(word) ? '' : undefined;
}

const madeFromPlace = /^(?:\p{Lu}\p{Ll}{2,}(?:[^aeiou]er))$/u;

function withEnding(word: string, ending: string): string {
  return adjective.test(word) ? word.replace(/e[rs]?$/u, ending) : word;
}

/** The genitive of a noun with its article: `Hauses`, `Krieges` or `Kriegs`, `Ostens`. */
function strongGenitives(noun: string): readonly string[] {
  if (/(?:[^a]us|[^e]is|os|fonds|atlas)$/u.test(noun)) return [noun];
  if (/nis$/u.test(noun)) return [`${noun}ses`];
  if (/[sßxz]$/u.test(noun)) return [`${noun}es`];
  if (/(?:[aeiouäöüy]|en|[^e]er|el|em|chen|lein|ing|or|ar|um|w|h)$/u.test(noun)) return [`${noun}s`];
  return [`${noun}s`, `${noun}es`];
}
