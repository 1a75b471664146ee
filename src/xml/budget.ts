import { DepecheError } from '../model/errors.ts';
import type { XmlElement, XmlPlace } from './node.ts';

/** Counts the elements, attributes and texts that a tree holds, so that no file can fill the memory with them. */
export type XmlBudget = {
  /** @throws DepecheError `invalid`, with the place, where it is too much */
  element(element: XmlElement): void;
  /** @throws DepecheError `invalid`, with the place of the element it is in, where it is too much */
  text(parent: XmlPlace): void;
  /** How much is held now. */
  held(): number;
  /** Goes back to what was held before: the rest is forgotten. */
  release(held: number): void;
};

export function xmlBudget(most: number): XmlBudget {
  let held = 0;
  const hold = (more: number, { line, column }: XmlPlace): void => {
    held += more;
    if (held <= most) return;
    const message = `more than ${most.toLocaleString('en')} elements, attributes and texts belong together`;
    throw new DepecheError('invalid', message, { place: { line, column } });
  };
  return {
    element: (element) => hold(1 + element.attributes.length, element),
    text: (parent) => hold(1, parent),
    held: () => held,
    release(before) {
      held = before;
    },
  };
}
