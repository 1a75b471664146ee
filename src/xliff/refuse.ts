import { DepecheError } from '../model/errors.ts';
import type { XmlElement } from '../xml/node.ts';

/**
 * Refuses a file for what is wrong at this element.
 *
 * @param problem what is wrong, and what to do next
 * @throws DepecheError `invalid`, with line and column
 */
export function refuse(element: XmlElement, problem: string): never {
  throw new DepecheError('invalid', problem, { place: { line: element.line, column: element.column } });
}
