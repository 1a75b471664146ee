import { throughTool } from '../../review/tool-damage.ts';
import type { Command } from './command.ts';
import { count, type Day, holdNow, levels, masterText, named } from './day-so-far.ts';
import type { Asked, Work } from './ledger.ts';
import { ordersByHand } from './orders.ts';
import { readMaster } from './remembering.ts';

/** A master in a text editor: what it says is what somebody wants. */
export async function editByHand(
  day: Day,
  { moves, damages }: Extract<Command, { do: 'edit by hand' }>,
): Promise<void> {
  const before = await day.desk.branch();
  const master = await masterText(day);
  const units = new Map(readMaster(master).units.map((unit) => [unit.id, unit.target]));
  const gestures = named(day, moves, [...units.keys()], true);
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
  await day.desk.checkOut({ ...before, master: edited });
  count(day, 'edits by hand', gestures.size);
  await holdNow(day, asked, ordersByHand(edited));
}

/** Words taken as they stand, by the command line. */
export async function accept(
  day: Day,
  { places, as, by }: Extract<Command, { do: 'accept' }>,
): Promise<void> {
  const before = readMaster(await masterText(day));
  const ids = [...new Set(places.flatMap((place) => before.units[place % before.units.length]?.id ?? []))];
  const told = await day.desk.accept(ids, { as, by });
  const taken = new Set(
    told.segments.flatMap(({ segment, outcome }) => (outcome === 'accepted' ? [segment] : [])),
  );
  count(day, 'segments accepted by command', taken.size);
  // Words that were there before, at this place or, for a sentence that has come back, among what had left.
  const words = new Set(
    [...before.units, ...before.removed].map(({ target }) => 'text' in target && target.text),
  );
  const accepted = readMaster(await masterText(day)).units.flatMap(({ id, target }) =>
    taken.has(id) && 'text' in target && words.has(target.text) ? [{ id, text: target.text }] : [],
  );
  await holdNow(day, [
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
