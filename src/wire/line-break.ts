/** Why a paragraph ends behind a line, and how sure that is, from 0 to 1. */
export type LineBreak = {
  readonly reason:
    | 'blank-line'
    | 'indentation'
    | 'list-item'
    | 'table'
    | 'sign-off'
    | 'heading'
    /** The next word would have fitted; sure where the line ends a sentence, less so elsewhere. */
    | 'next-word-fits'
    /** The line ends a sentence and is full: decided by the paragraphs of the rest of the dispatch. */
    | 'full-line';
  readonly confidence: number;
};
