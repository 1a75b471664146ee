import { type Locale, languageOf } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import { wordsInPlace } from '../model/words-in-place.ts';
import { articleBefore } from '../termbase/articles/article-before.ts';
import { mendBefore } from '../termbase/articles/mend.ts';
import { findTerms, type TermMatch } from '../termbase/match.ts';
import type { Languages } from '../termbase/reading.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { placeablesOf, without } from '../text/placeables.ts';
import { leavesNames, renderingOf } from './shield.ts';
import { type FoundTag, mayBeTagged, mayHoldTags, readTags, type TaggedSpan, writeTags } from './tags.ts';

/** A stretch in a tag: a name, with what the house calls it, or words that are to come back as they are. */
type Mark = TaggedSpan &
  ({ readonly kind: 't'; readonly match: TermMatch; readonly right: string } | { readonly kind: 'x' });

/** A text as XML, with its names in tags that are read again in the answer, and what machines read in tags that DeepL leaves alone. */
export type Tagged = { readonly source: string; readonly text: string; readonly marks: readonly Mark[] };

/** An answer without tags, and the rules that had a hand in it. */
export type Restored = { readonly text: string; readonly by: readonly string[] };

/**
 * Marks the names of a text that the house has a rendering for (articles before them or not), what is not to be translated, and placeables
 * and addresses. Titles and common nouns are left alone, and so is a name in another form than its own.
 *
 * @param termbase as it is on the day of the dispatch; none: no names are marked
 * @returns undefined where the text cannot be sent with tags
 */
export function tagTerms(
  text: string,
  termbase: Termbase | undefined,
  languages: Languages,
): Tagged | undefined {
  const kept = keptSpans(text);
  if (!mayBeTagged(text, kept)) return undefined;
  const names = termbase ? findTerms(termbase, text, languages.source) : [];
  const terms = names.filter(besides(kept)).flatMap((match): Mark[] => {
    const { start, end, concept } = match;
    if (concept.translate === false) return [{ kind: 'x', start, end }];
    const right = renderingOf(match, text, languages.target);
    return right === undefined ? [] : [{ kind: 't', start, end, match, right }];
  });
  const marks = [...kept.map((span): Mark => ({ kind: 'x', ...span })), ...terms].sort(
    (a, b) => a.start - b.start,
  );
  return { source: text, text: writeTags(text, marks), marks };
}

/**
 * Takes the tags out of an answer. Words in the tag of a name that the glossary knows, right or wrong ones, stay for the termbase to judge.
 * Others become the preferred term in languages that leave names as they are, where what stands before it can be mended; where they
 * cannot, the provenance says what they are (`tag:<concept>=<words>`). What was to come back as it went stands so in its tag.
 *
 * A tag that is missing, empty, there twice, inside another one or around other words than its name's changes nothing.
 *
 * @returns undefined where a placeable is lost, nothing is left, or something may be left of a tag
 */
export function untagTerms(
  answer: string,
  { source, marks }: Tagged,
  termbase: Termbase | undefined,
  languages: Languages,
): Restored | undefined {
  const { text, tags } = readTags(answer, source, marks);
  const named = new Set(marks.flatMap((mark) => (mark.kind === 't' ? [mark.match.concept.id] : [])));
  const renderings =
    termbase && named.size > 0
      ? findTerms(termbase, text, languages.target, { named, leftFrom: languages.source })
      : [];
  // Of an answer with far more tags than went out none is believed.
  const sound = tags.length > 2 * marks.length ? [] : tags.filter((tag) => isSound(tag, tags));
  const edits = sound
    .flatMap((tag): Edit[] => {
      const mark = marks[tag.number - 1];
      if (!mark) return [];
      if (mark.kind === 'x') return keptAgain(text, tag, source.slice(mark.start, mark.end));
      const of = { tag, match: mark.match, right: mark.right };
      return editOf(of, { text, tags, marks, renderings, target: languages.target });
    })
    .sort((a, b) => a.start - b.start);
  const restored = applied(text, edits).trim();
  const isLost = without(placeablesOf(source), placeablesOf(restored)).length > 0;
  if (restored === '' || isLost || mayHoldTags(restored, source)) return undefined;
  return { text: restored, by: edits.flatMap(({ by }) => by ?? []) };
}

