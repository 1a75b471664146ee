import { count, type Day, holdNow, lineOf, masterText, translate } from './day-so-far.ts';
import { forked, forkedOrders, nobodyIsPassedOver } from './fork.ts';

/** Another branch begins, as it is now. */
export async function fork(day: Day): Promise<void> {
  if (day.fork) return;
  const base = await lineOf(day);
  day.fork = { base, other: base };
}

/** The other branch is checked out. */
export async function switchBranch(day: Day): Promise<void> {
  if (!day.fork) return;
  const { other, base } = day.fork;
  day.fork = { base, other: await lineOf(day) };
  day.wording = other.wording;
  day.works = other.works;
  day.readings = other.readings;
  // Either branch may wait for a run.
  day.isReworded = true;
  return day.desk.checkOut(other.branch);
}

/** The two branches become one, by the merge driver. */
export async function join(day: Day): Promise<void> {
  if (!day.fork) return;
  const { base, other } = day.fork;
  const ours = await lineOf(day);
  day.fork = undefined;
  const told = await day.desk.join(base.branch.master ?? '', other.branch.master ?? '');
  if (told.problems.length > 0) throw new Error(`refused: ${told.problems.join('; ')}`);
  count(day, 'joins');
  count(day, 'conflicts of branches', told.segments.length);
  const later = other.wording === base.wording ? ours : other;
  day.wording = later.wording;
  const { copy, record } = later.branch;
  await day.desk.checkOut({ copy, record, master: await masterText(day) });
  await holdNow(day, forked(base, ours, other, told), forkedOrders(base, ours, other, told));
  nobodyIsPassedOver(base, other, told, day.works);
  await translate(day);
}
