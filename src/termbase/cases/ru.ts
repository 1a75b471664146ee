import { isName } from '../concept.ts';
import type { TermMatch } from '../match.ts';
import { adjectiveKind } from '../paradigms/ru-adjectives.ts';
import { genderOf } from '../paradigms/ru-names.ts';
import type { CaseError, CaseRules } from './case-error.ts';
import { allCases, type Case, type Declension, declensionOf } from './readings.ts';
import { allowsDative, allowsGenitive, allowsInstrumental } from './ru-licences.ts';
import {
  type Agreement,
  agreementOf,
  casesBehind,
  generic,
  genitiveLeads,
  isAdverb,
  mayBeSubject,
  placeLeads,
} from './ru-words.ts';
import { isDirect, type Item, itemsOf } from './sentence.ts';

/** A place in the sentence that takes some cases and no others. */
type Demand = {
  readonly construction: string;
  readonly cases: readonly Case[];
  /** It holds whatever the rest of the sentence says. */
  readonly sure: boolean;
};

/** A name or title that declines, and the sentence it stands in. */
type Place = {
  readonly items: readonly Item[];
  readonly at: number;
  readonly item: Item;
  readonly match: TermMatch;
  readonly declension: Declension;
};

type Rule = (place: Place) => Demand | undefined;

/**
 * Russian. Each rule looks for one construction and says which cases it takes; a name none of whose readings is left is in a wrong case.
 * Nothing is parsed: a rule that could be wrong about a sentence keeps silent.
 */
export const russian: CaseRules = (text, matches) => {
  const items = itemsOf(text, matches);
  const errors = new Map<TermMatch, CaseError>();
  for (const [at, item] of items.entries()) {
    const declension = item.match && declensionOf(item.match);
    if (!item.match || !declension) continue;
    const error = judged({ items, at, item, match: item.match, declension });
    if (error) errors.set(item.match, error);
  }
  return errors;
};

function judged(place: Place): CaseError | undefined {
  const { declension } = place;
  let left = declension.readings;
  let cases: readonly Case[] = allCases;
  let broken: Demand | undefined;
  for (const rule of rules) {
    const demand = rule(place);
    if (!demand) continue;
    cases = cases.filter((one) => demand.cases.includes(one));
    left = left.filter((reading) => demand.cases.includes(reading.case));
    if (left.length === 0) broken ??= demand;
    // Without a preposition the other rules only ever take cases away: the first to leave none is the one to tell of.
    if (broken?.sure) break;
  }
  if (!broken) return undefined;
  const forms = declension.readings.every(({ plural }) => plural) ? declension.plural : declension.singular;
  const rights = new Set(cases.map((one) => forms.get(one)?.[0]));
  const [right] = rights;
  const isOnly = rights.size === 1 && right !== undefined;
  return { construction: broken.construction, sure: broken.sure && isOnly, ...(isOnly && { right }) };
}

const rules: readonly Rule[] = [
  behindPreposition,
  behindLead,
  besideTitle,
  inCoordination,
  asOnlySubject,
  behindTitleOfPlace,
  besideOtherVerb,
  besideOtherSubject,
  withoutPreposition,
  withoutInstrumental,
  withoutDative,
  withoutGenitive,
];

/** `из Москвы`, `в соседней Грузии`, `с президентом`. */
function behindPreposition({ items, at }: Place): Demand | undefined {
  let from = at;
  while (isDirectAt(items, from) && isModifier(items[from - 1])) from -= 1;
  const preposition = isDirectAt(items, from) ? items[from - 1] : undefined;
  const cases = preposition && !preposition.match ? casesBehind(preposition.lower) : undefined;
  if (!preposition || !cases) return undefined;
  const between = items.slice(from, at);
  if (!between.every(({ lower }) => cases.some((one) => adjectiveIn[one].test(lower)))) return undefined;
  const [passed] = between.length === 0 ? [] : [cases.filter((one) => between.every(({ lower }) => adjectiveIn[one].test(lower)))];
  return { construction: `behind “${preposition.text}”`, cases: passed ?? cases, sure: true };
}

/** How an adjective may end in each case. */
const adjectiveIn: Readonly<Record<Case, RegExp>> = {
  nom: /(?:[ыио]й|[ая]я|[ое]е|[ыи]е)$/u,
  gen: /(?:[ое]го|[ое]й|[ыи]х)$/u,
  dat: /(?:[ое]му|[ое]й|[ыи]м)$/u,
  acc: /(?:[ыи]й|[ое]го|[ую]ю|[ое]е|[ыи]е|[ыи]х|ой)$/u,
  ins: /(?:[ыи]м|[ое]й|[ыи]ми)$/u,
  pre: /(?:[ое]м|[ое]й|[ыи]х)$/u,
};