/** `text` is to stand from `start` to `end`; `by`: what provenance says of it. */
type Edit = Span & { readonly text: string; readonly by?: string };

type Sentence = {
  readonly text: string;
  readonly tags: readonly FoundTag[];
  readonly marks: readonly Mark[];
  readonly renderings: readonly TermMatch[];
  readonly target: Locale;
};

/** A placeable as it was, where something else that machines read has come back in its tag, and it stands nowhere else. */
function keptAgain(text: string, { start, end }: FoundTag, kept: string): Edit[] {
  if (text.includes(kept) || !/[{}<>%@&$\\/]/u.test(text.slice(start, end))) return [];
  return [{ start, end, text: kept }];
}

/** What is to be done about the words in the tag of a name, if anything. */
function editOf(
  { tag, match, right }: { readonly tag: FoundTag; readonly match: TermMatch; readonly right: string },
  { text, tags, marks, renderings, target }: Sentence,
): Edit[] {
  const { id } = match.concept;
  const inside = renderings.filter((rendering) => overlap(rendering, tag));
  const isKnown = inside.some(
    ({ concept, start, end }) => concept.id === id || (start <= tag.start && end >= tag.end),
  );
  if (isKnown) return [];
  const own = tags.filter(({ number }) => {
    const mark = marks[number - 1];
    return mark?.kind === 't' && mark.match.concept.id === id;
  });
  // The name stands elsewhere: the tag has moved away from it.
  const isElsewhere = renderings.some(
    (rendering) => rendering.concept.id === id && own.every((one) => !overlap(one, rendering)),
  );
  if (isElsewhere) return [];
  const { start, end } = withoutQuotes(text, tag);
  const found = text.slice(start, end);
  if (!/\p{L}/u.test(found)) return [];
  const told = [{ start, end, text: found, by: wordsInPlace(id, found) }];
  if (inside.length > 0 || !leavesNames(target) || !isNameAlone(text, { start, end }, target)) return told;
  const mended = mendBefore(text, { start, found, right }, target);
  if (mended && (!mended.sure || tags.some((one) => overlap(one, { start: mended.start, end: start }))))
    return told;
  return [{ start: mended?.start ?? start, end, text: (mended?.text ?? '') + right, by: `tag:${id}` }];
}

/** Whether words read like a name and are no part of another word: capitals, no article of their own, no marks between them. */
function isNameAlone(text: string, { start, end }: Span, target: Locale): boolean {
  const words = text.slice(start, end).split(/\s+/u);
  const first = words[0] ?? '';
  return (
    words.length <= mostWords &&
    words.every(
      (word) => /^[^.,;:!?()«»"“”]+\.?$/u.test(word) && (/^\P{Ll}/u.test(word) || word.length <= 3),
    ) &&
    /^\P{Ll}/u.test(first) &&
    !articleBefore(`${first} `, first.length + 1, languageOf(target)) &&
    !/[\p{L}\p{N}][-‐‑]?$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[-‐‑]?[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

/** Names of more words are rare, and a tag that has grown over its neighbours is not. */
const mostWords = 6;

/** A tag that is there once and touches no other one. */
function isSound(tag: FoundTag, tags: readonly FoundTag[]): boolean {
  return (
    tag.end > tag.start &&
    tags.every((other) => other === tag || (other.number !== tag.number && !overlap(other, tag)))
  );
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = /^[\s"'“”„«»‘’]*/u.exec(words)?.[0].length ?? 0;
  const to = /[\s"'“”„«»‘’]*$/u.exec(words)?.[0].length ?? 0;
  return { start: start + from, end: Math.max(start + from, end - to) };
}

/** Placeables and addresses; of an ICU message all that its brace holds. */
function keptSpans(text: string): Span[] {
  let free = 0;
  return placeablesOf(text).flatMap(({ span: { start, end } }) => {
    if (start < free) return [];
    free = text[start] === '{' && text[end - 1] === ',' ? endOfBrace(text, start) : end;
    return [{ start, end: free }];
  });
}

/** Behind the brace that closes the one at `start`; the end of the text where none does. */
function endOfBrace(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** Whether a span touches none of the others; to be asked of spans in the order of the text, in which the others are too. */
function besides(others: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next += 1;
    return (others[next]?.start ?? Infinity) >= end;
  };
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
