import type { XmlElement } from '../../xml/node.ts';
import type { Schema } from './check-element.ts';
import type { Inherited } from './context.ts';

/** An element on the way to the one that is read, and what reaches into it. */
export type Ancestor = { readonly element: XmlElement; readonly inherited: Inherited };

/**
 * The rules of one version. The document is read element by element: each is shown when it opens (without children), and when it
 * closes, with all of them but those that are forgotten.
 */
export type Rules = {
  readonly schema: Schema;
  /** Elements that are not kept among the children of the one around them: units, of which there may be very many. */
  readonly forgotten: ReadonlySet<string>;
  opened(element: XmlElement, ancestors: readonly Ancestor[]): void;
  closed(element: XmlElement, ancestors: readonly Ancestor[]): void;
};
