import { foldCovers, unfoldCovers } from '../model/covers.ts';
import { type Draft, mapUnits, type Unit } from '../model/draft.ts';
import type { Match } from '../model/match.ts';
import { type Provenance, withStep } from '../model/provenance.ts';
import type { Termbase } from '../termbase/termbase.ts';
import { type Adapted, type AdaptTools, adapterTo } from './adapt-words.ts';
import { wordingSimilarity } from './wording-similarity.ts';

/**
 * Where a fuzzy match of the memory, or the sentence that a person's work was made for, differs from the sentence of today in numbers, times,
 * dates or names of the termbase alone, its translation with the facts of today is proposed, marked as adapted. It is still a fuzzy match,
 * and like any other it never fills a target.
 *
 * See {@link adapterTo} for what can be adapted. A second run changes nothing.
 */
export function adaptMatches(draft: Draft, termbase: Termbase): Draft {
  const folded = foldCovers(draft);
  const tools = { source: draft.dispatch.locale, target: draft.locale, termbase };
  return unfoldCovers(
    draft,
    mapUnits(folded, (unit) =>
      unit.target.state === 'stale' || unit.matches.some(isAdaptable)
        ? { ...unit, matches: withAdapted(unit, tools) }
        : unit,
    ),
  );
}

function isAdaptable(match: Match): boolean {
  return match.kind === 'fuzzy' && !match.adapted;
}

function withAdapted({ segment, target, matches }: Unit, tools: AdaptTools): Match[] {
  const adapterOf = adapterTo(segment.text, tools);
  const original = matches.filter((match) => !match.adapted);
  const proposed = new Set(original.map((match) => match.target));
  const isNew = (adapted: Adapted | undefined): adapted is Adapted =>
    adapted !== undefined && !proposed.has(adapted.text) && proposed.add(adapted.text) !== undefined;
  const own: Match[] = [];
  if (target.state === 'stale') {
    const adapted = adapterOf(target.previousSource, target.text);
    const score = wordingSimilarity(target.previousSource, segment.text);
    if (isNew(adapted))
      own.push(
        adaptedMatch(
          {
            kind: 'fuzzy',
            score: Math.min(score, 99),
            source: target.previousSource,
            target: target.text,
            provenance: target.provenance,
            from: `#${segment.id}`,
          },
          adapted,
        ),
      );
  }
  const others = original.flatMap((match): Match[] => {
    if (!isAdaptable(match)) return [match];
    const adapted = adapterOf(match.source, match.target);
    return isNew(adapted) ? [adaptedMatch(match, adapted), match] : [match];
  });
  return [...own, ...others];
}

function adaptedMatch(match: Match, { text, adapted }: Adapted): Match {
  const provenance = adapted.reduce<Provenance>(
    (known, { was, is }) => withStep(known, { did: 'repaired', by: `adapted:${was}→${is}` }),
    match.provenance,
  );
  return { ...match, target: text, adapted, provenance };
}
