import type { Locale } from '../model/locale.ts';
import { compareText } from '../text/compare.ts';
import { type Concept, formsOf, isAccepted, isName, type Term } from './concept.ts';
import { preferredLike } from './consistency.ts';
import { termsIn } from './termbase.ts';

/** What an engine's own glossary holds for one pair of languages. */
export type GlossaryEntries = {
  /** From what the source says to what the house prefers, ordered by the source. */
  readonly entries: ReadonlyMap<string, string>;
  /** How many did not fit, or cannot stand in a glossary of this engine. */
  readonly left: number;
};

/** The limits of an engine's glossary, in bytes of UTF-8. */
export type GlossaryLimits = { readonly entry: number; readonly all: number };

/**
 * The terms that may be handed to an engine that has a glossary and inflects what it finds there.
 *
 * Each term of the source stands beside the preferred term of the target, in full or in short as it is itself, a family name beside a family name. Left out is whatever would
 * be wrong in some dispatch: a term that is right for some days only, a family name or any other text that two concepts share and render
 * differently. Inflected forms are left out because the engine makes its own. What is not translated stands beside itself. Names go
 * first where not all fits.
 */
export function glossaryEntries(
  concepts: readonly Concept[],
  { source, target }: { readonly source: Locale; readonly target: Locale },
  limits: GlossaryLimits,
): GlossaryEntries {
  const renderings = new Map<string, { targets: Set<string>; isName: boolean }>();
  for (const concept of concepts) {
    for (const [from, to] of pairsOf(concept, source, target)) {
      const known = renderings.get(from) ?? { targets: new Set(), isName: false };
      known.targets.add(to);
      renderings.set(from, { ...known, isName: known.isName || isName(concept.type) });
    }
  }
  const candidates = Array.from(renderings, ([from, one]) => ({ from, ...one }))
    .filter(({ targets }) => targets.size === 1)
    .sort((a, b) => Number(b.isName) - Number(a.isName) || compareText(a.from, b.from));
  const entries: [string, string][] = [];
  let room = limits.all;
  for (const { from, targets } of candidates) {
    const [to = ''] = targets;
    const [size, other] = [sizeOf(from), sizeOf(to)];
    if (!isWritable(from) || !isWritable(to) || Math.max(size, other) > limits.entry) continue;
    // A tab and the end of the line.
    if (size + other + 2 > room) continue;
    room -= size + other + 2;
    entries.push([from, to]);
  }
  const ordered = new Map(entries.sort(([a], [b]) => compareText(a, b)));
  return { entries: ordered, left: candidates.length - ordered.size };
}

function pairsOf(concept: Concept, source: Locale, target: Locale): [string, string][] {
  return termsIn(concept, source)
    .filter((term) => isAccepted(term) && !isDated(term))
    .flatMap((term): [string, string][] => {
      const goal = preferredLike(term, concept, target) ?? untranslated(concept, target);
      if (!goal || isDated(goal)) return [];
      const family = familyOf(goal);
      const own = familyOf(term);
      const pair: [string, string] = [term.text, goal.text];
      return own !== undefined && family !== undefined ? [pair, [own, family]] : [pair];
    });
}

/** What is not translated may have no preferred term of its own: then its first accepted one. */
function untranslated(concept: Concept, target: Locale): Term | undefined {
  return concept.translate === false ? termsIn(concept, target).find(isAccepted) : undefined;
}

function familyOf(term: Term): string | undefined {
  return formsOf(term).find(({ label }) => label === 'family')?.text;
}

function isDated({ validFrom, validUntil }: Term): boolean {
  return validFrom !== undefined || validUntil !== undefined;
}

/** No control characters and no line ends: a glossary is a table of lines. */
function isWritable(text: string): boolean {
  return text !== '' && text !== '__proto__' && !/[\p{Cc}\u2028\u2029]/u.test(text) && text === text.trim();
}

function sizeOf(text: string): number {
  return encoder.encode(text).length;
}

const encoder = new TextEncoder();
