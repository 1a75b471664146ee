import { languageOf } from '../model/locale.ts';
import { type Concept, type Form, isName, stemLabel, type Term } from './concept.ts';
import { adjectiveKind } from './paradigms/ru-adjectives.ts';

/** Endings that take each other's place in the inflection of a noun, and what may happen to the stem before some of them. */
type Endings = {
  readonly nouns: readonly string[];
  /** Endings of words that are spelled as adjectives, in place of their last two letters. */
  readonly adjectives?: { readonly isOne: (word: string) => boolean; readonly endings: readonly string[] };
  /** Other stems of a word: `Vertrag` has `Verträg`. */
  readonly otherStems?: (stem: string) => readonly string[];
  /** Whole endings that alternate: `-ción`, `-ciones`. */
  readonly pairs?: readonly (readonly [one: string, other: string])[];
};

const spaced = (endings: string): readonly string[] => ['', ...endings.split(' ')];

const byLanguage: ReadonlyMap<string, Endings> = new Map<string, Endings>([
  [
    'en',
    {
      nouns: ['', 's'],
      pairs: [
        ['y', 'ies'],
        ['s', 'ses'],
        ['x', 'xes'],
        ['ch', 'ches'],
        ['sh', 'shes'],
      ],
    },
  ],
  [
    'fr',
    {
      nouns: ['', 's'],
      pairs: [
        ['al', 'aux'],
        ['eau', 'eaux'],
        ['eu', 'eux'],
      ],
    },
  ],
  [
    'es',
    {
      nouns: ['', 's', 'es'],
      pairs: [
        ['z', 'ces'],
        ['ón', 'ones'],
        ['és', 'eses'],
        ['án', 'anes'],
      ],
    },
  ],
  [
    'pt',
    {
      nouns: ['', 's', 'es'],
      pairs: [
        ['ão', 'ões'],
        ['ão', 'ãos'],
        ['ão', 'ães'],
        ['m', 'ns'],
        ['al', 'ais'],
        ['el', 'éis'],
        ['ol', 'óis'],
      ],
    },
  ],
  [
    'it',
    {
      nouns: [''],
      pairs: [
        ['o', 'i'],
        ['a', 'e'],
        ['e', 'i'],
        ['co', 'chi'],
        ['ca', 'che'],
        ['go', 'ghi'],
        ['ga', 'ghe'],
        ['io', 'i'],
      ],
    },
  ],
  ['de', { nouns: spaced('e en n s es ens'), otherStems: withUmlaut }],
  [
    'ru',
    {
      nouns: spaced('а у ом е ы и ов ам ами ах ой ою ю я ем ей ям ями ях ь ью ев'),
      adjectives: {
        isOne: (word) => adjectiveKind(word) !== undefined,
        endings: 'ый ий ого его ому ему ым им ом ем ая яя ой ей ую юю ое ее ые ие ых их ыми ими'.split(' '),
      },
    },
  ],
]);

/** Shorter stems would meet words that have nothing to do with them. */
const shortestStem = 4;
/** Behind the second word that may be inflected, words stay as they are. */
const mostInflected = 2;

/**
 * The forms in which a title or a common noun that matches by its stem is looked for: each ending of its language on the stem. Many of them
 * exist in no text; those that do need not be listed. Names have none, nor have languages that are not here.
 */
export function stemForms({ type }: Concept, { lang, text, match, forms }: Term): readonly Form[] {
  const endings = match === 'stem' && !isName(type) ? byLanguage.get(languageOf(lang)) : undefined;
  if (!endings) return [];
  const listed = new Set([text, ...forms.map((form) => form.text)]);
  let inflected = 0;
  let texts = [''];
  for (const part of text.split(/(?<=[\s-])|(?=[\s-])/u)) {
    const variants = inflected < mostInflected ? variantsOf(part, endings) : [part];
    if (variants.length > 1) inflected += 1;
    texts = texts.flatMap((start) => variants.map((variant) => start + variant));
  }
  return [...new Set(texts)]
    .filter((variant) => !listed.has(variant))
    .map((variant) => ({ label: stemLabel, text: variant, generated: true }));
}

/** The concept with what {@link stemForms} makes; the same one where that is nothing. */
export function withStemForms(concept: Concept): Concept {
  if (!concept.terms.some(({ match }) => match === 'stem')) return concept;
  const terms = concept.terms.map(
    (term): Term => ({ ...term, forms: [...term.forms, ...stemForms(concept, term)] }),
  );
  return { ...concept, terms };
}

function variantsOf(word: string, { nouns, adjectives, otherStems, pairs = [] }: Endings): readonly string[] {
  if (!/^\p{L}+$/u.test(word)) return [word];
  if (adjectives?.isOne(word)) {
    const stem = word.slice(0, -2);
    return stem.length < shortestStem - 1
      ? [word]
      : [word, ...adjectives.endings.map((ending) => stem + ending)];
  }
  const stems = nouns
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, word.length - ending.length));
  const regular = stems
    .filter((stem) => stem.length >= shortestStem)
    .flatMap((stem) => [stem, ...(otherStems?.(stem) ?? [])])
    .flatMap((stem) => nouns.map((ending) => stem + ending));
  const alternating = pairs.flatMap(([one, other]) => [
    ...(word.endsWith(one) ? [word.slice(0, word.length - one.length) + other] : []),
    ...(word.endsWith(other) ? [word.slice(0, word.length - other.length) + one] : []),
  ]);
  return [...new Set([word, ...regular, ...alternating])];
}

const umlauts: ReadonlyMap<string, string> = new Map([
  ['au', 'äu'],
  ['a', 'ä'],
  ['o', 'ö'],
  ['u', 'ü'],
]);

/** The stem with its last vowel changed, as many plurals have it. */
function withUmlaut(stem: string): readonly string[] {
  const found = /^(?<before>.*?)(?<vowel>au|[aou])(?<after>[^aeiouäöüy]+)$/u.exec(stem)?.groups;
  const changed = umlauts.get(found?.vowel ?? '');
  return found && changed ? [`${found.before}${changed}${found.after}`] : [];
}
