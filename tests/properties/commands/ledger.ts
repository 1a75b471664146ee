import { datelineId } from '../../../src/model/dispatch.ts';
import type { Kept, Master } from '../../../src/model/draft.ts';

export type Level = 'translated' | 'reviewed' | 'final';

/** Words that a person stands for, and the sentence they were made for. */
export type Work = {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly level: Level;
  readonly by: string;
  /** Whether the words are for sentences behind it too. */
  readonly covers: boolean;
};

/** What a person has asked for in one command, for one segment. */
export type Asked = {
  readonly id: string;
  /** The words that may stand there now as that person's; none: no new ones may. */
  readonly text?: string;
  readonly levels?: readonly Level[];
  readonly by?: string;
  /** Whether this work may give way to it; by default none may. */
  readonly replaces?: (work: Work) => boolean;
  /** Whether it may go without anything in its place: the person took it out. */
  readonly clears?: boolean;
  /** What the sentence says: where it has left the story, the words may stand with another that says the same. */
  readonly source?: string | undefined;
};

/** Everything in a master that people stand for. */
export function worksIn(master: Master): Work[] {
  return sentencesIn(master).flatMap(workOf);
}

/** Sentences with the source that their words are for: words may render those behind them too. */
export function sentencesIn({ units, removed }: Master): Kept[] {
  const sources = new Map(units.map(({ id, source }) => [id, source]));
  const together = units.map((unit): Kept => {
    const covers = 'covers' in unit.target ? (unit.target.covers ?? []) : [];
    return { ...unit, source: [unit.source, ...covers.map((id) => sources.get(id))].join(' ') };
  });
  return [...together, ...removed];
}

function workOf({ id, source, target }: Kept): Work[] {
  const isJoined = 'covers' in target && (target.covers?.length ?? 0) > 0;
  switch (target.state) {
    case 'translated':
    case 'reviewed':
    case 'final':
      return [{ id, source, text: target.text, level: target.state, by: target.by, covers: isJoined }];
    case 'stale':
      return [
        {
          id,
          source: target.previousSource,
          text: target.text,
          level: target.was,
          by: target.by,
          covers: isJoined,
        },
      ];
    default:
      return [];
  }
}

/**
 * The law: what people stand for after a command is what they stood for before it, but for what was asked. Compared by words, sentence,
 * level and name, so that work may follow its sentence to another place, and nowhere else.
 *
 * @throws Error that says what was lost or changed, and where
 */
export function hold(before: readonly Work[], after: Master, asked: readonly Asked[]): readonly Work[] {
  const now = worksIn(after);
  // What stands where it stood first: two sentences may say the same in the same words.
  const [gone, fresh] = [without(before, now, placed), without(now, before, placed)];
  const [left, came] = [without(gone, fresh, keyOf), without(fresh, gone, keyOf)];
  const live = new Set(after.units.map(({ id }) => id));
  for (const work of came) {
    if (!asked.some((one) => isAsked(work, one, live))) fail('nobody asked for this', work, asked);
  }
  for (const work of left) {
    const gave = asked.filter(({ id, replaces }) => id === work.id && replaces?.(work) === true);
    if (gave.length === 0) fail('nobody asked to take this away', work, asked);
    const hasHeir = gave.some(({ clears }) => clears === true) || fresh.some(({ id }) => id === work.id);
    if (!hasHeir) fail('nothing stands in its place', work, asked);
  }
  checkPlaces(before, after, asked);
  return now;
}

/** Work stays with its sentence as long as that stands in the story, and is stale exactly when that has changed. */
function checkPlaces(before: readonly Work[], after: Master, asked: readonly Asked[]): void {
  const sentences = sentencesIn(after);
  const live = new Map(sentences.slice(0, after.units.length).map((unit) => [unit.id, unit]));
  const touched = new Set(asked.map(({ id }) => id));
  for (const work of before) {
    const unit = live.get(work.id);
    if (!unit || touched.has(work.id) || work.id === datelineId) continue;
    if (!workOf(unit).some((found) => keyOf(found) === keyOf(work)))
      fail('it is not with its sentence', work, asked);
  }
  for (const { id, source, target } of sentences) {
    if (target.state === 'stale' && typed(target.previousSource) === typed(source)) {
      throw new Error(`${id} is stale, and its sentence says what it said: “${source}”`);
    }
  }
}

/** Whether two texts are the same for every reader: tools write accents in one normal form of Unicode or another. */
export function sayTheSame(text: string, other: string): boolean {
  return text.normalize('NFC') === other.normalize('NFC');
}

function isAsked(work: Work, { id, text, levels, by, source }: Asked, live: ReadonlySet<string>): boolean {
  const isElsewhere = source !== undefined && !live.has(id) && typed(source) === typed(work.source);
  return (
    (id === work.id || isElsewhere) &&
    text !== undefined &&
    sayTheSame(text, work.text) &&
    levels?.includes(work.level) === true &&
    (by ?? work.by) === work.by
  );
}

/** What is in one list more often than in the other. */
function without(works: readonly Work[], others: readonly Work[], key: (work: Work) => string): Work[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(key(other), (counts.get(key(other)) ?? 0) + 1);
  return works.filter((work) => {
    const count = counts.get(key(work)) ?? 0;
    counts.set(key(work), count - 1);
    return count <= 0;
  });
}

function placed(work: Work): string {
  return `${work.id} ${keyOf(work)}`;
}

function keyOf({ source, text, level, by }: Work): string {
  return JSON.stringify([typed(source), text, level, by]);
}

/** Desks type apostrophes and blanks as they like; that is no other sentence. */
function typed(source: string): string {
  return source.normalize('NFC').replace(/’/gu, "'").replace(/\s+/gu, ' ').trim();
}

function fail(what: string, work: Work, asked: readonly Asked[]): never {
  throw new Error(`${what}: ${JSON.stringify(work)}; asked: ${JSON.stringify(asked)}`);
}
