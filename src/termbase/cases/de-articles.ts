import { formsOf, type Term } from '../concept.ts';
import { isDirectAt, isGenitive } from './de-place.ts';
import {
  type ArticleCase,
  type ArticleCells,
  articles,
  isAdjective,
  isSurelyVerb,
  nativeNoun,
} from './de-words.ts';
import type { NameRule } from './name-place.ts';
import type { Item } from './sentence.ts';

/** `das Weiße Haus`, `des Weißen Hauses`: the article decides the ending of the adjective. */
export const phraseBehindArticle: NameRule = ({ items, at, match }) => {
  const before = articleBefore(items, at);
  const cells = before && articles.get(before.lower);
  const texts = cells && phraseTexts(match.term, cells);
  if (!before || !texts || texts.length === 0 || texts.includes(match.form.text)) return undefined;
  const [right] = texts;
  return {
    construction: `behind “${before.text}”`,
    sure: new Set(texts).size === 1 || before.lower === 'des',
    ...(right !== undefined && { right }),
  };
};

/** The article before a name, with adjectives between or none: `von einem neuen Kalten Krieg`. */
function articleBefore(items: readonly Item[], at: number): Item | undefined {
  let from = at;
  while (
    isDirectAt(items, from) &&
    !articles.has(items[from - 1]?.lower ?? '') &&
    /^\p{Ll}/u.test(items[from - 1]?.text ?? '') &&
    isAdjective(items[from - 1]?.lower ?? '')
  )
    from -= 1;
  const before = isDirectAt(items, from) ? items[from - 1] : undefined;
  return before?.match ? undefined : before;
}

const byCase: Readonly<Record<ArticleCase, string>> = {
  nominative: 'def',
  genitive: 'gen',
  dative: 'dat',
  accusative: 'acc',
};

/** The forms of a name with an adjective that an article allows; none where the two do not go together. */
function phraseTexts(term: Term, cells: ArticleCells): readonly string[] {
  const forms = formsOf(term);
  const under = (label: string): readonly string[] =>
    forms.filter((form) => form.label === label).map(({ text }) => text);
  const gender = genderOfPhrase(term);
  if (!gender) return [];
  return (cells[gender] ?? []).flatMap((one): readonly string[] => {
    if (gender === 'feminine')
      return one === 'nominative' || one === 'accusative'
        ? [term.text]
        : under(byCase[one]).filter((text) => /en\b/u.test(text));
    if (gender === 'plural') {
      const all = one === 'nominative' || one === 'accusative' ? under('def') : under(byCase[one]);
      const weak = all.filter((text) => /en\b/u.test(text));
      return weak.length > 0 ? weak : under('def');
    }
    return under(byCase[one]);
  });
}

function genderOfPhrase(term: Term): keyof ArticleCells | undefined {
  const [first = ''] = term.text.split(' ');
  if (first.endsWith('es')) return 'neuter';
  if (first.endsWith('er') && term.forms.some(({ label }) => label === 'def')) {
    return term.forms.some(({ label, text }) => label === 'acc' && text.split(' ')[0]?.endsWith('en'))
      ? 'masculine'
      : undefined;
  }
  if (!first.endsWith('e')) return undefined;
  return term.forms.some(({ label }) => label === 'def') ? 'plural' : 'feminine';
}

/** Whether a name has an adjective whose ending its article decides. */
export function isPhrase(term: Term): boolean {
  return genderOfPhrase(term) !== undefined && term.text.includes(' ');
}

/** `in den Niederlanden`: a name in the plural that has a dative of its own. */
export const pluralBehindArticle: NameRule = ({ match, before }) => {
  const dative = match.term.forms.find(({ label }) => label === 'dat')?.text;
  if (!before || before.match || dative !== `${match.term.text}n`) return undefined;
  const right =
    before.lower === 'den'
      ? dative
      : before.lower === 'die' || before.lower === 'der'
        ? match.term.text
        : undefined;
  return right === undefined || right === match.form.text
    ? undefined
    : { construction: `behind “${before.text}”`, right, sure: true };
};

