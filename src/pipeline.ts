import type { Check } from './check/check.ts';
import { runChecks } from './check/run-checks.ts';
import { recall } from './memory/recall.ts';
import type { MemoryStore } from './memory/store.ts';
import type { Copy } from './model/copy.ts';
import { foldCovers, unfoldCovers } from './model/covers.ts';
import type { Dispatch, Encoding } from './model/dispatch.ts';
import { allUnits, type Draft, isRendered, type Master } from './model/draft.ts';
import { DepecheError } from './model/errors.ts';
import type { Locale } from './model/locale.ts';
import { adaptMatches } from './revise/adapt-matches.ts';
import { type Assembled, assemble, type CutCopy, updateOf } from './revise/addition.ts';
import { carry } from './revise/carry.ts';
import { identify } from './revise/identify.ts';
import { keepQuotations } from './revise/keep-quotations.ts';
import type { DispatchRecord } from './revise/record.ts';
import { repairProposals } from './revise/repair-proposals.ts';
import { keepSignOffs } from './revise/sign-off.ts';
import { segmentCopy } from './segment/segment-copy.ts';
import type { Segmenter } from './segment/segmenter.ts';
import { localiseDateline } from './termbase/dateline.ts';
import { enforceTerms } from './termbase/enforce.ts';
import { type Termbase, termbaseFor } from './termbase/termbase.ts';
import { decode } from './wire/decode.ts';
import { linesAsParagraphs } from './wire/lines-as-paragraphs.ts';
import { readWire } from './wire/read-wire.ts';
import type { ReflowMode } from './wire/reflow-mode.ts';

/** What is known of a dispatch before its bytes are read. */
export type Known = {
  readonly id: string;
  readonly locale: Locale;
  /** Its identity so far; none for a dispatch that is seen for the first time. */
  readonly record?: DispatchRecord | undefined;
  /** What the bytes are said to be; it is believed only where they agree. */
  readonly encoding?: Encoding | undefined;
  /** The name of its wire format; by default it is told from the text. */
  readonly format?: string | undefined;
  /** What ends a paragraph of copy in lines, by default told from the copy; `false`: each line is one, and no header is looked for. */
  readonly reflow?: ReflowMode | false | undefined;
  /**
   * Copy that says what its record says is cut where it was: no rule is read or asked, and no segment tells the rule that cut behind it.
   * A new wording is cut by the rules of today.
   */
  readonly cutAsBefore?: boolean;
  /** The names of its files, the oldest version first, where they are not one that is named for the id. */
  readonly files?: readonly string[] | undefined;
  /** The files of its earlier versions, oldest first: copy that only adds to the story is added to theirs. */
  readonly earlier?: readonly EarlierFile[] | undefined;
};

/** The copy of an earlier version, and the name of its file, for messages. */
export type EarlierFile = { readonly file: string; readonly bytes: Uint8Array };

/**
 * Bytes as they came become a dispatch in which every sentence has its id for life.
 *
 * @throws DepecheError `unreadable` for what is empty, binary, too large or cannot be decoded; `invalid`, with line and column, for what
 * breaks the syntax of its format; `usage` for a format that does not exist
 */
export function readDispatch(
  bytes: Uint8Array,
  known: Known,
  segmenter: Segmenter,
): { dispatch: Dispatch; record: DispatchRecord } {
  const { id, locale, record, files } = known;
  const newest = cutCopy(bytes, known, segmenter);
  const { whole, judged } = withEarlier(newest, known, segmenter);
  return identify(whole.copy, whole.blocks, { id, locale, record, files, judged });
}

function cutCopy(bytes: Uint8Array, known: Known, segmenter: Segmenter): CutCopy {
  const copy = readCopy(bytes, known);
  const earlier = known.cutAsBefore ? known.record?.paragraphs : undefined;
  return { copy, blocks: segmentCopy(copy, segmenter, earlier) };
}

