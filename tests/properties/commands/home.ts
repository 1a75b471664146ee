import type { Master } from '../../../src/model/draft.ts';
import type { ReviewOptions } from '../../../src/review/outcome.ts';
import type { Command } from './command.ts';
import { count, type Day, holdNow, masterText, placeOf, unchanged } from './day-so-far.ts';
import type { Told } from './desk.ts';
import { askedBy, askedFromElsewhere, contradict, everyEditIsToldOf } from './expectations.ts';
import { everyOrderIsToldOf, ordersAskedBy, ordersFromElsewhere } from './orders.ts';
import { isLost, isRuined, type Parcel, returning } from './parcel.ts';
import { readMaster } from './remembering.ts';

/** A file comes home, twice: it is taken or told of, or refused as a whole. */
export async function bringHome(day: Day, command: Extract<Command, { do: 'import' }>): Promise<void> {
  const parcel = day.parcels[placeOf(day, command.parcel)];
  if (!parcel) return;
  const { as, by, prefer } = command;
  const options = { ...(as && { as }), ...(by && { by }), ...(prefer && { prefer }) };
  const before = await day.desk.branch();
  const known = readMaster(await masterText(day));
  const other = command.with === undefined ? undefined : day.parcels[placeOf(day, command.with)];
  const isWhole = (one: Parcel) =>
    !isRuined(one) && known.exports?.some(({ id }) => id === one.export) === true;
  if (other && other !== parcel && isWhole(parcel) && isWhole(other)) {
    return bringHomeTogether(day, [parcel, other], options);
  }
  const absorbed = absorbedIn(known);
  const isKnown = known.exports?.some(({ id }) => id === parcel.export) === true;
  // Nobody can say what was sent where neither the file nor the master knows.
  if (!isKnown && isLost(parcel)) return;
  const files = returning(parcel);
  const told = await day.desk.import(files, options);
  count(day, 'imports');
  if (!isKnown && !isRuined(parcel) && prefer !== undefined) {
    if (told.problems.length > 0) throw new Error(`refused: ${told.problems.join('; ')}`);
    count(day, 'imports from elsewhere');
    const orders =
      prefer === 'theirs' ? ordersFromElsewhere(parcel) : ordersAskedBy(parcel, day.readings, options);
    await holdNow(day, askedFromElsewhere(parcel, options), orders);
    const once = await day.desk.branch();
    await day.desk.import(files, options);
    return unchanged(day, once, 'a file that comes home twice has nothing new');
  }
  if (!isKnown || isRuined(parcel)) {
    if (told.problems.length === 0) throw new Error('this cannot be trusted, and it is taken');
    count(day, 'imports refused as a whole');
    return unchanged(day, before, 'it was refused');
  }
  if (told.problems.length > 0) throw new Error(`refused: ${told.problems.join('; ')}`);
  for (const { outcome } of told.segments) if (outcome !== 'unchanged') count(day, `segments ${outcome}`);
  const then = day.works;
  await holdNow(day, askedBy(parcel, options, then), ordersAskedBy(parcel, day.readings, options));
  everyOrderIsToldOf(parcel, told, day.readings, day.isReworded);
  everyEditIsToldOf(
    parcel,
    told,
    { before: then, after: day.works, everKept: day.everKept, absorbed },
    options,
  );
  const once = await day.desk.branch();
  await day.desk.import(files, options);
  await unchanged(day, once, 'a file that comes home twice has nothing new');
}

/** Two files in one folder: what the first has changed is the work of a person for the second. */
async function bringHomeTogether(
  day: Day,
  [first, second]: readonly [Parcel, Parcel],
  options: ReviewOptions,
): Promise<void> {
  const files = [first, second].map(returning);
  const before = absorbedIn(readMaster(await masterText(day)));
  const told = await day.desk.importFolder(files, options);
  count(day, 'imports of folders');
  const [one, two] = told;
  if (!one || !two || told.some(({ problems }) => problems.length > 0)) throw new Error('a file was refused');
  const then = day.works;
  const orders = [first, second].map((parcel) => ordersAskedBy(parcel, day.readings, options));
  await holdNow(
    day,
    [first, second].flatMap((parcel) => askedBy(parcel, options, then)),
    ...orders,
  );
  const absorbed = new Set([...before, ...absorbedIn(readMaster(await masterText(day)))]);
  const facts = { before: then, after: day.works, everKept: day.everKept, absorbed };
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
  const once = await day.desk.branch();
  await day.desk.importFolder(files, options);
  await unchanged(day, once, 'a folder that comes home twice has nothing new');
}

/** Sentences that somebody has put into the words of another one. */
function absorbedIn({ units }: Master): ReadonlySet<string> {
  return new Set(units.flatMap(({ id, target }) => (target.state === 'absorbed' ? [id] : [])));
}
