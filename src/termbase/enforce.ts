import { type Draft, isDateline, mapUnits, type Target, type Unit } from '../model/draft.ts';
import type { Issue } from '../model/issue.ts';
import { languageOf } from '../model/locale.ts';
import { withStep } from '../model/provenance.ts';
import { articleBefore } from './articles/article-before.ts';
import { mendBefore } from './articles/mend.ts';
import { caseErrorsIn } from './cases/case-errors.ts';
import { unlikeSource } from './cases/unlike-source.ts';
import type { TermMatch } from './match.ts';
import {
  hitsOf,
  isWrong,
  type Languages,
  languagesOf,
  type Reading,
  readDraft,
  readTarget,
} from './reading.ts';
import { casedLike, replacementFor } from './replacement.ts';
import { preferredIn, type Termbase } from './termbase.ts';
import { findOddOnes, type OddOne } from './unify.ts';

/**
 * Enforces the terms of the house on a draft: fills `terms` of every unit, and repairs the targets that a machine drafted.
 *
 * A form that is forbidden, out of use or left in the source language becomes the preferred term in the same grammatical form. A name
 * said in several accepted ways becomes the preferred one wherever that is safe (see {@link findOddOnes}), and an issue `term-mixed`
 * where it is not. What stands before a repaired name is mended where a rule is sure (see {@link mendBefore}), else an issue `term-article`
 * tells a person to look. The target is matched again after each repair, and every repair is a step `termbase:<concept>` in the provenance.
 * What people wrote, what the memory recalled and the dateline, which has its own rule, are never changed. A second run changes nothing.
 */
export function enforceTerms(draft: Draft, termbase: Termbase): Draft {
  const languages = languagesOf(draft);
  const readings = repaired(readDraft(draft, termbase), termbase, languages);
  const odd = findOddOnes(readings, languages);
  const byId = new Map(readings.map((reading) => [reading.unit.segment.id, reading]));
  return mapUnits(draft, (unit) => {
    const reading = byId.get(unit.segment.id);
    if (!reading) return unit;
    const others = unit.issues.filter(({ check }) => !ownChecks.has(check));
    return {
      ...unit,
      target: reading.unit.target,
      terms: hitsOf(reading, draft.locale),
      issues: [
        ...others,
        ...mixedIn(reading, odd),
        ...doubtsIn(reading, languages),
        ...casesIn(reading, languages),
      ],
    };
  });
}

/** The check id of a name that is said otherwise elsewhere in the draft. */
export const termMixed = 'term-mixed';

function mixedIn({ text, renderings }: Reading, odd: ReadonlyMap<TermMatch, OddOne>): Issue[] {
  return renderings.flatMap((match) => {
    const goal = odd.get(match)?.goal;
    if (!goal) return [];
    const { start, end, concept } = match;
    return {
      check: termMixed,
      severity: 'info',
      message: `“${text.slice(start, end)}” is called otherwise elsewhere in this story: the house prefers “${goal.text}” (${concept.id})`,
      target: { start, end },
    };
  });
}

/** The check id of an article that stands before a name it was not made for. */
export const termArticle = 'term-article';

/** The articles before names that a rule put there and could not mend: as long as the words are the machine's. */
function doubtsIn({ unit, text, renderings }: Reading, { target }: Languages): Issue[] {
  if (unit.target.state !== 'drafted') return [];
  const rules = new Set(unit.target.provenance.steps.map(({ by }) => by));
  const doubtful = renderings
    .filter(({ concept }) => rules.has(`termbase:${concept.id}:article`))
    .map((match) => ({ ...match, article: articleBefore(text, match.start, languageOf(target)) }));
  const behind = new Set(doubtful.flatMap(({ article, concept }) => (article ? [concept] : [])));
  return doubtful.flatMap(({ concept, start, end, article }) => {
    // Of a name said twice (`la Oficina … (BSSE)`) the one behind an article is meant.
    if (!article && behind.has(concept)) return [];
    const from = article?.start ?? start;
    return {
      check: termArticle,
      severity: 'info',
      message: `“${text.slice(from, end)}”: a rule put the name in place of another one (${concept.id}); look at the article`,
      target: { start: from, end },
    };
  });
}

