import { isFamilyForm } from '../concept.ts';
import type { TermMatch } from '../match.ts';
import { baseOf, isDirectAt, isGenitive } from './de-place.ts';
import {
  articles,
  genitivePrepositions,
  genitiveVerbs,
  isAdjective,
  isSurelyVerb,
  isVerb,
  nativeNoun,
  ofLands,
  ofNation,
  ofPeople,
  prepositions,
} from './de-words.ts';
import type { NameRule } from './name-place.ts';
import { type Item, isDirect } from './sentence.ts';
import { words } from './word-list.ts';

/** `Kremls-Sprecher` */
export const inCompound: NameRule = ({ match }) =>
  isGenitive(match) ? { construction: 'before a hyphen', right: baseOf(match), sure: true } : undefined;

/** `Lawrows ist eingetroffen`, `nach Moskaus.`, `dem Libanons`. */
export const genitiveOutOfPlace: NameRule = ({ items, at, item, match, before, after }) => {
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
    // `blieb der Kiews`: a name without an article of its own may be all that is said of a thing.
    const isName = match.concept.type === 'person' || match.concept.type === 'place';
    const isFree = isName && /^(?:der|die|das|den|dem)$/u.test(first.lower) && !match.form.text.includes(' ');
    return { construction: `behind “${first.text}”`, right, sure: !isFree && !isBeforeNoun(items, at) };
  }
  if (isBeforeNoun(items, at) || isInList(items, at) || isSuspended(items, at)) return undefined;
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

/** The word before a name, before the titles that a person has with no article, and before another name that stands beside it. */
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
  const isPerson = items[at]?.match?.concept.type === 'person';
  while (isPerson && isDirectAt(items, from) && items[from - 1]?.match?.concept.type === 'title') from -= 1;
  return isDirectAt(items, from) ? items[from - 1] : undefined;
}

/** Whether no genitive of a name can stand behind the word at `index`: of those in lower case only a few are followed by one. */
function takesNoGenitive(items: readonly Item[], index: number): boolean {
  const { text, lower } = items[index] ?? { text: '', lower: '' };
  if (days.has(lower) || prepositions.has(lower) || ofNation.test(text)) return true;
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
  'und oder sowie wie als noch weder sowohl halb bzw nebst zufolge eines dieses jenes seines ihres unseres ganz nur auch vor allem',
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

/** `nach Macrons und vor Merkels Rede`: the noun comes later. */
function isSuspended(items: readonly Item[], at: number): boolean {
  return /^(?:und|oder)$/u.test(items[at + 1]?.lower ?? '') && prepositions.has(items[at + 2]?.lower ?? '');
}

/** `Lawrow Sprecherin dementierte`, `Die Zukunft Moskau ist offen`: one thing stands before the verb, so the name belongs to the noun. */
export const withoutGenitive: NameRule = ({ items, at, match, before, after }) => {
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

/** The genitive in -s of a name that is none itself; undefined where it has none, or an article. */
function genitiveOf({ concept, term, form }: TermMatch): string | undefined {
  if (concept.type !== 'person' && concept.type !== 'place') {
    if (nativeNoun.test(term.text)) return undefined;
  }
  const label = isFamilyForm(form) ? 'family-gen' : 'gen';
  return term.forms.find((one) => one.label === label)?.text;
}
