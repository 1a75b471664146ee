import { fork, join, switchBranch } from './branches.ts';
import { accept, editByHand } from './by-hand.ts';
import type { Command } from './command.ts';
import { count, type Day, holdNow, masterText, type Tally, translate, unchanged } from './day-so-far.ts';
import type { Desk } from './desk.ts';
import { bringHome } from './home.ts';
import { workInTool } from './in-a-tool.ts';
import { packed } from './parcel.ts';
import { readMaster } from './remembering.ts';
import { copyOf, reworded, type Wording } from './wording.ts';

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
  const day: Day = {
    desk,
    tally,
    parcels: [],
    everKept: new Set(),
    wording: first,
    works: [],
    readings: new Map(),
    conditions: {},
    fork: undefined,
    edits: 0,
    isReworded: false,
  };
  await desk.checkOut({ copy: copyOf(first), record: undefined, master: undefined });
  await translate(day);
  for (const [index, command] of commands.entries()) {
    try {
      await happen(day, command);
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`command ${index}, ${command.do}: ${what}`, { cause });
    }
  }
  await happen(day, { do: 'look' });
}

async function happen(day: Day, command: Command): Promise<void> {
  const { desk } = day;
  count(day, 'commands');
  switch (command.do) {
    case 'reword': {
      // Two branches that reword one story conflict in its record, which git leaves to a person.
      if (day.fork && day.fork.other.wording !== day.fork.base.wording) return;
      day.wording = reworded(day.wording, command.changes);
      day.isReworded = true;
      await desk.checkOut({ ...(await desk.branch()), copy: copyOf(day.wording) });
      return holdNow(day, []);
    }
    case 'translate':
      day.conditions = command.conditions;
      return translate(day);
    case 'edit by hand':
      return editByHand(day, command);
    case 'export': {
      const sending = await desk.export(command.profile);
      await holdNow(day, []);
      if (sending.problems.length > 0) return;
      count(day, 'exports');
      day.parcels.push(packed(command.profile, sending, readMaster(await masterText(day))));
      return;
    }
    case 'work in a tool':
      return workInTool(day, command);
    case 'import':
      return bringHome(day, command);
    case 'accept':
      return accept(day, command);
    case 'fork':
      return fork(day);
    case 'switch':
      return switchBranch(day);
    case 'join':
      return join(day);
    case 'look': {
      const before = await desk.branch();
      await desk.look();
      count(day, 'looks');
      return unchanged(day, before, 'it only looks');
    }
    default:
      return command satisfies never;
  }
}
