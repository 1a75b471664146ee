/** `auto` tells the layout from the lines; the others say what marks a paragraph's end, `line` that every line does. */
export const reflowModes = ['auto', 'blank-line', 'indentation', 'width', 'line'] as const;

/** What ends a paragraph of copy in lines. */
export type ReflowMode = (typeof reflowModes)[number];
