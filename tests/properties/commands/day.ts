import type { Master } from '../../../src/model/draft.ts';
import type { ReviewOptions } from '../../../src/review/outcome.ts';
import { type Gesture, throughTool } from '../../review/tool-damage.ts';
import type { Command, Moves } from './command.ts';
import type { Branch, Desk, Told } from './desk.ts';
import { askedBy, askedFromElsewhere, contradict, everyEditIsToldOf } from './expectations.ts';
import { forked, forkedOrders, type Line, nobodyIsPassedOver } from './fork.ts';
import { type Asked, hold, type Work } from './ledger.ts';
import {
  type AskedOrders,
  everyOrderIsToldOf,
  holdOrders,
  ordersAskedBy,
  ordersByHand,
  ordersFromElsewhere,
  type Readings,
  readingsOf,
} from './orders.ts';
import { behind, isLost, isRuined, type Parcel, packed, returning, seenIn, workedOn } from './parcel.ts';
import { readMaster } from './remembering.ts';
import { copyOf, reworded, type Wording } from './wording.ts';

/** How often what happened, so that nobody takes a run in which nothing happens for a proof. */
export type Tally = Map<string, number>;

/**
 * Lets one sequence of commands happen on a desk and holds its masters against the law after every one.
 *
 * @throws Error at the first thing that breaks the law
 */
export async function liveThrough(
  desk: Desk,
  first: Wording,
  commands: readonly Command[],
  tally: Tally = new Map(),
): Promise<void> {
  const day = createDay(desk, tally);
  await day.begin(first);
  for (const [index, command] of commands.entries()) {
    try {
      await day.happen(command);
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`command ${index}, ${command.do}: ${what}`, { cause });
    }
  }
  await day.happen({ do: 'look' });
}

const levels = ['translated', 'reviewed', 'final'] as const;

/** Sentences that somebody has put into the words of another one. */
function absorbedIn({ units }: Master): ReadonlySet<string> {
  return new Set(units.flatMap(({ id, target }) => (target.state === 'absorbed' ? [id] : [])));
}

type Day = { begin(first: Wording): Promise<void>; happen(command: Command): Promise<void> };

