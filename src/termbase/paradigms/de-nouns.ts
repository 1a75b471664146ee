import type { Inflection } from './paradigm.ts';

/** A suffix and what is written behind it under each label. */
type NounClass = {
  readonly suffix: RegExp;
  readonly forms: readonly (readonly [label: string, ending: string])[];
  /** It is decided for people alone: `Präsident` is inflected otherwise than `Parlament`. */
  readonly people?: true;
  /** A feminine in -in is made of it. */
  readonly feminine?: true;
};

const weak: NounClass['forms'] = [
  ['gen', 'en'],
  ['dat', 'en'],
  ['acc', 'en'],
  ['pl', 'en'],
];

/** The classes whose suffix decides the whole paradigm; the first that fits counts. */
const classes: readonly NounClass[] = [
  { suffix: /[^aeiou]in$/u, forms: [['pl', 'nen']], people: true },
  { suffix: /ium$/u, forms: [['gen', 's']] },
  { suffix: /(?:ung|heit|keit|schaft|ion|tät)$/u, forms: [['pl', 'en']] },
  { suffix: /(?:ent|ant|ist|ekt|iat|krat|nom)$/u, forms: weak, people: true, feminine: true },
  {
    suffix: /(?:är|eur)$/u,
    forms: [
      ['gen', 's'],
      ['pl', 'e'],
      ['dat-pl', 'en'],
    ],
    people: true,
    feminine: true,
  },
  {
    suffix: /or$/u,
    forms: [
      ['gen', 's'],
      ['pl', 'en'],
    ],
    people: true,
    feminine: true,
  },
  {
    suffix: /er$/u,
    forms: [
      ['gen', 's'],
      ['pl', ''],
      ['dat-pl', 'n'],
    ],
    people: true,
    feminine: true,
  },
];

/**
 * The forms of a German noun of one word, where its suffix decides them: `Außenministers`, `Präsidenten`, `Ministerien`.
 *
 * @param people whether the noun is what a person is, so that a feminine in -in may be said
 */
export function nounForms(noun: string, people: boolean): readonly Inflection[] {
  if (people && likeAdjective.test(noun)) return adjectivalForms(noun.slice(0, -1));
  const found = classes.find(({ suffix }) => suffix.test(noun));
  if (!found || noun.length < 5 || (found.people && !people)) return [];
  const forms = found.forms.map(([label, ending]) => ({ label, text: noun + ending }));
  const plural = /ium$/u.test(noun) ? [{ label: 'pl', text: noun.replace(/um$/u, 'en') }] : [];
  const feminine = found.feminine
    ? [
        { label: 'fem', text: `${noun}in` },
        { label: 'fem-pl', text: `${noun}innen` },
      ]
    : [];
  return [...forms, ...plural, ...feminine];
}

/** What a person is, said by an adjective or a participle: `Vorsitzender`, `Abgeordneter`. */
const likeAdjective = /(?:end|ordnet|tragt|sandt|eamt)er$/u;

/** @param bare in -e: `Vorsitzende` */
function adjectivalForms(bare: string): readonly Inflection[] {
  const oblique = ['gen', 'dat', 'acc', 'dat-pl'].map((label) => ({ label, text: `${bare}n` }));
  const weakOrPlural = ['def', 'pl', 'fem', 'fem-pl'].map((label) => ({ label, text: bare }));
  return [...weakOrPlural, ...oblique, { label: 'gen-pl', text: `${bare}r` }];
}
