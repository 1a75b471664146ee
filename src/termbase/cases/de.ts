import { formsOf, isFamilyForm, type Term } from '../concept.ts';
import type { TermMatch } from '../match.ts';
import type { CaseError, CaseRules } from './case-error.ts';
import {
  type ArticleCase,
  type ArticleCells,
  articles,
  genitivePrepositions,
  genitiveVerbs,
  isAdjective,
  isSurelyVerb,
  isVerb,
  nativeNoun,
  ofLands,
  ofPeople,
  prepositions,
} from './de-words.ts';
import { type Item, isDirect, itemsOf, maxItems } from './sentence.ts';
import { words } from './word-list.ts';

/** A name in a sentence. */
type Place = {
  readonly items: readonly Item[];
  readonly at: number;
  readonly item: Item;
  readonly match: TermMatch;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
};

type Rule = (place: Place) => CaseError | undefined;

/**
 * German. A name has a genitive in -s, which stands before its noun or behind it and nowhere else, and names of several words have an
 * adjective, whose ending the article decides. Parts of a compound are left alone.
 */
export const german: CaseRules = (text, matches) => {
  const errors = new Map<TermMatch, CaseError>();
  const items = itemsOf(text, matches);
  if (items.length > maxItems) return errors;
  for (const [at, item] of items.entries()) {
    const { match } = item;
    if (!match) continue;
    const before = at > 0 && isDirect(item) ? items[at - 1] : undefined;
    const next = items[at + 1];
    const after = next && isDirect(next) ? next : undefined;
    const place = { items, at, item, match, before, after };
    for (const rule of rulesFor(match, next)) {
      const error = rule(place);
      if (!error) continue;
      errors.set(match, error);
      break;
    }
  }
  return errors;
};

/** `Kremlsprecher` and `Lawrow-Besuch` say nothing of a case; a genitive before a hyphen is none. */
function rulesFor(match: TermMatch, next: Item | undefined): readonly Rule[] {
  if (next?.text !== '' && next?.gap === '') return [];
  if (next !== undefined && /^[-‑]/u.test(next.gap))
    return match.concept.type === 'title' ? [] : [inCompound];
  if (match.concept.type === 'title') return [titleBehindArticle, titleBeforeName];
  if (match.concept.type !== 'person' && isPhrase(match.term)) return [phraseBehindArticle];
  return [genitiveOutOfPlace, pluralBehindArticle, nativeBehindArticle, withoutGenitive];
}

/** `Kremls-Sprecher` */
const inCompound: Rule = ({ match }) =>
  isGenitive(match) ? { construction: 'before a hyphen', right: baseOf(match), sure: true } : undefined;

/** `Lawrows ist eingetroffen`, `nach Moskaus.`, `dem Libanons`. */
const genitiveOutOfPlace: Rule = ({ items, at, item, match, before, after }) => {
  if (!isGenitive(match)) return undefined;
  const right = baseOf(match);
  const first = beforeTitles(items, at);
  const article = first && articles.get(first.lower);
  if (
    article &&
    before === first &&
    !article.masculine?.includes('genitive') &&
    !isElliptic(items, at, match, first)
  ) {
    return { construction: `behind “${first.text}”`, right, sure: !isBeforeNoun(items, at) };
  }
  if (isBeforeNoun(items, at) || isInList(items, at)) return undefined;
  if (isBehindRank(items, at))
    return {
      construction: `before “${after?.text ?? ''}” with no noun that it belongs to`,
      right,
      sure: false,
    };
  if (first !== undefined && !takesNoGenitive(items, items.indexOf(first))) return undefined;
  if (items.some(({ lower }) => genitiveVerbs.test(lower))) return undefined;
  if (first && prepositions.has(first.lower))
    return { construction: `behind “${first.text}”`, right, sure: first === before };
  const isStart = first === undefined && item.gap === '' && at === 0;
  const where = after?.text ? `before “${after.text}”` : `behind “${first?.text ?? ''}”`;
  return {
    construction: `${where} with no noun that it belongs to`,
    right,
    sure: isStart && after !== undefined && isSurelyVerb(after.lower),
  };
};

/** The word before a name, before the titles that it has with no article, and before another name that stands beside it. */
function beforeTitles(items: readonly Item[], at: number): Item | undefined {
  let from = at;
  const other = items[at - 2];
  if (
    isDirectAt(items, at) &&
    /^(?:und|oder|sowie)$/u.test(items[at - 1]?.lower ?? '') &&
    other?.match &&
    !isGenitive(other.match)
  )
    from = at - 2;
  while (isDirectAt(items, from) && items[from - 1]?.match?.concept.type === 'title') from -= 1;
  return isDirectAt(items, from) ? items[from - 1] : undefined;
}

