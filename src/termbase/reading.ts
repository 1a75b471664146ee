import type { Dispatch } from '../model/dispatch.ts';
import { allUnits, type Draft, textOf, type Unit } from '../model/draft.ts';
import type { Locale } from '../model/locale.ts';
import type { TermHit } from '../model/term-hit.ts';
import { isAccepted } from './concept.ts';
import { findTerms, findTermsTogether, type TermMatch } from './match.ts';
import { preferredIn, type Termbase } from './termbase.ts';

/** A unit with the terms of both its sides. */
export type Reading = {
  readonly unit: Unit;
  /** The terms in its source. */
  readonly mentions: readonly TermMatch[];
  /** The words of its target; empty where it has none. */
  readonly text: string;
  /** The terms in its target, right and wrong ones. */
  readonly renderings: readonly TermMatch[];
};

export type Languages = { readonly source: Locale; readonly target: Locale };

export function languagesOf(draft: Draft): Languages {
  return { source: draft.dispatch.locale, target: draft.locale };
}

/** Reads all units of a draft, its dateline first, as sentences of one dispatch. */
export function readDraft(draft: Draft, termbase: Termbase): Reading[] {
  const units = allUnits(draft);
  const languages = languagesOf(draft);
  const mentions = mentionsIn(draft, termbase);
  return units.map((unit, index) =>
    readTarget(
      { unit, mentions: mentions[index] ?? [], text: textOf(unit.target) ?? '' },
      termbase,
      languages,
    ),
  );
}

/** The terms in the source of each unit; found once for all the locales that a dispatch goes into. */
function mentionsIn(draft: Draft, termbase: Termbase): readonly (readonly TermMatch[])[] {
  const known = foundMentions.get(draft.dispatch);
  if (known?.termbase === termbase) return known.mentions;
  const texts = allUnits(draft).map((unit) => unit.segment.text);
  const mentions = findTermsTogether(termbase, texts, draft.dispatch.locale);
  foundMentions.set(draft.dispatch, { termbase, mentions });
  return mentions;
}

const foundMentions = new WeakMap<
  Dispatch,
  { termbase: Termbase; mentions: readonly (readonly TermMatch[])[] }
>();

/** Reads the target of a unit in the light of its source: what is mentioned there decides what a word here can mean. */
export function readTarget(
  reading: Omit<Reading, 'renderings'>,
  termbase: Termbase,
  languages: Languages,
): Reading {
  const named = new Set(reading.mentions.map((mention) => mention.concept.id));
  const options = { named, leftFrom: languages.source };
  return { ...reading, renderings: findTerms(termbase, reading.text, languages.target, options) };
}

/** Whether a rendering may not stay: forbidden, out of use, or left in the source language. */
export function isWrong(rendering: TermMatch): boolean {
  return rendering.foreign || !isAccepted(rendering.term);
}

/** The terms of a reading as a unit carries them: mentions and renderings of a concept are paired in order, accepted ones first. */
export function hitsOf({ mentions, renderings }: Reading, locale: Locale): TermHit[] {
  if (mentions.length === 0) return [];
  const usable = [
    ...renderings.filter((rendering) => !isWrong(rendering)),
    ...renderings.filter((rendering) => !rendering.foreign && rendering.term.status === 'deprecated'),
  ];
  const take = taker(usable);
  return mentions.map(({ concept, start, end }) => {
    const rendering = take(concept.id);
    const preferred = preferredIn(concept, locale);
    return {
      concept: concept.id,
      type: concept.type,
      source: { start, end },
      ...(rendering && { target: { start: rendering.start, end: rendering.end } }),
      ...(preferred && { preferred: preferred.text }),
    };
  });
}

/** Hands out the matches of each concept one by one. */
export function taker(matches: readonly TermMatch[]): (concept: string) => TermMatch | undefined {
  const queues = new Map(
    Array.from(
      Map.groupBy(matches, (match) => match.concept.id),
      ([id, queue]) => [id, queue.values()],
    ),
  );
  return (concept) => queues.get(concept)?.next().value;
}
