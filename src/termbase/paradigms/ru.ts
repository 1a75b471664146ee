import type { Concept, Term } from '../concept.ts';
import { type Cells, familyNames, type Inflection, inflectionsOf, type Paradigm } from './paradigm.ts';
import { type AdjectiveNumber, adjectiveCases, adjectiveKind } from './ru-adjectives.ts';
import { familyNameCases, genderOf, givenNameCases, joined, unchanged } from './ru-names.ts';
import {
  firstDeclension,
  genderOfSoft,
  neuterDeclension,
  pluralDeclension,
  secondDeclension,
  thirdDeclension,
} from './ru-nouns.ts';

/**
 * Russian: `gen`, `dat`, `acc`, `ins` and `pre` of names and titles, `family-gen` and so on of family names, and the plural of titles.
 *
 * The given name and the family name are inflected together, by the gender that they or the listed forms tell; where they do not tell,
 * nothing is made. In names of places, bodies and events the adjectives and the noun behind them are inflected, what follows is not.
 * Abbreviations stay as they are.
 */
export const russian: Paradigm = (concept, term) => {
  if (!/^\p{Script=Cyrillic}/u.test(term.text)) return [];
  return concept.type === 'person' ? personForms(term) : phraseForms(concept, term.text);
};

function personForms(term: Term): readonly Inflection[] {
  const words = term.text.split(' ');
  const gender = genderOf(term, words);
  if (!gender) return [];
  const families = familyNames(term);
  // A family name of two words (`де Голль`) is told by the listed form.
  const family = families.find((name) => term.text.endsWith(` ${name}`)) ?? words.at(-1) ?? '';
  const given = term.text.slice(0, -family.length).trim();
  const parts = [
    ...(given === '' ? [] : given.split(' ').map((word) => givenNameCases(word, gender))),
    familyNameCases(family, gender),
  ];
  const whole = together(parts);
  return [
    ...(whole ? inflectionsOf(whole) : []),
    ...families.flatMap((name) => inflectionsOf(familyNameCases(name, gender) ?? {}, 'family-')),
  ];
}

function together(parts: readonly (Cells | undefined)[]): Cells | undefined {
  const [first, ...more] = parts;
  return more.reduce((known, part) => known && part && joined(known, ' ', part), first);
}

function phraseForms({ type }: Concept, text: string): readonly Inflection[] {
  const words = text.split(' ');
  const at = words.findIndex((word) => adjectiveKind(word) === undefined);
  const noun = words[at];
  if (noun === undefined) return words.length === 1 ? loneAdjective(text, type) : [];
  const rest = words.slice(at + 1);
  const kinds = new Set(words.slice(0, at).map((word) => adjectiveKind(word)));
  const [kind] = kinds;
  if (kinds.size > 1 || (at === 0 && rest.length > 0 && !isHead(noun, type))) return [];
  const animate = type === 'title' && !/(?:ство|ние|ия)$/u.test(noun);
  const singular = nounCases(noun, kind, animate);
  const inAll = (cells: Cells | undefined, number: AdjectiveNumber | undefined, suffix: string) => {
    const adjectives = words.slice(0, at).map((word) => number && adjectiveCases(word, number, animate));
    const whole = together([...adjectives, cells, ...rest.map(unchanged)]);
    return whole ? inflectionsOf(whole).map((one) => ({ ...one, label: one.label + suffix })) : [];
  };
  return [...inAll(singular, kind, ''), ...(animate ? plurals(words, at) : [])];
}

/** A name or a title that is an adjective by itself: `Грозный`, `управляющий`; but `Ханой` is a noun. */
function loneAdjective(word: string, type: Concept['type']): readonly Inflection[] {
  const kind = adjectiveKind(word);
  if (!kind) return [];
  const animate = type === 'title';
  const made = word.endsWith('ой') ? secondDeclension(word, animate) : adjectiveCases(word, kind, animate);
  return inflectionsOf(made ?? {});
}

