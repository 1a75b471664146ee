import { z } from 'zod';
import { DepecheError } from '../model/errors.ts';
import type { DispatchRecord } from '../revise/record.ts';

const segment = z.strictObject({ id: z.string(), text: z.string() });
const version = z.int().positive();

const recordSchema: z.ZodType<DispatchRecord> = z.strictObject({
  id: z.string(),
  source: z.string(),
  versions: z.array(z.strictObject({ version, hash: z.string(), note: z.string().exactOptional() })).min(1),
  dateline: z.string().exactOptional(),
  paragraphs: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['headline', 'body', 'list', 'table', 'signoff']),
      segments: z.array(segment),
    }),
  ),
  removed: z.array(segment.extend({ version })),
  removedParagraphs: z.array(z.string()),
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
  const result = recordSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DepecheError('invalid', `${issue?.path.join('.')}: ${issue?.message}; ${advice}`, {
    place: { file },
  });
}