/** Whether no genitive of a name can stand behind the word at `index`: of those in lower case only a few are followed by one. */
function takesNoGenitive(items: readonly Item[], index: number): boolean {
  const { text, lower } = items[index] ?? { text: '', lower: '' };
  if (days.has(lower) || prepositions.has(lower)) return true;
  if (
    !/^\p{Ll}/u.test(text) ||
    genitivePrepositions.has(lower) ||
    connecting.has(lower) ||
    articles.has(lower)
  )
    return false;
  // `des alten Roms`
  return (
    !/(?:en|er|es)$/u.test(lower) ||
    !isDirectAt(items, index) ||
    !/^(?:des|\p{L}+es)$/u.test(items[index - 1]?.lower ?? '')
  );
}

const days = words(
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag abend vormittag nachmittag mittag nacht morgen woche',
);

const connecting = words(
  'und oder sowie noch bzw nebst zufolge eines dieses jenes seines ihres unseres ganz nur auch vor allem',
);

/** `die Altstadt Athens, die Genfs` */
function isElliptic(
  items: readonly Item[],
  at: number,
  { concept, form }: TermMatch,
  article: Item,
): boolean {
  if ((concept.type !== 'person' && concept.type !== 'place') || form.text.includes(' ')) return false;
  const index = items.indexOf(article);
  const lead = items[index - 1];
  return (
    /,/u.test(article.gap) ||
    (lead !== undefined && /^(?:und|als|wie|nur)$/u.test(lead.lower) && at - index === 1)
  );
}

