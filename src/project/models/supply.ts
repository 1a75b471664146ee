import type { OfferedFile, OfferedModel } from './catalogue.ts';

/** How far the getting of a model has come, in bytes of its files as they travel. */
export type Travel = { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void };

/** Where models are got from: a server or a folder. */
export type Supply = {
  /** As messages call it: an address, a folder. */
  readonly name: string;
  /** One for each pair. */
  readonly models: readonly OfferedModel[];
  /** Why more is not offered, one line each. */
  readonly refused: readonly string[];
  /**
   * Writes a file of a model, unpacked and proved by its SHA-256, to a path at which nothing stands.
   *
   * @returns its size, in bytes
   * @throws DepecheError; what was written is the caller's to remove
   */
  bring(model: OfferedModel, file: OfferedFile, to: string, travel: Travel): Promise<number>;
};

/** The bytes of the files of a model as they travel. */
export function travelSizeOf({ files }: OfferedModel): number {
  return files.reduce((sum, file) => sum + travelSize(file), 0);
}

/** The bytes of a file as it travels; 0 where they are not known. */
export function travelSize({ packed, size }: OfferedFile): number {
  return packed?.size ?? size ?? 0;
}
