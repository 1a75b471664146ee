/** The paragraphs of a gold file, which has a sentence a line and a blank line between paragraphs. */
export function paragraphsOf(gold: string): string[][] {
  return gold
    .trim()
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''));
}