/** Copy that only adds to the story, together with what it adds to; any other as it is. */
function withEarlier(newest: CutCopy, { earlier = [], ...known }: Known, segmenter: Segmenter): Assembled {
  let oldest = newest;
  const later: CutCopy[] = [];
  for (const { file, bytes } of earlier.toReversed()) {
    if (updateOf(oldest.copy) !== 'adds') break;
    later.unshift(oldest);
    try {
      oldest = cutCopy(bytes, known, segmenter);
    } catch (error) {
      throw error instanceof DepecheError ? error.in(file) : error;
    }
  }
  return assemble(oldest, later);
}

/**
 * Bytes as they came become copy: header, dateline and paragraphs, not yet cut into sentences.
 *
 * @throws DepecheError `unreadable` for what is empty, binary, too large or cannot be decoded; `invalid`, with line and column, for what
 * breaks the syntax of its format; `usage` for a format that does not exist
 */
export function readCopy(bytes: Uint8Array, known: Pick<Known, 'encoding' | 'format' | 'reflow'>): Copy {
  const decoded = decode(bytes, { ...(known.encoding && { encoding: known.encoding }) });
  const { format, reflow } = known;
  return reflow === false ? linesAsParagraphs(decoded) : readWire(decoded, { format, reflow });
}

/** All that a journey needs. What touches files or the network is handed in. */
export type Tools = {
  readonly memory: MemoryStore;
  /** 0 to 100: matches from here up are proposed beside the target. */
  readonly fuzzyThreshold: number;
  readonly termbase: Termbase;
  /** Asks a provider for what is still pending; none: it stays pending. */
  readonly ask?: (draft: Draft) => Promise<Draft>;
  readonly checks: readonly Check[];
};

/**
 * The journey of one dispatch into one locale: what people did is carried over, the memory fills what it knows, a provider the rest;
 * dateline and names follow the rules of the house, and everything is checked.
 *
 * @param master the draft as it was kept, if there is one
 */
export async function translateDispatch(
  dispatch: Dispatch,
  locale: Locale,
  master: Master | undefined,
  tools: Tools,
): Promise<Draft> {
  const carried = keepSignOffs(carry(dispatch, locale, master));
  const recalled = await recall(carried, tools.memory, { fuzzyThreshold: tools.fuzzyThreshold });
  const proposed = adaptMatches(recalled, tools.termbase);
  const asked = tools.ask ? await tools.ask(proposed) : proposed;
  const termbase = termbaseFor(dispatch, tools.termbase);
  const translated = repairProposals(asked, (draft) =>
    unfoldCovers(draft, enforceTerms(foldCovers(draft), termbase)),
  );
  const quoted = await keepQuotations(foldCovers(translated), tools.memory, termbase);
  return finish(unfoldCovers(translated, quoted), tools);
}

/**
 * A draft as the next run leaves it, where words that went out of it are gone: rules and memory may have the same words again, and who
 * asks for work on them asks for it today too. No provider is asked. Any other draft comes back as it is.
 *
 * @param master the same draft as it is kept
 */
export async function refilled(draft: Draft, master: Master, tools: Omit<Tools, 'ask'>): Promise<Draft> {
  const { dispatch, locale, exports = [] } = draft;
  const areGone = allUnits(draft).some(
    ({ segment: { id }, target }) =>
      !isRendered(target) && exports.some(({ segments }) => segments.get(id)?.text !== undefined),
  );
  return areGone ? translateDispatch(dispatch, locale, master, tools) : draft;
}

/** The stages that need nobody's answer: dateline, names, checks. A draft that has been through them comes out as it went in. */
export function finish(draft: Draft, { termbase: house, checks }: Pick<Tools, 'termbase' | 'checks'>): Draft {
  const termbase = termbaseFor(draft.dispatch, house);
  const ruled = applyHouseRules(foldCovers(draft), termbase);
  return unfoldCovers(draft, runChecks(ruled, { termbase, checks }));
}

/** The dateline by its rule and the names by the glossary of the day, in a draft whose covers are folded; nothing is checked yet. */
export function applyHouseRules(draft: Draft, termbase: Termbase): Draft {
  return enforceTerms(localiseDateline(draft, termbase), termbase);
}
