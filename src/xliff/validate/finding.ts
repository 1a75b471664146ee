import type { Place } from '../../model/errors.ts';
import type { XmlPlace } from '../../xml/node.ts';
import { type ConstraintId, constraints } from './constraints.ts';

/** One place where a file breaks one constraint of the standard. */
export type Finding = Place &
  XmlPlace & {
    /** Its short name, which never changes: `docs/validator.md` lists them all. */
    readonly constraint: ConstraintId;
    /** Where the standard has it. */
    readonly section: string;
    /** What is wrong, and what to do. */
    readonly message: string;
  };

/** Where rules put what they find. */
export type Report = {
  add(constraint: ConstraintId, place: XmlPlace, message: string): void;
  /** Everything found, in the order of the file. */
  findings(): Finding[];
};

/**
 * @param limit how many findings are kept; a file that is wrong all over needs no longer list
 * @param file how the file is called in findings
 */
export function createReport(limit: number, file?: string): Report {
  const found: Finding[] = [];
  return {
    add(constraint, { line, column }, message) {
      if (found.length >= limit) return;
      const { section } = constraints[constraint];
      found.push({ ...(file !== undefined && { file }), line, column, constraint, section, message });
    },
    findings: () => found.sort((one, other) => one.line - other.line || one.column - other.column),
  };
}

const shownLength = 60;

/** A value of the file as a message shows it: in quotation marks, and cut where it is long. */
export function quoted(value: string): string {
  return value.length > shownLength ? `“${value.slice(0, shownLength)}…”` : `“${value}”`;
}
