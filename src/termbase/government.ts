import { type Locale, languageOf } from '../model/locale.ts';
import { baseLabel, type Form, formsOf, isAccepted, isFamilyForm, isName, type Term } from './concept.ts';
import type { TermMatch } from './match.ts';

/** A right name in a case that the preposition before it does not take. */
export type CaseError = {
  readonly preposition: string;
  /** The same name in the case it takes; none where it takes two. */
  readonly right?: string;
};

/** Which cases a preposition takes, of those that a glossary has labels for. */
const governed: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map([
  [
    'ru',
    table({
      gen: 'от из без до для у около после против вокруг кроме ради среди',
      dat: 'к ко',
      acc: 'про через',
      ins: 'над перед между',
      pre: 'о об обо при',
      'acc pre': 'в во на',
      'gen ins': 'с со',
      'acc ins': 'за под',
    }),
  ],
  [
    'de',
    table({
      dat: 'aus bei mit nach seit von zu',
      acc: 'durch für gegen ohne um',
      'acc dat': 'an auf hinter in neben über unter vor zwischen',
    }),
  ],
]);

function table(rows: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(rows).flatMap(([cases, words]) =>
      words.split(' ').map((word) => [word, cases.split(' ')] as const),
    ),
  );
}

const cases = ['gen', 'dat', 'acc', 'ins', 'pre'];

/**
 * Finds a name whose case is beyond doubt wrong: right behind a preposition that does not take it. Russian names of which the glossary, or
 * the paradigm, has the other cases; German names in the genitive, and only where nothing follows that they could belong to (`nach Moskaus
 * Angaben` is right). Nothing else is known of a sentence here.
 */
export function caseErrorAt(text: string, match: TermMatch, locale: Locale): CaseError | undefined {
  const { concept, term, form, start, end, foreign } = match;
  const language = languageOf(locale);
  const prepositions = governed.get(language);
  if (!prepositions || foreign || !isName(concept.type) || !isAccepted(term)) return undefined;
  const preposition = /(?:^|[^\p{L}\p{N}’'-])(\p{L}{1,8})[ \u00a0]$/u.exec(
    text.slice(Math.max(0, start - 10), start),
  )?.[1];
  const wanted = preposition === undefined ? undefined : prepositions.get(preposition.toLowerCase());
  if (preposition === undefined || !wanted) return undefined;
  if (language === 'de' && !/^(?:[.,;:!?)“”»]|$)/u.test(text.slice(end, end + 1))) return undefined;
  const paradigm = formsByCase(term, isFamilyForm(form));
  if (!paradigm || cases.some((one) => wanted.includes(one) && paradigm.get(one)?.includes(form.text))) {
    return undefined;
  }
  const rights = new Set(wanted.map((one) => paradigm.get(one)?.[0]));
  const [right] = rights;
  return { preposition, ...(rights.size === 1 && right !== undefined && { right }) };
}

/** What a name is in each case, by family name or in full; a case that has no form of its own is spelled like the name itself. */
function formsByCase(term: Term, isFamily: boolean): ReadonlyMap<string, readonly string[]> | undefined {
  const forms = formsOf(term);
  const labelled = (label: string): readonly Form[] => forms.filter((form) => form.label === label);
  const base = labelled(isFamily ? 'family' : baseLabel).map(({ text }) => text);
  const own = cases.map((one): [string, readonly string[]] => {
    const found = labelled(isFamily ? `family-${one}` : one).map(({ text }) => text);
    return [one, found.length > 0 ? found : base];
  });
  // A name without a genitive does not decline, or nobody knows how.
  return own[0]?.[1] === base ? undefined : new Map(own);
}
