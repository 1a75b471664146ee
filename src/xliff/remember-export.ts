import { foldCovers } from '../model/covers.ts';
import {
  allUnits,
  type Draft,
  type Export,
  isFilled,
  type Profile,
  type Sent,
  textOf,
  type Unit,
} from '../model/draft.ts';
import { hashOf } from '../text/hash.ts';
import { wordingHash } from './segment-record.ts';

/** A draft that remembers an export, and that export. */
export type Remembered = { readonly draft: Draft; readonly export: Export };

/**
 * Gives an export its id and lets the draft remember what goes out with it: source, state and words of every segment.
 *
 * The id is a number and a hash of what is sent (`e2-3f9a2c7d1b`). Content that went out before in the same profile has the id it had
 * then, and the draft comes back as it was.
 */
export function rememberExport(draft: Draft, profile: Profile): Remembered {
  const units = allUnits(foldCovers(draft));
  const hash = contentHash(draft, profile);
  const exports = draft.exports ?? [];
  const known = exports.findLast(
    ({ id, segments }) => hashIn(id) === hash && units.every((unit) => isAsFar(unit, segments)),
  );
  if (known) return { draft, export: known };
  const number = Math.max(0, ...exports.map(({ id }) => numberIn(id))) + 1;
  const made: Export = {
    id: `e${number}-${hash}`,
    profile,
    segments: new Map(units.map((unit) => [unit.segment.id, sentOf(unit)])),
    ...(draft.order && { order: draft.order }),
  };
  return { draft: { ...draft, exports: [...exports, made] }, export: made };
}

/** A tool sees nothing of how far stale words had been taken, so the hash has nothing of it; what is remembered has. */
function isAsFar({ segment, target }: Unit, segments: Export['segments']): boolean {
  const was = segments.get(segment.id)?.was;
  return was === undefined || (target.state === 'stale' && target.was === was);
}

function sentOf({ segment, target }: Unit): Sent {
  const sent = { sourceHash: wordingHash(segment.text), state: target.state };
  if (!isFilled(target)) return sent;
  const was = target.state === 'stale' ? { was: target.was } : {};
  return { ...sent, ...was, text: target.text, origin: target.provenance.origin };
}

/** 40 bits as hexadecimal digits: beside the number enough for the exports of one master. */
function contentHash(draft: Draft, profile: Profile): string {
  const segments = allUnits(foldCovers(draft)).map(({ segment: { id, text }, target }) => [
    id,
    text,
    target.state,
    textOf(target) ?? '',
  ]);
  const order = draft.order ? [JSON.stringify([...draft.order])] : [];
  return hashOf(draft.dispatch.id, draft.locale, profile, JSON.stringify(segments), ...order).slice(0, 10);
}

function hashIn(id: string): string {
  return id.slice(id.indexOf('-') + 1);
}

function numberIn(id: string): number {
  return Number(/^e(\d{1,9})-/u.exec(id)?.[1] ?? 0);
}
