import type { XmlElement } from '../../xml/read.ts';
import type { Schema } from './check-element.ts';
import type { Inherited } from './context.ts';

/** An element on the way to the one that is read, and what reaches into it. */
export type Ancestor = { readonly element: XmlElement; readonly inherited: Inherited };

/**
 * The rules of one version. The document is read element by element: each is shown when it opens (without children), and when it
 * closes, with all of them; what is in a unit is forgotten after that.
 */
export type Rules = {
  readonly schema: Schema;
  /** Elements whose content is not needed any more when they have closed. */
  readonly forgotten: ReadonlySet<string>;
  opened(element: XmlElement, ancestors: readonly Ancestor[]): void;
  closed(element: XmlElement, ancestors: readonly Ancestor[]): void;
};