/** The check id of a right name in a form that its place in the sentence does not take. */
export const termCase = 'term-case';

function casesIn({ unit, text, mentions, renderings }: Reading, { target }: Languages): Issue[] {
  if (isDateline(unit)) return [];
  const errors = new Map([...unlikeSource(mentions, renderings), ...caseErrorsIn(text, renderings, target)]);
  return Array.from(errors, ([{ start, end }, error]): Issue => {
    const hint = error.right === undefined ? '' : `: write “${error.right}”`;
    return {
      check: termCase,
      severity: 'warning',
      message: `“${text.slice(start, end)}” is not in a form that stands ${error.construction}${hint}`,
      target: { start, end },
    };
  });
}

const ownChecks = new Set([termMixed, termArticle, termCase]);

/** A termbase that contradicts itself could be repaired for ever; after this many rounds the draft stays as it was. */
const maxRounds = 4;

function repaired(readings: Reading[], termbase: Termbase, languages: Languages): Reading[] {
  let current = readings;
  for (let round = 0; round < maxRounds; round += 1) {
    const odd = findOddOnes(current, languages);
    const next = current.map((reading) => {
      const repairs = repairsOf(reading, odd, languages);
      return repairs.length === 0 ? reading : readTarget(applied(reading, repairs), termbase, languages);
    });
    if (next.every((reading, index) => reading === current[index])) return current;
    current = next;
  }
  return readings;
}

/** `text` is to stand from `start` to the end of the match; a person should look at the article where that is `doubtful`. */
type Repair = {
  readonly match: TermMatch;
  readonly start: number;
  readonly text: string;
  readonly doubtful: boolean;
};

function repairsOf(reading: Reading, odd: ReadonlyMap<TermMatch, OddOne>, { target }: Languages): Repair[] {
  if (reading.unit.target.state !== 'drafted' || isDateline(reading.unit)) return [];
  const inCase = caseErrorsIn(reading.text, reading.renderings, target);
  let free = 0;
  return reading.renderings.flatMap((match) => {
    const from = free;
    free = match.end;
    const stray = odd.get(match);
    const error = stray ? undefined : inCase.get(match);
    if (error?.sure && error.right !== undefined) {
      const found = reading.text.slice(match.start, match.end);
      const text = casedLike(found, match.form.text, error.right, target);
      return [{ match, start: match.start, text, doubtful: false }];
    }
    const goal = stray?.safe ? stray.goal : isWrong(match) && preferredIn(match.concept, target);
    if (!goal) return [];
    const found = reading.text.slice(match.start, match.end);
    const right = replacementFor(match, goal, reading.text, target);
    if (!right || right.text === found) return [];
    const { text, otherCase } = right;
    const mended = mendBefore(reading.text, { start: match.start, found, right: text, otherCase }, target);
    if (!mended || mended.start < from) return [{ match, start: match.start, text, doubtful: false }];
    // A name that may stay as it is stays where its article might not.
    if (stray && !mended.sure) return [];
    return [{ match, start: mended.start, text: mended.text + text, doubtful: !mended.sure }];
  });
}

function applied(reading: Reading, repairs: readonly Repair[]): Reading {
  let text = '';
  let at = 0;
  for (const { match, start, text: right } of repairs) {
    text += reading.text.slice(at, start) + right;
    at = match.end;
  }
  text += reading.text.slice(at);
  return { ...reading, text, unit: withText(reading.unit, text, repairs.flatMap(rulesOf)) };
}

/** What the provenance says of a repair; the second one is what {@link doubtsIn} goes by. */
function rulesOf({ match, doubtful }: Repair): string[] {
  const rule = `termbase:${match.concept.id}`;
  return doubtful ? [rule, `${rule}:article`] : [rule];
}

function withText(unit: Unit, text: string, rules: readonly string[]): Unit {
  if (unit.target.state !== 'drafted') return unit;
  const provenance = [...new Set(rules)].reduce(
    (known, by) => withStep(known, { did: 'repaired', by }),
    unit.target.provenance,
  );
  return { ...unit, target: { ...unit.target, text, provenance } satisfies Target };
}