function createDay(desk: Desk, tally: Tally): Day {
  const parcels: Parcel[] = [];
  const everKept = new Set<string>();
  let wording: Wording;
  let works: readonly Work[] = [];
  let readings: Readings = new Map();
  let conditions: Extract<Command, { do: 'translate' }>['conditions'] = {};
  let fork: { readonly base: Line; readonly other: Line } | undefined;
  let edits = 0;
  let isReworded = false;

  const count = (what: string, times = 1): unknown => tally.set(what, (tally.get(what) ?? 0) + times);
  const masterText = async (): Promise<string> => {
    const { master } = await desk.branch();
    if (master === undefined) throw new Error('there is no master');
    return master;
  };
  /** The law after a command; what it left behind is where the next one begins. */
  const holdNow = async (asked: readonly Asked[], ...orders: readonly AskedOrders[]): Promise<void> => {
    const now = readingsOf(await desk.branch());
    holdOrders(readings, now, orders);
    readings = now;
    count('paragraphs in another order', [...now.values()].filter(({ isOrdered }) => isOrdered).length);
    works = hold(works, readMaster(await masterText()), asked);
    count('words for several sentences', works.filter(({ covers }) => covers).length);
    for (const { text } of works) everKept.add(text.normalize('NFC'));
  };
  const unchanged = async (before: Branch, why: string): Promise<void> => {
    const { copy, record, master } = await desk.branch();
    if (copy !== before.copy || record !== before.record || master !== before.master) {
      throw new Error(`${why}, and bytes have changed`);
    }
  };
  /** Counted from the one that went out last. */
  const placeOf = (parcel: number): number => parcels.length - 1 - (parcel % parcels.length);
  const line = async (): Promise<Line> => ({
    branch: await desk.branch(),
    wording,
    works,
    readings,
  });
  const named = (moves: Moves, ids: readonly string[], isMaster = false): Map<string, Gesture> =>
    new Map(
      moves.flatMap(([place, move]): [string, Gesture][] => {
        const id = ids[place % ids.length];
        if (id === undefined) return [];
        if (move.kind === 'clear' && isMaster) return [[id, { kind: 'clear', says: 'initial' }]];
        if (move.kind === 'join' && move.words === undefined) return [[id, { kind: 'join' }]];
        if (move.kind !== 'edit' && move.kind !== 'join') return [[id, move]];
        edits += 1;
        return [[id, { ...move, text: `E${edits} ${move.words}` }]];
      }),
    );

  async function translate(): Promise<void> {
    await desk.translate(conditions);
    isReworded = false;
    await holdNow([]);
    const before = await desk.branch();
    await desk.translate(conditions);
    await unchanged(before, 'a second run has nothing to do');
  }

  /** A master in a text editor: what it says is what somebody wants. */
  async function editByHand({ moves, damages }: Extract<Command, { do: 'edit by hand' }>): Promise<void> {
    const before = await desk.branch();
    const master = await masterText();
    const units = new Map(readMaster(master).units.map((unit) => [unit.id, unit.target]));
    const gestures = named(moves, [...units.keys()], true);
    for (const [id, gesture] of gestures) {
      const target = units.get(id);
      // A state that needs words, and no words: the next run would refuse the master and say where.
      if (
        gesture.kind !== 'edit' &&
        gesture.kind !== 'put first' &&
        !(target && 'text' in target && target.state !== 'stale')
      )
        gestures.delete(id);
    }
    const asked = Array.from(gestures, ([id, gesture]): Asked => {
      if (gesture.kind === 'put first') return { id };
      const target = units.get(id);
      const old = target && 'text' in target ? target.text : undefined;
      const text = gesture.kind === 'edit' ? gesture.text : old;
      // A state that was raised by hand before, in the same file, is raised still.
      const reached = target?.state === 'stale' ? target.was : target?.state;
      const level = levels.find((each) => each === reached);
      const said = gesture.kind === 'accept' ? gesture.says : undefined;
      return {
        id,
        ...(text !== undefined && gesture.kind !== 'clear' && { text }),
        levels: ['translated', ...(said ? [said] : []), ...(level ? [level] : [])],
        replaces: () => true,
        clears: gesture.kind === 'clear',
      };
    });
    const edited = throughTool(master, gestures, damages);
    await desk.checkOut({ ...before, master: edited });
    count('edits by hand', gestures.size);
    await holdNow(asked, ordersByHand(edited));
  }

  async function workInTool(command: Extract<Command, { do: 'work in a tool' }>): Promise<void> {
    const index = placeOf(command.parcel);
    const parcel = parcels[index];
    if (!parcel || isRuined(parcel)) return;
    const seen = seenIn(parcel);
    const ids = [...seen.keys()];
    const gestures = named(command.moves, ids);
    // What is joined to the one before it is not there to be worked on.
    const absorbed = new Set<string>();
    for (const [id, gesture] of gestures) {
      if (gesture.kind !== 'join' || parcel.profile === 'omegat') continue;
      const next = absorbed.has(id) ? undefined : behind(parcel, id, seen);
      if (next === undefined) gestures.delete(id);
      else absorbed.add(next);
    }
    for (const id of absorbed) gestures.delete(id);
    const [from, to] = command.replaces ?? [];
    if (from !== undefined && to !== undefined && parcel.profile !== 'omegat') {
      for (const [id, words] of seen) {
        if (words.includes(from) && !gestures.has(id) && !absorbed.has(id)) {
          gestures.set(id, { kind: 'edit', text: words.replaceAll(from, to), says: 'nothing' });
          count('names replaced in a tool');
        }
      }
    }
    count('gestures in tools', gestures.size);
    parcels[index] = workedOn(parcel, gestures, command.damages);
  }

  async function bringHome(command: Extract<Command, { do: 'import' }>): Promise<void> {
    const parcel = parcels[placeOf(command.parcel)];
    if (!parcel) return;
    const { as, by, prefer } = command;
    const options = { ...(as && { as }), ...(by && { by }), ...(prefer && { prefer }) };
    const before = await desk.branch();
    const known = readMaster(await masterText());
    const other = command.with === undefined ? undefined : parcels[placeOf(command.with)];
    const isWhole = (one: Parcel) =>
      !isRuined(one) && known.exports?.some(({ id }) => id === one.export) === true;
    if (other && other !== parcel && isWhole(parcel) && isWhole(other)) {
      return bringHomeTogether([parcel, other], options);
    }
    const absorbed = absorbedIn(known);
    const isKnown = known.exports?.some(({ id }) => id === parcel.export) === true;
    // Nobody can say what was sent where neither the file nor the master knows.
    if (!isKnown && isLost(parcel)) return;
    const files = returning(parcel);
    const told = await desk.import(files, options);
    count('imports');
    if (!isKnown && !isRuined(parcel) && prefer !== undefined) {
      if (told.problems.length > 0) throw new Error(`refused: ${told.problems.join('; ')}`);
      count('imports from elsewhere');
      const orders =
        prefer === 'theirs' ? ordersFromElsewhere(parcel) : ordersAskedBy(parcel, readings, options);
      await holdNow(askedFromElsewhere(parcel, options), orders);
      const once = await desk.branch();
      await desk.import(files, options);
      return unchanged(once, 'a file that comes home twice has nothing new');
    }
    if (!isKnown || isRuined(parcel)) {
      if (told.problems.length === 0) throw new Error('this cannot be trusted, and it is taken');
      count('imports refused as a whole');
      return unchanged(before, 'it was refused');
    }
    if (told.problems.length > 0) throw new Error(`refused: ${told.problems.join('; ')}`);
    tellTale(told);
    const then = works;
    await holdNow(askedBy(parcel, options, then), ordersAskedBy(parcel, readings, options));
    everyOrderIsToldOf(parcel, told, readings, isReworded);
    everyEditIsToldOf(parcel, told, { before: then, after: works, everKept, absorbed }, options);
    const once = await desk.branch();
    await desk.import(files, options);
    await unchanged(once, 'a file that comes home twice has nothing new');
  }

  /** Two files in one folder: what the first has changed is the work of a person for the second. */
  async function bringHomeTogether(
    [first, second]: readonly [Parcel, Parcel],
    options: ReviewOptions,
  ): Promise<void> {
    const files = [first, second].map(returning);
    const before = absorbedIn(readMaster(await masterText()));
    const told = await desk.importFolder(files, options);
    count('imports of folders');
    const [one, two] = told;
    if (!one || !two || told.some(({ problems }) => problems.length > 0))
      throw new Error('a file was refused');
    const then = works;
    const orders = [first, second].map((parcel) => ordersAskedBy(parcel, readings, options));
    await holdNow(
      [first, second].flatMap((parcel) => askedBy(parcel, options, then)),
      ...orders,
    );
    const absorbed = new Set([...before, ...absorbedIn(readMaster(await masterText()))]);
    const facts = { before: then, after: works, everKept, absorbed };
    const isTaken = ({ outcome }: Told['segments'][number]) => outcome === 'taken' || outcome === 'accepted';
    const moved = new Set(one.segments.filter(isTaken).map(({ segment }) => segment));
    const overtaken = new Set(two.segments.filter(isTaken).map(({ segment }) => segment));
    const without = (parcel: Parcel, ids: ReadonlySet<string>): Parcel => ({
      ...parcel,
      acts: new Map([...parcel.acts].filter(([id]) => !ids.has(id))),
    });
    everyEditIsToldOf(without(first, overtaken), one, facts, options);
    everyEditIsToldOf(without(second, moved), two, facts, options);
    // Files that contradict each other take turns: each time the second one has the last word.
    if (contradict(first, second)) return;
    const once = await desk.branch();
    await desk.importFolder(files, options);
    await unchanged(once, 'a folder that comes home twice has nothing new');
  }

  function tellTale({ segments }: Told): void {
    for (const { outcome } of segments) if (outcome !== 'unchanged') count(`segments ${outcome}`);
  }

  async function accept({ places, as, by }: Extract<Command, { do: 'accept' }>): Promise<void> {
    const before = readMaster(await masterText());
    const ids = [...new Set(places.flatMap((place) => before.units[place % before.units.length]?.id ?? []))];
    const told = await desk.accept(ids, { as, by });
    const taken = new Set(
      told.segments.flatMap(({ segment, outcome }) => (outcome === 'accepted' ? [segment] : [])),
    );
    count('segments accepted by command', taken.size);
    // Words that were there before, at this place or, for a sentence that has come back, among what had left.
    const words = new Set(
      [...before.units, ...before.removed].map(({ target }) => 'text' in target && target.text),
    );
    const accepted = readMaster(await masterText()).units.flatMap(({ id, target }) =>
      taken.has(id) && 'text' in target && words.has(target.text) ? [{ id, text: target.text }] : [],
    );
    await holdNow([
      // What is further than this stays as far as it is.
      ...accepted.map(({ id, text }) => ({
        id,
        text,
        levels: levels.slice(levels.indexOf(as)),
        by,
        replaces: (work: Work) => work.text === text,
      })),
      ...before.removed.map(({ id }) => ({
        id,
        replaces: (work: Work) => accepted.some(({ text }) => text === work.text),
        clears: true,
      })),
    ]);
  }

  async function join(): Promise<void> {
    if (!fork) return;
    const { base, other } = fork;
    const ours = await line();
    fork = undefined;
    const told = await desk.join(base.branch.master ?? '', other.branch.master ?? '');
    if (told.problems.length > 0) throw new Error(`refused: ${told.problems.join('; ')}`);
    count('joins');
    count('conflicts of branches', told.segments.length);
    const later = other.wording === base.wording ? ours : other;
    wording = later.wording;
    const { copy, record } = later.branch;
    await desk.checkOut({ copy, record, master: await masterText() });
    await holdNow(forked(base, ours, other, told), forkedOrders(base, ours, other, told));
    nobodyIsPassedOver(base, other, told, works);
    await translate();
  }

  return {
    async begin(first) {
      wording = first;
      await desk.checkOut({ copy: copyOf(first), record: undefined, master: undefined });
      await translate();
    },
    async happen(command) {
      count('commands');
      switch (command.do) {
        case 'reword': {
          // Two branches that reword one story conflict in its record, which git leaves to a person.
          if (fork && fork.other.wording !== fork.base.wording) return;
          wording = reworded(wording, command.changes);
          isReworded = true;
          await desk.checkOut({ ...(await desk.branch()), copy: copyOf(wording) });
          return holdNow([]);
        }
        case 'translate':
          conditions = command.conditions;
          return translate();
        case 'edit by hand':
          return editByHand(command);
        case 'export': {
          const sending = await desk.export(command.profile);
          await holdNow([]);
          if (sending.problems.length > 0) return;
          count('exports');
          parcels.push(packed(command.profile, sending, readMaster(await masterText())));
          return;
        }
        case 'work in a tool':
          return workInTool(command);
        case 'import':
          return bringHome(command);
        case 'accept':
          return accept(command);
        case 'fork': {
          if (fork) return;
          const base = await line();
          fork = { base, other: base };
          return;
        }
        case 'switch': {
          if (!fork) return;
          const { other, base } = fork;
          fork = { base, other: await line() };
          ({ wording, works, readings } = other);
          // Either branch may wait for a run.
          isReworded = true;
          return desk.checkOut(other.branch);
        }
        case 'join':
          return join();
        case 'look': {
          const before = await desk.branch();
          await desk.look();
          count('looks');
          return unchanged(before, 'it only looks');
        }
        default:
          return command satisfies never;
      }
    },
  };
}