/** The cases of a noun; the adjective before it, if there is one, tells its gender. */
function nounCases(noun: string, kind: AdjectiveNumber | undefined, animate: boolean): Cells | undefined {
  if (/^\p{Lu}{2,}$/u.test(noun)) return undefined;
  const hyphen = noun.lastIndexOf('-') + 1;
  if (hyphen > 0) {
    const last = nounCases(noun.slice(hyphen), kind, animate);
    return last && joined(unchanged(noun.slice(0, hyphen - 1)), '-', last);
  }
  if (kind === 'plural') return pluralDeclension(noun);
  if (noun.endsWith('ь')) {
    const gender = kind ?? genderOfSoft(noun);
    if (gender === 'feminine') return thirdDeclension(noun);
    return gender === 'masculine' ? secondDeclension(noun, animate) : undefined;
  }
  if (/[ая]$/u.test(noun)) return firstDeclension(noun);
  if (/[ое]$/u.test(noun)) return kind === 'masculine' ? undefined : neuterDeclension(noun);
  if (/ы$/u.test(noun)) return kind === undefined ? pluralDeclension(noun) : undefined;
  // Common nouns in -ок, -ек, -ец mostly lose their vowel; names (`Владивосток`) keep it.
  if (/^\p{Ll}.*(?:[оё]к|[жшчщ]ек|ец)$/u.test(noun) || /.[аеиоуыэюя].*ец$/u.test(noun)) return undefined;
  return secondDeclension(noun, animate);
}

/** Nouns that begin the name of a body or an event and are inflected before words that are not. */
const heads = new Set(
  (
    'организация совет союз комитет комиссия министерство суд банк фонд партия агентство ассоциация лига группа парламент дума академия ' +
    'университет институт федерация республика конференция движение фронт центр служба управление корпорация компания альянс палата церковь ' +
    'армия трибунал прокуратура чемпионат кубок фестиваль форум саммит война договор соглашение революция кризис премия битва'
  ).split(' '),
);

function isHead(noun: string, type: Concept['type']): boolean {
  return type === 'title' || type === 'common' || heads.has(noun.toLowerCase());
}

/** The plural of what a person is: `министры иностранных дел`, `генеральных секретарей`. */
function plurals(words: readonly string[], at: number): readonly Inflection[] {
  const noun = words[at] ?? '';
  const plural = pluralOf(noun);
  if (!plural) return [];
  const adjectives = words.slice(0, at).map((word) => {
    const nominative = word.replace(/ый$/u, 'ые').replace(/ий$/u, 'ие').replace(/ой$/u, 'ые');
    return { ...adjectiveCases(nominative, 'plural', true), pl: nominative };
  });
  const whole = together([
    ...adjectives,
    plural,
    ...words.slice(at + 1).map((word) => ({ ...unchanged(word), pl: word })),
  ]);
  return whole
    ? inflectionsOf(whole).map(({ label, text }) => ({ label: label === 'pl' ? label : `${label}-pl`, text }))
    : [];
}

function pluralOf(noun: string): Cells | undefined {
  // `директора`, `профессора`: nouns in -ор have two plurals, those in -ец and -ок lose a vowel.
  if (!/[бвгдзклмнпрстф]$|(?:тель|арь)$/u.test(noun) || /(?:ор|ец|ок|ел|ол|ин)$/u.test(noun))
    return undefined;
  if (/ь$/u.test(noun)) {
    const stem = noun.slice(0, -1);
    return {
      pl: `${stem}и`,
      gen: `${stem}ей`,
      dat: `${stem}ям`,
      acc: `${stem}ей`,
      ins: `${stem}ями`,
      pre: `${stem}ях`,
    };
  }
  const nominative = /[гкх]$/u.test(noun) ? `${noun}и` : `${noun}ы`;
  return {
    pl: nominative,
    gen: `${noun}ов`,
    dat: `${noun}ам`,
    acc: `${noun}ов`,
    ins: `${noun}ами`,
    pre: `${noun}ах`,
  };
}
