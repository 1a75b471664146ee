import * as v from 'valibot';
import { DepecheError } from '../model/errors.ts';
import type { DispatchRecord } from '../revise/record.ts';

const segment = v.strictObject({ id: v.string(), text: v.string() });
const version = v.pipe(v.number(), v.integer(), v.minValue(1));

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const update = v.strictObject({
  kind: v.picklist(['write-through', 'correction', 'addition']),
  repeated: count,
  of: count,
});

const recordSchema = v.strictObject({
  id: v.string(),
  source: v.string(),
  files: v.exactOptional(v.array(v.string())),
  versions: v.pipe(
    v.array(
      v.strictObject({
        version,
        hash: v.string(),
        note: v.exactOptional(v.string()),
        update: v.exactOptional(update),
        itemId: v.exactOptional(v.string()),
        itemVersion: v.exactOptional(v.string()),
        storyKey: v.exactOptional(v.string()),
        segments: v.exactOptional(v.array(v.string())),
      }),
    ),
    v.minLength(1),
  ),
  dateline: v.exactOptional(v.string()),
  paragraphs: v.array(
    v.strictObject({
      id: v.string(),
      kind: v.picklist(['headline', 'body', 'list', 'table', 'signoff']),
      segments: v.array(segment),
    }),
  ),
  changed: v.exactOptional(v.array(v.strictObject({ ...segment.entries, version }))),
  removed: v.array(v.strictObject({ ...segment.entries, version })),
  removedParagraphs: v.array(v.string()),
});

export function writeRecord(record: DispatchRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** @throws DepecheError `invalid` for a record that was damaged: it is not made anew, for ids would change */
export function readRecord(text: string, file: string): DispatchRecord {
  const advice = `restore it from version control, or delete it and lose the ids of changed sentences`;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new DepecheError('invalid', `is not valid JSON; ${advice}`, { cause, place: { file } });
  }
  const result = v.safeParse(recordSchema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new DepecheError('invalid', `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}; ${advice}`, {
    place: { file },
  });
}
