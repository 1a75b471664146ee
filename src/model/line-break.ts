/** Why a paragraph ends behind a line, how sure that is, and what the decision was made from. */
export type LineBreak = {
  readonly reason:
    | 'blank-line'
    | 'indentation'
    | 'list-item'
    | 'table'
    | 'sign-off'
    | 'heading'
    /** A mark of the desk that ends a section, `///`, or a rule of dashes. */
    | 'section-mark'
    /** The next word would have fitted; sure where the line ends a sentence, less so elsewhere. */
    | 'next-word-fits'
    /** The line ends a sentence and is full: decided by the paragraphs of the rest of the dispatch. */
    | 'full-line'
    /** Each line was said to be a paragraph. */
    | 'line';
  /** From 0 to 1. */
  readonly confidence: number;
  readonly evidence: BreakEvidence;
};

/** What was seen at the place, and what is usual in the rest of the dispatch. */
export type BreakEvidence = {
  /** Whether a sentence ends with the line. `doubtful`: there is an abbreviation, a colon, or a small letter below. */
  readonly sentenceEnds: 'yes' | 'doubtful' | 'no';
  /** The column in which the next word would have ended, had it stood on this line. */
  readonly need: number;
  /** Lines are filled up to this column; none where no line was wrapped. */
  readonly width?: number;
  /** Blank lines before the next line, and how many there are inside a paragraph. */
  readonly gap: number;
  readonly usualGap: number;
  /** Characters before the next line, and how many there are inside a paragraph. */
  readonly indent: number;
  readonly usualIndent: number;
};
