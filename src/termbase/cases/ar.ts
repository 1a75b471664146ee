import type { TermMatch } from '../match.ts';
import { hasArticle } from '../proclitics.ts';
import { intransitive, likeInna, prepositions, withoutObject } from './ar-words.ts';
import type { CaseRules } from './case-error.ts';
import { judgedNames, type NamePlace, type NameRule } from './name-place.ts';
import type { Item } from './sentence.ts';

/**
 * Arabic. Cases are vowels that nobody writes; what is written is the dual (`وزيرا`, `وزيري`), the article, whether a title is bound to the word
 * behind it, and the gender of a verb. Names are spelled in one way, but for their article behind ل.
 */
export const arabic: CaseRules = (text, matches) => judgedNames(text, matches, () => rules);

const article = '\u0627\u0644';

/** `لالأمم` for `للأمم`: the article loses its alef behind ل. */
const articleBehindLam: NameRule = ({ items, at, match }) => {
  const written = items[at]?.text ?? '';
  const isBehindLam = /\u0644$/u.test(match.proclitic) && !hasArticle(match.proclitic);
  if (!isBehindLam || !written.startsWith(article)) return undefined;
  return {
    construction: 'behind “ل”, where its article is written without alef',
    right: written.slice(1),
    sure: true,
  };
};

/** `في للأمم`: a form that has its ل already. */
const twoPrepositions: NameRule = ({ match, before }) => {
  if (!/(?:^|-)prep$/u.test(match.form.label) || !before || !isPreposition(before)) return undefined;
  return {
    construction: `behind “${before.text}”, which is a preposition already`,
    right: match.term.text,
    sure: match.form.label === 'prep',
  };
};

/** `بين وزيرا خارجية`, `إن وزيرا`: the dual ends in ي behind a preposition and behind `إن`. */
const dualSubject: NameRule = (place) => {
  const { match } = place;
  if (match.concept.type !== 'title' || isOblique(match) || obliqueOf(match) === undefined) return undefined;
  const governor = governorOf(place);
  return governor === undefined
    ? undefined
    : { construction: `behind “${governor}”`, ...counterpart(match, true), sure: true };
};

/** `اجتمع وزيري خارجية`: the dual of a subject ends in ا. */
const dualObject: NameRule = (place) => {
  const { match, before, items, at } = place;
  if (
    match.concept.type !== 'title' ||
    !isDual(match) ||
    !isOblique(match) ||
    writtenOnto(match) !== undefined
  )
    return undefined;
  if (at === 0 || (at === 1 && match.proclitic !== '' && items[0]?.gap === '')) {
    return { construction: 'as the first word of a sentence', ...counterpart(match, false), sure: false };
  }
  if (!before || !intransitive.test(bare(before))) return undefined;
  return {
    construction: `behind “${before.text}”, as its subject`,
    ...counterpart(match, false),
    sure: false,
  };
};

/** `الرئيسا`, `الرئيسها`: what is bound to a word behind it, or to a suffix, has no article. */
const boundWithArticle: NameRule = ({ match: { concept, form, proclitic } }) => {
  if (concept.type !== 'title' || !hasArticle(proclitic)) return undefined;
  const isBound = form.label === 'poss' || (/^constr-dual/u.test(form.label) && !/\u064a$/u.test(form.text));
  return isBound ? { construction: 'behind an article', sure: false } : undefined;
};

/** `رئيسان أوكرانيا`: a dual with its ن is bound to nothing. */
const freeBeforeOwner: NameRule = ({ match, after }) => {
  if (
    match.concept.type !== 'title' ||
    hasArticle(match.proclitic) ||
    !/\u0646$/u.test(match.form.text) ||
    !isDual(match)
  )
    return undefined;
  if (match.form.text.includes(' ') || !isLand(after)) return undefined;
  return { construction: `before “${after?.text ?? ''}”`, sure: false };
};

/** `إلى وزير الخارجية تركيا`: with an article, or somebody’s, a title has no land behind it. */
const ownedTwice: NameRule = (place) => {
  const { match, after } = place;
  if (match.concept.type !== 'title' || !isLand(after) || !isClosed(match)) return undefined;
  const { before } = place;
  const isSubject = match.proclitic === '' && before !== undefined && withoutObject.test(bare(before));
  const governor = governorOf(place) ?? (isSubject ? before.text : undefined);
  return governor === undefined
    ? undefined
    : { construction: `behind “${governor}” and before “${after?.text ?? ''}”`, sure: false };
};

