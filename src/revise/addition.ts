import type { Copy } from '../model/copy.ts';
import type { Revision } from '../model/dispatch.ts';
import type { CutBlock } from '../segment/segment-copy.ts';
import { withoutAccents } from '../text/fold.ts';
import { wordingOf } from '../text/wording.ts';
import { alignVersions } from './align-versions.ts';

/** Copy and its paragraphs, cut into sentences. */
export type CutCopy = { readonly copy: Copy; readonly blocks: readonly CutBlock[] };

/** What new copy is to the story so far, and how many of its sentences it repeats. */
export type Judged = Pick<Revision, 'kind' | 'repeated' | 'of'>;

/** How many of how many sentences copy repeats: see {@link repeatedIn}. */
export type Repeated = Pick<Revision, 'repeated' | 'of'>;

/** Copy that repeats less than this part of a story cannot be the whole of it, where it says that it adds to it. */
const leastOfWhole = 0.5;

/**
 * Whether new copy stands in place of a story or is to be added to it.
 *
 * Editors write `ajoute communiqué de Moscou` over the whole story as well as over an ADD of two paragraphs, so the note alone does not tell:
 * it is an addition where note or metadata say that it adds *and* it repeats less than half of the story. Copy that is longer than the story
 * and has a dateline of its own is a new lead, whatever it repeats. A correction is what says so in words that did not stand there before.
 *
 * @param lastNote what the note of the version before said
 */
export function judge({ repeated, of }: Repeated, { copy, blocks }: CutCopy, lastNote?: string): Judged {
  const says = updateOf(copy);
  const isWhole = copy.dateline !== undefined && sentencesOf(blocks).length > of;
  const kind =
    says === 'adds' && repeated < leastOfWhole * of && !isWhole
      ? 'addition'
      : says === 'corrects' && copy.header.note?.text !== lastNote
        ? 'correction'
        : 'write-through';
  return { kind, repeated, of };
}

/** How many sentences of a story new copy repeats, word for word or in other words. */
export function repeatedIn(story: readonly string[], { blocks }: CutCopy): Repeated {
  const old = story.map((text, at) => ({ id: String(at), text }));
  const partners = alignVersions(old, sentencesOf(blocks));
  return { repeated: partners.filter((id) => id !== undefined).length, of: story.length };
}

/** What copy says of earlier versions: in its metadata, or in the note to editors. */
export function updateOf({ header }: Copy): 'adds' | 'corrects' | 'replaces' | undefined {
  return header.note?.update ?? header.update;
}

/**
 * The paragraphs of a story with those that an addition brings. Sentences that the story has already are not said twice; they tell where
 * the others belong, behind them. With none of them it is the place that the note names (`après le 3e paragraphe`), else the end, before the
 * sign-off. A headline is that of the story and adds nothing.
 */
export function withAddition(story: readonly CutBlock[], { copy, blocks }: CutCopy): readonly CutBlock[] {
  const known = new Map(
    story.flatMap((block, at) => block.sentences.map(({ text }) => [wordingOf(text), at] as const)),
  );
  const named = placeNamed(copy.header.note?.text ?? '', story);
  const lastOfStory = story.findLastIndex(({ kind }) => kind !== 'signoff');
  const added = new Map<number, CutBlock[]>();
  let anchor: number | undefined;
  for (const block of blocks) {
    if (block.kind === 'headline') continue;
    const fresh = block.sentences.filter(({ text }) => !known.has(wordingOf(text)));
    for (const { text } of block.sentences) anchor = known.get(wordingOf(text)) ?? anchor;
    if (fresh.length === 0) continue;
    const place = block.kind === 'signoff' ? story.length - 1 : (anchor ?? named ?? lastOfStory);
    added.set(place, [...(added.get(place) ?? []), { ...block, sentences: fresh }]);
  }
  return [...(added.get(-1) ?? []), ...story.flatMap((block, at) => [block, ...(added.get(at) ?? [])])];
}

/** Two pieces of copy as one: the addition is read from behind the story, and what it says of itself is what holds now. */
function joinedCopy(story: CutCopy, addition: CutCopy): CutCopy {
  const by = story.copy.raw.length;
  const moved = addition.blocks.map((block) => ({
    ...block,
    sentences: block.sentences.map((sentence) => ({
      ...sentence,
      spans: sentence.spans.map(({ start, end }) => ({ start: start + by, end: end + by })),
    })),
  }));
  const { note, ...header } = addition.copy.header;
  const { headline, byline } = story.copy.header;
  const copy = {
    ...story.copy,
    raw: story.copy.raw + addition.copy.raw,
    header: {
      ...header,
      ...(headline !== undefined && { headline }),
      ...(byline !== undefined && { byline }),
      ...(note && { note: { ...note, span: { start: note.span.start + by, end: note.span.end + by } } }),
    },
  };
  return { copy, blocks: withAddition(story.blocks, { copy, blocks: moved }) };
}

/** A story as it stands with its newest copy, and what that copy was judged to be where it was added to an earlier one. */
export type Assembled = { readonly whole: CutCopy; readonly judged?: Judged };

/** The versions of a story from first to last as one: what only adds is added, any other copy replaces all before it. */
export function assemble(first: CutCopy, later: readonly CutCopy[]): Assembled {
  let whole = first;
  let judged: Judged | undefined;
  for (const next of later) {
    judged = judge(repeatedIn(sentencesOf(whole.blocks), next), next);
    whole = judged.kind === 'addition' ? joinedCopy(whole, next) : next;
  }
  return { whole, ...(judged?.kind === 'addition' && { judged }) };
}

export function sentencesOf(blocks: readonly CutBlock[]): string[] {
  return blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text));
}

/** The block behind which a note asks for its paragraphs: `INSERER après le 3e paragraphe`, `après 2ème §`. */
function placeNamed(note: string, story: readonly CutBlock[]): number | undefined {
  const plain = withoutAccents(note).toLowerCase();
  const [, digits, word] =
    /\bapres\s(?:le\s)?(?:(\d{1,2})\s?(?:e|eme|er)?|(premier|deuxieme|troisieme|quatrieme|cinquieme))\s?(?:paragraphe|par\b|§)/u.exec(
      plain,
    ) ?? [];
  const count = digits === undefined ? ordinals.indexOf(word ?? '') + 1 : Number(digits);
  const paragraphs = story.flatMap(({ kind }, at) => (kind === 'headline' || kind === 'signoff' ? [] : [at]));
  return count > 0 ? paragraphs[count - 1] : undefined;
}

const ordinals = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme'];
