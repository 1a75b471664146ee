import type { Locale } from '../model/locale.ts';
import type { XliffState } from '../xliff/states.ts';
import type { UnitOrder } from '../xliff/target-order.ts';
import type { XmlElement } from '../xml/node.ts';

/** What a file says of how far a segment is. Tools contradict themselves, so nothing is concluded here. */
export type Standing = {
  /** Left out where the file says nothing, or nothing we know. */
  readonly state?: XliffState;
  /** The attribute of XLIFF 1.2, where it is written. */
  readonly approved?: boolean;
  /** The words that ask for work: `poedit:fuzzy`, `needs-l10n`, … */
  readonly mark?: string;
};

/** One segment as it came home. */
export type ReturnedSegment = {
  readonly id: string;
  readonly source: string;
  /** Its words; none where it has none. */
  readonly target?: string;
  readonly standing: Standing;
  /** Who the file says did it, and when (ISO 8601). */
  readonly by?: string;
  readonly at?: string;
  /** The segments behind this one whose sources came back in its source, so that its words are theirs as well. */
  readonly covers?: readonly string[];
  /** What a tool did to it that a person should read of. */
  readonly remark?: string;
  /** What a person noted beside it in the tool. */
  readonly note?: string;
  /** What the person wrote into the tool has it; OmegaT only fills its copies. Left out: the file cannot tell. */
  readonly hand?: 'person' | 'nobody';
  readonly line: number;
};

/** One dispatch in one language as it came home, whatever the tool and the format. */
export type Returned = {
  /** The id of the dispatch. */
  readonly id: string;
  readonly source: Locale;
  readonly target: Locale;
  /** The version of the standard it is written in. */
  readonly version: '1.2' | '2.0' | '2.1';
  /** The export it went out with, where the file still says so. */
  readonly export?: string;
  /** The version of the dispatch it went out in, where the file still says so. */
  readonly wording?: number;
  readonly segments: readonly ReturnedSegment[];
  /** The units that say in which order their segments are read. */
  readonly orders?: readonly UnitOrder[];
};

/**
 * Reads one family of versions of XLIFF, unit by unit: the tree of a large file would be many times its size.
 */
export type ReturnedReader = {
  /** @param around the elements it stands in, the root first */
  isUnit(element: XmlElement, around: readonly XmlElement[]): boolean;
  /** Takes in a unit, with all that is in it, and says how many segments that are. */
  read(unit: XmlElement, around: readonly XmlElement[]): number;
  /** What came home, when all has been read. */
  returned(root: XmlElement): Returned[];
};