/** `des Sicherheitsrats`: native nouns keep their genitive, where foreign names may lose it (`des Iran`). */
export const nativeBehindArticle: NameRule = ({ match, before }) => {
  if (before?.lower !== 'des' || isGenitive(match) || !nativeNoun.test(match.term.text)) return undefined;
  const rights = match.term.forms.filter(({ label }) => label === 'gen').map(({ text }) => text);
  const [right] = rights;
  return right === undefined ? undefined : { construction: 'behind “des”', right, sure: true };
};

/** `des Präsidenten`, `dem Kanzler`: forms of a title that its article allows, in either gender and number. */
export const titleBehindArticle: NameRule = ({ items, at, match, after }) => {
  const before = articleBefore(items, at);
  const cells = before && articles.get(before.lower);
  if (!before || !cells) return undefined;
  const under = (label: string): readonly string[] =>
    match.term.forms.filter((form) => form.label === label).map(({ text }) => text);
  const base = match.term.text;
  // `die Abgeordnete`, `der Abgeordnete`: one base for both, and what is a woman already.
  if (under('gen').length === 0 || base.includes(' ') || under('def').length > 0 || /(?:e|in)$/u.test(base))
    return undefined;
  const feminine = [...under('fem'), ...under('f')];
  const plural = under('pl');
  const or = (texts: readonly string[]): readonly string[] => (texts.length > 0 ? texts : [base]);
  const masculine: Readonly<Record<ArticleCase, readonly string[]>> = {
    nominative: [base],
    genitive: under('gen'),
    dative: or(under('dat')),
    accusative: or(under('acc')),
  };
  const ofMen = (cells.masculine ?? []).flatMap((one) => masculine[one]);
  const dativePlural = [...under('dat-pl'), ...plural.filter((text) => text.endsWith('n'))];
  const ofMany = (cells.plural ?? []).flatMap((one) =>
    one === 'dative' ? [...dativePlural, ...under('fem-pl')] : [...or(plural), ...under('fem-pl')],
  );
  const ofWomen = cells.feminine ? feminine : [];
  const isOpening = before === items[0] && after !== undefined && before.lower === 'der';
  // `Der Präsidenten gedachte man`: at the beginning, before its verb, it is the subject.
  const right =
    isOpening && items.slice(at + 1).some(({ lower }) => isSurelyVerb(lower)) ? ofMen : [...ofMen, ...ofMany];
  const allowed = [...right, ...ofWomen];
  if (allowed.length === 0 || allowed.includes(match.form.text)) return undefined;
  const hint = new Set(ofMen.length > 0 ? ofMen : allowed);
  const [only] = hint;
  return {
    construction: `behind “${before.text}”`,
    sure: false,
    ...(hint.size === 1 && only !== undefined && { right: only }),
  };
};

/** `Präsident Ilham Alijew`: a title with no article stands before a name as it is. */
export const titleBeforeName: NameRule = ({ items, at, match, before, after }) => {
  if (
    after?.match?.concept.type !== 'person' ||
    match.form.label === 'base' ||
    /^(?:f|fem)$/u.test(match.form.label)
  )
    return undefined;
  if (
    before !== undefined &&
    (articles.has(before.lower) || isAdjective(before.lower) || !/^\p{Ll}/u.test(before.text))
  )
    return undefined;
  if (before !== undefined && /^(?:ein|kein|mein|sein|ihr|unser|dies|jen|all|beid)/u.test(before.lower))
    return undefined;
  const next = items[at + 2];
  if (next && (/^(?:und|oder|sowie)$/u.test(next.lower) || /,/u.test(next.gap))) return undefined;
  if (match.form.text === match.term.text) return undefined;
  return { construction: `before the name “${after.text}” with no article`, sure: false };
};
