import * as v from 'valibot';
import { DepecheError } from '../../model/errors.ts';
import { pairOf } from '../../provider/offline-route.ts';
import {
  architecture,
  byteCount,
  type FileRole,
  fileName,
  manifestName,
  modelLanguage,
  mostBytes,
  sha256,
  toldOf,
  version,
} from './manifest.ts';
import { compareVersions, isSupported } from './model-version.ts';

/** A file that is offered: as it is when unpacked, and where and how it lies packed, if it does. */
export type OfferedFile = {
  readonly role: FileRole;
  readonly name: string;
  /** Of the unpacked file. */
  readonly sha256: string;
  /** Bytes of the unpacked file; where it is not said, only {@link mostBytes} bounds it. */
  readonly size?: number;
  /** Packed with Zstandard: the path below the address of the files, its bytes and its SHA-256. */
  readonly packed?: { readonly location: string; readonly size: number; readonly sha256: string };
};

/** A model that can be got. */
export type OfferedModel = {
  readonly source: string;
  readonly target: string;
  readonly version: string;
  readonly architecture?: string;
  readonly files: readonly OfferedFile[];
};

export type Catalogue = {
  /** The newest of each pair that the engine knows. */
  readonly models: readonly OfferedModel[];
  /** Why records were left out that would have counted, one line each. */
  readonly refused: readonly string[];
};

const roles: ReadonlyMap<string, FileRole> = new Map([
  ['model', 'weights'],
  ['vocab', 'vocabulary'],
  ['srcvocab', 'source-vocabulary'],
  ['trgvocab', 'target-vocabulary'],
  ['lex', 'shortlist'],
]);

/** Of two architectures of one version: what Mozilla releases for most pairs, then the larger one, then the small one. */
const architectures: readonly (string | undefined)[] = ['base-memory', 'base', 'tiny'];

/** Records for a Firefox that was released, on a desktop: no other expression is evaluated, and its records are passed over. */
const filters = new Set([
  '',
  "env.appinfo.OS != 'Android'",
  "env.appinfo.OS != 'Android' || env.channel != 'release'",
]);

const envelope = v.object({ data: v.array(v.unknown()) });

/** What tells whether a record counts at all. */
const outline = v.object({
  fileType: v.string(),
  version: v.string(),
  filter_expression: v.nullish(v.string()),
});

const record = v.object({
  // It may get a prefix, and may not be taken for what lists it
  name: v.pipe(
    fileName,
    v.maxLength(100, 'is too long'),
    v.check((name) => name.toLowerCase() !== manifestName, 'is not the name of a file of a model'),
  ),
  sourceLanguage: modelLanguage,
  targetLanguage: modelLanguage,
  version,
  architecture: v.nullish(architecture),
  decompressedHash: sha256,
  decompressedSize: v.nullish(byteCount),
  attachment: v.object({
    hash: sha256,
    size: byteCount,
    location: v.pipe(
      v.string(),
      v.maxLength(300, 'is too long'),
      v.regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/u, 'is no path below the files'),
    ),
  }),
});

type Entry = v.InferOutput<typeof record> & { readonly role: FileRole };

/**
 * What a catalogue of Firefox's Remote Settings offers: `{"data": [record, …]}`, one record for each file. A record without a SHA-256
 * of its file, packed and unpacked, or with a name that is more than a name, is left out.
 *
 * @throws DepecheError `invalid` for what is no such catalogue
 */
export function readCatalogue(text: string): Catalogue {
  const entries: Entry[] = [];
  const refused: string[] = [];
  recordsIn(text).forEach((item, index) => {
    const known = v.safeParse(outline, item);
    if (!known.success) return;
    const role = roles.get(known.output.fileType);
    if (role === undefined || !isSupported(known.output.version)) return;
    if (!filters.has((known.output.filter_expression ?? '').trim())) return;
    const result = v.safeParse(record, item);
    if (result.success) entries.push({ ...result.output, role });
    else refused.push(`record ${index + 1}: ${toldOf(result.issues)}`);
  });
  const pairs = Map.groupBy(entries, (entry) =>
    pairOf({ source: entry.sourceLanguage, target: entry.targetLanguage }),
  );
  return { models: [...pairs.values()].flatMap((files) => newestModel(files) ?? []), refused };
}

function recordsIn(text: string): readonly unknown[] {
  try {
    return v.parse(envelope, JSON.parse(text)).data;
  } catch (cause) {
    throw new DepecheError('invalid', 'it is no catalogue of models: {"data": [ … ]}', { cause });
  }
}

/** The newest weights of a pair that have their vocabularies; a shortlist counts only where it was made for them. */
function newestModel(entries: readonly Entry[]): OfferedModel | undefined {
  const weights = entries.filter(({ role }) => role === 'weights').sort(byRank);
  for (const model of weights) {
    const alike = entries
      .filter((entry) => entry.architecture === model.architecture)
      .sort(
        (left, right) => Number(isTwin(right, model)) - Number(isTwin(left, model)) || byRank(left, right),
      );
    const first = (role: FileRole) => alike.find((entry) => entry.role === role);
    const vocabularies = vocabulariesOf(
      first('vocabulary'),
      first('source-vocabulary'),
      first('target-vocabulary'),
      model,
    );
    if (vocabularies === undefined) continue;
    const shortlist = alike.find((entry) => entry.role === 'shortlist' && isTwin(entry, model));
    return {
      source: model.sourceLanguage,
      target: model.targetLanguage,
      version: model.version,
      ...(model.architecture != null && { architecture: model.architecture }),
      files: [model, ...vocabularies, ...(shortlist ? [shortlist] : [])].map(offered),
    };
  }
  return undefined;
}

function vocabulariesOf(
  shared: Entry | undefined,
  source: Entry | undefined,
  target: Entry | undefined,
  model: Entry,
): readonly Entry[] | undefined {
  const own = source && target ? [source, target] : undefined;
  if (shared && (own === undefined || isTwin(shared, model))) return [shared];
  return own;
}

function isTwin(entry: Entry, model: Entry): boolean {
  return entry.version === model.version;
}

function byRank(left: Entry, right: Entry): number {
  return (
    compareVersions(right.version, left.version) ||
    rankOf(left.architecture ?? undefined) - rankOf(right.architecture ?? undefined)
  );
}

function rankOf(name: string | undefined): number {
  const at = architectures.indexOf(name);
  return at < 0 ? architectures.length : at;
}

function offered({ role, name, decompressedHash, decompressedSize, attachment }: Entry): OfferedFile {
  return {
    role,
    name,
    sha256: decompressedHash,
    ...(decompressedSize != null && { size: decompressedSize }),
    packed: { location: attachment.location, size: attachment.size, sha256: attachment.hash },
  };
}