function isModifier(item: Item | undefined): boolean {
  return item !== undefined && !item.match && /^\p{Ll}{3,}(?:[сц]к|н|в|л|ш|щ|ч|т|р|г|м)(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ыи]х|[ое]му|[ыи]м|[ыи]ми|[ую]ю|[ое]м|[ое]й)$/u.test(item.text);
}

/** `по словам Пескова`, `в центре Афин`. */
function behindLead({ items, at, match, item }: Place): Demand | undefined {
  if (!isDirect(item)) return undefined;
  const lead = items.slice(Math.max(0, at - 2), at).map(({ lower }) => lower).join(' ');
  const isLead = genitiveLeads.includes(lead) || (match.concept.type === 'place' && placeLeads.includes(lead));
  return isLead ? { construction: `behind “${lead}”`, cases: ['gen'], sure: true } : undefined;
}

/** `президента Ильхама Алиева`, `министру иностранных дел Турции Чавушоглу`: a title and the name behind it are in one case. */
function besideTitle({ items, at, item, match }: Place): Demand | undefined {
  if (match.concept.type !== 'person' || !isDirect(item)) return undefined;
  let from = at - 1;
  // The land or body that the title is of.
  const owner = items[from]?.match;
  if (owner && owner.concept.type !== 'person' && owner.concept.type !== 'title' && isDirectAt(items, from)) from -= 1;
  const title = items[from];
  if (title?.match?.concept.type !== 'title') return undefined;
  const declension = declensionOf(title.match);
  if (!declension) return undefined;
  const own = declension.readings.filter(({ plural }) => !plural).map((reading) => reading.case);
  if (own.length === 0) return undefined;
  // `министр Пашиняна` is the minister of someone; a president is nobody's.
  const cases: Case[] = ofNobody.test(title.lower) ? own : [...own, 'gen'];
  return { construction: `beside “${title.text}”`, cases, sure: false };
}

const ofNobody = /^(?:президент|премьер|канцлер|генсек|генеральн|корол|мэр|губернатор|глав)/u;

/** `в Армении и Азербайджане`: two names of one kind with “and” between them are in one case. */
function inCoordination({ items, at, item, match }: Place): Demand | undefined {
  const and = items[at - 1];
  const first = items[at - 2];
  if (!first?.match || !and || !isDirect(item) || !isDirect(and) || !/^(?:и|или)$/u.test(and.lower)) return undefined;
  if (first.match.concept.type !== match.concept.type) return undefined;
  const declension = declensionOf(first.match);
  if (!declension) return undefined;
  const own = declension.readings.map((reading) => reading.case);
  const head = items[at - 3];
  const isAttribute = own.includes('gen') && isDirectAt(items, at - 2) && head !== undefined && !casesBehind(head.lower);
  const next = items[at + 1];
  const isNewClause = next !== undefined && isDirect(next) && ['masculine', 'feminine', 'singular'].includes(agreementOf(next.lower) ?? '');
  if (isAttribute || isNewClause) return undefined;
  return { construction: `beside “${first.text}”`, cases: own, sure: false };
}

/** `Сергей Лавров прибыл`: a verb of one subject, and no other word that could be it. */
function asOnlySubject(place: Place): Demand | undefined {
  const { items, at } = place;
  const verbs = items.filter((other) => !other.match && agreementOf(other.lower) !== undefined);
  const [verb] = verbs;
  const agreement = verb && agreementOf(verb.lower);
  if (verbs.length !== 1 || !verb || (agreement !== 'masculine' && agreement !== 'feminine' && agreement !== 'singular')) return undefined;
  if (agreement === 'singular' && impersonal.test(verb.lower)) return undefined;
  if (isImpersonalSentence(items)) return undefined;
  if (!agrees(genderOfName(place.match), agreement) || isGoverned(items, at)) return undefined;
  const verbAt = items.indexOf(verb);
  const isBeside = at === 0 || verbAt === at - 1 || items.slice(at + 1, verbAt).every(({ lower }) => isAdverb(lower));
  if (!isBeside) return undefined;
  const others = items.filter((other, index) => index !== at && other !== verb && other.text !== '' && couldBeSubject(items, index, agreement));
  return others.length > 0 ? undefined : { construction: `as the subject of “${verb.text}”`, cases: ['nom'], sure: true };
}

const impersonal = /^(?:следует|стоит|предстоит|придётся|придется|приходится|удаётся|удается|удастся|хватает|хватит|хочется|может|остаётся|остается|надлежит|известно|кажется|исполнится|повезёт|повезет|не)$/u;

function isImpersonalSentence(items: readonly Item[]): boolean {
  return items.some(({ lower }) => /^(?:нет|надо|нужно|можно|нельзя|пора|жаль|необходимо|по-видимому)$/u.test(lower));
}

