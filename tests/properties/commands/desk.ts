import type { Profile } from '../../../src/model/draft.ts';
import type { Level, ReviewOptions, SegmentReport } from '../../../src/review/outcome.ts';
import type { Conditions } from '../newsroom.ts';

/** What git would keep of a story: its copy, its identity, and the master of one locale. */
export type Branch = {
  readonly copy: string;
  readonly record: string | undefined;
  readonly master: string | undefined;
};

/** What a command came to. */
export type Told = {
  /** What was refused as a whole. */
  readonly problems: readonly string[];
  readonly segments: readonly SegmentReport[];
  /** Segments of the master that a file did not have. */
  readonly absent: readonly string[];
};

export type Sending = Told & {
  /** Texts by their paths in what went out; none where it was refused. */
  readonly files: ReadonlyMap<string, string>;
  /** The id of the export. */
  readonly export: string;
};

/**
 * A project with one dispatch, and all that people do with it. There are two: one calls the functions that the commands are made of,
 * the other the command line.
 */
export type Desk = {
  branch(): Promise<Branch>;
  /** Puts another branch in the place of this one, or a master that somebody edited by hand. */
  checkOut(branch: Branch): Promise<void>;
  translate(conditions: Conditions): Promise<Told>;
  export(profile: Profile): Promise<Sending>;
  import(files: ReadonlyMap<string, Uint8Array>, options: ReviewOptions): Promise<Told>;
  /** What came home in one folder, file by file. */
  importFolder(
    all: readonly ReadonlyMap<string, Uint8Array>[],
    options: ReviewOptions,
  ): Promise<readonly Told[]>;
  accept(segments: readonly string[], options: { readonly as: Level; readonly by: string }): Promise<Told>;
  /** Joins another branch of the master into this one. */
  join(base: string, theirs: string): Promise<Told>;
  /** Every command that only looks. */
  look(): Promise<void>;
};