/** Whether a noun follows, at most behind adjectives: `Moskaus neuem Plan`. */
function isBeforeNoun(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next < Math.min(items.length, at + 6); next += 1) {
    const item = items[next];
    if (!item || !/^(?:[ \u00a0\u202f][„“»«"]?|, )$/u.test(item.gap) || item.text === '') return false;
    if (next === at + 1 && (item.gap === ', ' || item.lower === 'und')) return false;
    if (/^\p{Lu}|^\d/u.test(item.text)) return true;
    if ((!isAdjective(item.lower) || isOnlyVerb(items, item)) && item.lower !== 'und') return false;
  }
  return false;
}

/** `Macrons würdigte Merkel`: what could be an adjective is the only verb that the sentence has. */
function isOnlyVerb(items: readonly Item[], { lower }: Item): boolean {
  return (
    /\p{Ll}{2,}ten?$/u.test(lower) &&
    !items.some((other) => other.lower !== lower && /^\p{Ll}/u.test(other.text) && isVerb(other.lower))
  );
}

/** `Kremlsprecher Peskows war`: what a person is stands before the name with no article. */
function isBehindRank(items: readonly Item[], at: number): boolean {
  const [rank] = items;
  const after = items[at + 1];
  if (
    at !== 1 ||
    !rank ||
    rank.match ||
    items[1]?.match?.concept.type !== 'person' ||
    !isDirectAt(items, 1) ||
    !after
  )
    return false;
  return (
    /^\p{Lu}.*(?:sprecher|minister|chef|kanzler|präsident|sekretär)(?:in)?$/u.test(rank.text) &&
    isDirect(after) &&
    isSurelyVerb(after.lower)
  );
}

/** `Armeniens und Aserbaidschans Unterhändler`: another genitive stands beside. */
function isInList(items: readonly Item[], at: number): boolean {
  const and = /^(?:und|oder|sowie|bzw)$/u;
  const next = items[at + 1];
  const far = items[at + 2];
  if (next && far?.match && (and.test(next.lower) || /,/u.test(next.gap)) && isGenitive(far.match))
    return true;
  const previous = items[at - 1];
  const other = items[at - 2];
  return (
    previous !== undefined &&
    other?.match !== undefined &&
    and.test(previous.lower) &&
    isGenitive(other.match) &&
    !isVerb(items[at + 1]?.lower ?? '')
  );
}

/** `in den Niederlanden`: a name in the plural that has a dative of its own. */
const pluralBehindArticle: Rule = ({ match, before }) => {
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
const nativeBehindArticle: Rule = ({ match, before }) => {
  if (before?.lower !== 'des' || isGenitive(match) || !nativeNoun.test(match.term.text)) return undefined;
  const rights = match.term.forms.filter(({ label }) => label === 'gen').map(({ text }) => text);
  const [right] = rights;
  return right === undefined ? undefined : { construction: 'behind “des”', right, sure: true };
};

/** `Lawrow Sprecherin dementierte`, `Die Zukunft Moskau ist offen`: one thing stands before the verb, so the name belongs to the noun. */
const withoutGenitive: Rule = ({ items, at, match, before, after }) => {
  if (isGenitive(match) || match.form.label.includes('adj')) return undefined;
  const right = genitiveOf(match);
  if (right === undefined || !after) return undefined;
  if (at === 0) {
    const verb = items[2];
    const isNoun =
      /^\p{Lu}\p{Ll}/u.test(after.text) && !after.match && !/^(?:Anfang|Mitte|Ende)$/u.test(after.text);
    if (!isNoun || !verb || !isDirect(verb) || verb.match || !/^\p{Ll}/u.test(verb.text)) return undefined;
    const isPlural = /\p{Ll}{3,}en$/u.test(verb.lower) && !/^\p{Lu}/u.test(items[3]?.text ?? '');
    const isFar = prepositions.has(verb.lower) && items.slice(3).some(({ lower }) => isSurelyVerb(lower));
    // `Gazprom Anteile verkauft zu haben`
    if ((!isVerb(verb.lower) && !isPlural && !isFar) || isInfinitiveBehind(items, 3)) return undefined;
    return { construction: `before “${after.text}”, which it belongs to`, right, sure: false };
  }
  const isFirst =
    (at === 2 && articles.has(items[0]?.lower ?? '')) ||
    (at === 2 && /^(?:eine?|seine|ihre|keine)$/u.test(items[0]?.lower ?? ''));
  if (!isFirst || !before || before.match?.concept.type === 'person' || !isSurelyVerb(after.lower))
    return undefined;
  const isOwner =
    match.concept.type === 'person'
      ? isOfPeople(items, before, after)
      : ofLands.test(before.text) || ofLands.test(before.match?.form.text ?? '');
  return isOwner
    ? { construction: `behind “${before.text}”, which belongs to it`, right, sure: false }
    : undefined;
};

function isInfinitiveBehind(items: readonly Item[], at: number): boolean {
  return items[at]?.lower === 'zu' && /^\p{Ll}+n$/u.test(items[at + 1]?.text ?? '');
}

function isOfPeople(items: readonly Item[], before: Item, after: Item): boolean {
  const isPlural =
    items[0]?.lower === 'die' &&
    /^(?:sind|waren|haben|hatten|werden|wurden|wollen|wollten|können|konnten)$/u.test(after.lower);
  return ofPeople.test(before.text) || isPlural;
}

/** `das Weiße Haus`, `des Weißen Hauses`: the article decides the ending of the adjective. */
const phraseBehindArticle: Rule = ({ items, at, match }) => {
  const before = articleBefore(items, at);
  const cells = before && articles.get(before.lower);
  const texts = cells && phraseTexts(match.term, cells);
  if (!before || !texts || texts.length === 0 || texts.includes(match.form.text)) return undefined;
  const [right] = texts;
  return {
    construction: `behind “${before.text}”`,
    sure: texts.length === 1 || before.lower === 'des',
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

function isPhrase(term: Term): boolean {
  return genderOfPhrase(term) !== undefined && term.text.includes(' ');
}

/** `des Präsidenten`, `dem Kanzler`: forms of a title that its article allows, in either gender and number. */
const titleBehindArticle: Rule = ({ items, at, match, after }) => {
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
const titleBeforeName: Rule = ({ items, at, match, before, after }) => {
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

function isGenitive({ term, form }: TermMatch): boolean {
  return /(?:^|-)gen$/u.test(form.label) && form.text !== term.text;
}

function baseOf({ term, form }: TermMatch): string {
  if (!isFamilyForm(form)) return term.text;
  return (
    term.forms.find(({ label, text }) => label === 'family' && form.text.startsWith(text.slice(0, -1)))
      ?.text ?? term.text
  );
}

/** The genitive in -s of a name that is none itself; undefined where it has none, or an article. */
function genitiveOf({ concept, term, form }: TermMatch): string | undefined {
  if (concept.type !== 'person' && concept.type !== 'place') {
    if (nativeNoun.test(term.text)) return undefined;
  }
  const label = isFamilyForm(form) ? 'family-gen' : 'gen';
  return term.forms.find((one) => one.label === label)?.text;
}

function isDirectAt(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return at > 0 && item !== undefined && isDirect(item);
}
