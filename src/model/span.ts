/** A stretch of text in UTF-16 code units: `start` is inside, `end` is the first unit outside. */
export type Span = { readonly start: number; readonly end: number };
