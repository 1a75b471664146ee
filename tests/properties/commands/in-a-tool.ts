import type { Command } from './command.ts';
import { count, type Day, named, placeOf } from './day-so-far.ts';
import { behind, isRuined, seenIn, workedOn } from './parcel.ts';

/** What a person, and the tool, do to a file that went out. */
export async function workInTool(
  day: Day,
  command: Extract<Command, { do: 'work in a tool' }>,
): Promise<void> {
  const index = placeOf(day, command.parcel);
  const parcel = day.parcels[index];
  if (!parcel || isRuined(parcel)) return;
  const seen = seenIn(parcel);
  const ids = [...seen.keys()];
  const gestures = named(day, command.moves, ids);
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
        count(day, 'names replaced in a tool');
      }
    }
  }
  count(day, 'gestures in tools', gestures.size);
  day.parcels[index] = workedOn(parcel, gestures, command.damages);
}