function couldBeSubject(items: readonly Item[], at: number, verb: Agreement): boolean {
  const item = items[at];
  if (!item || casesBehind(item.lower)) return false;
  if (isBehindPreposition(items, at)) return false;
  if (!item.match) return isCapitalised(item, at) || mayBeSubject(item.lower, verb);
  const declension = declensionOf(item.match);
  if (!declension) return agrees(genderOfName(item.match), verb);
  return declension.readings.some((reading) => reading.case === 'nom') && agrees(genderOfName(item.match), verb);
}

function isCapitalised(item: Item, at: number): boolean {
  return at > 0 && /^\p{Lu}/u.test(item.text);
}

/** Whether a preposition stands before, with at most an adjective between. */
function isBehindPreposition(items: readonly Item[], at: number): boolean {
  for (let index = at; index > Math.max(0, at - 3) && isDirectAt(items, index); index -= 1) {
    const before = items[index - 1];
    if (before && !before.match && casesBehind(before.lower)) return true;
    if (!isModifier(before)) return false;
  }
  return false;
}

/** Whether what stands before a name may govern it: a preposition, a noun, a title. */
function isGoverned(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  if (!before || !isDirectAt(items, at)) return false;
  return agreementOf(before.lower) === undefined && !isAdverb(before.lower);
}

/** `премьер-министр Грузии`: a place right behind the title of its head is in the genitive. */
function behindTitleOfPlace({ items, at, item, match }: Place): Demand | undefined {
  const title = items[at - 1];
  const kind = match.concept.type;
  if (title?.match?.concept.type !== 'title' || (kind !== 'place' && kind !== 'organisation') || !isDirect(item)) return undefined;
  const readings = declensionOf(title.match)?.readings;
  if (!readings?.every((reading) => reading.case === 'nom')) return undefined;
  // `Президент Россию не упомянул`
  return { construction: `behind “${title.text}”`, cases: ['gen', 'acc'], sure: false };
}

/** `Жители Новолипска жалуются`: the only verb around says that its subject is something else. */
function besideOtherVerb({ items, at, item, match }: Place): Demand | undefined {
  if (isQuoted(item)) return undefined;
  const [from, to] = clauseAround(items, at);
  const clause = items.slice(from, to);
  const verbs = clause.flatMap((other) => (other.match ? [] : (agreementOf(other.lower) ?? [])));
  const [verb] = verbs;
  if (verbs.length !== 1 || verb === undefined || agrees(genderOfName(match), verb)) return undefined;
  if (clause.some(({ lower }) => /^(?:и|или|ни|да|как|чем|это|нет|а|но|с|со|вместе|плюс|что|по|имени|зовут|звали|называ\p{L}*)$/u.test(lower)))
    return undefined;
  const before = at > from ? items[at - 1] : undefined;
  if (before && match.concept.type !== 'person' && generic.test(before.lower)) return undefined;
  if (before?.match && before.match.concept.type === 'title') return undefined;
  if (verb === 'neuter' && /^(?:было|стало|оказалось)$/u.test(clause.find(({ lower }) => agreementOf(lower))?.lower ?? '')) return undefined;
  return { construction: 'beside a verb that it does not agree with', cases: allCases.filter((one) => one !== 'nom'), sure: false };
}

/** `Посол передал Сергею Лаврову`: the verb has its subject already. */
function besideOtherSubject({ items, at, item, match }: Place): Demand | undefined {
  if (isQuoted(item)) return undefined;
  const [from, to] = clauseAround(items, at);
  const verbAt = items.findIndex((other, index) => index >= from && index < to && !other.match && agreementOf(other.lower) !== undefined);
  const verb = agreementOf(items[verbAt]?.lower ?? '');
  if (!verb || verbAt >= at || items.slice(verbAt + 1, to).some((other) => !other.match && agreementOf(other.lower) !== undefined)) return undefined;
  const subjectAt = items.findIndex((_, index) => index >= from && index < verbAt && isSurelySubject(items, index, verb));
  if (subjectAt < 0) return undefined;
  if (items.slice(from, at).some(({ lower }) => /^(?:как|чем|что|это|или|ни|а|но|зовут|называ\p{L}*|был|была|стал|стала)$/u.test(lower))) return undefined;
  if (items.slice(verbAt, at).some(({ lower }) => /^и$/u.test(lower))) return undefined;
  const before = items[at - 1];
  if (before && match.concept.type !== 'person' && generic.test(before.lower)) return undefined;
  if (before?.match && before.match.concept.type === 'title') return undefined;
  return { construction: `beside the subject “${items[subjectAt]?.text ?? ''}”`, cases: allCases.filter((one) => one !== 'nom'), sure: false };
}

