import type { Span } from './span.ts';

/** A quotation of the source of a unit that people have rendered elsewhere, and how. */
export type KnownQuotation = Span & {
  /** What is quoted, without the marks. */
  readonly words: string;
  /** Each way it has been rendered once, the best known first; never empty. */
  readonly renderings: readonly QuotationRendering[];
};

/** How people have rendered a quotation: the words, and where they stand. */
export type QuotationRendering = { readonly words: string; readonly from: string };
