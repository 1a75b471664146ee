import type { Unit } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import { unanswered } from '../termbase/answered.ts';
import { frameBefore } from '../termbase/articles/frame-before.ts';
import { isAlike, mendBefore } from '../termbase/articles/mend.ts';
import { baseLabel, type Form, formsOf, isAccepted, isName } from '../termbase/concept.ts';
import { preferredLike } from '../termbase/consistency.ts';
import { findTerms, type TermMatch } from '../termbase/match.ts';
import { isWrong, type Languages, type Reading, readTarget } from '../termbase/reading.ts';
import { replacementFor } from '../termbase/replacement.ts';
import { type Termbase, termsIn } from '../termbase/termbase.ts';
import { withGenders } from './elided-article.ts';
import { type OwnWords, ownWordsFor } from './hidden-term.ts';
import { type Shielded, shield, unshield } from './shield.ts';

/** A text that an engine was sent, with or without names in it shielded, and what it answered. */
export type Answered = {
  readonly unit: Unit;
  /** As the copy says it. */
  readonly source: string;
  readonly shielded?: Shielded | undefined;
  /** What was shielded besides the terms of the house. */
  readonly unlisted?: Termbase | undefined;
  readonly answer: string;
};

/** An answer with the terms of the house in it, its placeholders still there, and the rules that put them there. */
export type InHouseWords = { readonly text: string; readonly by: readonly string[] };

/**
 * Puts the terms of the house where an engine says them in words of its own: `ministro ruso de los Asuntos exteriores`. Each sentence that
 * lacks a term is asked for once more with the term hidden, and what differs in the two answers is what the engine makes of the term there
 * ({@link ownWordsFor}). That costs another request, so it is for engines whose answers cost nothing and are the same each time.
 *
 * Nothing is put in place of what is not surely the term, nor where the sentence would not have the term more often than before, nor a title
 * in a form of which the words of the engine do not tell that it is the right one (`ministra`). Abbreviations whose gender it cannot know get
 * their article ({@link withGenders}).
 *
 * @param ask sends texts and gives back the answers, by text, as far as there are any
 */
