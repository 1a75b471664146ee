import type { Segment } from './dispatch.ts';
import {
  coveredBy,
  type Draft,
  isFilled,
  isPersons,
  type Kept,
  mapUnits,
  type Target,
  type Unit,
} from './draft.ts';

/**
 * The draft as a translator who joined sentences sees it: a segment that covers others has all of their text, and those it covers are
 * gone from units, paragraphs and order. A draft in which nothing is covered comes back as it is.
 *
 * Whatever looks at source and target together, checks and terms and tools, wants it so; the ids of sentences are in the draft itself.
 */
export function foldCovers(draft: Draft): Draft {
  if (!draft.units.some(({ target }) => target.state === 'absorbed')) return draft;
  const segments = new Map(draft.units.map(({ segment }) => [segment.id, segment]));
  const units = draft.units.flatMap((unit): Unit[] =>
    unit.target.state === 'absorbed' ? [] : [{ ...unit, segment: joined(unit, segments) }],
  );
  const left = new Map(units.map(({ segment }) => [segment.id, segment]));
  const paragraphs = draft.dispatch.paragraphs.map((paragraph) => ({
    ...paragraph,
    segments: paragraph.segments.flatMap(({ id }) => left.get(id) ?? []),
  }));
  const order = new Map(
    Array.from(draft.order ?? [], ([paragraph, ids]) => [paragraph, ids.filter((id) => left.has(id))]),
  );
  return { ...draft, dispatch: { ...draft.dispatch, paragraphs }, units, ...(draft.order && { order }) };
}

/** The draft that was folded, with what has been found since; the places in a source are those of the joined text. */
export function unfoldCovers(draft: Draft, folded: Draft): Draft {
  if (folded.dispatch.paragraphs === draft.dispatch.paragraphs) return folded;
  const found = new Map(folded.units.map((unit) => [unit.segment.id, unit]));
  const { dateline } = folded;
  const units = draft.units.map((unit): Unit => {
    const own = found.get(unit.segment.id);
    return own ? { ...own, segment: unit.segment } : { ...unit, matches: [], terms: [], issues: [] };
  });
  return { ...draft, ...(dateline && { dateline }), units };
}

function joined({ segment, target }: Unit, segments: ReadonlyMap<string, Segment>): Segment {
  const others = coveredBy(target).flatMap((id) => segments.get(id) ?? []);
  if (others.length === 0) return segment;
  const all = [segment, ...others];
  return {
    ...segment,
    spans: all.flatMap(({ spans }) => spans),
    text: all.map(({ text }) => text).join(' '),
  };
}

/** Sentences with their sources: one that covers others has all of their text, and those it covers are left out. */
export function foldSentences(sentences: readonly Kept[]): readonly Kept[] {
  if (!sentences.some(({ target }) => target.state === 'absorbed')) return sentences;
  const sources = sourcesOf(sentences);
  return sentences
    .filter(({ target }) => target.state !== 'absorbed')
    .map((kept) => ({ ...kept, source: madeFor(kept, sources) }));
}

/** People's work whose sentence has left the story. It stands alone: it keeps the text of all it covered as its source. */
export function departed(sentences: readonly Kept[], present: ReadonlySet<string>): Kept[] {
  return foldSentences(sentences).flatMap(({ target, ...kept }): Kept[] => {
    if (present.has(kept.id) || !isFilled(target) || !isPersons(target)) return [];
    if (!('covers' in target)) return [{ ...kept, target }];
    const { covers: _, ...work } = target;
    return [{ ...kept, target: work }];
  });
}

/**
 * Makes targets that cover others, and those they cover, agree with each other and with the story:
 *
 * - a target covers only what stands right behind it and is absorbed into it; where that is less than before, or the sources are others,
 *   it is stale, for it says more or other than its source
 * - what is absorbed, and nothing covers it, is pending
 * - a stale target whose sources are as they were is whole again
 *
 * @param now the sentences in reading order, with the sources of today
 * @param was the same with the sources the targets were made for
 * @param same whether two sources say the same
 */
export function settleCovers(
  now: readonly Kept[],
  was: readonly Kept[] = now,
  same: (left: string, right: string) => boolean = Object.is,
): readonly Kept[] {
  if (!now.some(({ target }) => target.state === 'absorbed' || coveredBy(target).length > 0)) return now;
  const places = new Map(now.map(({ id }, place) => [id, place]));
  const [today, before] = [sourcesOf(now), sourcesOf(was)];
  const targets = new Map(now.map(({ id, target }) => [id, target]));
  const settled = now.map((kept, place): Kept => {
    const covers = coveredBy(kept.target);
    if (covers.length === 0) return kept;
    const apart = covers.findIndex(
      (id, nth) => places.get(id) !== place + nth + 1 || !isAbsorbed(targets.get(id), kept.id),
    );
    const target = settledHead(kept.target, {
      present: apart === -1 ? covers : covers.slice(0, apart),
      source: apart === -1 ? madeFor(kept, today) : undefined,
      previous: madeFor(kept, before),
      same,
    });
    targets.set(kept.id, target);
    return { ...kept, target };
  });
  return settled.map((kept): Kept => {
    if (kept.target.state !== 'absorbed') return kept;
    const head = targets.get(kept.target.into);
    return head && coveredBy(head).includes(kept.id) ? kept : { ...kept, target: { state: 'pending' } };
  });
}

/** What is known of a target that covers others: `source` is their text together, where they still stand together. */
type Standing = {
  readonly present: readonly string[];
  readonly source: string | undefined;
  readonly previous: string;
  readonly same: (left: string, right: string) => boolean;
};

function settledHead(target: Target, { present, source, previous, same }: Standing): Target {
  if (!isFilled(target) || !('by' in target)) return target;
  const { covers: _, ...words } = target;
  const covers = present.length === 0 ? {} : { covers: present };
  if (words.state === 'stale') {
    if (source === undefined || !same(words.previousSource, source))
      return withFreshProposal({ ...words, ...covers }, source, same);
    const { was, previousSource: _previous, proposed: _proposed, ...work } = words;
    return { ...work, state: was, ...covers };
  }
  if (source !== undefined && same(previous, source)) return target;
  return { ...words, state: 'stale', was: words.state, previousSource: previous, ...covers };
}

/** Stale work without what a machine proposed for another source than that of today. */
export function withFreshProposal(
  target: Extract<Target, { readonly state: 'stale' }>,
  source: string | undefined,
  same: (left: string, right: string) => boolean,
): Target {
  const { proposed, ...work } = target;
  return proposed && source !== undefined && same(proposed.source, source) ? target : work;
}

function isAbsorbed(target: Target | undefined, into: string): boolean {
  return target?.state === 'absorbed' && target.into === into;
}

function sourcesOf(sentences: readonly Kept[]): ReadonlyMap<string, string> {
  return new Map(sentences.map(({ id, source }) => [id, source]));
}

/** The text of a sentence and of those its target covers. */
function madeFor({ id, target }: Kept, sources: ReadonlyMap<string, string>): string {
  return [id, ...coveredBy(target)].flatMap((each) => sources.get(each) ?? []).join(' ');
}

/** A draft whose targets that cover others have been settled. */
export function settledDraft(draft: Draft): Draft {
  const kept = draft.units.map(({ segment, target }) => ({ id: segment.id, source: segment.text, target }));
  const settled = settleCovers(kept);
  if (settled === kept) return draft;
  const targets = new Map(settled.map(({ id, target }) => [id, target]));
  return mapUnits(draft, (unit) => ({ ...unit, target: targets.get(unit.segment.id) ?? unit.target }));
}