/** `مع وزيري الخارجية لافروف`: two or more of them before one name. */
const manyBeforeOne: NameRule = (place) => {
  const { items, at, match, after } = place;
  if (match.concept.type !== 'title' || after?.match?.concept.type !== 'person') return undefined;
  const next = items[at + 2];
  if (
    !isMany(match) ||
    (next !== undefined && /^\u0648/u.test(next.text)) ||
    (next !== undefined && /[،,]/u.test(next.gap))
  )
    return undefined;
  const governor = governorOf(place);
  return governor === undefined
    ? undefined
    : { construction: `behind “${governor}” and before one name`, sure: false };
};

/** `وصل وزيرة الخارجية`: the verb says man or woman. */
const otherGender: NameRule = ({ match, before }) => {
  if (
    match.concept.type !== 'title' ||
    !before ||
    before.match ||
    !/^(?:\u0627\u0644)?$/u.test(match.proclitic)
  )
    return undefined;
  const verb = bare(before);
  if (!intransitive.test(verb)) return undefined;
  const isWoman = /(?:^|-)(?:f|fem)(?:-|$)/u.test(match.form.label);
  const isMan =
    match.form.text === match.term.text && match.term.forms.some(({ label }) => /^(?:f|fem)$/u.test(label));
  const isSaidOfWoman = /\u062a$/u.test(verb);
  if (isWoman && !isSaidOfWoman && !/^\u0633?\u062a/u.test(verb))
    return { construction: `behind “${before.text}”, which is said of a man`, sure: false };
  return isMan && isSaidOfWoman
    ? { construction: `behind “${before.text}”, which is said of a woman`, sure: false }
    : undefined;
};

const rules: readonly NameRule[] = [
  articleBehindLam,
  twoPrepositions,
  dualSubject,
  dualObject,
  boundWithArticle,
  freeBeforeOwner,
  ownedTwice,
  manyBeforeOne,
  otherGender,
];

function isPreposition({ lower, match }: Item): boolean {
  return match === undefined && prepositions.has(withoutAnd(lower));
}

/** What makes a title oblique: a preposition before it or written onto it, or a particle such as `إن`. */
function governorOf({ match, before }: NamePlace): string | undefined {
  const written = writtenOnto(match);
  if (written !== undefined) return written;
  if (!before || before.match || /[\u0648\u0641]/u.test(match.proclitic)) return undefined;
  return isPreposition(before) || likeInna.has(withoutAnd(before.lower)) ? before.text : undefined;
}

/** The ب, ل or ك among the particles of a match; the ل of an article is none. */
function writtenOnto({ proclitic }: TermMatch): string | undefined {
  return /([\u0628\u0644\u0643])(?:\u0627\u0644|\u0644)?$/u.exec(
    proclitic.replace(/\u0627\u0644$/u, ''),
  )?.[1];
}

function withoutAnd(word: string): string {
  return prepositions.has(word) || likeInna.has(word) ? word : word.replace(/^[\u0648\u0641]/u, '');
}

/** A verb without vowel signs and without `و` or `ف` before it. */
function bare({ text }: Item): string {
  const letters = text.replace(/[\u064b-\u0650\u0652\u0640]/gu, '');
  return intransitive.test(letters) ? letters : letters.replace(/^[\u0648\u0641]/u, '');
}

function isDual({ form }: TermMatch): boolean {
  return /dual/u.test(form.label);
}

function isOblique({ form }: TermMatch): boolean {
  return /dual-(?:gen|obl)/u.test(form.label);
}

function isMany(match: TermMatch): boolean {
  const { form } = match;
  return isDual(match) || /(?:^|-)pl(?:-|$)/u.test(form.label);
}

/** The oblique form of a dual or a plural that has one (`وزيري`, `المشاركين`); none where it is that itself. */
function obliqueOf({ term, form }: TermMatch): string | undefined {
  return term.forms.find(
    ({ label, text }) =>
      text !== form.text && (label === `${form.label}-gen` || label === `${form.label}-obl`),
  )?.text;
}

/** The same form in its other ending. */
function counterpart(match: TermMatch, oblique: boolean): { right?: string } {
  const { term, form } = match;
  const label = form.label.replace(/-(?:gen|obl)/u, '');
  const right = oblique ? obliqueOf(match) : term.forms.find((one) => one.label === label)?.text;
  return right === undefined ? {} : { right };
}

function isLand(item: Item | undefined): boolean {
  const kind = item?.match?.concept.type;
  return (kind === 'place' || kind === 'organisation') && item?.match?.proclitic === '';
}

/** Whether a title has an article inside or is somebody’s: it is bound to no further word. */
function isClosed({ form }: TermMatch): boolean {
  const last = form.text.split(' ').at(-1) ?? '';
  return form.text.includes(' ') && (last.startsWith(article) || form.label === 'poss');
}