export async function inHouseWords<One extends Answered>(
  answered: readonly One[],
  termbase: Termbase,
  languages: Languages,
  ask: (texts: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<One, InHouseWords>> {
  const found = answered.map((one) => ({ one, probes: probesFor(one, termbase, languages) }));
  const texts = new Set(found.flatMap(({ probes }) => probes.map(({ text }) => text)));
  const answers = texts.size === 0 ? new Map<string, string>() : await ask([...texts]);
  return new Map(
    found.flatMap(({ one, probes }) => {
      const said = probes.flatMap((probe) => {
        const words = ownWordsFor(one.answer, answers.get(probe.text) ?? '', probe.placeholder, (words) =>
          isArticle(words, languages.target),
        );
        return words ? [{ ...probe, words }] : [];
      });
      const better = withTerms(one, said, termbase, languages);
      return better.by.length === 0 ? [] : [[one, better] as const];
    }),
  );
}

/** A term that an answer lacks, and the text in which it is hidden. */
type Probe = { readonly match: TermMatch; readonly text: string; readonly placeholder: string };

function probesFor(one: Answered, termbase: Termbase, languages: Languages): readonly Probe[] {
  const reading = readAnswer(one, one.answer, termbase, languages);
  if (!reading) return [];
  const lacking = new Set(unanswered(reading, languages.target).map(({ concept }) => concept));
  const asked = reading.mentions.filter(({ concept }) => lacking.has(concept)).slice(0, mostAsked);
  return asked.flatMap((match) => {
    const hidden = shield(one.source, termbase, languages, { unlisted: one.unlisted, besides: match });
    return hidden ? [{ match, text: hidden.text, placeholder: hidden.last }] : [];
  });
}

/** Each term costs the whole sentence once more; what has more of them than copy ever has is not worth it. */
const mostAsked = 16;

type Said = Probe & { readonly words: OwnWords };

/** From the last to the first, so that places stay where they are; of two that overlap the later one. */
function withTerms(
  one: Answered,
  said: readonly Said[],
  termbase: Termbase,
  languages: Languages,
): InHouseWords {
  let answer = one.answer;
  let free = answer.length;
  let by: readonly string[] = [];
  for (const each of said.toSorted((left, right) => right.words.start - left.words.start)) {
    const { match, words } = each;
    if (words.end > free) continue;
    const put = inPlace(answer, each, one.source, languages);
    if (!put || !saysMore(one, [answer, put.text], match, termbase, languages)) continue;
    answer = put.text;
    free = put.start;
    const rule = `termbase:${match.concept.id}`;
    by = [rule, ...(put.sure ? [] : [`${rule}:article`]), ...by];
  }
  const { text, concepts } = withGenders(one.source, answer, termbase, languages);
  return { text, by: [...new Set([...by, ...concepts.map((concept) => `termbase:${concept}`)])] };
}

/** Whether the second of two answers has a term more often than the first, and no other term less often. */
function saysMore(
  one: Answered,
  answers: readonly [string, string],
  { concept }: TermMatch,
  termbase: Termbase,
  languages: Languages,
): boolean {
  const [before, after] = answers.map((answer) => readAnswer(one, answer, termbase, languages));
  if (!before || !after) return false;
  const right = ({ renderings }: Reading) =>
    renderings.filter((match) => match.concept === concept && !isWrong(match)).length;
  const lacking = (reading: Reading) => unanswered(reading, languages.target).length;
  return right(after) > right(before) && lacking(after) < lacking(before);
}

function readAnswer(
  { unit, source, shielded }: Answered,
  answer: string,
  termbase: Termbase,
  languages: Languages,
): Reading | undefined {
  const text = shielded ? unshield(answer, shielded, languages.target) : answer;
  if (text === undefined) return undefined;
  const mentions = findTerms(termbase, source, languages.source);
  return readTarget({ unit, mentions, text }, termbase, languages);
}

/** The answer with the term in place of the engine's words, what stands before it mended; `sure` where nobody needs to look at that. */
function inPlace(
  answer: string,
  { match, words }: Said,
  source: string,
  { target }: Languages,
): { readonly text: string; readonly start: number; readonly sure: boolean } | undefined {
  const said = answer.slice(words.start, words.end);
  const own = words.before === undefined ? said : withoutArticle(said, target);
  const head = isQuoted(answer, words) ? undefined : headOf(own);
  const term = wordingFor(match, head, source, target);
  if (term === undefined) return undefined;
  // Of a word it does not know an engine guesses the gender: its article for its own word is better, where that is ours too.
  const isOwn = headOf(term) === headOf(own) || isAlike(own, term);
  const kept = isOwn ? said.slice(0, said.length - own.length) : (words.before ?? '');
  const front = answer.slice(0, words.start) + kept;
  const replaced = { start: front.length, found: own, right: term, isOther: !isOwn };
  const mended = mendBefore(front, replaced, target);
  const before = front.slice(0, mended?.start) + (mended?.text ?? '');
  const text = before + cased(term, before) + answer.slice(words.end);
  const start = Math.min(mended?.start ?? words.start, words.start);
  return { text, start, sure: mended?.sure !== false || headOf(term) === headOf(own) };
}

/** Whether words are an article, with or without a preposition, and nothing else. */
function isArticle(words: string, target: Locale): boolean {
  return frameBefore(words, words.length, target)?.start === 0;
}

function withoutArticle(words: string, target: Locale): string {
  const [article] = [longArticle, shortArticle]
    .flatMap((pattern) => pattern.exec(words)?.[0] ?? [])
    .filter((one) => isArticle(one, target));
  return words.slice(article?.length ?? 0);
}

const shortArticle = /^\p{L}+[ \u00a0'’]/u;
const longArticle = /^\p{L}+[ \u00a0]\p{L}+[ \u00a0'’]/u;

/**
 * The form of the term to put in place of the engine's words: that which pairs with the form in the copy; of a title or a common noun one that
 * begins like the words of the engine, which tell man from woman and one from many.
 *
 * @param head the first word of the engine; none where the sentence does not go by the term
 */
function wordingFor(
  match: TermMatch,
  head: string | undefined,
  source: string,
  target: string,
): string | undefined {
  const goal = preferredLike(match.term, match.concept, target);
  // A form that the right term lacks may hold more than the term: `au Caire`.
  const { label } = match.form;
  const isPaired = goal && (label === baseLabel || formsOf(goal).some((form) => form.label === label));
  const paired = isPaired ? replacementFor(match, goal, source, target)?.text : undefined;
  if (head === undefined || isName(match.concept.type)) return paired;
  if (paired !== undefined && headOf(paired) === head) return paired;
  const forms = termsIn(match.concept, target).filter(isAccepted).flatMap(formsOf);
  return forms.find((form) => !holdsAnother(form) && headOf(form.text) === head)?.text;
}

/** Between quotation marks, a title of a book. */
function isQuoted(text: string, { start, end }: OwnWords): boolean {
  return /[«“"]\s*$/u.test(text.slice(0, start)) && /^\s*[»”"]/u.test(text.slice(end));
}

/** `ministro ruso de …`: right of one minister alone. */
function holdsAnother({ label }: Form): boolean {
  return label.split('-').includes('adj');
}

function headOf(words: string): string {
  return /[\p{L}\p{M}]+/u.exec(words)?.[0]?.toLowerCase() ?? '';
}

/** With a capital at the beginning of the sentence. */
function cased(term: string, before: string): string {
  return /[\p{L}{]/u.test(before) ? term : term.charAt(0).toUpperCase() + term.slice(1);
}
