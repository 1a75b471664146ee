import * as v from 'valibot';

/** What a file is to the engine. One vocabulary serves both languages, or each has its own. */
const fileRoles = ['weights', 'vocabulary', 'source-vocabulary', 'target-vocabulary', 'shortlist'] as const;

export type FileRole = (typeof fileRoles)[number];

/** No unpacked file of a model may be larger, in bytes. Those of Firefox have up to 60 MB. */
export const mostBytes = 512 * 1024 * 1024;

/** A language as Firefox names it: it becomes part of the name of a folder. */
export const modelLanguage = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/u, 'is no language of a model'),
);

/** A name that cannot leave its folder, is not hidden, and is none that Windows cannot write or takes for a device. */
export const fileName = v.pipe(
  v.string(),
  v.regex(
    /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9][a-z0-9._-]{0,120}[a-z0-9]$/iu,
    'is no plain name of a file',
  ),
);

export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'is no SHA-256'));

export const byteCount = v.pipe(
  v.number(),
  v.integer('is no number of bytes'),
  v.minValue(1, 'is no number of bytes'),
  v.maxValue(mostBytes, `is more than the ${mostBytes} bytes a file of a model may have`),
);

export const version = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}(?:\.\d{1,6}){0,3}(?:[a-z]+\d{0,6})?$/u, 'is no version'),
);

export const architecture = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,40}$/u, 'is no architecture of a model'),
);

const file = v.strictObject({ role: v.picklist(fileRoles), name: fileName, size: byteCount, sha256 });

/** `model.json`, which makes the files beside it a model: what is not in it is no part of one. */
export const manifestSchema = v.strictObject({
  source: modelLanguage,
  target: modelLanguage,
  version,
  architecture: v.exactOptional(architecture),
  files: v.pipe(
    v.array(file),
    v.maxLength(4, 'are too many'),
    v.check(
      (files) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length,
      'name a file twice',
    ),
    v.check(
      (files) => isComplete(files.map(({ role }) => role)),
      'are not those of a model: weights, one vocabulary or two, perhaps a shortlist',
    ),
  ),
});

export type ModelManifest = v.InferOutput<typeof manifestSchema>;
export type ModelFile = ModelManifest['files'][number];

/** The bytes of its files. */
export function sizeOf({ files }: ModelManifest): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** Whether these are what an engine needs, and each of them once. */
function isComplete(roles: readonly FileRole[]): boolean {
  const has = new Set(roles);
  const shared = has.has('vocabulary');
  const own = has.has('source-vocabulary') && has.has('target-vocabulary');
  const either = has.has('source-vocabulary') || has.has('target-vocabulary');
  return has.size === roles.length && has.has('weights') && (shared ? !either : own);
}

/** What does not hold in somebody else's file, for a terminal: of what stands there only what every terminal can show. */
export function toldOf([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const told = `${v.getDotPath(issue) ?? 'the whole'} ${issue.message}`;
  return told.replace(/[^\x20-\x7e]/gu, '?').slice(0, 200);
}

export const manifestName = 'model.json';