/** A word that is in the nominative for certain and agrees with the verb. */
function isSurelySubject(items: readonly Item[], at: number, verb: Agreement): boolean {
  const item = items[at];
  if (!item || isBehindPreposition(items, at) || isGoverned(items, at)) return false;
  if (item.match) {
    const declension = declensionOf(item.match);
    const isNominative = declension?.readings.every((reading) => reading.case === 'nom') === true;
    return isNominative && agrees(genderOfName(item.match), verb);
  }
  if (/^(?:он|она|они|мы|я|кто|никто)$/u.test(item.lower)) return true;
  return (at === 0 || !isDirect(item)) && surelyNominative.test(item.lower) && verb !== 'neuter';
}

/** Nouns that are nominatives whatever their verb is: of people, and in -ия. */
const surelyNominative = /(?:[а-я]{2}[цсг]ия|мия|^посол|^король|^адвокат|^судья|^врач|^прокурор|^депутат|^министр|^президент|^премьер|^глава|^полиция|^газета|^оппозиция|^миссия|^делегация|^посредник|^представитель|^представительница)$/u;

/** A prepositional has its preposition somewhere before. */
function withoutPreposition({ items, at, declension }: Place): Demand | undefined {
  if (!declension.readings.some((reading) => reading.case === 'pre')) return undefined;
  if (items.slice(0, at).some((other) => !other.match && casesBehind(other.lower)?.includes('pre'))) return undefined;
  return { construction: 'without “в”, “на” or “о” before it', cases: allCases.filter((one) => one !== 'pre'), sure: false };
}

function withoutInstrumental({ items, at, declension }: Place): Demand | undefined {
  if (!declension.readings.some((reading) => reading.case === 'ins') || allowsInstrumental(othersOf(items, at))) return undefined;
  return { construction: 'without a word that takes an instrumental', cases: allCases.filter((one) => one !== 'ins'), sure: false };
}

function withoutDative({ items, at, declension }: Place): Demand | undefined {
  if (!declension.readings.some((reading) => reading.case === 'dat') || allowsDative(othersOf(items, at))) return undefined;
  return { construction: 'without a word that takes a dative', cases: allCases.filter((one) => one !== 'dat'), sure: false };
}

/** A genitive that is no object belongs to a noun before it. */
function withoutGenitive({ items, at, item, match }: Place): Demand | undefined {
  if (!isName(match.concept.type) || match.concept.type === 'person') return undefined;
  const before = items[at - 1];
  const isFirst = at === 0 && !isQuoted(item);
  const isBehindVerb = before !== undefined && !before.match && isDirect(item) && agreementOf(before.lower) !== undefined && !/(?:ся|сь)$/u.test(before.lower);
  if ((!isFirst && !isBehindVerb) || allowsGenitive(othersOf(items, at))) return undefined;
  return { construction: isFirst ? 'at the beginning' : `behind “${before?.text ?? ''}”`, cases: allCases.filter((one) => one !== 'gen'), sure: false };
}

function othersOf(items: readonly Item[], at: number): readonly string[] {
  return items.filter((other, index) => index !== at && !(other.match && isName(other.match.concept.type))).map(({ lower }) => lower);
}

function isDirectAt(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return at > 0 && item !== undefined && isDirect(item);
}

function isQuoted({ gap }: Item): boolean {
  return /[«„“"]$/u.test(gap);
}

/** The stretch around an item with no mark in it: from the first item to behind the last. */
function clauseAround(items: readonly Item[], at: number): readonly [from: number, to: number] {
  let from = at;
  while (from > 0 && isDirectAt(items, from)) from -= 1;
  let to = at + 1;
  while (to < items.length - 1 && isDirectAt(items, to)) to += 1;
  return [from, to];
}

/** Gender or number of a name in its verb; undefined where nothing tells. */
function genderOfName({ concept, term, form }: TermMatch): Agreement | undefined {
  if (concept.type === 'person') return genderOf(term, term.text.split(' '));
  if (concept.type === 'title') return form.label.includes('pl') ? 'plural' : 'singular';
  const [first = ''] = term.text.split(' ');
  if (/^\p{Lu}{2,}$/u.test(first)) return undefined;
  const kind = adjectiveKind(first);
  if (kind) return kind;
  if (/[ая]$/u.test(first)) return 'feminine';
  if (/[ыи]$/u.test(first)) return 'plural';
  if (/[ое]$/u.test(first)) return 'neuter';
  return /ь$/u.test(first) ? 'singular' : 'masculine';
}

function agrees(subject: Agreement | undefined, verb: Agreement): boolean {
  if (subject === undefined || subject === verb) return true;
  if (subject === 'singular') return verb === 'masculine' || verb === 'feminine' || verb === 'neuter';
  return verb === 'singular' && subject !== 'plural';
}
