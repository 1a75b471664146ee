import { type Target, textOf, type Unit } from '../model/draft.ts';
import type { Issue, Severity } from '../model/issue.ts';
import type { Locale } from '../model/locale.ts';
import type { Span } from '../model/span.ts';
import type { Termbase } from '../termbase/termbase.ts';

/** What a check is about. A configuration may name a family in place of all its checks. */
export type Family = (typeof families)[number];

/** In the order in which they are listed. */
export const families = [
  'completeness',
  'consistency',
  'terms',
  'numbers',
  'quotes',
  'spacing',
  'punctuation',
  'length',
  'placeables',
  'characters',
  'style',
] as const;

/** What a check may know beside the unit itself. */
export type CheckContext = { readonly source: Locale; readonly target: Locale; readonly termbase: Termbase };

/** A pair that a check raises: it stands in the documentation, and the tests hold it to that. */
export type Example = {
  /** The locale of the target. */
  readonly locale: Locale;
  readonly source: string;
  /** The words of a machine, or a target in another state. */
  readonly target: string | Target;
  /** What is wrong with it. */
  readonly note: string;
  /** The locale of the source; French where it is left out. */
  readonly from?: Locale;
  /** Whether it is the unit of the dateline. */
  readonly dateline?: boolean;
  /** The units before it in the draft: a source and a target each. */
  readonly beside?: readonly (readonly [source: string, target: string])[];
  /** Quotations in its source that people have rendered before: their words, and those of one rendering or more. */
  readonly rendered?: readonly (readonly [quotation: string, ...renderings: string[]])[];
};

export type About = {
  /** Stable; configurations and reports name a check by it. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** What it finds, in one sentence for a list of checks. */
  readonly describe: string;
  readonly example: Example;
};

/** A rule over one unit. It is pure: the same unit always has the same issues, in the order of the text. */
export type UnitCheck = About & {
  readonly over: 'unit';
  run(unit: Unit, context: CheckContext): readonly Issue[];
};

/** A rule over units that are read together: those of a draft, or of every draft in one locale. It is pure, too. */
export type DraftCheck = About & {
  readonly over: 'draft';
  /** The issues of each unit that has any. */
  run(units: readonly Unit[], context: CheckContext): ReadonlyMap<Unit, readonly Issue[]>;
};

/** A rule over one unit, or over the units of a draft together; `over` tells which. {@link defineCheck} and its like make one. */
export type Check = UnitCheck | DraftCheck;

/** What a check says of one place; it takes the severity of the check unless it has one of its own. */
export type Finding = Omit<Issue, 'check' | 'severity'> & { readonly severity?: Severity };

/** A check from a function that finds: id and severity are put on every finding. */
export function defineCheck(
  definition: About & { find(unit: Unit, context: CheckContext): readonly Finding[] },
): UnitCheck {
  const { find, ...about } = definition;
  return { ...about, over: 'unit', run: (unit, context) => issues(about, find(unit, context)) };
}

/** Both sides of a unit that is translated. */
export type Sides = {
  readonly source: string;
  /** The words of the target: never empty. */
  readonly text: string;
  readonly from: Locale;
  readonly to: Locale;
  readonly unit: Unit;
};

/** A check of units that have words on both sides; it is not asked about others. */
export function defineTextCheck(definition: About & { find(sides: Sides): readonly Finding[] }): UnitCheck {
  const { find, ...about } = definition;
  return defineCheck({
    ...about,
    find(unit, context) {
      const sides = sidesOf(unit, context);
      return sides ? find(sides) : noFindings;
    },
  });
}

const noFindings: readonly Finding[] = [];

/** A check over units together, from a function that finds for each of them. */
export function defineDraftCheck(
  definition: About & {
    find(units: readonly Unit[], context: CheckContext): ReadonlyMap<Unit, readonly Finding[]>;
  },
): DraftCheck {
  const { find, ...about } = definition;
  return {
    ...about,
    over: 'draft',
    run: (units, context) =>
      new Map(Array.from(find(units, context), ([unit, findings]) => [unit, issues(about, findings)])),
  };
}

function issues({ id, severity }: About, findings: readonly Finding[]): readonly Issue[] {
  return findings.length === 0 ? noIssues : findings.map((finding) => ({ check: id, severity, ...finding }));
}

const noIssues: readonly Issue[] = [];

/** Keeps the last answer: two checks of one family ask the same question of a unit, one after the other, and it is worked out once. */
export function shared<Answer>(
  answer: (unit: Unit, context: CheckContext) => Answer,
): (unit: Unit, context: CheckContext) => Answer {
  let last: { unit: Unit; context: CheckContext; answer: Answer } | undefined;
  return (unit, context) => {
    if (last?.unit !== unit || last.context !== context)
      last = { unit, context, answer: answer(unit, context) };
    return last.answer;
  };
}

const sidesOf = shared((unit, { source: from, target: to }): Sides | undefined => {
  const text = textOf(unit.target);
  if (text === undefined || text === '') return undefined;
  return { source: unit.segment.text, text, from, to, unit };
});

/** A place in a text, and what stands there. */
export type Place = { readonly found: string; readonly at: Span };

/**
 * Where a pattern with the flag `g`, which matches no empty text, is found: the first few places, for who has read five knows what to look for.
 *
 * @param keep which of the places count
 */
export function placesOf(
  text: string,
  pattern: RegExp,
  keep: (place: Place) => boolean = () => true,
): Place[] {
  const places: Place[] = [];
  // `matchAll` would make a new expression each time, and most texts have no such place
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [found] = match;
    const place = { found, at: { start: match.index, end: match.index + found.length } };
    if (keep(place)) places.push(place);
    if (places.length === mostPlaces) break;
  }
  return places;
}

const mostPlaces = 5;
